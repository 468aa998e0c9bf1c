/**
 * Delivers events to registered addresses (payments.md 6.6): in order per registration and payment, a failing event
 * blocking the later ones, repeated by the documented ladder for seven days.
 */

import type { Clock } from '../../app/ports/Clock.ts';
import type { Faults, TrainingFault } from './faults.ts';
import type { Timers } from './timers.ts';
import { signDelivery } from './webhookSignature.ts';

/** One POST to the merchant. */
export interface Delivery {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type DeliveryOutcome =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'noAnswer' };

/** Carries a delivery out; gives up after 10 s. Never rejects. */
export type SendWebhook = (delivery: Delivery) => Promise<DeliveryOutcome>;

export interface Registration {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly secret: string;
}

/** What became of one attempt; part of the ledger. */
export interface Attempt {
  readonly registrationId: string;
  readonly event: string;
  readonly subject: string;
  readonly at: number;
  readonly outcome: DeliveryOutcome | 'lost' | 'forged';
}

interface Waiting {
  readonly event: string;
  readonly body: string;
}

export interface Deliveries {
  /** Queues `body` for one registration behind earlier events of the same `subject` (a payment's reference). */
  queue(registration: Registration, event: string, subject: string, body: string): void;
  /** Forgets what waits for a registration that was deleted. */
  drop(registrationId: string): void;
  attempts(): readonly Attempt[];
}

const ladderEnd = 7 * 24 * 3_600_000;

/** Milliseconds until the next attempt, after `attempts` failures. */
export function retryDelay(attempts: number): number {
  if (attempts < 4) return 2000;
  if (attempts === 4) return 60_000;
  if (attempts === 5) return 120_000;
  return attempts < 29 ? 3_600_000 : 24 * 3_600_000;
}

export function createDeliveries(
  clock: Clock,
  timers: Timers,
  faults: Faults,
  send: SendWebhook | null,
  timeScale: number,
): Deliveries {
  const queues = new Map<string, Waiting[]>();
  const attempts: Attempt[] = [];

  async function attempt(
    to: Registration,
    waiting: Waiting,
    subject: string,
    secret: string,
  ): Promise<boolean> {
    if (!send) return true;
    const date = new Date(clock.now()).toUTCString();
    const headers = {
      'content-type': 'application/json',
      ...signDelivery(secret, to.url, date, waiting.body),
    };
    const forged = secret !== to.secret;
    const outcome = await send({ url: to.url, headers, body: waiting.body });
    attempts.push({
      registrationId: to.id,
      event: waiting.event,
      subject,
      at: clock.now(),
      outcome: forged ? 'forged' : outcome,
    });
    return outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300;
  }

  /** One try under a chosen failure; `true` when the event is done with. */
  async function tryOnce(to: Registration, queue: Waiting[], subject: string): Promise<boolean> {
    const first = queue[0];
    if (!first) return true;
    const fault = faults.take('webhooks.delivery');
    if (fault === null) return attempt(to, first, subject, to.secret);
    return underFault(fault, to, queue, first, subject);
  }

  async function underFault(
    fault: TrainingFault,
    to: Registration,
    queue: Waiting[],
    first: Waiting,
    subject: string,
  ): Promise<boolean> {
    switch (fault.what) {
      case 'lost':
        attempts.push({
          registrationId: to.id,
          event: first.event,
          subject,
          at: clock.now(),
          outcome: 'lost',
        });
        return true;
      case 'dropBefore':
        return false;
      case 'dropAfter':
        await attempt(to, first, subject, to.secret);
        return false;
      case 'duplicate':
        await attempt(to, first, subject, to.secret);
        return attempt(to, first, subject, to.secret);
      case 'forged':
        await attempt(to, first, subject, `${to.secret}!`);
        return attempt(to, first, subject, to.secret);
      case 'outOfOrder': {
        await timers.pause(fault.afterMs ?? 5000);
        const second = queue[1];
        if (second) queue.splice(0, 2, second, first);
        return attempt(to, queue[0] ?? first, subject, to.secret);
      }
      default:
        await timers.pause(fault.afterMs ?? 5000);
        return attempt(to, first, subject, to.secret);
    }
  }

  async function drain(key: string, to: Registration, subject: string): Promise<void> {
    let failures = 0;
    let startedAt = clock.monotonic();
    for (let queue = queues.get(key); queue?.[0]; queue = queues.get(key)) {
      const delivered = await tryOnce(to, queue, subject);
      if (delivered || clock.monotonic() - startedAt > ladderEnd * timeScale) {
        queue.shift();
        failures = 0;
        startedAt = clock.monotonic();
        continue;
      }
      failures += 1;
      if (!(await timers.pause(retryDelay(failures) * timeScale))) return;
    }
    queues.delete(key);
  }

  return {
    queue(registration, event, subject, body) {
      const key = `${registration.id} ${subject}`;
      const queue = queues.get(key);
      if (queue) {
        queue.push({ event, body });
        return;
      }
      queues.set(key, [{ event, body }]);
      void drain(key, registration, subject);
    },
    drop(registrationId) {
      for (const key of [...queues.keys()]) if (key.startsWith(`${registrationId} `)) queues.delete(key);
    },
    attempts: () => attempts,
  };
}
