/**
 * Everything the till can say, as keys with parameters: the words are the renderer's, which has every key in every
 * language or does not compile.
 */

import type { Money } from '../domain/money.ts';
import type { VendingEnd } from '../domain/vending.ts';

export interface Says {
  readonly key: SaysKey;
  readonly with?: Readonly<Record<string, string | number | Money>>;
}

export type SaysKey = PaymentSays | EnrolmentSays | StepSays | AttentionSays | ExplainSays;

/** What the payment station says: what happened, whether money moved, what to do. */
export type PaymentSays =
  | 'payment.sending'
  | 'payment.waiting'
  | 'payment.waitingQr'
  | 'payment.lastQuarter'
  | 'payment.checkingCreate'
  | 'payment.checkingCapture'
  | 'payment.checkingCancel'
  | 'payment.silent'
  | 'payment.approved'
  | 'payment.captureDelayed'
  | 'payment.paid'
  | 'payment.paidReceiptLater'
  /** Captured at the service, but not the sale's total: a manager must look. */
  | 'payment.capturedInPart'
  | 'payment.partlyRefunded'
  | 'payment.refunded'
  | 'payment.declined'
  | 'payment.expired'
  | 'payment.cancelling'
  | 'payment.cancelled'
  /** Approved too late, money released. */
  | 'payment.releasing'
  | 'payment.released'
  /** Approved and never captured, until the bank took it back. */
  | 'payment.lapsed'
  | 'payment.refused.pushNotAllowed'
  | 'payment.refused.cannotSendToNumber'
  | 'payment.refused.codeRefused'
  | 'payment.refused.rejected'
  | 'payment.refused.keysWrong'
  | 'payment.refused.productMissing'
  | 'payment.refused.noConnection'
  | 'payment.refused.neverArrived'
  | 'payment.refused.referenceTaken';

export type EnrolmentSays =
  | 'enrolment.waiting'
  | 'enrolment.joined'
  | 'enrolment.refused'
  | 'enrolment.expired'
  | 'enrolment.stopped'
  | 'enrolment.notUser'
  | 'enrolment.appTooOld'
  | 'enrolment.throttled'
  | 'enrolment.misconfigured'
  | 'enrolment.failed';

/** One line of a payment's time-line. */
export type StepSays =
  | 'step.intended'
  | 'step.sent'
  | 'step.repeated'
  | 'step.unanswered'
  | 'step.refused'
  | 'step.notFound'
  | 'step.approved'
  | 'step.declined'
  | 'step.expired'
  | 'step.cancelRequested'
  | 'step.taken'
  | 'step.nothingTaken'
  /** A machine's customer is gone before anything was approved. */
  | 'step.calledOff'
  /** What was not taken of a reservation. */
  | 'step.restReleased'
  | `step.vendingEnded.${Exclude<VendingEnd, 'notApproved'>}`
  | 'step.cancelSent'
  | 'step.cancelled'
  | 'step.captureSent'
  | 'step.captured'
  | 'step.releaseSent'
  | 'step.released'
  | 'step.refundSent'
  | 'step.refunded'
  | 'step.operationRefused'
  | 'step.restarted'
  /** The record was damaged and saved: the service was asked again. */
  | 'step.doubted'
  | 'step.identified'
  | 'step.joined'
  | 'step.refundAsked'
  | 'step.refundRefused'
  | 'step.receiptSent'
  | 'step.receiptRefused'
  | 'step.purchaseRegistered'
  | 'step.paidElsewhere'
  /** In the service's log, and brought about by nobody at this till. */
  | 'step.outside';

/** One sentence about a whole sale: the truth about its money in plain words. */
export type ExplainSays =
  | 'explain.paid'
  | 'explain.refundedInPart'
  | 'explain.refunded'
  | 'explain.notPaid'
  | 'explain.released'
  | 'explain.unresolved'
  | 'explain.refundUnderway'
  | 'explain.paidElsewhere'
  | 'explain.capturedInPart'
  /** Of a machine: a part of the reservation left it and is paid. */
  | 'explain.paidOfReservation'
  /** The same, and the service will not release the rest any more: the bank lets go of it. */
  | 'explain.paidRestLapses'
  /** What left the machine is decided, and not read to be captured yet. */
  | 'explain.takeUnresolved'
  /** Of a machine: what is captured is not what left it. */
  | 'explain.capturedNotTaken'
  /** Approved in time, and nothing left the machine; `silent`: its controller did not say what came of an item. */
  | `explain.nothingTaken.${NothingTaken}`;

export type NothingTaken = Exclude<VendingEnd, 'notApproved'> | 'silent';

export type AttentionSays =
  | 'attention.recovered'
  | 'attention.parkedPaid'
  | 'attention.parkedNotPaid'
  /** At a machine: a parked sale of a staffed till of this folder is paid, and no staff is here to open it. */
  | 'attention.staffsSalePaid'
  | 'attention.purchaseWaits'
  | 'attention.receiptWaits'
  /** The registry has not taken a consent yet. */
  | 'attention.enrolmentWaits'
  /** The customer approved and the money is not captured yet, although it was tried. */
  | 'attention.captureWaits'
  /** The same, and soon it goes back to the customer by itself. */
  | 'attention.captureDeadline'
  | 'attention.releaseWaits'
  | 'attention.cancelWaits'
  | 'attention.refundWaits'
  /** Off the screen, and nobody knows yet how it ended. */
  | 'attention.outcomeUnknown'
  | 'attention.capturedInPart'
  | 'attention.journal'
  /** The journal was damaged at a start: what was open then is not watched by this till any more. */
  | 'attention.journalSetAside'
  /** Damage was found in the journal while the till is open: the next start saves what can be read. */
  | 'attention.journalDamaged'
  /** The wallet cannot tell this till of changes: it asks by itself. */
  | 'attention.webhooksFail'
  | 'attention.storeCodeFails'
  | 'attention.storeCodeTaken'
  | 'attention.storeCodeUnreachable';
