/**
 * Where webhooks arrive in a simulated world: the till's real receiver, as long as the till runs. It knows by itself which
 * deliveries are genuine, so that the auditor can tell whether a forged one was taken.
 */

import type { Till } from '../../app/till.ts';
import { type Delivery, type DeliveryOutcome, signDelivery } from '../training/index.ts';
import { createWebhookReceiver, type KnownRegistration, type WebhookReceiver } from '../webhooks/receiver.ts';
import type { Chance } from './chance.ts';
import type { SimulatedTime } from './simulatedTime.ts';

export interface Postbox {
  readonly deliver: (delivery: Delivery) => Promise<DeliveryOutcome>;
  /** A till has started: what the one before it remembered is gone. */
  open(): void;
  /** Deliveries that nobody but a forger can have made and that were accepted. */
  readonly forgeriesTaken: () => number;
}

export function simulatedPostbox(parts: {
  readonly time: SimulatedTime;
  readonly lag: Chance;
  readonly registrations: () => readonly KnownRegistration[];
  /** The till that runs, if any. */
  readonly till: () => Pick<Till, 'nudge' | 'checkedIn'> | null;
}): Postbox {
  const { time, registrations } = parts;
  let receiver: WebhookReceiver = createWebhookReceiver({ clock: time, registrations });
  let forgeriesTaken = 0;

  function isGenuine({ url, headers, body }: Delivery): boolean {
    const date = headers['x-ms-date'] ?? '';
    return registrations().some(
      ({ secret }) => signDelivery(secret, url, date, body).authorization === headers['authorization'],
    );
  }

  return {
    forgeriesTaken: () => forgeriesTaken,
    open() {
      receiver = createWebhookReceiver({ clock: time, registrations });
    },
    async deliver(delivery) {
      await time.sleep(parts.lag.between(10, 400));
      const till = parts.till();
      if (till === null) return { kind: 'noAnswer' };
      const { pathname, host } = new URL(delivery.url);
      const rawBody = Buffer.from(delivery.body);
      const headers = { ...delivery.headers, host };
      const { status, event } = receiver.receiveWebhook({ method: 'POST', path: pathname, headers, rawBody });
      if (status === 200 && !isGenuine(delivery)) forgeriesTaken += 1;
      if (event?.kind === 'payment') till.nudge(event.reference);
      if (event?.kind === 'checkedIn') {
        const { customerToken, merchantQrId: qrId, initiatedAt } = event;
        till.checkedIn({ customerToken, qrId, initiatedAt });
      }
      return { kind: 'answered', status };
    },
  };
}
