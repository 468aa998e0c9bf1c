/** Payments at the wallet: the port `Payments` on the ePayment API (payments.md 4; OAS ePayment 1.8.1). */

import type { Money } from '../../app/domain/money.ts';
import { money } from '../../app/domain/money.ts';
import type { Msisdn } from '../../app/domain/msisdn.ts';
import type { PaymentFacts, PaymentReference, PaymentRequest } from '../../app/domain/payment.ts';
import type { PaymentLogEntry } from '../../app/domain/saleRecord.ts';
import type { RemoteFault, ServiceFacts } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { readInstant } from '../../app/kernel/time.ts';
import type { CancelFault, CreatedPayment, CreateFault, Payments } from '../../app/ports/Payments.ts';
import { deadlines, type OwnFault, type Platform, type PlatformCall, readAs } from './call.ts';
import { createBody, modificationBody } from './epaymentRequest.ts';
import { type Answer, complaintsOf } from './errors.ts';
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
    const answered = await platform.call<CreateFault>(
      {
        api,
        name: 'create',
        method: 'POST',
        path: '/epayment/v1/payments',
        body: createBody(reference, request, posId),
        key,
        nature: 'write',
        deadlineMs: deadlines.write,
      },
      createFault,
    );
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

  function change<Own extends { readonly kind: string } = never>(
    name: 'capture' | 'cancel' | 'refund',
    reference: PaymentReference,
    body: unknown,
    key: string,
    own?: OwnFault<Own>,
  ): Promise<Result<Answer, RemoteFault | Own>> {
    const wanted: PlatformCall = {
      api,
      name,
      method: 'POST',
      path: pathOf(reference, `/${name}`),
      ...(body === undefined ? {} : { body }),
      key,
      nature: 'write',
      deadlineMs: deadlines.write,
    };
    return platform.call<Own>(wanted, own);
  }

  function changed<Own = never>(
    reference: PaymentReference,
    answered: Result<Answer, RemoteFault | Own>,
  ): Result<PaymentFacts, RemoteFault | Own> {
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
    return changed(reference, await change<CancelFault>('cancel', reference, body, key, cancelFault));
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

/** The refusals that ask for something else than giving up, by code (payments.md 4.11). */
function createFault(answer: Answer, service: ServiceFacts): CreateFault | null {
  switch (service.code) {
    case '5080':
      return { kind: 'pushNotAllowed', service };
    case '7010':
      return { kind: 'cannotSendToNumber', service };
    case '4050':
    case '4060':
      return { kind: 'codeRefused', service };
    default:
      return answer.status === 400 && isAboutReceipt(answer) ? { kind: 'receiptRefused', service } : null;
  }
}

const receiptMember = /^(\$\.)?(receipt|orderLines?|bottomLine)(?![a-z])/i;

/** A validation answer that names members of `receipt` and nothing else. */
function isAboutReceipt(answer: Answer): boolean {
  const complaints = complaintsOf(answer);
  return complaints.length > 0 && complaints.every((one) => receiptMember.test(one.name));
}

/** 6060: approved meanwhile, and only an unapproved payment was to be cancelled (payments.md 4.9). */
function cancelFault(_answer: Answer, service: ServiceFacts): CancelFault | null {
  return service.code === '6060' ? { kind: 'alreadyApproved', service } : null;
}

function pathOf(reference: PaymentReference, rest = ''): string {
  return `/epayment/v1/payments/${encodeURIComponent(reference)}${rest}`;
}

/** An answer about another payment than the one asked for is no answer. */
function ofReference<T extends { readonly reference: string }, Own = never>(
  reference: PaymentReference,
  read: Result<T, RemoteFault | Own>,
): Result<T, RemoteFault | Own> {
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
  const guaranteedUntil = readInstant(wire.captureGuaranteedUntil ?? '');
  return {
    ...factsOf(wire),
    ...(guaranteedUntil === null ? {} : { guaranteedUntil }),
    qrImageUrl: wire.redirectUrl ?? null,
    saleId: typeof saleId === 'string' ? saleId : null,
  };
}
