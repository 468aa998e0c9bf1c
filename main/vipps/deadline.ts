/** Waiting for something no longer than so long, by the port `Clock`, whatever that something does. */

import type { Clock } from '../../app/ports/Clock.ts';

export type InTime<T> = { readonly late: false; readonly value: T } | { readonly late: true };

/** Without a reason of ours each abort would make an exception with its stack, at every call that is in time. */
const inTime = 'in time';

/**
 * The value of `work`, or `late` after `ms`; the time runs from before the work begins. The work is not stopped: whoever started it does that. `work` must not
 * reject (in this folder faults are values).
 */
export async function within<T>(clock: Clock, ms: number, work: () => Promise<T>): Promise<InTime<T>> {
  const done = new AbortController();
  const timer = clock.sleep(Math.max(0, ms), done.signal).then((): InTime<T> => ({ late: true }));
  const outcome = await Promise.race([work().then((value): InTime<T> => ({ late: false, value })), timer]);
  done.abort(inTime);
  return outcome;
}
