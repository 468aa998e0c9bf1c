/** How much of the day was members, and what went back for which reason. */

import { useId } from 'react';
import type { DayReport } from '../../../app/contract/view.ts';
import { Amount } from '../../components/Amount.tsx';
import { dayPageText } from '../../text/day.ts';
import { useTextOf } from '../../text/index.ts';
import { membersOf } from './dayModel.ts';
import { HatchPattern } from './Hatch.tsx';

export function MemberShare({ hours }: Pick<DayReport, 'hours'>) {
  const t = useTextOf(dayPageText);
  const hatch = useId();
  const share = membersOf(hours);
  return (
    <section className="share" aria-label={t.memberShare}>
      <header>
        <h2>{t.memberShare}</h2>
        {share && <b className="digits">{share.percent} %</b>}
      </header>
      {share ? (
        <>
          <svg className="bar" aria-hidden="true">
            <HatchPattern id={hatch} />
            <rect width="100%" height="100%" fill={`url(#${hatch})`} />
            <rect className="solid" width={`${share.percent}%`} height="100%" />
            {share.members > 0 && share.others > 0 && (
              <rect className="gap" x={`${share.percent}%`} width="2" height="100%" />
            )}
          </svg>
          <p className="ends small second">
            <span>{t.memberCount(share.members)}</span>
            <span>{t.otherCount(share.others)}</span>
          </p>
        </>
      ) : (
        <p className="small second">{t.noPayments}</p>
      )}
    </section>
  );
}

export function Reasons({ refundsByReason }: Pick<DayReport, 'refundsByReason'>) {
  const t = useTextOf(dayPageText);
  const most = Math.max(1, ...refundsByReason.map(({ sum }) => sum.minor));
  return (
    <section className="reasons" aria-label={t.byReason}>
      <h2>{t.byReason}</h2>
      {refundsByReason.length === 0 && <p className="small second">{t.noRefunds}</p>}
      <ul>
        {refundsByReason.map(({ reason, sum }) => (
          <li key={reason ?? ''}>
            <span className="reason">{reason ?? t.outside}</span>
            <svg className="bar" aria-hidden="true">
              <rect className="solid" width={`${(sum.minor / most) * 100}%`} height="100%" rx="2" />
            </svg>
            <Amount value={sum} unit={false} />
          </li>
        ))}
      </ul>
    </section>
  );
}
