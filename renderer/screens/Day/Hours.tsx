/** Payments per hour, members below and others on them, the total on top; the same as a table for who does not see it. */

import { useId } from 'react';
import { dayPageText } from '../../text/day.ts';
import { useTextOf } from '../../text/index.ts';
import { hourName } from './dayCsv.ts';
import { type Hour, hoursBetween, ticksTo } from './dayModel.ts';
import { HatchPattern, Swatch } from './Hatch.tsx';

export function Hours({ hours }: { readonly hours: readonly Hour[] }) {
  const t = useTextOf(dayPageText);
  const id = useId();
  const all = hoursBetween(hours);
  return (
    <section className="card hours" aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>{t.perHour}</h2>
        <span className="legend" aria-hidden="true">
          <span>
            <Swatch /> {t.members}
          </span>
          <span>
            <Swatch hatch={`${id}-swatch`} /> {t.others}
          </span>
        </span>
      </header>
      {all.length === 0 ? <p className="nothing second">{t.noPayments}</p> : <Chart hours={all} />}
      {/* A table alone keeps a height of its own, however little of it is seen. */}
      <div className="unseen">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.hour}</th>
              <th scope="col">{t.members}</th>
              <th scope="col">{t.others}</th>
              <th scope="col">{t.total}</th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ hour, members, others }) => (
              <tr key={hour}>
                <th scope="row">{hourName(hour)}</th>
                <td>{members}</td>
                <td>{others}</td>
                <td>{members + others}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Chart({ hours }: { readonly hours: readonly Hour[] }) {
  const hatch = useId();
  const peak = Math.max(...hours.map(({ members, others }) => members + others));
  const up = (count: number) => (count / peak) * 100;
  // A quiet day has slender bars too.
  const column = 100 / Math.max(hours.length, 8);
  return (
    <div className="chart">
      <svg aria-hidden="true">
        <HatchPattern id={hatch} />
        {ticksTo(peak).map((tick) => (
          <g key={tick}>
            <line className="tick" x1="0" x2="100%" y1={`${100 - up(tick)}%`} y2={`${100 - up(tick)}%`} />
            <text className="axis" x="0" dx="-0.7rem" dy="0.35em" y={`${100 - up(tick)}%`}>
              {tick}
            </text>
          </g>
        ))}
        {hours.map(({ hour, members, others }, index) => {
          const left = `${column * (index + 0.18)}%`;
          const middle = `${column * (index + 0.5)}%`;
          const width = `${column * 0.64}%`;
          const top = 100 - up(members + others);
          return (
            <g key={hour}>
              <rect x={left} width={width} y={`${top}%`} height={`${up(others)}%`} fill={`url(#${hatch})`} />
              <rect
                className="solid"
                x={left}
                width={width}
                y={`${100 - up(members)}%`}
                height={`${up(members)}%`}
              />
              {members > 0 && others > 0 && (
                <rect className="gap" x={left} width={width} y={`${100 - up(members)}%`} height="2" />
              )}
              {members + others > 0 && (
                <text className="total" x={middle} y={`${top}%`} dy="-0.45rem">
                  {members + others}
                </text>
              )}
              <text className="hour" x={middle} y="100%" dy="1.4rem">
                {hourName(hour)}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
