/**
 * A day of the store, in the store's own time zone whatever the machine's is, and its figures. Named reconciliation and
 * never X or Z: the cash register keeps the books.
 */

import type { Instant } from '../kernel/time.ts';
import { type DayDate, midnight, wallTime, type Zone } from '../kernel/zone.ts';
import { add, type Currency, type Money, money, subtract, zero } from './money.ts';
import type { Movement, MovementKind } from './movement.ts';
import type { SaleSummary } from './saleSummary.ts';

export interface Figure {
  readonly sum: Money;
  readonly count: number;
}

export interface DayFigures {
  readonly date: DayDate;
  readonly approved: Figure;
  readonly captured: Figure;
  readonly released: Figure;
  readonly refunded: Figure;
  /** Captured less refunded: what the cash register should say. */
  readonly net: Money;
  /** Captures by hour of the store's day; only hours that have any. */
  readonly hours: readonly { readonly hour: number; readonly members: number; readonly others: number }[];
  /** Largest first; `null` is what was sent back outside of this till. */
  readonly refundsByReason: readonly { readonly reason: string | null; readonly sum: Money }[];
}

/** What the till wrote down when the day was closed. */
export interface DayClosing {
  readonly date: DayDate;
  readonly at: Instant;
  readonly captured: Money;
  readonly refunded: Money;
  /** Whether every payment of the day was read at the service and agreed. */
  readonly agreed: boolean;
}

/** What the till wrote down beside what the service says, for the payments of one day. */
export interface Agreement {
  readonly rows: readonly {
    readonly what: 'approved' | 'captured' | 'released' | 'refunded';
    readonly till: Money;
    readonly wallet: Money;
  }[];
  readonly agrees: boolean;
  /** Payments about which the service could not be asked. */
  readonly unread: number;
}

export interface Day {
  readonly figures: DayFigures;
  readonly closing: DayClosing | null;
  readonly today: boolean;
  /** Sales of any day whose outcome is not known yet: no day is closed over them. */
  readonly unresolved: readonly SaleSummary[];
}

/** From the first moment of the day to the first of the next: 23, 24 or 25 hours. */
export function boundsOf(date: DayDate, zone: Zone): { readonly from: Instant; readonly to: Instant } {
  return { from: midnight(date, 0, zone), to: midnight(date, 1, zone) };
}

export function figuresOf(
  date: DayDate,
  movements: readonly Movement[],
  store: { readonly currency: Currency; readonly zone: Zone },
): DayFigures {
  const of = (kind: MovementKind) => movements.filter((one) => one.kind === kind);
  const figure = (kind: MovementKind): Figure => ({
    sum: of(kind).reduce((total, { amount }) => add(total, amount), zero(store.currency)),
    count: of(kind).length,
  });
  const captured = figure('captured');
  const refunded = figure('refunded');
  return {
    date,
    approved: figure('approved'),
    captured,
    released: figure('released'),
    refunded,
    net: subtract(captured.sum, refunded.sum),
    hours: hoursOf(of('captured'), store.zone),
    refundsByReason: reasonsOf(of('refunded'), store.currency),
  };
}

function hoursOf(captures: readonly Movement[], zone: Zone): DayFigures['hours'] {
  const hours = new Map<number, { members: number; others: number }>();
  for (const { at, member } of captures) {
    const { hour } = wallTime(at, zone);
    const { members, others } = hours.get(hour) ?? { members: 0, others: 0 };
    hours.set(hour, { members: members + (member ? 1 : 0), others: others + (member ? 0 : 1) });
  }
  return [...hours].sort(([a], [b]) => a - b).map(([hour, counts]) => ({ hour, ...counts }));
}

function reasonsOf(refunds: readonly Movement[], currency: Currency): DayFigures['refundsByReason'] {
  const reasons = new Map<string | null, number>();
  for (const { reason, amount } of refunds) reasons.set(reason, (reasons.get(reason) ?? 0) + amount.minor);
  return [...reasons]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, total]) => ({ reason, sum: money(total, currency) }));
}
