/**
 * A day of the store, in the store's own time zone whatever the machine's is, and its figures. Named reconciliation and
 * never X or Z: the cash register keeps the books.
 */

import type { Brand } from '../kernel/brand.ts';
import type { Instant } from '../kernel/time.ts';
import { add, type Currency, type Money, money, subtract, zero } from './money.ts';
import type { Movement, MovementKind } from './movement.ts';

/** `2026-11-25` in the store's time zone. */
export type DayDate = Brand<string, 'DayDate'>;

/** Where the stores of a market are. */
export const zoneOf = { NO: 'Europe/Oslo', DK: 'Europe/Copenhagen', FI: 'Europe/Helsinki' } as const;
export type Zone = (typeof zoneOf)[keyof typeof zoneOf];

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

export function readDay(text: string): DayDate | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : (text as DayDate);
}

export function dayOf(at: Instant, zone: Zone): DayDate {
  const { year, month, day } = wallTime(at, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}` as DayDate;
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

interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formats = new Map<Zone, Intl.DateTimeFormat>();

function wallTime(at: Instant, zone: Zone): WallTime {
  const format = formats.get(zone) ?? formatOf(zone);
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

function formatOf(zone: Zone): Intl.DateTimeFormat {
  const numeric = 'numeric';
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formats.set(zone, format);
  return format;
}

/** The first moment of the day `after` days later. */
function midnight(date: DayDate, after: number, zone: Zone): Instant {
  const utc = Date.parse(`${date}T00:00:00Z`) + after * 86_400_000;
  // The zone's distance from UTC at that night; asked twice, since the first guess may lie on the other side of a change.
  const guess = utc - offsetAt(utc as Instant, zone);
  return (utc - offsetAt(guess as Instant, zone)) as Instant;
}

function offsetAt(at: Instant, zone: Zone): number {
  const { year, month, day, hour, minute, second } = wallTime(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}
