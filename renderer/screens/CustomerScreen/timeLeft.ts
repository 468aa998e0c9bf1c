/**
 * When the customer is told that time runs out: only in the last quarter of the wait (guide.md 1, principle 6), and in
 * minutes, so that nobody is hurried by running seconds.
 */

export interface Wait {
  /** When this window first saw the wait, epoch milliseconds. */
  readonly from: number;
  /** When the wait ends, epoch milliseconds. */
  readonly until: number;
}

/** Reads the ISO time of the contract; `null` where there is none or it is already over. */
export function waitFrom(until: string | null, now: number): Wait | null {
  if (until === null) return null;
  const end = Date.parse(until);
  return Number.isNaN(end) || end <= now ? null : { from: now, until: end };
}

/** Whole minutes left, rounded up, in the last quarter of the wait; `null` before it and after the end. */
export function minutesLeft(wait: Wait, now: number): number | null {
  const left = wait.until - now;
  if (left <= 0 || left > (wait.until - wait.from) / 4) return null;
  return Math.ceil(left / 60_000);
}

/** Milliseconds until `minutesLeft` gives another answer; `null` when the wait is over. */
export function nextMinute(wait: Wait, now: number): number | null {
  const left = wait.until - now;
  if (left <= 0) return null;
  const quarter = (wait.until - wait.from) / 4;
  if (left > quarter) return left - quarter;
  return left % 60_000 || 60_000;
}
