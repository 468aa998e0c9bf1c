/**
 * A button beside the primary: icon, word, key cap. A disabled one keeps its place and its focus; whoever uses it
 * shows the reason beside it.
 */

import type { ReactNode } from 'react';
import './Button.css';
import { Icon, type IconName } from './Icon.tsx';
import { Keycap } from './Keycap.tsx';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly icon?: IconName;
  readonly keycap?: string;
  readonly look?: 'outline' | 'plain' | 'danger' | 'pressed';
  readonly size?: 'small' | 'usual';
  /** Something is on its way: the icon becomes a clock and pressing does nothing. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** For a button of an icon alone. */
  readonly label?: string;
  readonly onPress: () => void;
}

export function Button(props: ButtonProps) {
  const { children, icon, keycap, look = 'outline', size = 'usual', busy = false, disabled = false } = props;
  const held = busy || disabled;
  const drawn = busy ? 'waiting' : icon;
  return (
    <button
      type="button"
      className={`button ${look} ${size}`}
      aria-disabled={held || undefined}
      aria-pressed={look === 'pressed' || undefined}
      aria-label={props.label}
      aria-keyshortcuts={keycap}
      onClick={() => {
        if (!held) props.onPress();
      }}
    >
      {drawn && <Icon name={drawn} />}
      {children !== null && <span className="words">{children}</span>}
      {keycap && <Keycap>{keycap}</Keycap>}
    </button>
  );
}

/** A square button of an icon alone; `label` is its name. */
export function IconButton(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly disabled?: boolean;
  readonly expanded?: boolean;
  readonly outlined?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      className={props.outlined ? 'iconbutton outlined' : 'iconbutton'}
      aria-label={props.label}
      title={props.label}
      aria-disabled={props.disabled || undefined}
      aria-expanded={props.expanded}
      onClick={() => {
        if (!props.disabled) props.onPress();
      }}
    >
      <Icon name={props.icon} />
    </button>
  );
}
