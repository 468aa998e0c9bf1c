/**
 * Days and hours as a store's wall clock shows them, whatever time zone the machine is set to. With `time.ts` the only
 * file in `app` that knows calendars.
 */

import type { Brand } from './brand.ts';
import type { Instant } from './time.ts';

/** `2026-11-25` in the store's time zone. */
export type DayDate = Brand<string, 'DayDate'>;

/** Where the stores of a market are. */
export const zoneOf = { NO: 'Europe/Oslo', DK: 'Europe/Copenhagen', FI: 'Europe/Helsinki' } as const;
export type Zone = (typeof zoneOf)[keyof typeof zoneOf];

export function readDay(text: string): DayDate | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : (text as DayDate);
}

export function dayOf(at: Instant, zone: Zone): DayDate {
  const { year, month, day } = wallTime(at, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}` as DayDate;
}

export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formats = new Map<Zone, Intl.DateTimeFormat>();

export function wallTime(at: Instant, zone: Zone): WallTime {
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

/** The first moment of the day that is `after` days later. */
export function midnight(date: DayDate, after: number, zone: Zone): Instant {
  const utc = Date.parse(`${date}T00:00:00Z`) + after * 86_400_000;
  // The zone's distance from UTC at that night; asked twice, since the first guess may lie on the other side of a change.
  const guess = utc - offsetAt(utc as Instant, zone);
  return (utc - offsetAt(guess as Instant, zone)) as Instant;
}

function offsetAt(at: Instant, zone: Zone): number {
  const { year, month, day, hour, minute, second } = wallTime(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}
