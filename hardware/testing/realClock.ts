/** Real time for tests and measurements of the devices; the till's own clock is `main`'s and out of reach here. */

import { instant } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';

export const realClock: Clock = {
  now: () => instant(Date.now()),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal?.addEventListener('abort', end);
    }),
};
