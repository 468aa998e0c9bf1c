/** A clock for tests: stands still until it is told to move. Short pauses may be skipped, so no test ever waits. */

import { type Instant, instant } from '../../../app/kernel/time.ts';
import type { Clock } from '../../../app/ports/Clock.ts';

export interface FakeClock extends Clock {
  /** Moves time and wakes whoever has slept long enough. */
  advance(ms: number): void;
  /** Every pause that ended by being skipped, in order: the pauses between attempts. */
  readonly skipped: readonly number[];
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** Sleeps up to `skipMs` pass at once and move time; longer ones (deadlines) wait for `advance`. */
export function fakeClock(at = '2026-11-23T06:40:54Z', skipMs = 1_500): FakeClock {
  const start = Date.parse(at);
  let elapsed = 0;
  let sleepers: readonly Sleeper[] = [];
  const skipped: number[] = [];

  function advance(ms: number): void {
    elapsed += ms;
    const due = sleepers.filter((one) => one.until <= elapsed);
    sleepers = sleepers.filter((one) => one.until > elapsed);
    for (const one of due) one.wake();
  }

  return {
    now: (): Instant => instant(start + elapsed),
    monotonic: () => elapsed,
    sleep(ms, signal) {
      if (signal?.aborted) return Promise.resolve();
      if (signal === undefined && ms <= skipMs) {
        skipped.push(ms);
        advance(ms);
        return Promise.resolve();
      }
      return new Promise((wake) => {
        const sleeper = { until: elapsed + ms, wake };
        sleepers = [...sleepers, sleeper];
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((one) => one !== sleeper);
          wake();
        });
      });
    },
    advance,
    skipped,
  };
}
