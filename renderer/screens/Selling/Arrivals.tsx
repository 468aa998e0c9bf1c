/**
 * Beside the customer station, over the basket, whose lines can give room: a row for each who checked in and waits.
 * Nothing where nobody does.
 */

import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useText } from '../../text/index.ts';
import './Arrivals.css';
import { Mask } from './Mask.tsx';
import type { Action, ArrivalModel, ArrivalsModel } from './modelTypes.ts';

export function Arrivals(props: {
  readonly model: ArrivalsModel;
  readonly act: (action: Action) => Promise<void>;
}) {
  const { model, act } = props;
  const { selling } = useText();
  // There before anybody is, so that the first one is announced too; minutes that pass are not.
  return (
    <div aria-live="polite" aria-relevant="additions">
      {model.rows.length > 0 && (
        <section className="arrivals" aria-label={selling.checkedIn}>
          <div className="head">
            <p className="label">
              {selling.checkedIn}
              {model.rows.length > 1 && ` · ${model.rows.length}`}
            </p>
            {model.reason !== null && <p className="reason">{model.reason}</p>}
          </div>
          <ul>
            {model.rows.map((row) => (
              <Row key={row.id} row={row} act={act} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Row(props: { readonly row: ArrivalModel; readonly act: (action: Action) => Promise<void> }) {
  const { row, act } = props;
  const { serve, dismiss } = row;
  return (
    <li>
      <Icon name={row.icon} />
      <p className="whois">
        {row.mask !== null && <Mask of={row.mask} />}
        {row.words}
        <span className="left">
          <span aria-hidden="true">{row.left.short}</span>
          <span className="unseen">{row.left.spoken}</span>
        </span>
        {row.place !== null && <span className="place">{row.place}</span>}
      </p>
      {serve !== null && (
        <Button size="small" disabled={serve.disabled ?? false} onPress={() => void act(serve.action)}>
          {serve.label}
        </Button>
      )}
      <Button size="small" look="plain" onPress={() => void act(dismiss.action)}>
        {dismiss.label}
      </Button>
    </li>
  );
}
