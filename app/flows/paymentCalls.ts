/**
 * Carries out what is due about a payment: one call to the service, and the event that its answer is. What is sent was
 * journaled before (I6). `deferred` means that the call certainly changed nothing and is worth trying again.
 */

import type { Payment, Refusal } from '../domain/payment.ts';
import type { PaymentEvent } from '../domain/paymentMachine.ts';
import { outcomeUnknown, type RemoteFault } from '../kernel/fault.ts';
import type { CancelFault, CreateFault, Payments } from '../ports/Payments.ts';

export interface Answer {
  /** What the machine learns; `null` where it learns nothing. */
  readonly event: PaymentEvent | null;
  /** The trouble with the line, if any: then the next try waits. */
  readonly trouble: RemoteFault | null;
}

export async function sendCreate(payments: Payments, payment: Payment): Promise<Answer> {
  const sent = await payments.create(payment.reference, payment.request, payment.createKey);
  if (sent.ok) return said({ kind: 'createAccepted', qrImageUrl: sent.value.qrImageUrl });
  return afterCreateFault(payment, sent.fault);
}

export async function sendRead(payments: Payments, payment: Payment): Promise<Answer> {
  const read = await payments.read(payment.reference);
  if (read.ok) return said({ kind: 'read', facts: read.value });
  // What the service has had does not vanish: once it is known, "not found" is trouble and no news.
  if (read.fault.kind === 'notFound' && payment.create !== 'known') return said({ kind: 'notFound' });
  return { event: null, trouble: read.fault };
}

/** Sends the operation at hand, for the first time or again: same key, same amount. */
export async function sendOperation(payments: Payments, payment: Payment): Promise<Answer> {
  const { operation, reference } = payment;
  if (operation === null) return { event: null, trouble: null };
  const amount = { minor: operation.amount, currency: payment.request.amount.currency };
  const sent = await send();
  if (sent.ok) return said({ kind: 'read', facts: sent.value });
  return afterOperationFault(sent.fault);

  function send() {
    switch (operation?.kind) {
      case 'capture':
        return payments.capture(reference, amount, operation.key);
      case 'refund':
        return payments.refund(reference, amount, operation.key);
      case 'cancel':
        return payments.cancel(reference, true, operation.key);
      default:
        return payments.cancel(reference, false, operation?.key ?? '');
    }
  }
}

function afterCreateFault(payment: Payment, fault: CreateFault): Answer {
  switch (fault.kind) {
    case 'noAnswer':
    case 'serviceDown':
    case 'badAnswer':
    // The reference exists: perhaps our own earlier send. Look at it before saying anything.
    case 'conflict':
      return { event: { kind: 'createUnanswered' }, trouble: fault };
    case 'noConnection':
      // Nothing left the till. After an earlier send in doubt that still proves nothing.
      return payment.doubted
        ? { event: { kind: 'createUnanswered' }, trouble: fault }
        : { event: { kind: 'createRefused', refusal: 'noConnection' }, trouble: fault };
    case 'tooManyRequests':
    case 'busyThere':
      return { event: null, trouble: fault };
    case 'pushNotAllowed':
    case 'cannotSendToNumber':
    case 'codeRefused':
    case 'receiptRefused':
      return said({ kind: 'createRefused', refusal: fault.kind, ...codeOf(fault) });
    default:
      return said({ kind: 'createRefused', refusal: refusalOf(fault), ...codeOf(fault) });
  }
}

function refusalOf(fault: RemoteFault): Refusal {
  switch (fault.kind) {
    case 'unauthorised':
    case 'notConfigured':
      return 'keysWrong';
    case 'forbidden':
      return 'productMissing';
    default:
      return 'rejected';
  }
}

function afterOperationFault(fault: CancelFault): Answer {
  switch (fault.kind) {
    case 'alreadyApproved':
    case 'rejected':
    // A 4xx stays a 4xx for its key (payments.md 2.7): once the sales unit may, it may with a new one.
    case 'forbidden':
    case 'conflict':
    case 'notFound':
      return said({ kind: 'operationRefused', ...codeOf(fault) });
    default:
      return { event: outcomeUnknown(fault) ? { kind: 'operationUnanswered' } : null, trouble: fault };
  }
}

/** The service's own code, for whoever has to explain the payment later. */
function codeOf({ service }: CreateFault | CancelFault): { readonly code?: string } {
  return service.code === undefined ? {} : { code: service.code };
}

function said(event: PaymentEvent): Answer {
  return { event, trouble: null };
}
