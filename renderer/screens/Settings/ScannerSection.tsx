/** Which scanner the till listens to: the first that comes, one by name, or none. */

import { Button } from '../../components/Button.tsx';
import type { Choice } from '../../components/ChoiceRows.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useTextOf } from '../../text/index.ts';
import { settingsText } from '../../text/settings.ts';
import { CameraRow } from './CameraRow.tsx';
import { ChoiceSetting, useForm } from './fields.tsx';
import { type ScannerValue, scannerIsAway, scannerPart, scannerValue } from './scannerChoice.ts';
import type { SettingsState } from './useSettings.ts';

export function ScannerSection(props: {
  readonly scanners: SettingsState['scanners'];
  readonly onLook: () => void;
}) {
  const t = useTextOf(settingsText);
  const { form, change } = useForm();
  const { scanners } = props;
  const devices = scanners.kind === 'answered' ? scanners.value : [];
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
  if (scanners.kind === 'answered' && scannerIsAway(form, devices)) {
    choices.splice(-1, 0, {
      value: chosen,
      name: t.scannerAway.name,
      description: t.scannerAway.what,
      icon: 'unplugged',
    });
  }
  return (
    <>
      <ChoiceSetting
        name="scannerKind"
        label={t.sections.scanner.name}
        choices={choices}
        chosen={chosen}
        onChoose={(value) => change(scannerPart(value))}
      />
      {scanners.kind === 'refused' && <FaultNote fault={scanners.fault} />}
      <div className="st-row">
        <Button icon="again" size="small" busy={scanners.kind === 'asking'} onPress={props.onLook}>
          {t.lookAgain}
        </Button>
        <p className="st-sentence" role="status">
          {scanners.kind === 'asking' && t.looking}
          {scanners.kind === 'answered' && devices.length === 0 && (
            <>
              <Icon name="unplugged" /> {t.scannerNoneFound}
            </>
          )}
        </p>
      </div>
      <CameraRow />
    </>
  );
}
