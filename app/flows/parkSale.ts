/** Sales on and off the till: park, recall, discard, move on, close as paid elsewhere. A parked payment keeps its watch. */

import { isEnded, isFrozen, type PaidElsewhere, type Sale } from '../domain/sale.ts';
import { currentSale, parkedSales } from '../domain/tillState.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Book } from './book.ts';
import { isBlank, leaveSale } from './openSale.ts';

export function park(book: Book): Result<{ saleId: string }> {
  const sale = currentSale(book.state());
  if (sale === null || isBlank(sale)) return err({ kind: 'basketEmpty' });
  if (isEnded(sale)) return err({ kind: 'paymentSettled' });
  const parked = book.record(sale.id, { kind: 'parked' });
  if (!parked.ok) return parked;
  book.change({ current: null, moment: null });
  return ok({ saleId: sale.id });
}

/** The sale that was on the till is parked in its turn, or dropped where there was nothing in it. */
export function recall(book: Book, saleId: string): Result<null> {
  const wanted = parkedSales(book.state()).find((sale) => sale.id === saleId);
  if (wanted === undefined) return err({ kind: 'saleUnknown' });
  const away = putAway(book, currentSale(book.state()));
  if (!away.ok) return away;
  const recalled = book.record(wanted.id, { kind: 'recalled' });
  if (!recalled.ok) return recalled;
  book.change({ current: wanted.id, moment: null });
  return ok(null);
}

/** Gives the basket up. Not while a payment is open: cancel it first, so that nobody pays for nothing. */
export function discard(book: Book): Result<null> {
  const sale = currentSale(book.state());
  if (sale === null) return ok(null);
  if (isEnded(sale)) return leaveSale(book, sale);
  if (isFrozen(sale)) return err({ kind: 'paymentOpen' });
  const abandoned = book.record(sale.id, { kind: 'abandoned' });
  if (!abandoned.ok) return abandoned;
  book.change({ current: null, moment: null });
  return ok(null);
}

/** Clears the till for the next customer once the sale is final. */
export function next(book: Book): Result<null> {
  const sale = currentSale(book.state());
  if (sale === null) return ok(null);
  if (isEnded(sale)) return leaveSale(book, sale);
  return isBlank(sale) ? discard(book) : err({ kind: 'saleNotFinal' });
}

/** The host till takes the money; nothing is sent to the wallet, and the member's purchase still counts. */
export function paidElsewhere(book: Book, method: PaidElsewhere): Result<null> {
  const sale = currentSale(book.state());
  if (sale === null || sale.lines.length === 0) return err({ kind: 'basketEmpty' });
  if (isEnded(sale)) return err({ kind: 'paymentSettled' });
  if (isFrozen(sale)) return err({ kind: 'paymentOpen' });
  const closed = book.record(sale.id, { kind: 'paidElsewhere', method });
  return closed.ok ? ok(null) : closed;
}

function putAway(book: Book, sale: Sale | null): Result<unknown> {
  if (sale === null) return ok(null);
  if (isEnded(sale)) return leaveSale(book, sale);
  return isBlank(sale) ? discard(book) : park(book);
}
