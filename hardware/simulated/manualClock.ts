/** A clock that a test moves by hand. Sleepers wake in the order of their deadlines, each before the next is looked at. */

import { type Instant, instant } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';

export interface ManualClock extends Clock {
  /** Moves both times on and wakes whoever is due. */
  advance(ms: number): Promise<void>;
  /** Time goes on while the process is busy: nobody who sleeps wakes before the next `advance`. */
  stall(ms: number): void;
  /** Lets everything that waits for nothing but promises go on. */
  settle(): Promise<void>;
}

export function createManualClock(start = 1_750_000_000_000): ManualClock {
  const sleepers = new Set<{ readonly due: number; readonly wake: () => void }>();
  let elapsed = 0;

  /** Each turn of the event loop runs all promise reactions; a few turns let chains over real I/O-free awaits end. */
  async function settle(): Promise<void> {
    for (let turn = 0; turn < 5; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
  }

  return {
    now: (): Instant => instant(start + elapsed),
    monotonic: () => elapsed,
    sleep(ms, signal) {
      return new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const sleeper = {
          due: elapsed + ms,
          wake() {
            sleepers.delete(sleeper);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', sleeper.wake, { once: true });
      });
    },
    settle,
    stall(ms) {
      elapsed += ms;
    },
    async advance(ms) {
      await settle();
      const end = elapsed + ms;
      for (;;) {
        const next = [...sleepers].sort((a, b) => a.due - b.due)[0];
        if (next === undefined || next.due > end) break;
        elapsed = Math.max(elapsed, next.due);
        next.wake();
        await settle();
      }
      elapsed = end;
      await settle();
    },
  };
}
