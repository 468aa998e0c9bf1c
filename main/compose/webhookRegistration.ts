/**
 * Keeps one registration for this till's payments at the wallet's Webhooks API (payments.md 6.1), across restarts: one that
 * is still there and whose secret is at hand is used as it is. Else the new one is made and kept first, both secrets are
 * accepted meanwhile, and only then the old ones of this till are taken away. Looked at again every so often, since the
 * service removes what does not answer for two weeks. Polling goes on whatever becomes of it.
 */

import type { RegistrationState } from '../../app/contract/viewStaticQr.ts';
import type { RemoteFault } from '../../app/kernel/fault.ts';
import { ok, type Result } from '../../app/kernel/result.ts';
import type { Instant } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { WebhookKeep } from '../settings/webhookKeep.ts';
import { checkedInEvent, type Registration, type Vipps } from '../vipps/index.ts';
import type { KnownRegistration } from '../webhooks/receiver.ts';

export interface WebhookRegistration {
  state(): RegistrationState;
  /** When the service was last seen to have it; `null` before. */
  checkedAt(): Instant | null;
  /** Whose signatures are accepted: the one in use, and old ones whose last deliveries may still be on their way. */
  known(): readonly KnownRegistration[];
  /** Something changed at the service: looks at once instead of at the next turn. */
  lookNow(): void;
  /** Takes the registration away from the service and stops. */
  end(): Promise<void>;
  /** Stops trying, and waits for what is under way. The registration stays at the service for the next start. */
  close(): Promise<void>;
}

/** Milliseconds between attempts that fail; the last one repeats. */
const pauses: readonly number[] = [2_000, 10_000, 60_000];
const lookAgainMs = 600_000;

/** `url` is where the service reaches this till; `null` registers nothing. `events`: what it shall be told of. */
export function keepRegistered(
  url: string | null,
  events: readonly string[],
  parts: {
    readonly webhooks: Vipps['webhooks'];
    readonly keep: WebhookKeep;
    readonly clock: Clock;
    readonly log: Log;
    readonly changed: () => void;
    /** Nothing is begun before this. */
    readonly after?: Promise<void>;
  },
): WebhookRegistration {
  const { webhooks, keep, clock, log, after } = parts;
  const over = new AbortController();
  let state: RegistrationState = 'none';
  let checkedAt: Instant | null = null;
  let nap = new AbortController();
  let known = keep.read();

  async function ensure(address: string): Promise<RegistrationState> {
    const listed = await webhooks.list();
    if (!listed.ok) return failed(listed.fault);
    const good = known.find((one) => one.url === address && isThere(one, listed.value, events));
    // Kept by this till, or of its own address: nobody else's are touched.
    const stale = listed.value.filter(
      ({ id, url: at, events: told }) =>
        id !== good?.id &&
        (at === address || known.some((one) => one.id === id)) &&
        told.some((event) => events.includes(event)),
    );
    const used = good === undefined ? await anew(address, stale) : ok(good);
    if (!used.ok) {
      // The service refuses an address that it does not like in the same words (payments.md 6.1).
      const others = listed.value.filter((one) => !stale.includes(one));
      const held = isRefused(used.fault) && events.some((event) => isFull(event, others));
      return held ? 'taken' : failed(used.fault);
    }
    for (const { id } of stale) await webhooks.delete(id);
    keep.write([used.value]);
    // A secret that was in use until now is accepted until the next look.
    known = good === undefined ? [...known, used.value] : [used.value];
    checkedAt = clock.now();
    return 'registered';
  }

  function failed({ kind }: RemoteFault): RegistrationState {
    log.warn('webhooks.notRegistered', { fault: kind });
    return 'failing';
  }

  /** The new one first; where there is no room for it, the oldest of this till makes room. */
  async function anew(
    address: string,
    stale: readonly Registration[],
  ): Promise<Result<KnownRegistration, RemoteFault>> {
    let made = await webhooks.register(address, events);
    const [oldest] = stale;
    if (!made.ok && isRefused(made.fault) && oldest !== undefined) {
      await webhooks.delete(oldest.id);
      made = await webhooks.register(address, events);
    }
    if (!made.ok) return made;
    const registration = { ...made.value, url: address };
    keep.write([...known, registration]);
    log.info('webhooks.registered', {});
    return ok(registration);
  }

  async function run(address: string): Promise<void> {
    if (after !== undefined) await after;
    for (let failures = 0; !over.signal.aborted; ) {
      state = await ensure(address);
      if (over.signal.aborted) return;
      failures = state === 'registered' ? 0 : failures + 1;
      parts.changed();
      const pause = pauses[Math.min(failures, pauses.length) - 1] ?? lookAgainMs;
      nap = new AbortController();
      await clock.sleep(pause, AbortSignal.any([over.signal, nap.signal]));
    }
  }

  const running =
    url === null
      ? Promise.resolve()
      : run(url).catch((thrown: unknown) => log.error('webhooks.broken', { why: String(thrown) }));

  function close(): Promise<void> {
    over.abort();
    // A service that does not answer keeps nobody from ending.
    return Promise.race([running, clock.sleep(1_000)]);
  }

  return {
    state: () => state,
    checkedAt: () => checkedAt,
    known: () => known,
    lookNow: () => nap.abort(),
    async end() {
      await close();
      for (const { id } of known) await webhooks.delete(id);
      keep.write([]);
    },
    close,
  };
}

function isThere(
  { id, url }: KnownRegistration,
  listed: readonly Registration[],
  events: readonly string[],
): boolean {
  const found = listed.find((one) => one.id === id);
  return found?.url === url && events.every((event) => found.events.includes(event));
}

function isRefused({ kind }: RemoteFault): boolean {
  return kind === 'rejected' || kind === 'conflict';
}

/** Whether the sales unit has as many registrations for the event as it may have (payments.md 6.1). */
function isFull(event: string, listed: readonly Registration[]): boolean {
  const most = event === checkedInEvent ? 1 : 25;
  return listed.filter(({ events }) => events.includes(event)).length >= most;
}
