/** The road by which the service tells of changes: registered, received, verified, and passed on as "look now". */

import type { RegistrationState, WebhooksView } from '../../app/contract/viewStaticQr.ts';
import type { CheckedIn } from '../../app/flows/receiveArrivals.ts';
import { isLoopback } from '../../app/kernel/loopback.ts';
import { ok, type Result } from '../../app/kernel/result.ts';
import { type Instant, isoUtc } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { WebhookKeep } from '../settings/webhookKeep.ts';
import { checkedInEvent, type Vipps, webhookEvents } from '../vipps/index.ts';
import { createWebhookReceiver, type Delivery } from '../webhooks/receiver.ts';
import { listenForWebhooks } from './webhookListener.ts';
import { keepRegistered, type WebhookRegistration } from './webhookRegistration.ts';

export interface WebhookRoad {
  /** Whether the service can reach this till at all. */
  readonly reachable: boolean;
  state(): RegistrationState;
  /** Of the registration for scans of the store's own codes, of which a sales unit has only one (payments.md 6.1). */
  checkIns(): RegistrationState;
  /** Whether this till has codes of its own, and so wants to be told of scans. */
  wantCheckIns(wanted: boolean): void;
  /** What is known of the road: when the registration was last seen, the last delivery, refused ones since the start. */
  health(): WebhookHealth;
  /** All that the manager may know of it; asks the service for its registrations. */
  view(): Promise<WebhooksView>;
  /** Takes any registration of the sales unit away. */
  remove(id: string): Promise<Result<null>>;
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
  readonly keepCheckIns: WebhookKeep;
  readonly checkedIn: (checkedIn: CheckedIn) => void;
  readonly nudge: (reference: string, name: string) => void;
  readonly changed: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

export async function openWebhooks(parts: WebhookParts): Promise<WebhookRoad> {
  const { clock, log } = parts;
  let lastSeenAt: Instant | null = null;
  let checkIns: WebhookRegistration | null = null;
  let ended = Promise.resolve();
  const receiver = createWebhookReceiver({
    clock,
    registrations: () => [...registration.known(), ...(checkIns?.known() ?? [])],
  });

  /** A defect behind one message must not end the till. */
  function soon(act: () => void): void {
    setImmediate(() => {
      try {
        act();
      } catch (thrown) {
        log.error('webhooks.broken', { why: String(thrown) });
      }
    });
  }

  function receive(delivery: Delivery): number {
    const { status, event } = receiver.receiveWebhook(delivery);
    if (status === 200) lastSeenAt = clock.now();
    // Whoever floods the till with forgeries does not fill its log.
    const { count } = receiver.signatureFailures();
    if (status === 401 && Number.isInteger(Math.log10(count))) log.warn('webhooks.notSigned', { count });
    // After the answer: the sender does not wait for what an event sets off.
    if (event?.kind === 'payment') soon(() => parts.nudge(event.reference, event.name));
    if (event?.kind === 'checkedIn') {
      const { customerToken, merchantQrId: qrId, initiatedAt } = event;
      soon(() => parts.checkedIn({ customerToken, qrId, initiatedAt }));
    }
    return status;
  }

  const near = parts.publicUrl === null && parts.serviceUrl !== null && isHere(parts.serviceUrl);
  const listener = near ? await listenForWebhooks(receive, log) : null;
  const address = parts.publicUrl ?? listener?.url ?? null;
  const registration = keepRegistered(address, webhookEvents, parts);

  function wantCheckIns(wanted: boolean): void {
    if (wanted === (checkIns !== null)) return;
    if (checkIns !== null) ended = checkIns.end().then(parts.changed);
    // One that is wanted again must not take over what is just being taken away.
    checkIns = wanted
      ? keepRegistered(address, [checkedInEvent], { ...parts, keep: parts.keepCheckIns, after: ended })
      : null;
  }

  return {
    reachable: address !== null,
    state: registration.state,
    checkIns: () => checkIns?.state() ?? 'none',
    wantCheckIns,
    health: () => ({
      checkedAt: registration.checkedAt(),
      lastSeenAt,
      refused: receiver.signatureFailures().count,
    }),
    async view() {
      const listed = await parts.webhooks.list();
      const ours = [...registration.known(), ...(checkIns?.known() ?? [])];
      const checkedAt = registration.checkedAt();
      const failures = receiver.signatureFailures();
      return {
        url: address,
        payments: registration.state(),
        checkIns: checkIns?.state() ?? 'none',
        checkedAt: checkedAt === null ? null : isoUtc(checkedAt),
        lastSeenAt: lastSeenAt === null ? null : isoUtc(lastSeenAt),
        refused: failures.count,
        refusedAt: failures.lastAt === null ? null : isoUtc(failures.lastAt),
        registrations: listed.ok
          ? listed.value.map((one) => ({ ...one, isThisTills: ours.some(({ id }) => id === one.id) }))
          : null,
      };
    },
    async remove(id) {
      const done = await parts.webhooks.delete(id);
      if (!done.ok) return done;
      registration.lookNow();
      checkIns?.lookNow();
      return ok(null);
    },
    receive,
    async close() {
      await Promise.all([registration.close(), checkIns?.close()]);
      await listener?.close();
    },
  };
}

function isHere(address: string): boolean {
  return URL.canParse(address) && isLoopback(new URL(address).hostname);
}
