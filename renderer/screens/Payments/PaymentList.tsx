/** The list of payments: time, how it stands, whose, how much. Arrows choose, Enter and a touch show. */

import { useEffect, useRef } from 'react';
import { Amount } from '../../components/Amount.tsx';
import { Chip } from '../../components/Chip.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import type { DayOfRows, RowModel } from './rows.ts';

interface ListProps {
  readonly label: string;
  readonly days: readonly DayOfRows[];
  readonly chosen: string | null;
  /** The one that is explained. */
  readonly shown: string | null;
  readonly onShow: (saleId: string) => void;
}

export function PaymentList({ label, days, chosen, shown, onShow }: ListProps) {
  const list = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is chosen must come into sight
  useEffect(() => {
    list.current?.querySelector('.chosen')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <nav className="paymentlist" aria-label={label} ref={list}>
      {days.map((day) => (
        <section key={day.key}>
          {day.heading !== null && <h2 className="label">{day.heading}</h2>}
          <ul>
            {day.rows.map((row) => (
              <Row
                key={row.saleId}
                row={row}
                chosen={row.saleId === chosen}
                shown={row.saleId === shown}
                onShow={onShow}
              />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function Row(props: {
  readonly row: RowModel;
  readonly chosen: boolean;
  readonly shown: boolean;
  readonly onShow: ListProps['onShow'];
}) {
  const { row, chosen, shown, onShow } = props;
  const look = [chosen ? 'chosen' : '', shown ? 'shown' : ''].filter((part) => part !== '').join(' ');
  return (
    <li className={look === '' ? undefined : look}>
      <button
        type="button"
        aria-current={shown ? 'true' : undefined}
        tabIndex={chosen ? 0 : -1}
        onClick={() => onShow(row.saleId)}
      >
        <time>{row.time}</time>
        <span className="about">
          <Chip {...row.chip} />
          <span className="who">{row.who}</span>
        </span>
        {chosen && !shown && <Keycap>Enter</Keycap>}
        <Amount value={row.amount} unit={false} />
      </button>
    </li>
  );
}
