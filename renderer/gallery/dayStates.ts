/** What the day's page is told in its pictures: a Monday of an invented store, in the states a day has. */

import type { DayReport } from '../../app/contract/view.ts';
import { at, nok } from './cashierParts.ts';
import { olderRows, unresolved } from './paymentsStates.ts';

const figure = (minor: number, count: number) => ({ sum: nok(minor), count });

/** Everything is settled, and both sides say the same. */
export const settled: DayReport = {
  date: '2026-11-23',
  today: true,
  approved: figure(6919650, 97),
  captured: figure(6841250, 96),
  released: figure(78400, 1),
  refunded: figure(184600, 4),
  net: nok(6656650),
  hours: (
    [
      [9, 3, 2],
      [10, 5, 3],
      [11, 7, 6],
      [12, 9, 8],
      [13, 6, 5],
      [14, 8, 4],
      [15, 7, 5],
      [16, 10, 6],
      [17, 1, 1],
    ] as const
  ).map(([hour, members, others]) => ({ hour, members, others })),
  refundsByReason: [
    { reason: 'Feil størrelse', sum: nok(112000) },
    { reason: 'Feil på varen', sum: nok(59900) },
    { reason: null, sum: nok(12700) },
  ],
  unresolved: [],
  closed: null,
  agreement: {
    rows: [
      { what: 'approved', till: nok(6919650), wallet: nok(6919650) },
      { what: 'captured', till: nok(6841250), wallet: nok(6841250) },
      { what: 'released', till: nok(78400), wallet: nok(78400) },
      { what: 'refunded', till: nok(184600), wallet: nok(184600) },
    ],
    agrees: true,
    unread: 0,
  },
};

const agreement = settled.agreement ?? { rows: [], agrees: true, unread: 0 };
const differing = {
  ...agreement,
  rows: agreement.rows.map((row) => (row.what === 'released' ? { ...row, wallet: nok(0) } : row)),
  agrees: false,
};

export const withOpen: DayReport = { ...settled, unresolved: [unresolved], agreement: differing };
export const manyOpen: DayReport = {
  ...withOpen,
  unresolved: [unresolved, ...olderRows.filter((row) => row.unresolved && row.saleId !== unresolved.saleId)],
};
export const closed: DayReport = { ...settled, closed: { at: at(17, 12, 0), agreed: true } };
export const closedDiffering: DayReport = {
  ...settled,
  agreement: differing,
  closed: { at: at(17, 12, 0), agreed: false },
};
export const unread: DayReport = { ...settled, agreement: { ...agreement, agrees: false, unread: 3 } };
export const notCompared: DayReport = { ...settled, agreement: null };
export const older: DayReport = { ...settled, date: '2026-11-22', today: false };
export const empty: DayReport = {
  ...settled,
  approved: figure(0, 0),
  captured: figure(0, 0),
  released: figure(0, 0),
  refunded: figure(0, 0),
  net: nok(0),
  hours: [],
  refundsByReason: [],
  agreement: {
    ...agreement,
    rows: agreement.rows.map(({ what }) => ({ what, till: nok(0), wallet: nok(0) })),
  },
};
