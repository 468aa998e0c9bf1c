/**
 * The time at which a report counts as come. A till that is busy reads late what came in time, and would take the second
 * half of a scan for a scan of its own. So the next part is late only when the till could have heard it: when the limit
 * has passed and whatever had come by then has had its turn.
 */

import type { Clock } from '../../app/ports/Clock.ts';

/** The end of the limit is slept on its own: between two sleeps Node hands over what has come. */
const lastTurnMs = 50;

export interface Patience {
  /** When the report that is being read came, in milliseconds of the monotonic clock. */
  cameAt(): number;
  isWaiting(): boolean;
  /** Another report should follow that one within the limit. */
  awaitNext(cameAt: number): void;
  /** Nothing is awaited any more. */
  end(): void;
}

export function createPatience(clock: Clock, limitMs: number): Patience {
  let waiting: { readonly until: number; readonly nap: AbortController } | null = null;

  function end(): void {
    waiting?.nap.abort();
    waiting = null;
  }

  return {
    cameAt: () => Math.min(clock.monotonic(), waiting?.until ?? Number.POSITIVE_INFINITY),
    isWaiting: () => waiting !== null,
    awaitNext(cameAt) {
      end();
      const own = { until: cameAt + limitMs, nap: new AbortController() };
      waiting = own;
      void clock
        .sleep(limitMs - lastTurnMs, own.nap.signal)
        .then(() => clock.sleep(lastTurnMs, own.nap.signal))
        .then(() => {
          if (waiting === own) waiting = null;
        });
    },
    end,
  };
}
