/**
 * A machine that sells by itself. A customer scans its code, the highest price is reserved, goods are handed out by the
 * controller one at a time, and what was seen to leave is captured; everything else goes back. Whatever breaks in between
 * (nobody chooses, the controller is silent, the machine is at fault, the power goes) ends in the same close.
 */

import { type Money, minor, times } from '../domain/money.ts';
import type { PaymentReference, PaymentRequest } from '../domain/payment.ts';
import { currentPayment, isEnded, type LineId, type Sale, type SaleId, saleTotal } from '../domain/sale.ts';
import type { SaleEvent } from '../domain/saleEvent.ts';
import { currentSale } from '../domain/tillState.ts';
import {
  ageOf,
  leftToTake,
  mostOf,
  type Offer,
  type VendingEnd,
  type VendOutcome,
} from '../domain/vending.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { later } from '../kernel/time.ts';
import type { Book } from './book.ts';
import type { Drivers } from './drivePayment.ts';
import { fillMachine, isForAll, offersOf, type Refill } from './machineOffers.ts';
import { leaveSale, openSale } from './openSale.ts';
import type { CheckedIn } from './receiveArrivals.ts';

export interface VendingDesk {
  /** Somebody scanned this machine's code; somebody else's turn, or a machine out of order, lets it pass. */
  arrive(checkedIn: CheckedIn): void;
  /** The machine is in order and sells. */
  open(): Result<null>;
  /** The customer wants this: answers the id under which the controller tells what came of it. */
  take(sku: string): Result<{ itemId: string }>;
  settle(itemId: string, outcome: 'dispensed' | 'failed'): Result<null>;
  /** The customer is finished. */
  done(): Result<null>;
  /** The customer needs more time to choose. */
  more(): Result<null>;
  /** The machine cannot go on; `reason` is the controller's own short word. */
  fault(reason: string): Result<null>;
  /** What is sold now, at the catalogue's prices. */
  offers(): readonly Offer[];
  /** The controller or the operator has counted. */
  stock(slots: Refill): Result<null>;
  /** After a start: whatever was open is closed, and nothing is charged for what nobody saw leave. */
  resume(): void;
}

/** How long each step may take. Milliseconds. */
export const vendingTimes = { approve: 120_000, choose: 90_000, dispense: 60_000, result: 20_000 } as const;

/** What could not be written down is tried again so much later. */
const writeAgainMs = 1000;

export function createVendingDesk(book: Book, drivers: Drivers): VendingDesk {
  const { clock, stock, ids, log } = book.ports;
  const offers = () => offersOf(book);
  let turn = 0;

  book.onSale((before, after) => {
    if (after.vending !== null && book.state().current === after.id) follow(before, after);
  });

  function arrive(checkedIn: CheckedIn): void {
    const sale = currentSale(book.state());
    if (book.state().machine.outOfOrder !== null) log.info('vending.outOfOrder', {});
    // One that was opened and could not be begun belongs to nobody: the next customer has it.
    else if (sale !== null && sale.vending !== null && !isEnded(sale)) log.info('vending.inUse', {});
    else reserve(checkedIn, null);
  }

  /** `sale`: one whose first request was refused, perhaps because the customer is too young for some of the goods. */
  function reserve({ customerToken, qrId }: CheckedIn, sale: SaleId | null): void {
    const all = offers();
    const sold = sale === null ? all : all.filter(({ minimumAge }) => minimumAge === null);
    const most = mostOf(sold);
    if (most === null) {
      outOfOrder('soldOut');
      return;
    }
    const opened = sale === null ? openSale(book) : ok({ id: sale, number: book.sale(sale)?.number ?? '' });
    if (!opened.ok) {
      log.warn('vending.notOpened', { fault: opened.fault.kind });
      return;
    }
    const { id, number } = opened.value;
    const age = ageOf(sold);
    const attempt = (book.sale(id)?.payments.length ?? 0) + 1;
    const reference = `K${number}-${ids
      .unique()
      .replace(/[^a-zA-Z0-9]/g, '')
      .slice(0, 8)}-${attempt}`;
    const request: PaymentRequest = {
      saleId: id,
      amount: most,
      payer: { by: 'customerToken', customerToken },
      description: `${book.config.storeName} ${number}`.slice(0, 100),
      ...(age === null ? {} : { minimumAge: age }),
      receipt: null,
    };
    const intended: SaleEvent = {
      kind: 'paymentIntended',
      reference: reference as PaymentReference,
      request,
      createKey: `${reference}-create`,
      reservation: true,
    };
    const events: SaleEvent[] = sale === null ? [{ kind: 'vendingOpened', qrId }, intended] : [intended];
    const noted = book.record(id, ...events);
    if (!noted.ok) return;
    drivers.drive(id, reference as PaymentReference);
    waitFor(id, vendingTimes.approve);
  }

  /** After the record that is being written: one follows from the other, and each is whole. */
  function soon(act: () => unknown): void {
    void book.carryOn(async () => {
      await Promise.resolve();
      if (!book.ended()) act();
    });
  }

  /** What the payment came to decides what the machine does next. */
  function follow(before: Sale | null, after: Sale): void {
    const payment = currentPayment(after);
    const was = before === null ? null : currentPayment(before);
    if (payment === null || after.vending === null) return;
    if (after.vending.end !== null) {
      if (isEnded(after) && before !== null && !isEnded(before))
        void book.carryOn(() => showResult(after.id));
      return;
    }
    if (payment.state === 'approved' && was?.state !== 'approved') waitFor(after.id, vendingTimes.choose);
    const over = ['declined', 'expired', 'refused', 'cancelled'].includes(payment.state);
    if (!over) return;
    const { request, refusal } = payment;
    const isTooYoung = refusal === 'cannotSendToNumber' && request.minimumAge !== undefined;
    const { payer } = request;
    // The reason is never told apart (payments.md 4.3): without the goods that have an age limit it may well be taken.
    if (isTooYoung && payer.by === 'customerToken' && mostOf(offers().filter(isForAll)) !== null) {
      const again = {
        customerToken: payer.customerToken,
        qrId: after.vending.qrId,
        initiatedAt: clock.now(),
      };
      soon(() => reserve(again, after.id));
      return;
    }
    soon(() => close(after.id, 'notApproved'));
  }

  /** Closes when nothing has happened for so long; anything that happens begins the time anew. */
  function waitFor(saleId: SaleId, ms: number, why: VendingEnd = 'tooLate'): void {
    turn += 1;
    const mine = turn;
    book.change({ machine: { ...book.state().machine, until: later(clock.now(), ms) } });
    void book.carryOn(async () => {
      await book.wait(ms).over;
      if (mine === turn && !book.ended()) close(saleId, why);
    });
  }

  function take(sku: string): Result<{ itemId: string }> {
    const sale = selling();
    if (sale === null) return err({ kind: 'nothingReserved' });
    if (sale.vending?.items.some(({ state }) => state === 'asked')) return err({ kind: 'machineBusy' });
    const offer = offers().find(({ product }) => product.sku === sku);
    if (offer === undefined || offer.stock < 1) return err({ kind: 'soldOut' });
    const reserved = currentPayment(sale)?.request;
    if (reserved === undefined) return err({ kind: 'nothingReserved' });
    if (offer.minimumAge !== null && (reserved.minimumAge ?? 0) < offer.minimumAge)
      return err({ kind: 'ageLimit' });
    if (offer.product.price.minor > leftToTake(sale, reserved.amount).minor)
      return err({ kind: 'reservedTooLittle' });
    const item = ids.unique() as LineId;
    // At the price that was shown and reserved: a machine knows no members.
    const product = { ...offer.product, memberPrice: null };
    const noted = book.record(sale.id, { kind: 'vendAsked', item, product });
    if (!noted.ok) return noted;
    waitFor(sale.id, vendingTimes.dispense);
    return ok({ itemId: item });
  }

  function settle(itemId: string, outcome: 'dispensed' | 'failed'): Result<null> {
    const sale = selling();
    const item = sale?.vending?.items.find(({ id, state }) => id === itemId && state === 'asked');
    if (!sale || item === undefined) {
      // After the close nobody pays for it: what was told too late is the store's loss, and the log has it.
      log.warn('vending.toldTooLate', { outcome });
      return err({ kind: 'nothingReserved' });
    }
    const noted = book.record(sale.id, { kind: 'vendSettled', item: item.id, outcome });
    if (!noted.ok) return noted;
    if (outcome === 'dispensed') stock.taken(item.product.sku);
    const left = leftToTake(
      noted.value,
      currentPayment(noted.value)?.request.amount ?? times(item.product.price, 0),
    );
    if (outcome === 'dispensed' && !isAnythingWithin(left)) return close(sale.id, 'done');
    waitFor(sale.id, vendingTimes.choose);
    return ok(null);
  }

  function isAnythingWithin(left: Money): boolean {
    return offers().some(({ product, stock: there }) => there > 0 && product.price.minor <= left.minor);
  }

  /** The one way out: what was asked and not seen to leave is not paid for, and what is to be taken is decided. */
  function close(saleId: SaleId, why: VendingEnd): Result<null> {
    const sale = book.sale(saleId);
    const payment = sale === null ? null : currentPayment(sale);
    if (sale?.vending == null || sale.vending.end !== null || payment === null) return ok(null);
    turn += 1;
    const outcome: VendOutcome = why === 'restarted' ? 'unknown' : 'tooLate';
    const open = sale.vending.items.filter(({ state }) => state === 'asked');
    const take = saleTotal(sale).minor;
    const events: SaleEvent[] = [
      ...open.map(({ id }): SaleEvent => ({ kind: 'vendSettled', item: id, outcome })),
      { kind: 'vendingEnded', why },
      { kind: 'payment', reference: payment.reference, event: { kind: 'takeDecided', amount: minor(take) } },
      ...(take > 0 ? [{ kind: 'receiptOwed' } as const] : []),
    ];
    const noted = book.record(sale.id, ...events);
    if (!noted.ok) {
      // It cannot be written now: tried again, since money must not stay reserved.
      waitFor(saleId, writeAgainMs, why);
      return noted;
    }
    book.change({ machine: { ...book.state().machine, until: null } });
    drivers.drive(sale.id, payment.reference);
    drivers.nudge(payment.reference);
    return ok(null);
  }

  async function showResult(saleId: SaleId): Promise<void> {
    const until = later(clock.now(), vendingTimes.result);
    book.change({ machine: { ...book.state().machine, until } });
    await book.wait(vendingTimes.result).over;
    for (let sale = currentSale(book.state()); sale?.id === saleId && !book.ended(); ) {
      if (leaveSale(book, sale).ok) book.change({ machine: { ...book.state().machine, until: null } });
      else await book.wait(writeAgainMs).over;
      sale = currentSale(book.state());
    }
  }

  function outOfOrder(code: string): void {
    book.change({ machine: { ...book.state().machine, outOfOrder: code } });
  }

  /** The sale whose goods may be handed out now. */
  function selling(): Sale | null {
    const sale = currentSale(book.state());
    const payment = sale === null ? null : currentPayment(sale);
    const may = payment?.state === 'approved' && payment.take === null && sale?.vending?.end === null;
    return may ? sale : null;
  }

  return {
    arrive,
    offers,
    stock: (slots) => fillMachine(book, slots),
    take,
    settle,
    open() {
      book.change({ machine: { ...book.state().machine, outOfOrder: null } });
      return ok(null);
    },
    done() {
      const sale = currentSale(book.state());
      return sale === null ? ok(null) : close(sale.id, 'done');
    },
    more() {
      const sale = selling();
      if (sale === null) return err({ kind: 'nothingReserved' });
      waitFor(sale.id, vendingTimes.choose);
      return ok(null);
    },
    fault(reason) {
      outOfOrder(reason);
      const sale = currentSale(book.state());
      return sale === null ? ok(null) : close(sale.id, 'fault');
    },
    resume() {
      for (const sale of book.state().sales.values())
        if (sale.vending !== null && sale.vending.end === null) close(sale.id, 'restarted');
      const sale = currentSale(book.state());
      if (sale !== null && sale.vending !== null && isEnded(sale))
        void book.carryOn(() => showResult(sale.id));
    },
  };
}
