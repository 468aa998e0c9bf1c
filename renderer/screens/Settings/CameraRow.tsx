/** Whether a tablet's camera may read codes. The desktop's windows are granted no camera, so there is nothing to choose. */

import { Switch } from '../../components/Switch.tsx';
import { useDoor } from '../../stores/context.tsx';
import { cameraText } from '../../text/camera.ts';
import { useTextOf } from '../../text/index.ts';
import { useForm } from './fields.tsx';

export function CameraRow() {
  const t = useTextOf(cameraText);
  const { form, change } = useForm();
  if (useDoor().inBrowser !== true) return null;
  return (
    <Switch
      label={t.setting}
      hint={t.settingSays}
      on={form.cameraScanner}
      onChange={(cameraScanner) => change({ cameraScanner })}
    />
  );
}
