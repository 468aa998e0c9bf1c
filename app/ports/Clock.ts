/** Time. Nobody else in the till reads a clock or starts a timer. */

import type { Instant } from '../kernel/time.ts';

export interface Clock {
  /** Wall time. May jump when the machine's clock is set; never used to measure. */
  now(): Instant;
  /** Milliseconds that only grow, for measuring and for deadlines. */
  monotonic(): number;
  /** Resolves after `ms`, or at once when the signal is aborted. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
