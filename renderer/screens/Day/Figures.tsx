/** The four figures of the day: taken, given back, what the cash register should say, and what is open. */

import type { ReactNode } from 'react';
import type { DayReport } from '../../../app/contract/view.ts';
import { money } from '../../../app/domain/money.ts';
import { Amount } from '../../components/Amount.tsx';
import { Icon } from '../../components/Icon.tsx';
import { dayPageText } from '../../text/day.ts';
import { dayInWords, dayKey } from '../../text/days.ts';
import { clock, useText, useTextOf, withUnit } from '../../text/index.ts';
import { oldestFirst, totalOf } from './dayModel.ts';

export function Figures({ report, now }: { readonly report: DayReport; readonly now: number }) {
  const { language } = useText();
  const t = useTextOf(dayPageText);
  const { captured, refunded, net, unresolved } = report;
  const [oldest] = oldestFirst(unresolved);
  const since = (at: string) =>
    dayKey(at) === dayKey(now) ? clock(at) : `${dayInWords(at, language, now).toLowerCase()} ${clock(at)}`;
  return (
    <dl className="card figures">
      <Figure name={t.captured} below={t.payments(captured.count)}>
        <Amount value={captured.sum} />
      </Figure>
      <Figure name={t.refunded} below={t.refunds(refunded.count)}>
        <Amount value={money(0 - refunded.sum.minor, refunded.sum.currency)} />
      </Figure>
      <Figure name={t.net} below={t.forRegister}>
        <Amount value={net} />
      </Figure>
      <Figure
        name={t.toResolve}
        open={oldest !== undefined}
        below={
          oldest === undefined
            ? t.nothingOpen
            : t.waitingSince(withUnit(totalOf(unresolved, net.currency)), since(oldest.at))
        }
      >
        <span className="amount">
          {unresolved.length}
          <span className="unit"> {t.paymentsWord(unresolved.length)}</span>
        </span>
      </Figure>
    </dl>
  );
}

function Figure(props: {
  readonly name: string;
  readonly below: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={props.open ? 'figure open' : 'figure'}>
      <dt className="label">
        {props.open && <Icon name="attention" />}
        {props.name}
      </dt>
      <dd className="sum">{props.children}</dd>
      <dd className="small">{props.below}</dd>
    </div>
  );
}
