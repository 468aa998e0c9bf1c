/** The rules of the business for create payment, after the schema has passed (payments.md 4.2, 4.3, 4.11). */

import type { Customers } from './customers.ts';
import type { CreateRequest } from './epaymentRequests.ts';
import type { ErrorCode } from './errorCodes.ts';
import { currencyOf, type Settled } from './options.ts';

/** Finds whose code or token this is. */
export interface Identities {
  byPersonalQr(text: string): string | null;
  byCustomerToken(token: string): string | null;
}

export type Admission =
  | { readonly ok: true; readonly phone: string | null }
  | { readonly ok: false; readonly code: ErrorCode; readonly detail: string };

const leastAmount: Readonly<Record<string, number>> = { NOK: 100, DKK: 1, EUR: 1 };
const day = 24 * 3_600_000;

/** Whether a payment may be made of this request, and whose phone gets it. */
export function admit(
  request: CreateRequest,
  now: number,
  settled: Settled,
  customers: Customers,
  identities: Identities,
): Admission {
  const broken =
    amountFault(request, settled) ??
    methodFault(request, settled) ??
    flowFault(request, settled) ??
    metadataFault(request) ??
    scopeFault(request) ??
    expiryFault(request, now, settled);
  return broken ?? customerOf(request, customers, identities);
}

function refuse(code: ErrorCode, detail: string): Admission {
  return { ok: false, code, detail };
}

function amountFault(request: CreateRequest, settled: Settled): Admission | null {
  const currency = currencyOf[settled.salesUnit.country];
  if (request.amount.currency !== currency) {
    return refuse('5040', `The sales unit takes ${currency} only.`);
  }
  const least = leastAmount[currency] ?? 1;
  return request.amount.value < least ? refuse('6010', `The least amount is ${least} minor units.`) : null;
}

function methodFault(request: CreateRequest, settled: Settled): Admission | null {
  if (request.paymentMethod.type !== 'WALLET') return refuse('4160', 'Only WALLET is available here.');
  const blocked = (request.paymentMethod.blockedSources ?? []).length > 0;
  return blocked && settled.salesUnit.country === 'NO'
    ? refuse('5010', 'Sources can be blocked for Danish and Finnish sales units only.')
    : null;
}

function flowFault(request: CreateRequest, settled: Settled): Admission | null {
  switch (request.userFlow) {
    case 'PUSH_MESSAGE':
      if (!request.customer) return refuse('4140', 'customer is required for PUSH_MESSAGE.');
      return settled.salesUnit.pushAllowed
        ? null
        : refuse('5080', 'The sales unit is not approved for PUSH_MESSAGE.');
    case 'WEB_REDIRECT':
    case 'NATIVE_REDIRECT':
      if (request.returnUrl === undefined)
        return refuse('4140', `returnUrl is required for ${request.userFlow}.`);
      return /^(?!http:)[a-zA-Z][a-zA-Z0-9+.-]*:\/\/.+/.test(request.returnUrl)
        ? null
        : refuse('4090', 'returnUrl must use https or a custom scheme.');
    case 'QR':
      return null;
  }
}

function metadataFault(request: CreateRequest): Admission | null {
  const pairs = Object.entries(request.metadata ?? {});
  if (pairs.length > 5) return refuse('4100', 'At most 5 pairs of metadata.');
  if (pairs.some(([name]) => name.length > 100)) return refuse('4120', 'A key has at most 100 characters.');
  return pairs.some(([, value]) => value.length > 500)
    ? refuse('4130', 'A value has at most 500 characters.')
    : null;
}

const scopes = ['name', 'address', 'email', 'phoneNumber', 'birthDate'] as const;

function scopeFault(request: CreateRequest): Admission | null {
  const asked = request.profile?.scope?.split(' ') ?? [];
  if (asked.includes('nin')) return refuse('5030', 'The scope nin needs approval.');
  const strange = asked.find((scope) => !scopes.some((known) => known === scope));
  return strange === undefined ? null : refuse('4080', `The scope ${strange} is not known.`);
}

function expiryFault(request: CreateRequest, now: number, settled: Settled): Admission | null {
  if (!request.expiresAt) return null;
  if (!settled.salesUnit.longLivingAllowed) return refuse('5050', 'expiresAt needs approval.');
  if (!request.receipt) return refuse('6130', 'expiresAt needs a receipt.');
  const ahead = Date.parse(request.expiresAt) - now;
  if (ahead <= 600_000) return refuse('6120', 'expiresAt must be more than 10 minutes ahead.');
  const most = settled.salesUnit.country === 'NO' ? day : 60 * day;
  return ahead >= most ? refuse('6110', 'expiresAt is too far ahead.') : null;
}

function customerOf(request: CreateRequest, customers: Customers, identities: Identities): Admission {
  const { customer } = request;
  if (!customer) return { ok: true, phone: null };
  const phone =
    customer.phoneNumber ??
    (customer.personalQr === undefined ? null : identities.byPersonalQr(customer.personalQr)) ??
    (customer.customerToken === undefined ? null : identities.byCustomerToken(customer.customerToken));
  if (phone === null) {
    return customer.personalQr === undefined
      ? refuse('4050', 'The customer token is not valid or has expired.')
      : refuse('4060', 'The content of the personal QR is not valid.');
  }
  const tooYoung = (request.minimumUserAge ?? 0) > customers.personOf(phone).age;
  // The reason is never told apart (payments.md 4.3).
  return customers.hasWallet(phone) && !tooYoung
    ? { ok: true, phone }
    : refuse('7010', 'The customer was not found.');
}
