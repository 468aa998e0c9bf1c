/**
 * The body of the create call (payments.md 4.2, 4.3; OAS ePayment 1.8.1 `CreatePaymentRequest`). The same request
 * always gives the same text, byte by byte: a repeat with the same key must not differ (payments.md 4.10).
 */

import type { Money } from '../../app/domain/money.ts';
import type { Payer, PaymentReference, PaymentRequest } from '../../app/domain/payment.ts';
import { assertNever } from '../../app/kernel/assertNever.ts';
import { type ReceiptBody, receiptBody } from './receiptBody.ts';

interface AmountBody {
  readonly currency: string;
  readonly value: number;
}

/** Exactly one member; more than one is an error (payments.md 4.2). */
type CustomerBody = { readonly phoneNumber: string } | { readonly customerToken: string };

type FlowBody =
  | { readonly userFlow: 'PUSH_MESSAGE'; readonly customer: CustomerBody }
  | { readonly userFlow: 'QR'; readonly qrFormat: { readonly format: 'IMAGE/SVG+XML' } };

export type CreateBody = {
  readonly amount: AmountBody;
  readonly paymentMethod: { readonly type: 'WALLET' };
  /** Tills must say so (regulatory; payments.md 4.2). */
  readonly customerInteraction: 'CUSTOMER_PRESENT';
  readonly reference: string;
  readonly paymentDescription?: string;
  readonly minimumUserAge?: number;
  readonly receipt?: ReceiptBody;
  readonly metadata: { readonly saleId: string };
} & FlowBody;

const leastDescription = 3;
const mostDescription = 100;

export function createBody(reference: PaymentReference, request: PaymentRequest, posId: string): CreateBody {
  return {
    amount: amountBody(request.amount),
    paymentMethod: { type: 'WALLET' },
    customerInteraction: 'CUSTOMER_PRESENT',
    reference,
    ...flow(request.payer),
    ...description(request.description),
    ...(request.minimumAge === undefined ? {} : { minimumUserAge: request.minimumAge }),
    ...(request.receipt === null ? {} : { receipt: receiptBody(request.receipt, posId) }),
    metadata: { saleId: request.saleId },
  };
}

/** Body of capture and refund (payments.md 4.8). */
export function modificationBody(amount: Money): { readonly modificationAmount: AmountBody } {
  return { modificationAmount: amountBody(amount) };
}

function amountBody(amount: Money): AmountBody {
  return { currency: amount.currency, value: amount.minor };
}

function flow(payer: Payer): FlowBody {
  switch (payer.by) {
    case 'phone':
      return { userFlow: 'PUSH_MESSAGE', customer: { phoneNumber: payer.msisdn } };
    case 'customerToken':
      return { userFlow: 'PUSH_MESSAGE', customer: { customerToken: payer.customerToken } };
    case 'qrOnScreen':
      return { userFlow: 'QR', qrFormat: { format: 'IMAGE/SVG+XML' } };
    default:
      return assertNever(payer);
  }
}

/** A description too short to be taken is better left out than a reason to refuse the payment. */
function description(text: string): { readonly paymentDescription?: string } {
  const told = [...text.trim()].slice(0, mostDescription).join('').slice(0, mostDescription).trim();
  return told.length < leastDescription ? {} : { paymentDescription: told };
}
