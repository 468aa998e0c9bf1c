/** A text field of 56 px with its label above; a placeholder never stands in for the label. */

import type { ReactNode, Ref } from 'react';
import { useId } from 'react';
import './Field.css';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** Why the value cannot be used. */
  readonly problem?: string;
  readonly type?: 'text' | 'password' | 'url' | 'tel';
  readonly inputMode?: 'text' | 'numeric' | 'tel';
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** Behind the text, e.g. a unit. */
  readonly trailing?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function Field(props: FieldProps) {
  const id = useId();
  const told = props.problem ?? props.hint;
  return (
    <div className={props.problem ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{props.label}</label>
      <div className="box">
        <input
          id={id}
          ref={props.inputRef}
          type={props.type ?? 'text'}
          inputMode={props.inputMode}
          value={props.value}
          placeholder={props.placeholder}
          maxLength={props.maxLength}
          disabled={props.disabled}
          aria-invalid={props.problem ? true : undefined}
          aria-describedby={told ? `${id}-told` : undefined}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => props.onChange(event.target.value)}
        />
        {props.trailing}
      </div>
      {told && (
        <p className="told" id={`${id}-told`}>
          {told}
        </p>
      )}
    </div>
  );
}
