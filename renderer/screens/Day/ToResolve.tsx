/** What is to resolve, the longest waiting first; pressed, it is gone to. */

import type { HistoryRow } from '../../../app/contract/view.ts';
import { Amount } from '../../components/Amount.tsx';
import { Chip } from '../../components/Chip.tsx';
import { Icon } from '../../components/Icon.tsx';
import { dayPageText } from '../../text/day.ts';
import { dayInWords, dayKey } from '../../text/days.ts';
import { clock, useText, useTextOf } from '../../text/index.ts';
import { whoOf } from '../Payments/rows.ts';
import { standingChip } from '../Payments/standing.ts';
import { oldestFirst } from './dayModel.ts';

export function ToResolve(props: {
  readonly rows: readonly HistoryRow[];
  readonly now: number;
  readonly onResolve: (row: HistoryRow) => void;
}) {
  const { rows, now, onResolve } = props;
  const text = useText();
  const t = useTextOf(dayPageText);
  return (
    <section className="card toresolve" aria-label={t.toResolve}>
      <ul>
        {oldestFirst(rows).map((row) => (
          <li key={row.saleId}>
            <button type="button" onClick={() => onResolve(row)}>
              <Icon name="attention" className="needs" />
              <time dateTime={row.at}>
                {dayKey(row.at) !== dayKey(now) && `${dayInWords(row.at, text.language, now)} `}
                {clock(row.at)}
              </time>
              <Chip {...standingChip(row, text)} />
              <span className="who second small">
                {[whoOf(row, text), row.number].filter((part) => part !== '').join(' · ')}
              </span>
              <Amount value={row.total} unit={false} />
              <Icon name="forward" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
