/** The machine's own time, for tests through real sockets and ports. */

import { instant } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';

export const realClock: Clock = {
  now: () => instant(Date.now()),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    }),
};
