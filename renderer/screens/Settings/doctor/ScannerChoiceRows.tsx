/** Which scanner the till listens to: every one that comes, one by name, or none. */

import type { ScannerDeviceView } from '../../../../app/contract/view.ts';
import type { Choice } from '../../../components/ChoiceRows.tsx';
import { useTextOf } from '../../../text/index.ts';
import { scannerDoctorText } from '../../../text/scannerDoctor.ts';
import { settingsText } from '../../../text/settings.ts';
import { ChoiceSetting, useForm } from '../fields.tsx';
import { type ScannerValue, scannerIsAway, scannerPart, scannerValue } from './scannerChoice.ts';

export function ScannerChoiceRows(props: {
  /** `null` until they are known. */
  readonly devices: readonly ScannerDeviceView[] | null;
}) {
  const t = useTextOf(settingsText);
  const { which } = useTextOf(scannerDoctorText);
  const { form, change } = useForm();
  // A serial port is chosen apart: it is opened on purpose only.
  const devices = (props.devices ?? []).filter(({ mode }) => mode !== 'serial');
  const chosen = scannerValue(form);
  const choices: Choice<ScannerValue>[] = [
    { value: 'auto', name: t.scannerAuto.name, description: t.scannerAuto.what, icon: 'scan' },
    ...devices.map((device) => ({
      value: `device:${device.id}` as const,
      name: `${device.name} · ${t.scannerModes[device.mode].name}`,
      description: t.scannerModes[device.mode].what,
      icon: device.mode === 'keyboard' ? ('keyboard' as const) : ('scan' as const),
    })),
    { value: 'none', name: t.scannerNone.name, description: t.scannerNone.what, icon: 'search' },
  ];
  if (props.devices !== null && scannerIsAway(form, devices)) {
    choices.splice(-1, 0, {
      value: chosen,
      name: t.scannerAway.name,
      description: t.scannerAway.what,
      icon: 'unplugged',
    });
  }
  return (
    <div className="st-stack">
      <h2>{which}</h2>
      <ChoiceSetting
        name="scannerKind"
        label={which}
        choices={choices}
        chosen={chosen}
        onChoose={(value) => change(scannerPart(value))}
      />
    </div>
  );
}
