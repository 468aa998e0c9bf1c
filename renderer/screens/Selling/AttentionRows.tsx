/** The rows of what waits: each says what, whether money moved, why, and has the one button there is. */

import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import './AttentionRows.css';
import type { AttentionRow } from './attentionModel.ts';
import type { Action } from './modelTypes.ts';

export function AttentionRows(props: {
  readonly rows: readonly AttentionRow[];
  /** What is being done just now. */
  readonly pending: string | null;
  readonly onPress: (action: Action) => void;
}) {
  return (
    <ul className="attentionrows">
      {props.rows.map((row) => (
        <Row key={row.key} row={row} pending={props.pending} onPress={props.onPress} />
      ))}
    </ul>
  );
}

function Row(props: {
  readonly row: AttentionRow;
  readonly pending: string | null;
  readonly onPress: (action: Action) => void;
}) {
  const { row, pending, onPress } = props;
  const { button } = row;
  return (
    <li className={row.tone}>
      <Icon name={row.icon} />
      <div className="says">
        <p className="what">{row.what}</p>
        <p>
          {row.money && <b>{row.money} </b>}
          {row.next}
        </p>
        {row.why && <p className="small second">{row.why}</p>}
        {row.since && <p className="small second">{row.since}</p>}
        {row.tried && (
          <p className="small second" role="status">
            {row.tried}
          </p>
        )}
      </div>
      {button && (
        <Button
          icon={button.icon}
          disabled={pending === button.action.do}
          onPress={() => onPress(button.action)}
        >
          {button.label}
        </Button>
      )}
    </li>
  );
}
