/**
 * A customer's turn at a machine: how long each step of it may take, and its one way out. Whatever ends it (finished, too
 * late, a fault, the power), what is taken is decided in one record, and the rest goes back.
 */

import { minor } from '../domain/money.ts';
import { currentPayment, isEnded, type Sale, type SaleId, saleTotal } from '../domain/sale.ts';
import type { SaleEvent } from '../domain/saleEvent.ts';
import { currentSale } from '../domain/tillState.ts';
import type { VendingEnd, VendOutcome } from '../domain/vending.ts';
import { ok, type Result } from '../kernel/result.ts';
import { later } from '../kernel/time.ts';
import type { Book } from './book.ts';
import type { Drivers } from './drivePayment.ts';
import { leaveSale } from './openSale.ts';

export interface Turn {
  /** Closes when nothing has happened for so long; anything that happens begins the time anew. */
  waitFor(saleId: SaleId, ms: number): void;
  /** What was asked and not seen to leave is not paid for, and what is to be taken is decided. */
  close(saleId: SaleId, why: VendingEnd): Result<null>;
  /** What an ended sale left on the screen goes, and the machine is free. */
  leave(sale: Sale): Result<null>;
  /** What is decided and not settled after a while goes on out of sight: the next customer does not wait for it. */
  letSettle(saleId: SaleId): void;
  /** Its result stands on the screen for a while; then the machine is free. */
  showResult(saleId: SaleId): Promise<void>;
}

/** How long each step may take. Milliseconds. */
export const vendingTimes = {
  approve: 120_000,
  choose: 90_000,
  dispense: 60_000,
  settle: 60_000,
  result: 20_000,
} as const;

/** What could not be written down is tried again so much later. */
const writeAgainMs = 1000;

/** `silent`: told when the time for an item is over and nobody has said what came of it. */
export function createTurn(book: Book, drivers: Drivers, silent: () => void): Turn {
  const { clock, log } = book.ports;
  let turn = 0;

  function waitFor(saleId: SaleId, ms: number, why: VendingEnd = 'tooLate'): void {
    turn += 1;
    const mine = turn;
    book.change({ machine: { ...book.state().machine, until: later(clock.now(), ms) } });
    void book.carryOn(async () => {
      await book.wait(ms).over;
      if (mine === turn && !book.ended()) close(saleId, why);
    });
  }

  function close(saleId: SaleId, why: VendingEnd): Result<null> {
    const sale = book.sale(saleId);
    const payment = sale === null ? null : currentPayment(sale);
    if (sale === null || payment === null) return ok(null);
    const isOpen = sale.vending?.end === null;
    // What of a turn is lost with a damaged journal must not keep the money.
    if (!isOpen && payment.take !== null) return ok(null);
    turn += 1;
    const mayHaveMoved = payment.state === 'approved';
    const outcome: VendOutcome = !mayHaveMoved ? 'notApproved' : why === 'restarted' ? 'unknown' : 'tooLate';
    const open = (sale.vending?.items ?? []).filter(({ state }) => state === 'asked');
    const taken = saleTotal(sale).minor;
    const most = payment.request.amount.minor;
    // Nothing is handed out above it; if it were, the reservation must end all the same.
    if (taken > most) log.error('vending.aboveReserved', { taken, most });
    const take = Math.min(taken, most);
    const events: SaleEvent[] = [
      ...open.map(({ id }): SaleEvent => ({ kind: 'vendSettled', item: id, outcome })),
      ...(isOpen ? [{ kind: 'vendingEnded', why } as const] : []),
      { kind: 'payment', reference: payment.reference, event: { kind: 'takeDecided', amount: minor(take) } },
      ...(take > 0 ? [{ kind: 'receiptOwed' } as const] : []),
    ];
    // Before what follows from the record says how long that stands.
    book.change({ machine: { ...book.state().machine, until: null } });
    const noted = book.record(sale.id, ...events);
    if (!noted.ok) {
      // It cannot be written now: tried again, since money must not stay reserved.
      waitFor(saleId, writeAgainMs, why);
      return noted;
    }
    // Whoever moves nothing, or cannot say so, would only reserve the next customer's money too.
    if (open.length > 0 && outcome === 'tooLate' && why === 'tooLate') silent();
    drivers.drive(sale.id, payment.reference);
    drivers.nudge(payment.reference);
    letSettle(sale.id);
    return ok(null);
  }

  function letSettle(saleId: SaleId): void {
    void book.carryOn(() => leaveAfter(saleId, vendingTimes.settle, (sale) => !isEnded(sale)));
  }

  function leave(sale: Sale): Result<null> {
    const left = leaveSale(book, sale);
    if (!left.ok) return left;
    book.change({ machine: { ...book.state().machine, until: null } });
    return ok(null);
  }

  async function showResult(saleId: SaleId): Promise<void> {
    const until = later(clock.now(), vendingTimes.result);
    book.change({ machine: { ...book.state().machine, until } });
    await leaveAfter(saleId, vendingTimes.result, isEnded);
  }

  /** The sale goes if it is the one on the screen then and still `such`; tried until that can be written. */
  async function leaveAfter(saleId: SaleId, ms: number, such: (sale: Sale) => boolean): Promise<void> {
    await book.wait(ms).over;
    while (!book.ended()) {
      const sale = currentSale(book.state());
      if (sale?.id !== saleId || !such(sale)) return;
      if (!isEnded(sale)) log.warn('vending.notSettled', {});
      if (leave(sale).ok) return;
      await book.wait(writeAgainMs).over;
    }
  }

  return { waitFor, close, leave, letSettle, showResult };
}
