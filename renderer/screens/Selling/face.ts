/** Where the sale is on its line, in one word. Everything else on the screen follows from it. */

import type { CashierView, PaymentSays } from '../../../app/contract/view.ts';
import { isPaymentSays } from '../../text/says.ts';

export type Face =
  /** Nothing in the basket. */
  | 'newSale'
  /** Something to pay, nothing asked. */
  | 'ready'
  | 'offline'
  | 'sending'
  | 'waiting'
  | 'checking'
  | 'approved'
  | 'captureDelayed'
  | 'paid'
  | 'paidInPart'
  | 'refunded'
  | 'declined'
  | 'expired'
  | 'refused'
  | 'cancelling'
  | 'cancelled'
  | 'releasing'
  | 'released'
  | 'paidElsewhere';

const faceOfPayment: Readonly<Record<PaymentSays, Face>> = {
  'payment.sending': 'sending',
  'payment.waiting': 'waiting',
  'payment.waitingQr': 'waiting',
  'payment.lastQuarter': 'waiting',
  'payment.checkingCreate': 'checking',
  'payment.checkingCapture': 'checking',
  'payment.checkingCancel': 'checking',
  'payment.silent': 'checking',
  'payment.approved': 'approved',
  'payment.captureDelayed': 'captureDelayed',
  'payment.paid': 'paid',
  'payment.paidReceiptLater': 'paid',
  'payment.capturedInPart': 'paidInPart',
  'payment.partlyRefunded': 'refunded',
  'payment.refunded': 'refunded',
  'payment.declined': 'declined',
  'payment.expired': 'expired',
  'payment.cancelling': 'cancelling',
  'payment.cancelled': 'cancelled',
  'payment.releasing': 'releasing',
  'payment.released': 'released',
  'payment.lapsed': 'cancelled',
  'payment.refused.pushNotAllowed': 'refused',
  'payment.refused.cannotSendToNumber': 'refused',
  'payment.refused.codeRefused': 'refused',
  'payment.refused.rejected': 'refused',
  'payment.refused.keysWrong': 'refused',
  'payment.refused.productMissing': 'refused',
  'payment.refused.noConnection': 'refused',
  'payment.refused.neverArrived': 'refused',
  'payment.refused.referenceTaken': 'refused',
};

/** The payment holds the sale: the basket is locked and nothing new can be asked. */
const holding: ReadonlySet<Face> = new Set([
  'sending',
  'waiting',
  'checking',
  'approved',
  'captureDelayed',
  'paidInPart',
  'cancelling',
  'releasing',
]);

/** The sale is over; only the next customer is left to do. */
const over: ReadonlySet<Face> = new Set(['paid', 'refunded', 'paidElsewhere']);

export function faceOf(view: Pick<CashierView, 'sale' | 'service'>): Face {
  const { sale } = view;
  if (sale === null) return 'newSale';
  if (sale.state === 'paidElsewhere') return 'paidElsewhere';
  const { payment } = sale;
  if (payment !== null && isPaymentSays(payment.says.key)) {
    const face = faceOfPayment[payment.says.key];
    // I8: while an outcome is in doubt, no other face may speak about the money.
    const speaksTooSoon = face === 'sending' || face === 'waiting' || face === 'approved';
    if (payment.checking && speaksTooSoon) return 'checking';
    if (sale.lines.length > 0 || holding.has(face) || over.has(face)) return face;
  }
  if (sale.lines.length === 0) return 'newSale';
  return view.service.state === 'down' ? 'offline' : 'ready';
}

export function isHolding(face: Face): boolean {
  return holding.has(face);
}

export function isOver(face: Face): boolean {
  return over.has(face);
}

/** A request that the customer has not answered: it can still be called off. */
export function mayCallOff(face: Face): boolean {
  return face === 'waiting';
}

/** A new request may be made now. */
export function mayAsk(face: Face): boolean {
  return face !== 'newSale' && !holding.has(face) && !over.has(face);
}
