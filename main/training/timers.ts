/**
 * What happens later in the simulated world: customers who act, payments that expire, deliveries that are repeated.
 * Everything goes through the port `Clock` and ends with `stop`, so a simulation chooses when time passes.
 */

import type { Clock } from '../../app/ports/Clock.ts';

export interface Timers {
  /** Does `act` after `ms`; the answer cancels it. */
  after(ms: number, act: () => void): () => void;
  /** Waits; `false` when the world was stopped meanwhile. */
  pause(ms: number): Promise<boolean>;
  /** Waits for ever, until the world is stopped. */
  hold(): Promise<void>;
  stop(): void;
}

/** Longest single sleep: timers of Node overflow beyond 2^31 ms, and a payment may live for 60 days. */
const longestSleep = 24 * 3_600_000;

/** Without a reason of ours each abort would make an exception with its stack, and most timers are called off. */
const calledOff = 'called off';

export function createTimers(clock: Clock): Timers {
  const running = new Set<AbortController>();
  const held = new Set<() => void>();
  let stopped = false;

  async function sleep(ms: number, controller: AbortController): Promise<boolean> {
    running.add(controller);
    for (let left = ms; left > 0 && !controller.signal.aborted; left -= longestSleep) {
      await clock.sleep(Math.min(left, longestSleep), controller.signal);
    }
    running.delete(controller);
    return !controller.signal.aborted;
  }

  return {
    after(ms, act) {
      const controller = new AbortController();
      if (!stopped) {
        void sleep(ms, controller).then((due) => {
          if (due) act();
        });
      }
      return () => controller.abort(calledOff);
    },
    async pause(ms) {
      return !stopped && (await sleep(ms, new AbortController()));
    },
    hold() {
      return stopped ? Promise.resolve() : new Promise((resolve) => held.add(resolve));
    },
    stop() {
      stopped = true;
      for (const controller of [...running]) controller.abort(calledOff);
      for (const release of [...held]) release();
      running.clear();
      held.clear();
    },
  };
}
