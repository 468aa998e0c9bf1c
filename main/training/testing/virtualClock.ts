/** A clock that stands still until a test moves it. */

import { instant } from '../../../app/kernel/time.ts';
import type { Clock } from '../../../app/ports/Clock.ts';

export interface VirtualClock extends Clock {
  /** Lets `ms` pass: every sleeper due is woken in order, at its own moment. */
  advance(ms: number): Promise<void>;
  /** Sleepers that still wait. */
  sleepers(): number;
}

const start = Date.UTC(2026, 10, 23, 9, 0, 0);

/** Lets everything run that was made ready, timers of this clock apart. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export function virtualClock(): VirtualClock {
  let elapsed = 0;
  let sleepers: readonly { readonly due: number; readonly wake: () => void }[] = [];
  return {
    now: () => instant(start + elapsed),
    monotonic: () => elapsed,
    sleep(ms, signal) {
      return new Promise((resolve) => {
        if (signal?.aborted) {
          resolve();
          return;
        }
        const sleeper = { due: elapsed + ms, wake: resolve };
        sleepers = [...sleepers, sleeper];
        signal?.addEventListener(
          'abort',
          () => {
            sleepers = sleepers.filter((one) => one !== sleeper);
            resolve();
          },
          { once: true },
        );
      });
    },
    async advance(ms) {
      const end = elapsed + ms;
      await settle();
      for (;;) {
        const due = sleepers.filter((one) => one.due <= end);
        const next = due.reduce<(typeof due)[number] | null>(
          (a, b) => (a === null || b.due < a.due ? b : a),
          null,
        );
        if (next === null) break;
        sleepers = sleepers.filter((one) => one !== next);
        elapsed = Math.max(elapsed, next.due);
        next.wake();
        await settle();
      }
      elapsed = end;
    },
    sleepers: () => sleepers.length,
  };
}
