/** Digits of 72 px, 1 to 3 on top, with one key on either side of the nought. */

import type { IconName } from './Icon.tsx';
import { Icon } from './Icon.tsx';
import './Keypad.css';

export interface KeypadKey {
  readonly icon: IconName;
  readonly label: string;
  readonly pressed?: boolean;
  readonly onPress: () => void;
}

export function Keypad(props: {
  readonly onDigit: (digit: string) => void;
  readonly left: KeypadKey;
  readonly right: KeypadKey;
}) {
  return (
    <div className="keypad">
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
        <Digit key={digit} digit={digit} onDigit={props.onDigit} />
      ))}
      <Side of={props.left} />
      <Digit digit="0" onDigit={props.onDigit} />
      <Side of={props.right} />
    </div>
  );
}

function Digit(props: { readonly digit: string; readonly onDigit: (digit: string) => void }) {
  return (
    <button type="button" tabIndex={-1} onClick={() => props.onDigit(props.digit)}>
      {props.digit}
    </button>
  );
}

function Side({ of }: { readonly of: KeypadKey }) {
  return (
    <button
      type="button"
      className="side"
      aria-label={of.label}
      aria-pressed={of.pressed}
      title={of.label}
      onClick={of.onPress}
    >
      <Icon name={of.icon} />
    </button>
  );
}
