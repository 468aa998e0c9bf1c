/** The ePayment API's door: headers, limits, keys, then the rules (payments.md 4; OAS ePayment 1.8.1). */

import type { Clock } from '../../app/ports/Clock.ts';
import type { Customers } from './customers.ts';
import { admit, type Identities } from './epaymentCreate.ts';
import { createEpaymentDoor, type Operation, referenceIn } from './epaymentDoor.ts';
import { cancelSchema, createSchema, forceApproveSchema, modificationSchema } from './epaymentRequests.ts';
import { cancel, capture, type Outcome, refund, type Standing, type Terms } from './epaymentRules.ts';
import type { ErrorCode } from './errorCodes.ts';
import type { Call, Handler, Route, ServiceResponse } from './exchange.ts';
import { empty, json } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import type { Memory } from './memory.ts';
import type { Mint } from './mint.ts';
import type { Settled } from './options.ts';
import { eventBody, modificationBody, paymentBody } from './paymentBodies.ts';
import type { Payment, Payments } from './payments.ts';
import { domainProblem, parseBody, validationProblem } from './problems.ts';
import { receiptFaults, type WireReceipt } from './receipt.ts';
import { refusedRefund } from './testAmounts.ts';

export interface Epayment {
  readonly routes: readonly Route[];
  operations(): readonly Operation[];
}

export interface EpaymentNeeds {
  readonly clock: Clock;
  readonly mint: Mint;
  readonly settled: Settled;
  readonly gateway: Gateway;
  readonly customers: Customers;
  readonly identities: Identities;
  readonly payments: Payments;
  readonly memory: Memory;
  /** The receipt of an accepted create goes where Order Management reads it. */
  readonly keepReceipt: (reference: string, receipt: WireReceipt) => void;
}

export function createEpayment(needs: EpaymentNeeds): Epayment {
  const { clock, mint, settled, gateway, customers, identities, payments } = needs;
  const { refused, underKey, operations } = createEpaymentDoor(clock, mint, settled, gateway, needs.memory);
  const triedAgain = new Set<string>();

  const domain = (call: Call, code: ErrorCode, detail?: string): ServiceResponse =>
    domainProblem(call, code, mint.traceId(), detail);

  const terms = (): Terms => ({
    now: clock.now(),
    country: settled.salesUnit.country,
    partialCaptureAllowed: settled.salesUnit.partialCaptureAllowed,
  });

  function create(call: Call): ServiceResponse {
    const reference = referenceIn(call.text);
    const stop = refused(call, reference ?? '', 'required');
    if (stop) return stop;
    return underKey(call, reference, '4020', () => ({ answer: createFresh(call), mayRepeat: false }));
  }

  function createFresh(call: Call): ServiceResponse {
    const parsed = parseBody(call, createSchema);
    if (!parsed.ok) return validationProblem(call, parsed.details, mint.traceId());
    const request = parsed.value;
    const wrongLines = request.receipt ? receiptFaults(request.receipt, 'receipt.') : [];
    if (wrongLines.length > 0) return validationProblem(call, wrongLines, mint.traceId());
    const admission = admit(request, clock.now(), settled, customers, identities);
    if (!admission.ok) return domain(call, admission.code, admission.detail);
    if (payments.find(request.reference)) {
      return domain(call, '4150', `Reference ${request.reference} already exists.`);
    }
    if (request.receipt) needs.keepReceipt(request.reference, request.receipt);
    const made = payments.open(request, call.headers['idempotency-key'] ?? '', admission.phone);
    const redirect = made.redirectUrl === null ? {} : { redirectUrl: made.redirectUrl };
    return json(201, { ...redirect, reference: made.reference });
  }

  function read(print: (payment: Payment) => unknown): Handler {
    return (call) => {
      const reference = call.params['reference'] ?? '';
      const stop = refused(call, reference, 'none');
      if (stop) return stop;
      const payment = payments.find(reference);
      return payment ? json(200, print(payment)) : domain(call, '5090');
    };
  }

  /** Capture, cancel, refund: find, decide, write down. */
  function change(
    conflict: ErrorCode,
    keyRule: 'required' | 'optional',
    decide: (call: Call, payment: Payment) => Outcome | ServiceResponse,
  ): Handler {
    return (call) => {
      const reference = call.params['reference'] ?? '';
      const stop = refused(call, reference, keyRule);
      if (stop) return stop;
      return underKey(call, reference, conflict, () => {
        if (call.endpoint === 'epayment.cancel') payments.beforeCancel(reference);
        const payment = payments.find(reference);
        if (!payment) return { answer: domain(call, '5090'), mayRepeat: false };
        const outcome = decide(call, payment);
        if ('status' in outcome) return { answer: outcome, mayRepeat: false };
        if (!outcome.ok) return { answer: domain(call, outcome.code), mayRepeat: askAgain.has(outcome.code) };
        const key = outcome.event === 'CANCELLED' ? null : (call.headers['idempotency-key'] ?? null);
        return {
          answer: json(200, modificationBody(payments.apply(payment, outcome, key))),
          mayRepeat: false,
        };
      });
    };
  }

  function withAmount(
    decide: (payment: Payment, value: number, call: Call) => Outcome,
  ): (call: Call, payment: Payment) => Outcome | ServiceResponse {
    return (call, payment) => {
      const parsed = parseBody(call, modificationSchema);
      if (!parsed.ok) return validationProblem(call, parsed.details, mint.traceId());
      const { currency, value } = parsed.value.modificationAmount;
      return currency === payment.request.amount.currency
        ? decide(payment, value, call)
        : { ok: false, code: '4040' };
    };
  }

  /** The bank's mood at the first capture, where the customer's script has one. */
  function captureOf(payment: Payment, value: number, call: Call): Outcome {
    const outcome = capture(payment.standing, value, terms());
    const script = payment.phone === null ? null : customers.scriptOf(payment.phone);
    if (!outcome.ok || !script?.capture) return outcome;
    const again = script.capture === 'tryAgainOnce';
    if (again && triedAgain.has(payment.reference)) return outcome;
    triedAgain.add(payment.reference);
    payments.noteFailure(payment, 'CAPTURED', value, call.headers['idempotency-key'] ?? null);
    return { ok: false, code: again ? '6280' : '6260' };
  }

  function refundOf(payment: Payment, value: number): Outcome {
    const outcome = refund(payment.standing, value, terms());
    const refusal = settled.testAmounts ? refusedRefund(value) : null;
    return outcome.ok && refusal !== null ? { ok: false, code: refusal } : outcome;
  }

  function cancelOf(call: Call, payment: Payment): Outcome | ServiceResponse {
    const parsed = parseBody(call, cancelSchema);
    if (!parsed.ok) return validationProblem(call, parsed.details, mint.traceId());
    return cancel(payment.standing, parsed.value?.cancelTransactionOnly ?? false, terms());
  }

  function testApprove(call: Call): ServiceResponse {
    const reference = call.params['reference'] ?? '';
    const stop = refused(call, reference, 'none');
    if (stop) return stop;
    const parsed = parseBody(call, forceApproveSchema);
    if (!parsed.ok) return validationProblem(call, parsed.details, mint.traceId());
    const payment = payments.find(reference);
    if (!payment) return domain(call, '5090');
    const { customer, token } = parsed.value;
    if (!customer && token === undefined) return domain(call, '10030');
    if (token !== undefined && token !== payment.token) return domain(call, '10010');
    const phone = customer?.phoneNumber;
    if (phone !== undefined && !customers.hasWallet(phone)) return domain(call, '10010');
    if (!isOpen(payment.standing)) return domain(call, '10020');
    return payments.approve(reference) ? empty(200) : domain(call, '10040');
  }

  const one = '/epayment/v1/payments/{reference}';
  return {
    operations,
    routes: [
      { method: 'POST', pattern: '/epayment/v1/payments', endpoint: 'epayment.create', handler: create },
      {
        method: 'GET',
        pattern: one,
        endpoint: 'epayment.get',
        handler: read((payment) => {
          const person = payment.phone === null ? null : customers.personOf(payment.phone);
          return paymentBody(payment, person, clock.now(), settled);
        }),
      },
      {
        method: 'GET',
        pattern: `${one}/events`,
        endpoint: 'epayment.events',
        handler: read((payment) => payment.events.map((event) => eventBody(payment, event))),
      },
      {
        method: 'POST',
        pattern: `${one}/capture`,
        endpoint: 'epayment.capture',
        handler: change('4010', 'required', withAmount(captureOf)),
      },
      {
        method: 'POST',
        pattern: `${one}/cancel`,
        endpoint: 'epayment.cancel',
        handler: change('4020', 'optional', cancelOf),
      },
      {
        method: 'POST',
        pattern: `${one}/refund`,
        endpoint: 'epayment.refund',
        handler: change('4150', 'required', withAmount(refundOf)),
      },
      {
        method: 'POST',
        pattern: '/epayment/v1/test/payments/{reference}/approve',
        endpoint: 'epayment.testApprove',
        handler: testApprove,
      },
    ],
  };
}

/** Codes after which the same request may come again (payments.md 2.7). */
const askAgain: ReadonlySet<ErrorCode> = new Set(['6160', '6250', '6280']);

function isOpen(standing: Standing): boolean {
  return standing.state === 'CREATED';
}
