/** A choice of a few words in one row; the chosen one is filled with ink. */

import { useId } from 'react';
import './Segment.css';

export function Segment<T extends string>(props: {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly word: string }[];
  readonly chosen: T;
  readonly disabled?: boolean;
  readonly onChoose: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset className="segment" disabled={props.disabled}>
      <legend>{props.label}</legend>
      <div className="row">
        {props.choices.map(({ value, word }) => (
          <label key={value} className={value === props.chosen ? 'chosen' : undefined}>
            <input
              type="radio"
              name={name}
              checked={value === props.chosen}
              onChange={() => props.onChoose(value)}
            />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
