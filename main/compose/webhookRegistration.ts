/**
 * Keeps one registration for this till's payments at the wallet's Webhooks API (payments.md 6.1). Its secret is told once
 * and kept in memory only: at every start the till takes its old registration of the same address away and makes a new
 * one. Polling goes on whatever becomes of it.
 */

import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import { type Vipps, webhookEvents } from '../vipps/index.ts';
import type { KnownRegistration } from '../webhooks/receiver.ts';

export interface WebhookRegistration {
  state(): 'none' | 'registered' | 'failing';
  known(): readonly KnownRegistration[];
  /** Stops trying, and waits for what is under way. The registration stays at the service until the next start. */
  close(): Promise<void>;
}

/** Milliseconds between attempts; the last one repeats. */
const pauses: readonly number[] = [2_000, 10_000, 60_000];

/** `url` is where the service reaches this till; `null` registers nothing. */
export function keepRegistered(
  url: string | null,
  parts: {
    readonly webhooks: Vipps['webhooks'];
    readonly clock: Clock;
    readonly log: Log;
    readonly changed: () => void;
  },
): WebhookRegistration {
  const { webhooks, clock, log } = parts;
  const over = new AbortController();
  let state: 'none' | 'registered' | 'failing' = 'none';
  let known: readonly KnownRegistration[] = [];

  async function register(address: string): Promise<boolean> {
    const listed = await webhooks.list();
    if (!listed.ok) return failed(listed.fault.kind);
    for (const old of listed.value.filter((one) => one.url === address)) await webhooks.delete(old.id);
    const made = await webhooks.register(address, webhookEvents);
    if (!made.ok) return failed(made.fault.kind);
    if (over.signal.aborted) return true;
    known = [{ ...made.value, url: address }];
    state = 'registered';
    log.info('webhooks.registered', {});
    parts.changed();
    return true;
  }

  function failed(fault: string): boolean {
    if (over.signal.aborted) return true;
    log.warn('webhooks.notRegistered', { fault });
    state = 'failing';
    parts.changed();
    return false;
  }

  async function keepTrying(address: string): Promise<void> {
    for (let attempt = 0; !over.signal.aborted; attempt += 1) {
      if (await register(address)) return;
      await clock.sleep(pauses[Math.min(attempt, pauses.length - 1)] ?? 60_000, over.signal);
    }
  }

  const trying =
    url === null
      ? Promise.resolve()
      : keepTrying(url).catch((thrown: unknown) => log.error('webhooks.broken', { why: String(thrown) }));
  return {
    state: () => state,
    known: () => known,
    close() {
      over.abort();
      // A service that does not answer keeps nobody from ending.
      return Promise.race([trying, clock.sleep(1_000)]);
    },
  };
}
