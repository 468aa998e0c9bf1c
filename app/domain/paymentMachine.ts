/**
 * The payment machine: a pure function from a payment and an event to the payment after it. It is what the product
 * exists for, so it is written by hand and explored exhaustively by its test.
 *
 * Truth about money enters by one event only, `read`: amounts and state as the service tells them, whether asked for
 * or as the answer to a capture, cancel or refund. No clock decides anything here; bounds are counts.
 */

import { assertNever } from '../kernel/assertNever.ts';
import { same } from '../kernel/same.ts';
import {
  type Operation,
  type OperationOrder,
  type Payment,
  type PaymentFacts,
  type PaymentState,
  type Refusal,
  wasReserved,
} from './payment.ts';
import { isStale, whatNoLaterAnswerTells } from './paymentFacts.ts';

export type PaymentEvent =
  /** Create is about to be sent once more: same key, same body. */
  | { readonly kind: 'createRepeated' }
  | { readonly kind: 'createAccepted'; readonly qrImageUrl: string | null }
  | { readonly kind: 'createRefused'; readonly refusal: Refusal; readonly code?: string }
  | { readonly kind: 'createUnanswered' }
  | { readonly kind: 'read'; readonly facts: PaymentFacts }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'cancelRequested' }
  /** Of a reservation: so many minor units were taken in goods; the rest goes back. Decided once. */
  | { readonly kind: 'takeDecided'; readonly amount: number }
  | { readonly kind: 'operationStarted'; readonly operation: OperationOrder }
  | { readonly kind: 'operationUnanswered' }
  /** Understood and refused for good: this key will never do it. `code` is the service's own, e.g. `6260`. */
  | { readonly kind: 'operationRefused'; readonly code?: string }
  /** The till was restarted: whatever was on its way is in doubt. */
  | { readonly kind: 'restarted' }
  /** What was written about it may not be all that happened: the service must be read before anything else. */
  | { readonly kind: 'doubted' };

/** A create without an answer is sent again at most so often; later the customer would be asked out of the blue. */
export const mostRepeats = 2;

/** So many readings in a row must not know the reference before the till believes that a create never arrived. */
export const enoughNotFounds = 12;

/** Never throws and never leaves a state undefined: an event that says nothing new returns the same payment. */
export function transition(payment: Payment, event: PaymentEvent): Payment {
  switch (event.kind) {
    case 'createRepeated':
      return { ...payment, create: 'due', repeats: payment.repeats + 1, notFounds: 0 };
    case 'createAccepted':
      return created(payment, event.qrImageUrl);
    case 'createRefused':
      return refused(payment, event.refusal, event.code ?? null);
    case 'createUnanswered':
      if (payment.create === 'known') return payment;
      return { ...payment, create: 'unanswered', doubted: true };
    case 'read':
      return read(payment, event.facts);
    case 'notFound':
      return notFound(payment);
    case 'cancelRequested':
      return cancelRequested(payment);
    case 'takeDecided':
      return takeDecided(payment, event.amount);
    case 'operationStarted':
      return {
        ...payment,
        operation: { ...event.operation, phase: 'sent', doubted: false, refusals: 0 },
        refusedWith: null,
        tries: { ...payment.tries, [event.operation.kind]: payment.tries[event.operation.kind] + 1 },
      };
    case 'operationUnanswered':
      if (payment.operation === null) return payment;
      return { ...payment, operation: inDoubt(payment.operation) };
    case 'operationRefused':
      if (payment.operation === null) return payment;
      return operationRefused(payment, payment.operation, event.code ?? null);
    case 'restarted':
      return restarted(payment);
    case 'doubted':
      return endedWithoutMoney(payment.state) ? payment : { ...restarted(payment), mustLook: true };
    default:
      return assertNever(event);
  }
}

/** Whether the event says anything new: what does not is not written down, so that nothing grows while somebody waits. */
export function isNews(payment: Payment, event: PaymentEvent): boolean {
  return !same(transition(payment, event), payment);
}

function created(payment: Payment, qrImageUrl: string | null): Payment {
  const known: Payment = {
    ...payment,
    create: 'known',
    notFounds: 0,
    qrImageUrl: qrImageUrl ?? payment.qrImageUrl,
  };
  if (payment.state === 'intended') return { ...known, state: 'waiting' };
  // It was given up as never arrived and exists after all: close it, so that nobody pays it unseen.
  if (payment.state === 'refused')
    return { ...known, state: 'cancelling', cancelRequested: true, refusal: null };
  return known;
}

function refused(payment: Payment, refusal: Refusal, refusedWith: string | null): Payment {
  if (payment.create === 'known') return payment;
  const told = { ...payment, refusal, refusedWith };
  // An earlier send is unanswered: it may have been carried out, whatever the repeat was told. Look.
  if (payment.doubted) return { ...told, create: 'unanswered' };
  if (payment.state === 'intended') return { ...told, state: 'refused', create: 'known' };
  if (payment.state === 'cancelling') return { ...told, state: 'cancelled', create: 'known' };
  return payment;
}

/** The service's codes for "capture period over" and "cancel period over" (payments.md 4.5, 4.11). */
const [capturePeriodOver, cancelPeriodOver] = ['6100', '6030'];
/** So many refusals with such a code in a row, each under a new key and after a reading, are believed. */
export const enoughRefusals = 3;

function inDoubt(operation: Operation): Operation {
  return { ...operation, phase: 'unanswered', doubted: true };
}

function operationRefused(payment: Payment, operation: Operation, code: string | null): Payment {
  const { kind, doubted, refusals } = operation;
  // An earlier send is unanswered and may arrive yet: nothing else is begun before the same was refused often enough.
  if (doubted && refusals + 1 < enoughRefusals) {
    const still: Operation = { ...operation, phase: 'unanswered', refusals: refusals + 1 };
    return { ...payment, operation: still, refusedWith: code, mustLook: true };
  }
  const refused: Payment = { ...payment, operation: null, refusedWith: code, mustLook: true };
  if (payment.tries[kind] < enoughRefusals) return refused;
  const captured = payment.facts?.captured ?? 0;
  // What was taken is paid for, and the bank lets go of the rest by itself.
  if (kind === 'release' && code === cancelPeriodOver && captured > 0)
    return { ...refused, state: 'captured', mustLook: false, lapsed: true };
  if (captured > 0) return refused;
  // It cannot be captured any more. What may still be reserved goes back; in vain where the bank was faster.
  if (kind === 'capture' && code === capturePeriodOver)
    return { ...refused, state: 'cancelling', cancelRequested: true, lapsed: true };
  if (kind === 'release' && code === cancelPeriodOver)
    return { ...refused, state: 'cancelled', mustLook: false, lapsed: true };
  return refused;
}

function notFound(payment: Payment): Payment {
  // A known payment cannot vanish; a reading that says so proves nothing.
  if (payment.create === 'known') return payment;
  const notFounds = payment.notFounds + 1;
  if (notFounds < enoughNotFounds) return { ...payment, notFounds };
  if (payment.state === 'cancelling') return { ...payment, notFounds, state: 'cancelled', create: 'known' };
  const refusal = payment.refusal ?? 'neverArrived';
  return { ...payment, notFounds, state: 'refused', create: 'known', refusal };
}

function cancelRequested(payment: Payment): Payment {
  switch (payment.state) {
    case 'intended':
    case 'waiting':
      return { ...payment, state: 'cancelling', cancelRequested: true };
    case 'approved':
      // While a capture is on its way, releasing would race it. Afterwards there is nothing to cancel.
      if (payment.operation !== null || payment.mustLook) return payment;
      return { ...payment, state: 'cancelling', cancelRequested: true };
    default:
      return payment;
  }
}

function takeDecided(payment: Payment, take: number): Payment {
  if (payment.take !== null || take < 0 || take > payment.request.amount.minor) return payment;
  // Nothing taken: whatever was asked for or reserved is called off.
  return take === 0 ? cancelRequested({ ...payment, take }) : { ...payment, take };
}

function restarted(payment: Payment): Payment {
  const create = payment.create === 'known' ? 'known' : 'unanswered';
  const operation: Operation | null = payment.operation === null ? null : inDoubt(payment.operation);
  return { ...payment, create, doubted: payment.doubted || create !== 'known', operation };
}

function read(payment: Payment, told: PaymentFacts): Payment {
  if (isForeign(payment, told)) return foreign(payment);
  const facts = { ...told, ...whatNoLaterAnswerTells(payment.facts, told) };
  const looked: Payment = {
    ...payment,
    create: 'known',
    notFounds: 0,
    mustLook: false,
    qrImageUrl: payment.qrImageUrl ?? facts.qrImageUrl,
  };
  if (facts.state === 'unknown' || isStale(payment.facts, facts)) {
    // It exists, in a state that this till has no name for: go on asking.
    const exists: Payment = looked.state === 'intended' ? { ...looked, state: 'waiting' } : looked;
    return afterOperation({ ...exists, mustLook: payment.mustLook }, payment.facts);
  }
  const state = stateAfter(payment, facts);
  const late = state === 'cancelling' || state === 'cancelled';
  return afterOperation(
    {
      ...looked,
      state,
      facts,
      refusal: state === 'refused' ? payment.refusal : null,
      cancelRequested: payment.cancelRequested || state === 'cancelling',
      // Money that was seen to be reserved before anything was called off was approved in time.
      lateApproval: payment.lateApproval || (late && facts.authorised > 0 && !wasReserved(payment)),
    },
    facts,
  );
}

function stateAfter(payment: Payment, facts: PaymentFacts): PaymentState {
  switch (facts.state) {
    case 'CREATED':
      if (payment.state === 'intended') return 'waiting';
      return payment.state === 'refused' ? 'cancelling' : payment.state;
    case 'ABORTED':
      return hasMoney(payment.state) ? payment.state : 'declined';
    case 'EXPIRED':
      return hasMoney(payment.state) ? payment.state : 'expired';
    case 'TERMINATED':
      return hasMoney(payment.state) ? payment.state : 'cancelled';
    case 'AUTHORIZED':
      return stateWhenAuthorised(payment, facts);
    case 'unknown':
      return payment.state;
    default:
      return assertNever(facts.state);
  }
}

function stateWhenAuthorised(payment: Payment, facts: PaymentFacts): PaymentState {
  const open = facts.authorised - facts.captured - facts.cancelled;
  if (facts.captured > 0 && open <= 0) {
    if (facts.refunded >= facts.captured) return 'refunded';
    return facts.refunded > 0 ? 'partlyRefunded' : 'captured';
  }
  if (open <= 0) return 'cancelled';
  // The late-approval guard: money reserved for a payment that the till has closed or is closing goes back.
  const closed = payment.cancelRequested || endedWithoutMoney(payment.state);
  return closed ? 'cancelling' : 'approved';
}

/** Is the operation done, or must the same be sent again? The reading tells. */
function afterOperation(payment: Payment, facts: PaymentFacts | null): Payment {
  const { operation } = payment;
  if (operation === null) return payment;
  if (isDone(operation, facts)) return { ...payment, operation: null };
  // The cancel of an unapproved payment has no object once money is reserved: the guard releases instead.
  if (operation.kind === 'cancel' && facts?.state === 'AUTHORIZED') return { ...payment, operation: null };
  if (operation.kind === 'capture' && payment.state === 'cancelled') return { ...payment, operation: null };
  return { ...payment, operation: { ...operation, phase: 'again' } };
}

function isDone(operation: Operation, facts: PaymentFacts | null): boolean {
  if (facts === null) return false;
  switch (operation.kind) {
    case 'capture':
      return facts.captured >= operation.target;
    case 'refund':
      return facts.refunded >= operation.target;
    case 'cancel':
      return facts.state !== 'CREATED' && facts.state !== 'AUTHORIZED' && facts.state !== 'unknown';
    case 'release':
      return facts.authorised - facts.captured - facts.cancelled <= 0;
    default:
      return assertNever(operation.kind);
  }
}

function isForeign(payment: Payment, facts: PaymentFacts): boolean {
  if (payment.facts !== null) return false;
  const otherSale = facts.saleId !== null && facts.saleId !== payment.request.saleId;
  return otherSale || facts.amount !== payment.request.amount.minor;
}

function foreign(payment: Payment): Payment {
  if (payment.state !== 'intended' && payment.state !== 'cancelling') return payment;
  return { ...payment, state: 'refused', create: 'known', refusal: 'referenceTaken', operation: null };
}

function hasMoney(state: PaymentState): boolean {
  return state === 'approved' || state === 'captured' || state === 'partlyRefunded' || state === 'refunded';
}

function endedWithoutMoney(state: PaymentState): boolean {
  return state === 'declined' || state === 'expired' || state === 'refused' || state === 'cancelled';
}
