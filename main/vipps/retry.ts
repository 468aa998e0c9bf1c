/**
 * What is sent again from here, and what is not.
 *
 * Reads are repeated a few times within the deadline of the whole call: they change nothing. Writes are never repeated
 * here, with one exception outside this file (`call.ts`): after a 401 once, with a fresh token, because a refused token
 * means that nothing was done. Every other repeat of a write is decided by the payment machine in `app`, which has
 * journaled the key and the body and sends exactly those again. A 429 is not repeated at all: it is handed up with
 * its `Retry-After`, and 423, 6160, 6250 and 6280 are handed up as `busyThere` (payments.md 2.7).
 */

import type { RemoteFault } from '../../app/kernel/fault.ts';
import type { Result } from '../../app/kernel/result.ts';
import type { Instant } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Ids } from '../../app/ports/Ids.ts';

export interface RepeatPlan {
  /** How often to send at most, the first time included. */
  readonly attempts: number;
  /** On the monotonic clock: nothing is sent after this. */
  readonly until: number;
}

const firstPauseMs = 200;
const mostJitterMs = 100;

/** Sends a read until it is answered, the attempts are used up or the deadline is near. Gives the last outcome. */
export async function repeatRead<T, F extends { readonly kind: string } = RemoteFault>(
  deps: { readonly clock: Clock; readonly ids: Ids },
  plan: RepeatPlan,
  once: () => Promise<Result<T, F>>,
): Promise<Result<T, F>> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await once();
    if (outcome.ok || !passing(outcome.fault) || attempt >= plan.attempts) return outcome;
    const pause = firstPauseMs * 2 ** (attempt - 1) + deps.ids.below(mostJitterMs);
    if (deps.clock.monotonic() + pause >= plan.until) return outcome;
    await deps.clock.sleep(pause);
  }
}

const passingKinds: readonly string[] = [
  'noConnection',
  'noAnswer',
  'serviceDown',
] satisfies RemoteFault['kind'][];

function passing(fault: { readonly kind: string }): boolean {
  return passingKinds.includes(fault.kind);
}

/** `Retry-After` as seconds or as a date (RFC 9110 10.2.3), in milliseconds from `now`; `null` if it tells nothing. */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now: Instant): number | null {
  const told = headers['retry-after']?.trim();
  if (told === undefined || told === '') return null;
  if (/^\d{1,9}$/.test(told)) return Number(told) * 1000;
  const at = Date.parse(told);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
