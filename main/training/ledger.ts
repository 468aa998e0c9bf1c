/**
 * Everything that happened in the simulated service, read by auditors (proof.md, layer 2): plain data, a copy, in the
 * order in which it happened.
 */

import type { Clock } from '../../app/ports/Clock.ts';
import type { AccessTokens } from './accessToken.ts';
import type { CheckIns } from './checkIn.ts';
import type { Epayment } from './epayment.ts';
import type { Operation } from './epaymentDoor.ts';
import type { EventName, PaymentState } from './epaymentRules.ts';
import type { EndpointName } from './faults.ts';
import type { LoginState, Logins } from './logins.ts';
import type { OrderManagement } from './orderManagement.ts';
import type { Payment, Payments } from './payments.ts';
import type { WireReceipt } from './receipt.ts';
import { receiptTotal } from './receipt.ts';
import type { Attempt, Deliveries } from './webhookDelivery.ts';
import type { Webhooks } from './webhooks.ts';

export interface LedgerEvent {
  readonly name: EventName;
  readonly pspReference: string;
  readonly value: number;
  readonly at: number;
  readonly idempotencyKey: string | null;
  readonly success: boolean;
}

/** One payment with all sums in minor units. */
export interface LedgerPayment {
  readonly reference: string;
  readonly phone: string | null;
  readonly userFlow: string;
  readonly customerInteraction: string;
  readonly currency: string;
  readonly amount: number;
  readonly state: PaymentState;
  readonly authorized: number;
  readonly captured: number;
  readonly cancelled: number;
  readonly refunded: number;
  readonly createdAt: number;
  readonly metadata: Readonly<Record<string, string>> | null;
  readonly events: readonly LedgerEvent[];
  /** Every create, capture, cancel and refund for this reference, with key and exact body. */
  readonly operations: readonly Operation[];
  readonly receipt: WireReceipt | null;
  /** Whether the receipt adds up to the amount (the app hides it otherwise); `null` without one. */
  readonly receiptAddsUp: boolean | null;
}

export interface Ledger {
  /** When this copy was made, by the service's own clock. */
  readonly at: number;
  readonly payments: readonly LedgerPayment[];
  /** Writing calls in order, also those that made no payment. */
  readonly operations: readonly Operation[];
  /** Receipts by order id, whether they came with create or by Order Management. */
  readonly receipts: Readonly<Record<string, WireReceipt>>;
  readonly tokensIssued: number;
  /** Requests that reached an endpoint, refused and spoiled ones included. */
  readonly requests: Readonly<Partial<Record<EndpointName, number>>>;
  readonly checkIns: readonly { readonly phone: string; readonly isMember: boolean; readonly at: number }[];
  readonly logins: readonly {
    readonly authReqId: string;
    readonly phone: string;
    readonly state: LoginState;
    readonly polls: number;
    readonly bindingMessage: string | null;
    readonly scopes: readonly string[];
  }[];
  readonly webhooks: readonly {
    readonly id: string;
    readonly url: string;
    readonly events: readonly string[];
  }[];
  readonly deliveries: readonly Attempt[];
}

export interface LedgerSources {
  readonly clock: Clock;
  readonly payments: Payments;
  readonly epayment: Epayment;
  readonly orders: OrderManagement;
  readonly tokens: AccessTokens;
  readonly checkIns: CheckIns;
  readonly logins: Logins;
  readonly webhooks: Webhooks;
  readonly deliveries: Deliveries;
  readonly requests: ReadonlyMap<EndpointName, number>;
}

export function ledgerOf(from: LedgerSources): Ledger {
  const operations = [...from.epayment.operations()];
  return {
    at: from.clock.now(),
    payments: from.payments
      .all()
      .map((one) => ledgerPayment(one, operations, from.orders.receiptOf(one.reference))),
    operations,
    receipts: Object.fromEntries(from.orders.receipts()),
    tokensIssued: from.tokens.issued(),
    requests: Object.fromEntries(from.requests),
    checkIns: [...from.checkIns.all()],
    logins: from.logins.all().map((one) => ({
      authReqId: one.authReqId,
      phone: one.phone,
      state: one.state,
      polls: one.polls,
      bindingMessage: one.bindingMessage,
      scopes: one.scopes,
    })),
    webhooks: from.webhooks.registrations().map(({ id, url, events }) => ({ id, url, events })),
    deliveries: [...from.deliveries.attempts()],
  };
}

function ledgerPayment(
  payment: Payment,
  operations: readonly Operation[],
  receipt: WireReceipt | null,
): LedgerPayment {
  const { request, standing } = payment;
  return {
    reference: payment.reference,
    phone: payment.phone,
    userFlow: request.userFlow,
    customerInteraction: request.customerInteraction,
    currency: request.amount.currency,
    amount: request.amount.value,
    state: standing.state,
    authorized: standing.authorized,
    captured: standing.captured,
    cancelled: standing.cancelled,
    refunded: standing.refunded,
    createdAt: payment.createdAt,
    metadata: request.metadata ?? null,
    events: payment.events.map(({ name, pspReference, amount, at, idempotencyKey, success }) => ({
      name,
      pspReference,
      value: amount.value,
      at,
      idempotencyKey,
      success,
    })),
    operations: operations.filter((one) => one.reference === payment.reference),
    receipt,
    receiptAddsUp: receipt === null ? null : receiptTotal(receipt) === request.amount.value,
  };
}
