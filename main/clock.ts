/** The system's clock and timers behind the port. */

import { instant } from '../app/kernel/time.ts';
import type { Clock } from '../app/ports/Clock.ts';

/** Node's timers overflow beyond 2^31 - 1 ms and would fire at once. */
const longestTimerMs = 2_147_483_647;

export function createSystemClock(): Clock {
  return {
    now: () => instant(Date.now()),
    monotonic: () => performance.now(),
    async sleep(ms, signal) {
      for (let left = ms; left > 0 && signal?.aborted !== true; left -= longestTimerMs) {
        await pause(Math.min(left, longestTimerMs), signal);
      }
    },
  };
}

/** Neither the timer nor the listener outlives the pause, so a signal can serve any number of them. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end, { once: true });
  });
}
