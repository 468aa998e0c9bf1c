/**
 * One payment request at the wallet: what it is and what may be seen of it. The machine that moves it is in
 * `paymentMachine.ts`, what the till must do next in `paymentDue.ts`. States: the design's "Payment".
 */

import type { Brand } from '../kernel/brand.ts';
import type { Instant } from '../kernel/time.ts';
import type { Minor, Money } from './money.ts';
import type { Msisdn } from './msisdn.ts';
import type { Receipt } from './receipt.ts';

/** `^[a-zA-Z0-9-]{8,64}$`, unique per sales unit; carries the till's id and a random part, so two tills cannot collide. */
export type PaymentReference = Brand<string, 'PaymentReference'>;

export type PaymentState =
  /** Journaled; nothing known of the service's answer yet. */
  | 'intended'
  /** The customer is being asked. */
  | 'waiting'
  /** Money is reserved; the capture is under way. Not paid. */
  | 'approved'
  | 'captured'
  | 'partlyRefunded'
  | 'refunded'
  | 'declined'
  | 'expired'
  /** The service did not take the request. */
  | 'refused'
  /** Being closed: cancelled, and released if it was approved meanwhile. */
  | 'cancelling'
  | 'cancelled';

/** What the wallet says about one payment, read at one moment. Amounts in minor units of the payment's currency. */
export interface PaymentFacts {
  /** The wallet's own state; `unknown` for one this till does not know. */
  readonly state: 'CREATED' | 'AUTHORIZED' | 'ABORTED' | 'EXPIRED' | 'TERMINATED' | 'unknown';
  readonly amount: number;
  readonly authorised: number;
  readonly captured: number;
  readonly cancelled: number;
  readonly refunded: number;
  /** Until when the bank holds the money for sure, where the service tells (`captureGuaranteedUntil`). */
  readonly guaranteedUntil?: Instant;
  /** Address of the one-time QR, where the answer tells it. */
  readonly qrImageUrl: string | null;
  /** The sale this payment was created for (our metadata); `null` where the answer does not tell. */
  readonly saleId: string | null;
}

export type Payer =
  | { readonly by: 'phone'; readonly msisdn: Msisdn }
  | { readonly by: 'customerToken'; readonly customerToken: string }
  /** A one-time QR on the customer's screen; whoever scans it pays. */
  | { readonly by: 'qrOnScreen' };

/** The body of the create call. It never changes: a retry sends the same key and the same body (I5). */
export interface PaymentRequest {
  readonly saleId: string;
  readonly amount: Money;
  readonly payer: Payer;
  /** 3 to 100 characters, shown in the customer's app. */
  readonly description: string;
  /** Years: the wallet refuses a younger customer (payments.md 4.2). Left out where anybody may buy. */
  readonly minimumAge?: number;
  /** `null` for an attempt after the service refused the receipt with the create; it is sent by itself later. */
  readonly receipt: Receipt | null;
}

/** Why a create ended as `refused`. */
export type Refusal =
  | 'pushNotAllowed'
  | 'cannotSendToNumber'
  | 'codeRefused'
  /** Refused because of the receipt alone: asked again at once without it. */
  | 'receiptRefused'
  | 'rejected'
  | 'keysWrong'
  | 'productMissing'
  | 'noConnection'
  /** The service does not know the request although it was sent: it never arrived. */
  | 'neverArrived'
  /** The reference belongs to another sale; nothing of it is touched. */
  | 'referenceTaken';

export type OperationKind = 'capture' | 'cancel' | 'release' | 'refund';

/** One change asked of the service. Its key and amount are made once; every repeat uses them (I5). */
export interface OperationOrder {
  readonly kind: OperationKind;
  readonly key: string;
  /** Minor units for capture and refund; 0 for cancel and release. */
  readonly amount: Minor;
  /** What the captured (refunded) sum is once it is done, so that a reading can tell; 0 for cancel and release. */
  readonly target: number;
}

export interface Operation extends OperationOrder {
  /** `sent` on its way · `unanswered` outcome unknown, read first · `again` known not done, send the same again. */
  readonly phase: 'sent' | 'unanswered' | 'again';
  /** Whether it was ever left without an answer: then it may still be carried out, whatever a repeat was told. */
  readonly doubted: boolean;
  /** So many repeats in a row were refused while it was in doubt. */
  readonly refusals: number;
}

export interface Payment {
  readonly reference: PaymentReference;
  readonly request: PaymentRequest;
  readonly createKey: string;
  /**
   * How much is to be captured, in minor units: the amount itself at a staffed till. A machine reserves first and knows
   * later: `null` until then, 0 when nothing was taken. What is not captured is released.
   */
  readonly take: number | null;
  readonly createdAt: Instant;
  /** When the customer's time to approve is over, as far as the till can tell; only a reading ends the payment. */
  readonly until: Instant;
  readonly state: PaymentState;
  /** `due` to be sent (again) · `unanswered` outcome unknown, read first · `known` the service has it or refused it. */
  readonly create: 'due' | 'unanswered' | 'known';
  /** Whether any create was ever left without an answer: then a refusal of a repeat proves nothing by itself. */
  readonly doubted: boolean;
  /** Repeats of create, and readings in a row that did not know the reference: both bounded, see the machine. */
  readonly repeats: number;
  readonly notFounds: number;
  readonly operation: Operation | null;
  /** A refused operation was not followed by a reading yet: look before anything else. */
  readonly mustLook: boolean;
  /** Keys made so far by kind of operation. */
  readonly tries: Readonly<Record<OperationKind, number>>;
  readonly cancelRequested: boolean;
  /** It was approved after the till had begun to close it: the money is released and the cashier told. */
  readonly lateApproval: boolean;
  /** The service said that the time to capture is over: the money goes back, or has gone back by itself. */
  readonly lapsed: boolean;
  readonly refusal: Refusal | null;
  /** The service's own code of the newest refusal, e.g. `6260`; `null` where nothing was refused or no code told. */
  readonly refusedWith: string | null;
  readonly facts: PaymentFacts | null;
  readonly qrImageUrl: string | null;
  /** When the till learned of it. Set by the fold of the sale, for reports and deadlines; the machine reads no time. */
  readonly approvedAt: Instant | null;
  readonly capturedAt: Instant | null;
  readonly releasedAt: Instant | null;
}

/** Longest idempotency key the service takes (payments.md 2.3). */
export const mostKeyLength = 50;

/** A customer has 10 minutes to approve (payments.md 4.5). */
export const timeToApproveMs = 600_000;

export function intendedPayment(given: {
  reference: PaymentReference;
  request: PaymentRequest;
  createKey: string;
  at: Instant;
  /** The amount is reserved, and what is taken of it is decided later. */
  reservation?: boolean;
}): Payment {
  return {
    reference: given.reference,
    request: given.request,
    createKey: given.createKey,
    take: given.reservation === true ? null : given.request.amount.minor,
    createdAt: given.at,
    until: (given.at + timeToApproveMs) as Instant,
    state: 'intended',
    create: 'due',
    doubted: false,
    repeats: 0,
    notFounds: 0,
    operation: null,
    mustLook: false,
    tries: { capture: 0, cancel: 0, release: 0, refund: 0 },
    cancelRequested: false,
    lateApproval: false,
    lapsed: false,
    refusal: null,
    refusedWith: null,
    facts: null,
    qrImageUrl: null,
    approvedAt: null,
    capturedAt: null,
    releasedAt: null,
  };
}

/** Nothing more will happen to it by itself. A refund may still be asked of a captured one. */
export function isFinal(payment: Payment): boolean {
  switch (payment.state) {
    case 'captured':
    case 'partlyRefunded':
    case 'refunded':
      return payment.operation === null && !payment.mustLook;
    case 'declined':
    case 'expired':
    case 'refused':
    case 'cancelled':
      return true;
    default:
      return false;
  }
}

/** I1: a new attempt needs the old one final with nothing captured. */
export function allowsNewAttempt(payment: Payment): boolean {
  return isFinal(payment) && (payment.facts?.captured ?? 0) === 0;
}

/** I2: paid is what the service was read to have captured, and nothing less than what is to be taken. */
export function isPaid(payment: Payment): boolean {
  const took =
    payment.state === 'captured' || payment.state === 'partlyRefunded' || payment.state === 'refunded';
  return took && payment.facts?.captured === payment.take;
}

/** Whether money was ever read to be reserved for it. */
export function wasReserved(payment: Payment): boolean {
  return (payment.facts?.authorised ?? 0) > 0;
}

/** The outcome of something sent is not known: nobody may be told anything about the money (I8). */
export function inDoubt(payment: Payment): boolean {
  return payment.create === 'unanswered' || payment.operation?.phase === 'unanswered' || payment.mustLook;
}

/** I3: what may still be refunded, in minor units; nothing while the outcome of a change is not known. */
export function refundable(payment: Payment): number {
  if (!isSettled(payment)) return 0;
  return (payment.facts?.captured ?? 0) - (payment.facts?.refunded ?? 0);
}

/** Whether the outcome of every change is known: otherwise a cap on the next refund would be a guess. */
export function isSettled(payment: Payment): boolean {
  return payment.operation === null && !payment.mustLook;
}

export function viaOf(payment: Payment): 'push' | 'qr' {
  return payment.request.payer.by === 'qrOnScreen' ? 'qr' : 'push';
}
