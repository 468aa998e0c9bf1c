/** A trouble of the whole till: icon, bold cause, one sentence, at most one action. It pushes the page down. */

import type { ReactNode } from 'react';
import './Banner.css';
import { IconButton } from './Button.tsx';
import type { Tone } from './Chip.tsx';
import { Icon, type IconName } from './Icon.tsx';

export interface BannerProps {
  readonly tone: Exclude<Tone, 'neutral'>;
  readonly icon: IconName;
  readonly cause: string;
  readonly sentence: string;
  readonly action?: ReactNode;
  readonly onClose?: { readonly label: string; readonly press: () => void };
}

export function Banner(props: BannerProps) {
  return (
    <div className={`banner ${props.tone}`} role={props.tone === 'problem' ? 'alert' : 'status'}>
      <Icon name={props.icon} />
      <div className="says">
        <p className="cause">{props.cause}</p>
        <p>{props.sentence}</p>
      </div>
      {props.action}
      {props.onClose && <IconButton icon="close" label={props.onClose.label} onPress={props.onClose.press} />}
    </div>
  );
}
