/** One scanner: whether it works, how it is connected, what it sent in vain, and what would help. */

import type { ScannerDeviceView } from '../../../../app/contract/view.ts';
import { Chip, type Tone } from '../../../components/Chip.tsx';
import type { IconName } from '../../../components/Icon.tsx';
import { useTextOf } from '../../../text/index.ts';
import { fill } from '../../../text/language.ts';
import { scannerDoctorText } from '../../../text/scannerDoctor.ts';
import { settingsText } from '../../../text/settings.ts';
import { droppedGroups } from './dropped.ts';
import { Remedy } from './Remedy.tsx';

const looks: Readonly<Record<ScannerDeviceView['state'], readonly [Tone, IconName]>> = {
  ready: ['ok', 'done'],
  opening: ['wait', 'waiting'],
  absent: ['attn', 'unplugged'],
  denied: ['problem', 'locked'],
  busy: ['attn', 'locked'],
  lost: ['attn', 'unplugged'],
  unused: ['neutral', 'unchosen'],
};

export function ScannerCard({ device }: { readonly device: ScannerDeviceView }) {
  const t = useTextOf(scannerDoctorText);
  const { scannerModes } = useTextOf(settingsText);
  const [tone, icon] = looks[device.state];
  const types = device.mode === 'keyboard';
  const mode = scannerModes[device.mode];
  return (
    <li className="st-card sd-scanner">
      <h3>{device.name}</h3>
      {types ? (
        <Chip icon="keyboard">{t.types}</Chip>
      ) : (
        <Chip icon={icon} tone={tone}>
          {t.states[device.state]}
        </Chip>
      )}
      {!types && <p className="st-sentence">{`${mode.name}. ${t.sides[device.side]}.`}</p>}
      {types && device.remedy === null && <p className="st-sentence">{mode.what}</p>}
      {[...droppedGroups(device.dropped)].map(([group, count]) => (
        <p key={group} className="st-sentence">
          {fill(t.dropped[group], { n: String(count) })}
        </p>
      ))}
      {device.remedy !== null && <Remedy remedy={device.remedy} />}
    </li>
  );
}
