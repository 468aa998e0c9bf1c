/** Payments at the wallet: the port `Payments` on the ePayment API (payments.md 4; OAS ePayment 1.8.1). */

import type { Money } from '../../app/domain/money.ts';
import { money } from '../../app/domain/money.ts';
import type { Msisdn } from '../../app/domain/msisdn.ts';
import type { PaymentFacts, PaymentReference, PaymentRequest } from '../../app/domain/payment.ts';
import type { RemoteFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { readInstant } from '../../app/kernel/time.ts';
import type {
  CancelFault,
  CreatedPayment,
  CreateFault,
  PaymentLogEntry,
  Payments,
} from '../../app/ports/Payments.ts';
import { deadlines, type Platform, readAs } from './call.ts';
import { createBody, modificationBody } from './epaymentRequest.ts';
import type { Answer } from './errors.ts';
import {
  changedSchema,
  createdSchema,
  eventsSchema,
  paymentSchema,
  type WireChanged,
  type WirePayment,
} from './wire/epayment.ts';

export interface Epayment extends Payments {
  /**
   * POST /test/payments/{reference}/approve: approves in the customer's place; test environment only. The test user
   * must have approved one payment by hand before (payments.md 10).
   */
  testApprove(reference: PaymentReference, msisdn: Msisdn): Promise<Result<void, RemoteFault>>;
}

const api = 'epayment';

export function createEpayment(deps: { readonly platform: Platform; readonly posId: string }): Epayment {
  const { platform, posId } = deps;

  async function create(
    reference: PaymentReference,
    request: PaymentRequest,
    key: string,
  ): Promise<Result<CreatedPayment, CreateFault>> {
    const answered = await platform.call({
      api,
      name: 'create',
      method: 'POST',
      path: '/epayment/v1/payments',
      body: createBody(reference, request, posId),
      key,
      nature: 'write',
      deadlineMs: deadlines.write,
    });
    if (!answered.ok) return err(createFault(answered.fault));
    const created = ofReference(reference, readAs(createdSchema, api, answered));
    if (!created.ok) return created;
    return ok({ qrImageUrl: request.payer.by === 'qrOnScreen' ? (created.value.redirectUrl ?? null) : null });
  }

  async function read(reference: PaymentReference): Promise<Result<PaymentFacts, RemoteFault>> {
    const answered = await platform.call({
      api,
      name: 'read',
      method: 'GET',
      path: pathOf(reference),
      nature: 'read',
      deadlineMs: deadlines.read,
    });
    const payment = ofReference(reference, readAs(paymentSchema, api, answered));
    return payment.ok ? ok(factsOfPayment(payment.value)) : payment;
  }

  async function log(reference: PaymentReference): Promise<Result<readonly PaymentLogEntry[], RemoteFault>> {
    const answered = await platform.call({
      api,
      name: 'events',
      method: 'GET',
      path: pathOf(reference, '/events'),
      nature: 'read',
      deadlineMs: deadlines.read,
    });
    const events = readAs(eventsSchema, api, answered);
    if (!events.ok) return events;
    const entries: PaymentLogEntry[] = [];
    for (const event of events.value) {
      const at = readInstant(event.timestamp);
      if (at === null) return err({ kind: 'badAnswer', service: { api, code: 'timestamp' } });
      entries.push({
        name: event.name,
        amount: money(event.amount.value, event.amount.currency),
        at,
        pspReference: event.pspReference,
        idempotencyKey: event.idempotencyKey ?? null,
        success: event.success,
      });
    }
    return ok(entries.sort((a, b) => a.at - b.at));
  }

  function change(
    name: 'capture' | 'cancel' | 'refund',
    reference: PaymentReference,
    body: unknown,
    key: string,
  ): Promise<Result<Answer, RemoteFault>> {
    return platform.call({
      api,
      name,
      method: 'POST',
      path: pathOf(reference, `/${name}`),
      ...(body === undefined ? {} : { body }),
      key,
      nature: 'write',
      deadlineMs: deadlines.write,
    });
  }

  function changed(
    reference: PaymentReference,
    answered: Result<Answer, RemoteFault>,
  ): Result<PaymentFacts, RemoteFault> {
    const after = ofReference(reference, readAs(changedSchema, api, answered));
    return after.ok ? ok(factsOf(after.value)) : after;
  }

  async function capture(reference: PaymentReference, amount: Money, key: string) {
    return changed(reference, await change('capture', reference, modificationBody(amount), key));
  }

  async function cancel(
    reference: PaymentReference,
    onlyUnapproved: boolean,
    key: string,
  ): Promise<Result<PaymentFacts, CancelFault>> {
    const body = onlyUnapproved ? { cancelTransactionOnly: true } : undefined;
    const after = changed(reference, await change('cancel', reference, body, key));
    if (after.ok || after.fault.service.code !== '6060') return after;
    return err({ kind: 'alreadyApproved', service: after.fault.service });
  }

  async function refund(reference: PaymentReference, amount: Money, key: string) {
    return changed(reference, await change('refund', reference, modificationBody(amount), key));
  }

  async function testApprove(
    reference: PaymentReference,
    msisdn: Msisdn,
  ): Promise<Result<void, RemoteFault>> {
    const answered = await platform.call({
      api,
      name: 'testApprove',
      method: 'POST',
      path: `/epayment/v1/test/payments/${encodeURIComponent(reference)}/approve`,
      body: { customer: { phoneNumber: msisdn } },
      nature: 'write',
      deadlineMs: deadlines.write,
    });
    return answered.ok ? ok() : answered;
  }

  return { create, read, log, capture, cancel, refund, testApprove };
}

/** The refusals a cashier can act on, by code (payments.md 4.11). */
function createFault(fault: RemoteFault): CreateFault {
  const { service } = fault;
  switch (service.code) {
    case '5080':
      return { kind: 'pushNotAllowed', service };
    case '7010':
      return { kind: 'cannotSendToNumber', service };
    case '4050':
    case '4060':
      return { kind: 'codeRefused', service };
    default:
      return fault;
  }
}

function pathOf(reference: PaymentReference, rest = ''): string {
  return `/epayment/v1/payments/${encodeURIComponent(reference)}${rest}`;
}

/** An answer about another payment than the one asked for is no answer. */
function ofReference<T extends { readonly reference: string }>(
  reference: PaymentReference,
  read: Result<T, RemoteFault>,
): Result<T, RemoteFault> {
  if (!read.ok || read.value.reference === reference) return read;
  return err({ kind: 'badAnswer', service: { api, code: 'otherReference' } });
}

function factsOf(wire: WireChanged): PaymentFacts {
  return {
    state: wire.state,
    amount: wire.amount.value,
    authorised: wire.aggregate.authorizedAmount.value,
    captured: wire.aggregate.capturedAmount.value,
    cancelled: wire.aggregate.cancelledAmount.value,
    refunded: wire.aggregate.refundedAmount.value,
    qrImageUrl: null,
    saleId: null,
  };
}

function factsOfPayment(wire: WirePayment): PaymentFacts {
  const { saleId } = wire.metadata ?? {};
  return {
    ...factsOf(wire),
    qrImageUrl: wire.redirectUrl ?? null,
    saleId: typeof saleId === 'string' ? saleId : null,
  };
}
