/**
 * What the customer's screen shows at a moment. The till decides; the window only guards the limits of guide.md 9, so
 * that a till that falls silent can leave neither a greeting nor the sale of the customer before on the glass.
 */

import type { DisplayView } from '../../../app/contract/view.ts';

export type Shows = DisplayView['shows'];

interface Limit {
  /** Milliseconds after the till began to say so. */
  readonly afterMs: number;
  readonly next: Shows;
}

/** States that may not stay; all others stay for as long as the till says so. */
const limits: Readonly<Partial<Record<Shows, Limit>>> = {
  greeting: { afterMs: 2_000, next: 'basket' },
  thanks: { afterMs: 10_000, next: 'idle' },
  notCompleted: { afterMs: 30_000, next: 'idle' },
};

/** What stands on the screen `sinceMs` after the till began to say `shows`. */
export function shownNow(shows: Shows, sinceMs: number): Shows {
  const limit = limits[shows];
  return limit !== undefined && sinceMs >= limit.afterMs ? limit.next : shows;
}

/** Milliseconds until the window must look again; `null` where nothing changes by itself. */
export function nextLook(shows: Shows, sinceMs: number): number | null {
  const limit = limits[shows];
  return limit === undefined || sinceMs >= limit.afterMs ? null : limit.afterMs - sinceMs;
}
