/** Payments as the ePayment API and its webhooks print them (payments.md 4.7, 6.3). */

import type { Person } from './customers.ts';
import { birthDate } from './customers.ts';
import type { Settled } from './options.ts';
import type { Payment, PaymentEvent } from './payments.ts';

export interface Money {
  readonly currency: string;
  readonly value: number;
}

function aggregate(payment: Payment): Readonly<Record<string, Money>> {
  const { currency } = payment.request.amount;
  const { authorized, cancelled, captured, refunded } = payment.standing;
  return {
    authorizedAmount: { currency, value: authorized },
    cancelledAmount: { currency, value: cancelled },
    capturedAmount: { currency, value: captured },
    refundedAmount: { currency, value: refunded },
  };
}

/** Answer of capture, cancel and refund. `pspReference` is that of the CREATED event, on purpose. */
export function modificationBody(payment: Payment): object {
  return {
    amount: payment.request.amount,
    state: payment.standing.state,
    aggregate: aggregate(payment),
    pspReference: payment.pspReference,
    reference: payment.reference,
  };
}

/** Answer of GET payment. Members that were not consented or do not exist yet are absent. */
export function paymentBody(payment: Payment, person: Person | null, now: number, settled: Settled): object {
  const { sub, ...extras } = authorizedExtras(payment, person, now, settled);
  return {
    aggregate: aggregate(payment),
    amount: payment.request.amount,
    state: payment.standing.state,
    paymentMethod: { type: payment.request.paymentMethod.type },
    profile: sub === undefined ? {} : { sub },
    pspReference: payment.pspReference,
    ...(payment.redirectUrl === null ? {} : { redirectUrl: payment.redirectUrl }),
    reference: payment.reference,
    ...(payment.request.metadata ? { metadata: payment.request.metadata } : {}),
    ...extras,
  };
}

/** What appears with the approval: guarantee date, and profile data where a scope was asked for. */
export function authorizedExtras(
  payment: Payment,
  person: Person | null,
  now: number,
  settled: Settled,
): { readonly captureGuaranteedUntil?: string; readonly sub?: string; readonly userDetails?: object } {
  const { authorizedAt } = payment.standing;
  if (authorizedAt === null) return {};
  const captureGuaranteedUntil = new Date(authorizedAt + 7 * 24 * 3_600_000)
    .toISOString()
    .replace('Z', '+00:00');
  const scope = payment.request.profile?.scope;
  if (scope === undefined || person === null) return { captureGuaranteedUntil };
  const late = now < authorizedAt + settled.profileSubDelayMs;
  const userDetails = userDetailsOf(person, scope.split(' '), now);
  return { captureGuaranteedUntil, userDetails, ...(late ? {} : { sub: person.sub }) };
}

function userDetailsOf(person: Person, scopes: readonly string[], now: number): object {
  const has = (scope: string): boolean => scopes.includes(scope);
  return {
    ...(has('name') ? { firstName: person.givenName, lastName: person.familyName } : {}),
    ...(has('email') ? { email: person.email } : {}),
    ...(has('phoneNumber') ? { mobileNumber: person.phone } : {}),
    ...(has('birthDate') ? { dateOfBirth: birthDate(person, now) } : {}),
    ...(has('address') ? { addresses: person.hasAddress ? [address] : [] } : {}),
  };
}

const address = {
  addressLine1: 'Robert Levins gate 5',
  addressLine2: '',
  city: 'Oslo',
  country: 'NO',
  postCode: '0154',
} as const;

/** Timestamps carry three digits or seven (payments.md 4.7); the CREATED event has seven. */
function timestamp(event: PaymentEvent): string {
  const text = new Date(event.at).toISOString();
  return event.name === 'CREATED' ? text.replace('Z', '0000Z') : text;
}

export function eventBody(payment: Payment, event: PaymentEvent): object {
  return {
    reference: payment.reference,
    pspReference: event.pspReference,
    name: event.name,
    amount: event.amount,
    timestamp: timestamp(event),
    ...(event.idempotencyKey === null ? {} : { idempotencyKey: event.idempotencyKey }),
    success: event.success,
  };
}

export function webhookBody(payment: Payment, event: PaymentEvent, msn: string): object {
  return { msn, ...eventBody(payment, event) };
}
