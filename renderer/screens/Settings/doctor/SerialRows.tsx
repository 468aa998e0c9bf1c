/** A scanner on a serial port: which port, and what ends a code there. Shown where the machine has one, or one is chosen. */

import type { ScannerDeviceView } from '../../../../app/contract/view.ts';
import type { Choice } from '../../../components/ChoiceRows.tsx';
import { useTextOf } from '../../../text/index.ts';
import { scannerDoctorText } from '../../../text/scannerDoctor.ts';
import { ChoiceSetting, useForm } from '../fields.tsx';
import type { SerialSuffix } from '../form.ts';

const suffixes: readonly SerialSuffix[] = ['any', 'cr', 'lf'];

export function SerialRows({ ports }: { readonly ports: readonly ScannerDeviceView[] }) {
  const { serial: t } = useTextOf(scannerDoctorText);
  const { form, change } = useForm();
  if (ports.length === 0 && form.serialPort === '') return null;
  const away = form.serialPort !== '' && ports.every(({ id }) => id !== form.serialPort);
  const choices: Choice<string>[] = [
    { value: '', name: t.none.name, description: t.none.what, icon: 'close' },
    ...ports.map(({ id, name }) => ({ value: id, name, description: t.port, icon: 'scan' as const })),
    ...(away
      ? [{ value: form.serialPort, name: t.away.name, description: t.away.what, icon: 'unplugged' as const }]
      : []),
  ];
  return (
    <div className="st-stack">
      <h2>{t.title}</h2>
      <ChoiceSetting
        name="serialPort"
        label={t.title}
        choices={choices}
        chosen={form.serialPort}
        onChoose={(serialPort) => change({ serialPort })}
      />
      {form.serialPort !== '' && (
        <>
          <h3>{t.suffix}</h3>
          <ChoiceSetting
            name="serialSuffix"
            label={t.suffix}
            choices={suffixes.map((value) => ({
              value,
              name: t.suffixes[value].name,
              description: t.suffixes[value].what,
              icon: 'forward' as const,
            }))}
            chosen={form.serialSuffix}
            onChoose={(serialSuffix) => change({ serialSuffix })}
          />
        </>
      )}
    </div>
  );
}
