/** Personal codes, customer tokens and their exchange for a number (payments.md 5.1, 5.2; OAS QR 1.0). */

import { z } from 'zod';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Customers } from './customers.ts';
import type { Identities } from './epaymentCreate.ts';
import type { Call, Detail, Route, ServiceResponse } from './exchange.ts';
import { json } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import { foreignMsn, headerFaults } from './gateway.ts';
import type { Mint } from './mint.ts';
import type { PersonalQrForm, Settled } from './options.ts';
import { exchangeProblem, parseBody, wrongMediaType } from './problems.ts';

const exchangeSchema = z.strictObject({
  qrCode: z.string('The complete data contained in the QR code is required.').min(1),
  requestedData: z.array(z.literal('MSISDN')).optional(),
});

const exchangeCustomerSchema = z.strictObject({
  customer: z.strictObject({ customerToken: z.string().min(1) }, 'Customer object is required.'),
  requestedData: z.array(z.literal('MSISDN')).min(1),
});

/** A customer token lives 15 minutes (payments.md 5.3). */
const customerTokenLife = 15 * 60_000;

export interface PersonalCodes extends Identities {
  readonly routes: readonly Route[];
  /** What this number's app shows as its personal code. */
  textFor(phone: string): string;
  /** All codes from now on in this form. */
  setForm(form: PersonalQrForm): void;
  /** Makes the app draw a new code; tokenised ones change. */
  renew(phone: string): void;
  /** Lets a fixed token stand for a number, for tests and recordings. */
  addToken(token: string, phone: string): void;
  /** A fresh customer token, as the webhook `user.checked-in.v1` brings it. */
  customerToken(phone: string): string;
}

interface Owned {
  readonly phone: string;
  /** Epoch milliseconds of generation. */
  readonly at: number;
  /** On the clock that only grows; nothing here depends on wall time. */
  readonly until: number | null;
}

export function createPersonalCodes(
  clock: Clock,
  mint: Mint,
  settled: Settled,
  gateway: Gateway,
  customers: Customers,
): PersonalCodes {
  let form: PersonalQrForm = settled.personalQr;
  const tokens = new Map<string, Owned>();
  const current = new Map<string, string>();
  const customerTokens = new Map<string, Owned>();

  function tokenised(phone: string): boolean {
    return form === 'token' || (form === 'byMarket' && !/^4[67]/.test(phone));
  }

  function tokenFor(phone: string): string {
    const known = current.get(phone);
    if (known !== undefined) return known;
    const made = mint.token(27);
    current.set(phone, made);
    tokens.set(made, { phone, at: clock.now(), until: null });
    return made;
  }

  function read(
    text: string,
  ): { readonly phone: string; readonly version: string; readonly at: number | null } | null {
    const clear = /^https:\/\/qr\.vipps\.no\/28\/2\/01\/031\/(\d{9,15})\?v=1$/.exec(text);
    const phone = clear?.[1];
    if (phone !== undefined) return customers.hasWallet(phone) ? { phone, version: '1.0', at: null } : null;
    const token = /^https:\/\/qr\.(?:vipps\.no|mobilepay\.dk|mobilepay\.fi)\/p\/([\w-]+)$/.exec(text)?.[1];
    const owned = token === undefined ? undefined : tokens.get(token);
    return owned ? { phone: owned.phone, version: '2.0', at: owned.at } : null;
  }

  function ownerOf(token: string): Owned | null {
    const owned = customerTokens.get(token);
    return owned && (owned.until === null || clock.monotonic() < owned.until) ? owned : null;
  }

  function refused(call: Call): ServiceResponse | null {
    const stop = gateway.admit(call);
    if (stop) return stop;
    const details: readonly Detail[] = headerFaults(call, 'optional');
    if (details.length > 0) return exchangeProblem(details);
    if (foreignMsn(call, settled)) return json(403, { title: 'Forbidden', status: 403, detail: 'Forbidden' });
    return wrongMediaType(call, mint.traceId());
  }

  function exchange(call: Call): ServiceResponse {
    const stop = refused(call);
    if (stop) return stop;
    const parsed = parseBody(call, exchangeSchema);
    if (!parsed.ok) return exchangeProblem(parsed.details);
    const found = read(parsed.value.qrCode);
    if (!found) {
      return exchangeProblem([{ name: 'qrCode', reason: 'The QR code is not a valid personal QR code.' }]);
    }
    const timestamp = found.at === null ? {} : { timestamp: Math.floor(found.at / 1000) };
    return json(200, { msisdn: found.phone, ...timestamp, version: found.version });
  }

  function exchangeCustomer(call: Call): ServiceResponse {
    const stop = refused(call);
    if (stop) return stop;
    const parsed = parseBody(call, exchangeCustomerSchema);
    if (!parsed.ok) return exchangeProblem(parsed.details);
    const owner = ownerOf(parsed.value.customer.customerToken);
    if (!owner) {
      return exchangeProblem([
        { name: 'customer.customerToken', reason: 'The customer token is not valid.' },
      ]);
    }
    return json(200, { msisdn: owner.phone, timestamp: Math.floor(owner.at / 1000) });
  }

  return {
    routes: [
      { method: 'POST', pattern: '/qr/v1/exchange', endpoint: 'qr.exchange', handler: exchange },
      {
        method: 'POST',
        pattern: '/qr/v1/exchange/customer',
        endpoint: 'qr.exchangeCustomer',
        handler: exchangeCustomer,
      },
    ],
    textFor(phone) {
      if (!tokenised(phone)) return `https://qr.vipps.no/28/2/01/031/${phone}?v=1`;
      const host = phone.startsWith('45')
        ? 'mobilepay.dk'
        : phone.startsWith('358')
          ? 'mobilepay.fi'
          : 'vipps.no';
      return `https://qr.${host}/p/${tokenFor(phone)}`;
    },
    setForm(next) {
      form = next;
    },
    renew(phone) {
      current.delete(phone);
    },
    addToken(token, phone) {
      tokens.set(token, { phone, at: clock.now(), until: null });
    },
    customerToken(phone) {
      const token = Buffer.from(mint.token(47)).toString('base64');
      customerTokens.set(token, { phone, at: clock.now(), until: clock.monotonic() + customerTokenLife });
      return token;
    },
    byPersonalQr: (text) => read(text)?.phone ?? null,
    byCustomerToken: (token) => ownerOf(token)?.phone ?? null,
  };
}
