/**
 * Time of a simulated world: it stands still until told to pass, and then lets everything that is due happen in order.
 * Wall time can be made to jump, as it does when somebody sets the clock of a till.
 */

import { instant } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';

export interface SimulatedTime extends Clock {
  /** Lets `ms` pass; every sleeper wakes at its own moment, in the order of their moments. */
  pass(ms: number): Promise<void>;
  /** The same time, without the jumps of the wall clock: the service's own clock. */
  readonly steady: Clock;
  jump(ms: number): void;
}

interface Sleeper {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
}

/** One turn of the event loop: every promise that can go on without time does. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

export function simulatedTime(start: number): SimulatedTime {
  let elapsed = 0;
  let offset = 0;
  let order = 0;
  const sleepers = new Set<Sleeper>();

  function sleep(ms: number, signal?: Parameters<Clock['sleep']>[1]): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      order += 1;
      const wake = () => {
        sleepers.delete(sleeper);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const sleeper = { at: elapsed + Math.max(0, ms), order, wake };
      sleepers.add(sleeper);
      signal?.addEventListener('abort', wake, { once: true });
    });
  }

  function first(until: number): Sleeper | null {
    let best: Sleeper | null = null;
    for (const one of sleepers) {
      if (one.at > until) continue;
      if (best === null || one.at < best.at || (one.at === best.at && one.order < best.order)) best = one;
    }
    return best;
  }

  const monotonic = () => elapsed;
  return {
    now: () => instant(start + elapsed + offset),
    monotonic,
    sleep,
    steady: { now: () => instant(start + elapsed), monotonic, sleep },
    jump(ms) {
      offset += ms;
    },
    async pass(ms) {
      const end = elapsed + ms;
      await settle();
      for (let due = first(end); due !== null; due = first(end)) {
        elapsed = Math.max(elapsed, due.at);
        due.wake();
        await settle();
      }
      elapsed = end;
    },
  };
}
