/** What the pages about old sales and about the day receive: rows, one sale explained, the day's figures. */

import type { Money } from '../domain/money.ts';
import type { PaymentState } from '../domain/payment.ts';
import type { VendOutcome } from '../domain/vending.ts';
import type { Fault } from '../kernel/fault.ts';
import type { Says } from './view.ts';

/** In one word how it stands with the money of a sale. */
export type Standing =
  | 'paid'
  | 'partlyRefunded'
  | 'refunded'
  | 'waiting'
  | 'approved'
  | 'cancelling'
  | 'declined'
  | 'expired'
  | 'cancelled'
  /** Approved, and all of it sent back: too late, or nothing left the machine. */
  | 'released'
  | 'refused'
  | 'paidElsewhere'
  /** Captured, but less than was asked for. */
  | 'capturedInPart'
  /** Captured, but not what left the machine. */
  | 'capturedOtherwise';

export interface HistoryRow {
  readonly saleId: string;
  readonly number: string;
  readonly at: string;
  readonly standing: Standing;
  /** The outcome of something asked is not known yet. */
  readonly unresolved: boolean;
  /** What was paid; of a sale that is not paid, what was asked for or reserved. */
  readonly total: Money;
  readonly captured: Money;
  readonly refunded: Money;
  readonly masked: string | null;
  readonly name: string | null;
  readonly via: 'push' | 'qr' | null;
  readonly reference: string | null;
}

export interface RefundView {
  readonly key: string;
  readonly amount: Money;
  readonly lines: readonly { readonly lineId: string; readonly name: string; readonly quantity: number }[];
  readonly reason: string;
  readonly outcome: 'underway' | 'done' | 'refused';
  readonly askedAt: string;
  readonly endedAt: string | null;
  readonly code: string | null;
}

/** A line of a sale as far as it can go back. */
export interface RefundableLine {
  readonly lineId: string;
  readonly name: string;
  readonly quantity: number;
  /** Units that have not gone back yet. */
  readonly left: number;
  /** What 1, 2, … up to `left` units are worth; shares of the line that add up to it. */
  readonly worth: readonly Money[];
  readonly total: Money;
}

/** One item of a machine, and what became of it. */
export interface ExplainedItem {
  readonly id: string;
  readonly name: string;
  readonly price: Money;
  readonly state: 'asked' | VendOutcome;
  /** `unclear` what was captured is not what left the machine, and nobody can say which item it is for. */
  readonly money: 'paid' | 'notYet' | 'notPaid' | 'unclear';
  readonly askedAt: string;
  readonly endedAt: string | null;
}

/** What the service's own log says about a step. */
export interface ServiceEvent {
  readonly name: string;
  readonly at: string;
  readonly pspReference: string;
  readonly amount: Money;
  readonly success: boolean;
}

export interface ExplainedStep {
  readonly at: string;
  readonly what: Says;
  /** The attempt it belongs to; `null` for a step of the sale itself. */
  readonly reference: string | null;
  readonly event: ServiceEvent | null;
}

export interface Attempt {
  readonly reference: string;
  readonly via: 'push' | 'qr';
  readonly state: PaymentState;
  readonly amount: Money;
  readonly captured: Money;
  readonly released: Money;
  readonly refunded: Money;
  /** Whether the service's own log is in the steps. */
  readonly log: 'read' | 'unavailable' | 'none';
}

export interface SaleExplained extends HistoryRow {
  /** The truth about the money in one sentence. */
  readonly says: Says;
  /** Of a machine, as they were asked for; empty at a staffed till. */
  readonly items: readonly ExplainedItem[];
  readonly steps: readonly ExplainedStep[];
  readonly attempts: readonly Attempt[];
  readonly lines: readonly RefundableLine[];
  readonly refunds: readonly RefundView[];
  /** What may still go back; zero with the reason in `noRefund`. */
  readonly refundable: Money;
  readonly noRefund: Fault | null;
}

export interface FigureView {
  readonly sum: Money;
  readonly count: number;
}

/** The reconciliation of one day; never an X or Z report. */
export interface DayReport {
  readonly date: string;
  readonly today: boolean;
  readonly approved: FigureView;
  readonly captured: FigureView;
  readonly released: FigureView;
  readonly refunded: FigureView;
  readonly net: Money;
  readonly hours: readonly { readonly hour: number; readonly members: number; readonly others: number }[];
  readonly refundsByReason: readonly { readonly reason: string | null; readonly sum: Money }[];
  /** Sales whose outcome is not known yet, of any day: the day is not closed over them. */
  readonly unresolved: readonly HistoryRow[];
  readonly closed: { readonly at: string; readonly agreed: boolean } | null;
  /** Till beside wallet; `null` where it was not asked for. */
  readonly agreement: {
    readonly rows: readonly {
      readonly what: 'approved' | 'captured' | 'released' | 'refunded';
      readonly till: Money;
      readonly wallet: Money;
    }[];
    readonly agrees: boolean;
    /** Payments about which the service could not be asked. */
    readonly unread: number;
  } | null;
}
