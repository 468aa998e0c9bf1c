/** A world for tests: a service on a virtual clock and a caller with good headers. */

import type { JsonWebKey } from 'node:crypto';
import { expect } from 'vitest';
import type { ServiceResponse } from '../exchange.ts';
import { type TrainingOptions, trainingKeys } from '../options.ts';
import { createTrainingService, type TrainingService } from '../service.ts';
import { countingIds } from './countingIds.ts';
import { type VirtualClock, virtualClock } from './virtualClock.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** What stood in the body, be it JSON; tests compare it whole or look at the members named here. */
  readonly body: Seen;
  /** The body where it is a bare array, else empty. */
  readonly list: readonly Seen[];
}

/** The members of any answer that some test looks at one by one. */
export interface Seen {
  readonly state: string;
  readonly name: string;
  readonly success: boolean;
  readonly amount: { readonly value: number };
  readonly reference: string;
  readonly redirectUrl: string | undefined;
  readonly pspReference: string;
  readonly profile: { readonly sub: string };
  readonly userDetails: object;
  readonly aggregate: object;
  readonly traceId: string | undefined;
  readonly status: unknown;
  readonly extraDetails: readonly { readonly name: string; readonly reason: string }[] | undefined;
  readonly error: string;
  readonly auth_req_id: string;
  readonly id_token: string;
  readonly access_token: string;
  readonly sub: string;
  readonly address: object | undefined;
  readonly delegatedConsents: { readonly consents: readonly { readonly id: string }[] } | undefined;
  readonly keys: readonly ({ readonly kid: string } & JsonWebKey)[];
  readonly qrContent: string;
  readonly qrImageUrl: string;
  readonly webhooks: readonly { readonly id: string }[];
  readonly secret: string;
  readonly receipt: object;
}

export interface World {
  readonly clock: VirtualClock;
  readonly service: TrainingService;
  /** A call with good headers; `headers` adds, replaces, or removes with `undefined`. */
  call(
    method: string,
    url: string,
    body?: unknown,
    headers?: Readonly<Record<string, string | undefined>>,
  ): Promise<Answer>;
  /** A Login call: form body and Basic authentication. */
  form(
    url: string,
    form: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string | undefined>>,
  ): Promise<Answer>;
}

export const keyHeaders = {
  'ocp-apim-subscription-key': trainingKeys.subscriptionKey,
  'merchant-serial-number': trainingKeys.merchantSerialNumber,
} as const;

export function printed(response: ServiceResponse): Answer {
  const text = response.body.toString();
  const isJson = response.headers['content-type']?.includes('json') ?? false;
  const body: Seen = isJson && text !== '' ? JSON.parse(text) : null;
  return {
    status: response.status,
    headers: response.headers,
    text,
    body,
    list: Array.isArray(body) ? body : [],
  };
}

export async function aWorld(options: Partial<TrainingOptions> = {}): Promise<World> {
  const clock = virtualClock();
  const service = createTrainingService({ clock, ids: countingIds(), ...options });
  let bearer = '';

  async function send(
    method: string,
    url: string,
    headers: Readonly<Record<string, string | undefined>>,
    body: string,
  ): Promise<Answer> {
    const answer = await service.handle({ method, url, headers, body });
    if (answer === 'drop') throw new Error('the connection was dropped');
    return printed(answer);
  }

  const token = await send(
    'POST',
    '/accesstoken/get',
    { ...keyHeaders, client_id: trainingKeys.clientId, client_secret: trainingKeys.clientSecret },
    '',
  );
  expect(token.status).toBe(200);
  bearer = `Bearer ${token.body.access_token}`;

  return {
    clock,
    service,
    call(method, url, body, headers = {}) {
      const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
      const type = text === '' ? {} : { 'content-type': 'application/json' };
      return send(method, url, { ...keyHeaders, authorization: bearer, ...type, ...headers }, text);
    },
    form(url, form, headers = {}) {
      const basic = Buffer.from(`${trainingKeys.clientId}:${trainingKeys.clientSecret}`).toString('base64');
      const type = 'application/x-www-form-urlencoded';
      const all = { authorization: `Basic ${basic}`, 'content-type': type, ...headers };
      return send('POST', url, all, new URLSearchParams(form).toString());
    },
  };
}

/** A create request that is accepted; `change` replaces members. */
export function aCreate(change: object = {}): Readonly<Record<string, unknown>> {
  return {
    amount: { currency: 'NOK', value: 49900 },
    paymentMethod: { type: 'WALLET' },
    customer: { phoneNumber: '4791234567' },
    customerInteraction: 'CUSTOMER_PRESENT',
    reference: 'till1-sale-0001',
    userFlow: 'PUSH_MESSAGE',
    paymentDescription: 'A jacket',
    ...change,
  };
}

export function aReceipt(change: object = {}): object {
  return {
    orderLines: [
      {
        name: 'Jacket',
        id: '7090012345678',
        totalAmount: 49900,
        totalAmountExcludingTax: 39920,
        totalTaxAmount: 9980,
        taxRate: 2500,
        unitInfo: { unitPrice: 54900, quantity: '1', quantityUnit: 'PCS' },
        discount: 5000,
        ...change,
      },
    ],
    bottomLine: { currency: 'NOK', posId: 'till1' },
  };
}

/** The domain code of a problem body. */
export function codeOf(answer: Answer): string | undefined {
  const details: readonly { readonly name: string; readonly reason: string }[] =
    answer.body?.extraDetails ?? [];
  return details.find((one) => one.name === 'ErrorCode')?.reason;
}
