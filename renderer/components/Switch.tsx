/** On or off; on is filled with ink and its thumb is right, so that it reads without colour. */

import type { ReactNode } from 'react';
import { useId } from 'react';
import './Switch.css';

export function Switch(props: {
  readonly label: ReactNode;
  readonly hint?: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="switch">
      <button
        type="button"
        role="switch"
        aria-checked={props.on}
        aria-disabled={props.disabled || undefined}
        aria-labelledby={id}
        onClick={() => {
          if (!props.disabled) props.onChange(!props.on);
        }}
      >
        <span className="thumb" />
      </button>
      <span id={id}>
        <span className="name">{props.label}</span>
        {props.hint && <span className="hint">{props.hint}</span>}
      </span>
    </div>
  );
}
