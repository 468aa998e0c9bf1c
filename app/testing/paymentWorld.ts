/**
 * A small model of the wallet and the network around one payment, for exhaustive exploration: every call can be
 * answered, lost before it was done, lost after it was done, put off, or delayed until later. It knows the documents'
 * rules (payments.md 4.4, 4.8–4.10) and nothing of the till.
 */

import type { OperationOrder, Payment, PaymentFacts } from '../domain/payment.ts';

export interface Ledger {
  readonly state: 'CREATED' | 'AUTHORIZED' | 'ABORTED' | 'EXPIRED' | 'TERMINATED';
  readonly captured: number;
  readonly cancelled: number;
  readonly refunded: number;
  /** Operations carried out, by key, with what they were: a key serves one operation with one body (I5). */
  readonly done: Readonly<Record<string, string>>;
}

/** A request that left the till, was given up on, and may still arrive. */
export type Delayed = 'create' | OperationOrder;

export interface World {
  readonly payment: Payment;
  readonly ledger: Ledger | null;
  readonly delayed: Delayed | null;
}

export function factsOf(ledger: Ledger, amount: number): PaymentFacts {
  return {
    state: ledger.state,
    amount,
    authorised: ledger.state === 'AUTHORIZED' ? amount : 0,
    captured: ledger.captured,
    cancelled: ledger.cancelled,
    refunded: ledger.refunded,
    qrImageUrl: null,
    saleId: null,
  };
}

export function created(): Ledger {
  return { state: 'CREATED', captured: 0, cancelled: 0, refunded: 0, done: {} };
}

/** The service's answer to an operation: the ledger after it, or `null` where the documents say that it is refused. */
export function carryOut(ledger: Ledger, operation: OperationOrder, amount: number): Ledger | null {
  const body = `${operation.kind} ${operation.amount}`;
  const earlier = ledger.done[operation.key];
  if (earlier !== undefined) {
    if (earlier !== body)
      throw new Error(`key ${operation.key} was used for "${earlier}" and now for "${body}"`);
    return ledger;
  }
  const after = apply(ledger, operation, amount);
  return after === null ? null : { ...after, done: { ...ledger.done, [operation.key]: body } };
}

function apply(ledger: Ledger, operation: OperationOrder, amount: number): Ledger | null {
  const reserved = ledger.state === 'AUTHORIZED' ? amount - ledger.captured - ledger.cancelled : 0;
  switch (operation.kind) {
    case 'capture':
      return operation.amount <= reserved
        ? { ...ledger, captured: ledger.captured + operation.amount }
        : null;
    case 'cancel':
      return ledger.state === 'CREATED' ? { ...ledger, state: 'TERMINATED' } : null;
    case 'release':
      if (ledger.state === 'CREATED') return { ...ledger, state: 'TERMINATED' };
      return reserved > 0 ? { ...ledger, cancelled: ledger.cancelled + reserved } : null;
    case 'refund':
      return operation.amount <= ledger.captured - ledger.refunded
        ? { ...ledger, refunded: ledger.refunded + operation.amount }
        : null;
  }
}
