/**
 * Moments and durations. An `Instant` is whole milliseconds since 1970 in UTC; nobody in `app` reads a clock
 * except through the port `Clock`.
 */

import type { Brand } from './brand.ts';

export type Instant = Brand<number, 'Instant'>;

export function instant(epochMs: number): Instant {
  return Math.trunc(epochMs) as Instant;
}

export function later(from: Instant, ms: number): Instant {
  return (from + Math.trunc(ms)) as Instant;
}

/** ISO 8601 in UTC, the form every time has in the contract. */
export function isoUtc(at: Instant): string {
  return new Date(at).toISOString();
}

/** Reads an RFC 3339 time as services print it (any number of fractional digits); `null` if it is none. */
export function readInstant(text: string): Instant | null {
  const ms = Date.parse(text.replace(/(\.\d{3})\d+/, '$1'));
  return Number.isNaN(ms) ? null : (ms as Instant);
}
