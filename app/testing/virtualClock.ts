/** A clock that only moves when told to, and lets everything that is due happen in order. */

import { instant } from '../kernel/time.ts';
import type { Clock } from '../ports/Clock.ts';

export interface VirtualClock extends Clock {
  /** Lets `ms` pass: every sleeper wakes at its own time, in order. */
  pass(ms: number): Promise<void>;
  /** Somebody sets the wall clock: it differs by so much more from now on. */
  jump(ms: number): void;
  /** Lets everything happen that needs no time. */
  settle(): Promise<void>;
}

interface Sleeper {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
}

export function virtualClock(start = Date.UTC(2026, 10, 23, 9)): VirtualClock {
  let elapsed = 0;
  let offset = 0;
  let order = 0;
  let sleepers: readonly Sleeper[] = [];

  /** Promise chains of the till are short; this many turns let the longest of them end. */
  async function settle(): Promise<void> {
    for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
  }

  return {
    now: () => instant(start + offset + elapsed),
    jump(ms) {
      offset += ms;
    },
    monotonic: () => elapsed,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        order += 1;
        const wake = () => {
          sleepers = sleepers.filter((one) => one !== sleeper);
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        const sleeper = { at: elapsed + Math.max(0, ms), order, wake };
        sleepers = [...sleepers, sleeper];
        signal?.addEventListener('abort', wake, { once: true });
      }),
    async pass(ms) {
      const end = elapsed + ms;
      await settle();
      for (;;) {
        const due = sleepers
          .filter((one) => one.at <= end)
          .sort((a, b) => a.at - b.at || a.order - b.order)[0];
        if (due === undefined) break;
        elapsed = Math.max(elapsed, due.at);
        due.wake();
        await settle();
      }
      elapsed = end;
    },
    settle,
  };
}
