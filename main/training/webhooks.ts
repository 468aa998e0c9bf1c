/** Webhooks API: register, list, delete (payments.md 6.1, OAS Webhooks v1), and what is published to whom. */

import { z } from 'zod';
import { isLoopback } from '../../app/kernel/loopback.ts';
import type { Call, Detail, Route, ServiceResponse } from './exchange.ts';
import { empty, json } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import { foreignMsn, headerFaults } from './gateway.ts';
import type { Mint } from './mint.ts';
import type { Settled } from './options.ts';
import { parseBody, webhooksProblem, wrongMediaType } from './problems.ts';
import type { Deliveries, Registration } from './webhookDelivery.ts';

export const webhookEvents = [
  'epayments.payment.created.v1',
  'epayments.payment.authorized.v1',
  'epayments.payment.aborted.v1',
  'epayments.payment.expired.v1',
  'epayments.payment.terminated.v1',
  'epayments.payment.captured.v1',
  'epayments.payment.cancelled.v1',
  'epayments.payment.refunded.v1',
  'user.checked-in.v1',
  'login.merchant-initiated.ping.v1',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

const registerSchema = z.strictObject({
  url: z.string('The property is required and cannot be null or empty.').min(1),
  events: z.array(z.string()).min(1, 'The property is required and cannot be null or empty.'),
});

/** Registrations per event type and MSN. */
const limitOf = (event: string): number => (event === 'user.checked-in.v1' ? 1 : 25);

export interface Webhooks {
  readonly routes: readonly Route[];
  registrations(): readonly Registration[];
  /** Sends `body` to everybody who registered for `event`; `subject` keeps order (a reference, an id). */
  publish(event: WebhookEvent, subject: string, body: unknown): void;
}

export function createWebhooks(
  settled: Settled,
  mint: Mint,
  gateway: Gateway,
  deliveries: Deliveries,
): Webhooks {
  let registered: readonly Registration[] = [];

  /** Everything that stands before the work of this API. */
  function refused(call: Call): ServiceResponse | null {
    const stop = gateway.admit(call);
    if (stop) return stop;
    const details = headerFaults(call, 'optional');
    if (details.length > 0) return webhooksProblem(call, 400, 'Bad Request', details, mint.traceId());
    if (foreignMsn(call, settled)) return webhooksProblem(call, 403, 'Forbidden', [], mint.traceId());
    return wrongMediaType(call, mint.traceId());
  }

  function register(call: Call): ServiceResponse {
    const stop = refused(call);
    if (stop) return stop;
    const parsed = parseBody(call, registerSchema);
    const details = parsed.ok
      ? [...urlFaults(parsed.value.url), ...eventFaults(parsed.value.events)]
      : parsed.details;
    if (!parsed.ok || details.length > 0) {
      return webhooksProblem(call, 400, 'Bad Request', details, mint.traceId());
    }
    const made: Registration = { id: mint.uuid(), secret: mint.secret(), ...parsed.value };
    registered = [...registered, made];
    // The secret is shown here and never again.
    return json(201, { id: made.id, secret: made.secret });
  }

  function eventFaults(events: readonly string[]): readonly Detail[] {
    return events.flatMap((event): readonly Detail[] => {
      if (!webhookEvents.some((known) => known === event)) {
        return [{ name: 'events', reason: `The event ${event} is not known.` }];
      }
      const taken = registered.filter((one) => one.events.includes(event)).length;
      return taken < limitOf(event)
        ? []
        : [
            {
              name: 'events',
              reason: `The limit of ${limitOf(event)} registrations for ${event} is reached.`,
            },
          ];
    });
  }

  function list(call: Call): ServiceResponse {
    const webhooks = registered.map(({ id, url, events }) => ({ id, url, events }));
    return refused(call) ?? json(200, { webhooks });
  }

  function remove(call: Call): ServiceResponse {
    const stop = refused(call);
    if (stop) return stop;
    const id = call.params['id'];
    if (!registered.some((one) => one.id === id))
      return webhooksProblem(call, 404, 'Not Found', [], mint.traceId());
    registered = registered.filter((one) => one.id !== id);
    if (id !== undefined) deliveries.drop(id);
    return empty(204);
  }

  return {
    routes: [
      { method: 'POST', pattern: '/webhooks/v1/webhooks', endpoint: 'webhooks.register', handler: register },
      { method: 'GET', pattern: '/webhooks/v1/webhooks', endpoint: 'webhooks.list', handler: list },
      {
        method: 'DELETE',
        pattern: '/webhooks/v1/webhooks/{id}',
        endpoint: 'webhooks.delete',
        handler: remove,
      },
    ],
    registrations: () => registered,
    publish(event, subject, body) {
      const text = JSON.stringify(body);
      for (const one of registered)
        if (one.events.includes(event)) deliveries.queue(one, event, subject, text);
    },
  };
}

/** https everywhere; plain http only for this machine, because training has no public address. */
function urlFaults(text: string): readonly Detail[] {
  if (!URL.canParse(text)) return [{ name: 'url', reason: 'The URL is not valid.' }];
  const url = new URL(text);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
    ? []
    : [{ name: 'url', reason: 'The URL must use https.' }];
}
