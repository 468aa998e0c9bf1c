/**
 * The next best action, always in the same place and size. `go` does it, `listen` says that the scanner is the real
 * input, `hold` says that nothing is to be pressed. It fires once per label: after a press it holds until its label
 * changes, and for 400 ms after a change it ignores presses, so that a double press cannot run two actions.
 */

import { useEffect, useRef } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { Keycap } from './Keycap.tsx';
import './PrimaryButton.css';

/** How long after a change of its label the button takes no press. */
export const guardMs = 400;

export interface PrimaryProps {
  readonly look: 'go' | 'listen' | 'hold';
  readonly label: string;
  readonly second?: string;
  readonly icon: IconName;
  readonly keycap?: string;
  /** Distinguishes two states that share a label, e.g. two results with one name. */
  readonly turn?: string;
  readonly small?: boolean;
  /** Off where the cashier's own typing changes what is offered: their Enter is meant, however soon it comes. */
  readonly guarded?: boolean;
  readonly onPress: () => void;
}

export function PrimaryButton(props: PrimaryProps) {
  const { look, label, second, icon, keycap } = props;
  const button = useRef<HTMLButtonElement>(null);
  const changedAt = useRef(0);
  const turn = `${look} ${label} ${props.turn ?? ''}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the guard starts anew with every change of what is offered
  useEffect(() => {
    changedAt.current = performance.now();
  }, [turn]);
  return (
    <button
      ref={button}
      type="button"
      data-primary=""
      className={`primary ${look}${props.small ? ' small' : ''}`}
      aria-disabled={look === 'hold' || undefined}
      aria-keyshortcuts={look === 'hold' ? undefined : keycap}
      onClick={() => {
        const guarded = props.guarded ?? true;
        if (look === 'hold' || (guarded && performance.now() - changedAt.current < guardMs)) return;
        props.onPress();
      }}
    >
      <Icon name={icon} />
      <span className="words">
        <span className="first">{label}</span>
        {second && <span className="second">{second}</span>}
      </span>
      {keycap && look !== 'hold' && <Keycap>{keycap}</Keycap>}
    </button>
  );
}
