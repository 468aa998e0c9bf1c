/** Icon and word on a soft surface: a state, never a button. */

import './Chip.css';
import { Icon, type IconName } from './Icon.tsx';

export type Tone = 'neutral' | 'ok' | 'wait' | 'attn' | 'problem';

export interface ChipProps {
  readonly icon: IconName;
  readonly tone?: Tone;
  readonly children: string;
}

export function Chip({ icon, tone = 'neutral', children }: ChipProps) {
  return (
    <span className={`chip ${tone}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}
