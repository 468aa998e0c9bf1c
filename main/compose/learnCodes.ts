/**
 * Asks the service which codes are this till's: at the start, and where it could not be asked, a few times more, and then
 * whenever the line is seen to be back. Once the service has told them, nothing is asked any more; a refusal may be a
 * gateway's or of a moment, and a code on a machine is worth another question.
 */

import type { Result } from '../../app/kernel/result.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';

export interface CodesLearner {
  /** The service was reached, by whatever call: what could not be asked before is asked now. */
  lineIsBack(): void;
  close(): void;
}

/** Milliseconds between the first attempts. After the last one only the line is waited for. */
const pauses: readonly number[] = [5_000, 30_000, 120_000, 600_000];

export function learnCodes(parts: {
  readonly list: () => Promise<Result<unknown>>;
  readonly clock: Clock;
  readonly log: Log;
}): CodesLearner {
  const { list, clock, log } = parts;
  const over = new AbortController();
  let nap = new AbortController();
  let left = pauses;
  let isBusy = false;
  let isAnswered = false;

  async function ask(): Promise<void> {
    isBusy = true;
    while (!isAnswered && !over.signal.aborted) {
      const listed = await list();
      // Without keys there is nobody to ask before the next start.
      isAnswered = listed.ok || listed.fault.kind === 'notConfigured';
      if (!listed.ok) log.warn('staticQr.notListed', { fault: listed.fault.kind });
      const [pause, ...rest] = left;
      if (isAnswered || pause === undefined) break;
      left = rest;
      nap = new AbortController();
      await clock.sleep(pause, AbortSignal.any([over.signal, nap.signal]));
    }
    isBusy = false;
  }

  const start = () =>
    void ask().catch((thrown: unknown) => log.error('staticQr.broken', { why: String(thrown) }));
  start();
  return {
    lineIsBack() {
      if (isBusy) nap.abort();
      else if (!isAnswered) start();
    },
    close: () => over.abort(),
  };
}
