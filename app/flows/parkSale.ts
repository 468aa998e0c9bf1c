/** Sales on and off the till: park, recall, discard, move on, close as paid elsewhere. A parked payment keeps its watch. */

import { isEnded, isFrozen, type PaidElsewhere, type Sale, type SaleId } from '../domain/sale.ts';
import { mayAbandon, mayPark, mayPayElsewhere } from '../domain/saleRules.ts';
import { currentSale, parkedSales } from '../domain/tillState.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Book } from './book.ts';
import { isBlank, leaveSale } from './openSale.ts';
import type { PaymentDesk } from './takePayment.ts';

export function park(book: Book): Result<{ saleId: string }> {
  const sale = currentSale(book.state());
  if (sale === null || isBlank(sale)) return err({ kind: 'basketEmpty' });
  const refused = mayPark(sale);
  if (refused !== null) return err(refused);
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

/** Gives the basket up. What is open is called off first, so that nobody pays for nothing. */
export async function discard(book: Book, desk: PaymentDesk): Promise<Result<null>> {
  const sale = currentSale(book.state());
  if (sale === null) return ok(null);
  if (isEnded(sale)) return leaveSale(book, sale);
  if (isFrozen(sale)) {
    const calledOff = await desk.callOff(sale);
    if (!calledOff.ok) return calledOff;
  }
  return abandon(book, sale.id);
}

function abandon(book: Book, saleId: SaleId): Result<null> {
  const sale = currentSale(book.state());
  // The cashier went on while the service was asked: that sale is somebody else's business now.
  if (sale?.id !== saleId) return err({ kind: 'saleUnknown' });
  const refused = mayAbandon(sale);
  if (refused !== null) return err(refused);
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
  return isBlank(sale) ? abandon(book, sale.id) : err({ kind: 'saleNotFinal' });
}

/**
 * The host till takes the money; nothing is sent to the wallet, and the member's purchase still counts. A request that is
 * open is called off first: nobody pays twice because they changed their mind (peers.md 4).
 */
export async function paidElsewhere(
  book: Book,
  desk: PaymentDesk,
  method: PaidElsewhere,
): Promise<Result<null>> {
  const asked = currentSale(book.state());
  if (asked === null || asked.lines.length === 0) return err({ kind: 'basketEmpty' });
  if (isEnded(asked)) return err({ kind: 'paymentSettled' });
  if (isFrozen(asked)) {
    const calledOff = await desk.callOff(asked);
    if (!calledOff.ok) return calledOff;
  }
  const sale = currentSale(book.state());
  if (sale?.id !== asked.id) return err({ kind: 'saleUnknown' });
  const refused = mayPayElsewhere(sale);
  if (refused !== null) return err(refused);
  const closed = book.record(sale.id, { kind: 'paidElsewhere', method });
  return closed.ok ? ok(null) : closed;
}

/** Out of sight: one that has ended leaves, an empty one is dropped, any other waits with its payment's own watch. */
export function putAway(book: Book, sale: Sale | null): Result<unknown> {
  if (sale === null) return ok(null);
  if (isEnded(sale)) return leaveSale(book, sale);
  return isBlank(sale) ? abandon(book, sale.id) : park(book);
}
