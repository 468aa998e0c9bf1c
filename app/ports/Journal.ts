/**
 * What must not be lost. Append-only and durable: when `append` answers ok, the entries survive a power cut. The
 * methods answer at once, so that a rule checked before an append still holds after it.
 */

import type { DayClosing } from '../domain/day.ts';
import type { Movement } from '../domain/movement.ts';
import type { Msisdn } from '../domain/msisdn.ts';
import type { PaymentReference } from '../domain/payment.ts';
import type { Sale, SaleId } from '../domain/sale.ts';
import type { SaleEntry } from '../domain/saleEvent.ts';
import type { SaleSummary } from '../domain/saleSummary.ts';
import type { JournalFault } from '../kernel/fault.ts';
import type { Result } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';
import type { DayDate } from '../kernel/zone.ts';

/** Which sales to list; every wish that is there must be met. */
export interface HistoryQuery {
  /** From this moment on, before that one. */
  readonly from?: Instant;
  readonly to?: Instant;
  readonly number?: string;
  readonly msisdn?: Msisdn;
  /** Total, captured or refunded sum in minor units. */
  readonly amount?: number;
  /** Only sales whose outcome is not known yet, or only those with a refund. */
  readonly only?: 'unresolved' | 'refunded';
  /** At most so many, newest first. */
  readonly most: number;
}

export interface Journal {
  /**
   * All entries of one sale or none, in this order, on disk. `after` is the sale after them: the index of unfinished
   * sales, the list of payments and the day's figures are made of it in the same transaction.
   */
  append(entries: readonly SaleEntry[], after: Sale): Result<void, JournalFault>;
  /** The entries of every unfinished sale, sale by sale in the order the sales were opened. */
  unfinished(): Result<readonly (readonly SaleEntry[])[], JournalFault>;
  /** All entries of one sale, oldest first; empty if there is none. */
  sale(saleId: SaleId): Result<readonly SaleEntry[], JournalFault>;
  /** The sale this payment was asked for; `null` where the journal knows no such reference. */
  saleOf(reference: PaymentReference): Result<SaleId | null, JournalFault>;
  /** How many sales were ever opened: the next sale's number is one more. */
  saleCount(): Result<number, JournalFault>;
  /** Sales by what was asked, newest first. Cost depends on how many are asked for and not on history. */
  history(query: HistoryQuery): Result<readonly SaleSummary[], JournalFault>;
  /** Everything that moved from one moment until before the other, in the order of time. */
  movements(from: Instant, to: Instant): Result<readonly Movement[], JournalFault>;
  /** Written once for a day and never changed. */
  closeDay(closing: DayClosing): Result<void, JournalFault>;
  closing(date: DayDate): Result<DayClosing | null, JournalFault>;
}
