/** What is written down about a sale. Append-only: a sale is the fold of these and of nothing else. */

import type { Instant } from '../kernel/time.ts';
import type { CustomerToken, Membership, Proof } from './customer.ts';
import type { EnrolmentState } from './enrolment.ts';
import type { Consented } from './member.ts';
import type { Currency, Money } from './money.ts';
import type { Msisdn } from './msisdn.ts';
import type { PaymentReference, PaymentRequest } from './payment.ts';
import type { PaymentEvent } from './paymentMachine.ts';
import type { Product } from './product.ts';
import type { RefundLine } from './refund.ts';
import type { LineId, PaidElsewhere, SaleId } from './sale.ts';
import type { VendingEnd, VendOutcome } from './vending.ts';

export type SaleEvent =
  | { readonly kind: 'opened'; readonly number: string; readonly currency: Currency }
  | {
      readonly kind: 'lineAdded';
      readonly line: LineId;
      readonly product: Product;
      readonly quantity: number;
    }
  | { readonly kind: 'lineQuantity'; readonly line: LineId; readonly quantity: number }
  | {
      readonly kind: 'lineDiscounted';
      readonly line: LineId;
      readonly amount: Money | null;
      readonly reason: string;
    }
  | { readonly kind: 'lineRemoved'; readonly line: LineId }
  | {
      readonly kind: 'customerIdentified';
      readonly msisdn: Msisdn;
      readonly proof: Proof;
      readonly token?: CustomerToken;
    }
  | { readonly kind: 'customerCleared' }
  | { readonly kind: 'membership'; readonly membership: Membership }
  | {
      readonly kind: 'enrolmentStarted';
      readonly authReqId: string;
      readonly bindingMessage: string;
      readonly until: Instant;
      readonly intervalMs: number;
    }
  /** The wallet passed the consented data on, once only: kept until the registry has it. */
  | { readonly kind: 'consentGiven'; readonly consented: Consented }
  | { readonly kind: 'enrolmentEnded'; readonly state: Exclude<EnrolmentState, 'waiting'> }
  | {
      readonly kind: 'paymentIntended';
      readonly reference: PaymentReference;
      readonly request: PaymentRequest;
      readonly createKey: string;
      /** The amount is reserved; what is taken of it is decided later. */
      readonly reservation?: true;
    }
  | { readonly kind: 'payment'; readonly reference: PaymentReference; readonly event: PaymentEvent }
  /** Written with the start of its operation, which has the same key; the amount is the sum that goes back. */
  | {
      readonly kind: 'refundAsked';
      readonly reference: PaymentReference;
      readonly key: string;
      readonly amount: Money;
      readonly lines: readonly RefundLine[];
      readonly reason: string;
    }
  /** A machine's customer scanned its code. */
  | { readonly kind: 'vendingOpened'; readonly qrId: string | null }
  /** The controller was told to hand it out: its outcome is not known yet. */
  | { readonly kind: 'vendAsked'; readonly item: LineId; readonly product: Product }
  | { readonly kind: 'vendSettled'; readonly item: LineId; readonly outcome: VendOutcome }
  /** Nothing more is handed out; written with what is to be taken. */
  | { readonly kind: 'vendingEnded'; readonly why: VendingEnd }
  /** Entries of this sale may have been lost with a damaged file: what the service says is asked anew. */
  | { readonly kind: 'salvaged' }
  | { readonly kind: 'parked' }
  | { readonly kind: 'recalled' }
  | { readonly kind: 'paidElsewhere'; readonly method: PaidElsewhere }
  | { readonly kind: 'abandoned' }
  | { readonly kind: 'purchaseRegistered' }
  | { readonly kind: 'receiptOwed' }
  | { readonly kind: 'receiptSent' }
  /** The service understood it and would not have it, so often that it never will. */
  | { readonly kind: 'receiptRefused' }
  | { readonly kind: 'left' };

/** One row of the journal. `version` is the version of the event's shape, for entries read back years later. */
export interface SaleEntry {
  readonly saleId: SaleId;
  readonly at: Instant;
  readonly version: 1;
  readonly event: SaleEvent;
}
