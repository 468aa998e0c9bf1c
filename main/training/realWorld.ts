/** Real time and real chance for a training service that runs as a server of its own. The core never imports this. */

import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { instant } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Ids } from '../../app/ports/Ids.ts';

export const realClock: Clock = {
  now: () => instant(Date.now()),
  monotonic: () => performance.now(),
  async sleep(ms, signal) {
    // Timers of the simulated world never keep the process alive.
    const options = { ref: false, ...(signal instanceof AbortSignal ? { signal } : {}) };
    await wait(ms, undefined, options).catch((cause: unknown) => {
      if (!(signal?.aborted ?? false)) throw cause;
    });
  },
};

export const realIds: Ids = {
  unique: () => randomUUID(),
  below: (below) => randomInt(below),
};
