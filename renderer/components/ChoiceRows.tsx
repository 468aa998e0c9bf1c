/** Radio rows: 76 px with a description, 52 px without. Choosing changes what the primary will do and sends nothing. */

import { useId } from 'react';
import './ChoiceRows.css';
import { Icon, type IconName } from './Icon.tsx';
import { Keycap } from './Keycap.tsx';

export interface Choice<T extends string> {
  readonly value: T;
  readonly name: string;
  readonly description?: string | undefined;
  readonly icon: IconName;
  readonly keycap?: string | undefined;
  /** Not possible now; the description says why. */
  readonly off?: boolean;
}

export function ChoiceRows<T extends string>(props: {
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly chosen: T | null;
  readonly onChoose: (value: T) => void;
}) {
  const name = useId();
  return (
    <div className="choicerows" role="radiogroup" aria-label={props.label}>
      {props.choices.map((choice) => {
        const on = choice.value === props.chosen;
        return (
          <label key={choice.value} className={`choice${on ? ' on' : ''}${choice.off ? ' off' : ''}`}>
            <input
              type="radio"
              name={name}
              checked={on}
              aria-disabled={choice.off || undefined}
              aria-keyshortcuts={choice.keycap}
              onChange={() => props.onChoose(choice.value)}
              onClick={() => {
                if (on) props.onChoose(choice.value);
              }}
            />
            <Icon name={on ? 'chosen' : 'unchosen'} className="dot" />
            <span className="words">
              <b>{choice.name}</b>
              {choice.description && <span className="small">{choice.description}</span>}
            </span>
            {choice.keycap && !on && <Keycap>{choice.keycap}</Keycap>}
            <Icon name={choice.icon} className="kind" />
          </label>
        );
      })}
    </div>
  );
}
