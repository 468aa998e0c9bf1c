/** The sale on the till: found, or opened by the first thing that happens to it. */

import { isEnded, type Sale, type SaleId } from '../domain/sale.ts';
import { currentSale } from '../domain/tillState.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Book } from './book.ts';

/**
 * The sale to work on. A scan while "paid" is shown starts the next sale; the ended one leaves the screen, and what it
 * still owes goes on by itself.
 */
export function openSale(book: Book): Result<Sale> {
  const current = currentSale(book.state());
  if (current !== null && !isEnded(current)) return ok(current);
  if (current !== null) {
    const left = leaveSale(book, current);
    if (!left.ok) return left;
  }
  const count = book.ports.journal.saleCount();
  if (!count.ok) return count;
  const id = book.ports.ids.unique() as SaleId;
  const { tillNumber, training, currency } = book.config;
  const number = `${training ? 'T-' : ''}${tillNumber}-${String(count.value + 1).padStart(6, '0')}`;
  const opened = book.record(id, { kind: 'opened', number, currency });
  if (opened.ok) book.change({ current: id, moment: null });
  return opened;
}

/** Takes a sale off the screen; what it still owes or waits for goes on by itself. */
export function leaveSale(book: Book, sale: Sale): Result<null> {
  const left = book.record(sale.id, { kind: 'left' });
  if (!left.ok) return left;
  book.change({ current: null, last: left.value, moment: null });
  return ok(null);
}

/** Whether there is anything on the till worth keeping. */
export function isBlank(sale: Sale): boolean {
  return sale.lines.length === 0 && sale.customer === null && sale.payments.length === 0;
}
