/**
 * What must not be lost. Append-only and durable: when `append` answers ok, the entries survive a power cut. The
 * methods answer at once, so that a rule checked before an append still holds after it.
 */

import type { SaleId } from '../domain/sale.ts';
import type { SaleEntry } from '../domain/saleEvent.ts';
import type { JournalFault } from '../kernel/fault.ts';
import type { Result } from '../kernel/result.ts';

export interface Journal {
  /**
   * All entries of one sale or none, in this order, on disk. `unfinished` is what a restarted till looks for; it is
   * kept in an index, so that the start does not grow with history.
   */
  append(entries: readonly SaleEntry[], unfinished: boolean): Result<void, JournalFault>;
  /** The entries of every unfinished sale, sale by sale in the order the sales were opened. */
  unfinished(): Result<readonly (readonly SaleEntry[])[], JournalFault>;
  /** All entries of one sale, oldest first; empty if there is none. */
  sale(saleId: SaleId): Result<readonly SaleEntry[], JournalFault>;
  /** How many sales were ever opened: the next sale's number is one more. */
  saleCount(): Result<number, JournalFault>;
}
