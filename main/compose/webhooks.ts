/** The road by which the service tells of changes: registered, received, verified, and passed on as "look now". */

import type { Instant } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { WebhookKeep } from '../settings/webhookKeep.ts';
import type { Vipps } from '../vipps/index.ts';
import { createWebhookReceiver, type Delivery } from '../webhooks/receiver.ts';
import { listenForWebhooks } from './webhookListener.ts';
import { keepRegistered } from './webhookRegistration.ts';

export interface WebhookRoad {
  state(): 'none' | 'registered' | 'failing';
  /** What is known of the road: when the registration was last seen, the last delivery, refused ones since the start. */
  health(): WebhookHealth;
  receive(delivery: Delivery): number;
  close(): Promise<void>;
}

export interface WebhookHealth {
  readonly checkedAt: Instant | null;
  readonly lastSeenAt: Instant | null;
  readonly refused: number;
}

export interface WebhookParts {
  /** Where the world reaches this till; `null` where it cannot. */
  readonly publicUrl: string | null;
  /** In training, the simulated service: one on this machine reaches a listener of our own. `null` otherwise. */
  readonly serviceUrl: string | null;
  readonly webhooks: Vipps['webhooks'];
  readonly keep: WebhookKeep;
  readonly nudge: (reference: string, name: string) => void;
  readonly changed: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

export async function openWebhooks(parts: WebhookParts): Promise<WebhookRoad> {
  const { clock, log } = parts;
  let lastSeenAt: Instant | null = null;
  const receiver = createWebhookReceiver({ clock, registrations: () => registration.known() });

  function receive(delivery: Delivery): number {
    const { status, event } = receiver.receiveWebhook(delivery);
    if (status === 200) lastSeenAt = clock.now();
    // Whoever floods the till with forgeries does not fill its log.
    const { count } = receiver.signatureFailures();
    if (status === 401 && Number.isInteger(Math.log10(count))) log.warn('webhooks.notSigned', { count });
    // After the answer: the sender does not wait for what an event sets off.
    if (event?.kind === 'payment') setImmediate(() => parts.nudge(event.reference, event.name));
    return status;
  }

  const near = parts.publicUrl === null && parts.serviceUrl !== null && isHere(parts.serviceUrl);
  const listener = near ? await listenForWebhooks(receive, log) : null;
  const registration = keepRegistered(parts.publicUrl ?? listener?.url ?? null, parts);
  return {
    state: registration.state,
    health: () => ({
      checkedAt: registration.checkedAt(),
      lastSeenAt,
      refused: receiver.signatureFailures().count,
    }),
    receive,
    async close() {
      await registration.close();
      await listener?.close();
    },
  };
}

function isHere(address: string): boolean {
  return URL.canParse(address) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);
}
