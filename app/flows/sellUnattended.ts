/**
 * A machine that sells by itself. A customer scans its code, the highest price is reserved, goods are handed out by the
 * controller one at a time, and what was seen to leave is captured; everything else goes back. Whatever breaks in between
 * (nobody chooses, the controller is silent, the machine is at fault, the power goes) ends in the same close.
 */

import { type PaymentRequest, wasReserved } from '../domain/payment.ts';
import { currentPayment, isEnded, type LineId, type Sale, type SaleId } from '../domain/sale.ts';
import type { SaleEvent } from '../domain/saleEvent.ts';
import { currentSale } from '../domain/tillState.ts';
import { ageOf, leftToTake, mostOf, ownCodes } from '../domain/vending.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Book } from './book.ts';
import type { Drivers } from './drivePayment.ts';
import { asShown, fillMachine, isAnythingWithin, isForAll, offerOf, offersOf } from './machineOffers.ts';
import { createMachineOrder } from './machineOrder.ts';
import { reservation, type Wanted } from './machineRequest.ts';
import { createTurn, vendingTimes } from './machineTurn.ts';
import { openSale } from './openSale.ts';
import { putAway } from './parkSale.ts';
import type { CheckedIn } from './receiveArrivals.ts';
import type { VendingDesk } from './vendingDesk.ts';

export function createVendingDesk(book: Book, drivers: Drivers): VendingDesk {
  const { stock, ids, log } = book.ports;
  const offers = () => offersOf(book);
  const order = createMachineOrder(book);
  const { waitFor, close, leave, letSettle, showResult } = createTurn(book, drivers, () =>
    order.outOfOrder(ownCodes.silent),
  );

  book.onSale((before, after) => {
    if (after.vending !== null && book.state().current === after.id) follow(before, after);
  });

  function arrive(checkedIn: CheckedIn): void {
    if (!order.sells()) log.info('vending.outOfOrder', {});
    else if (isServing()) log.info('vending.inUse', {});
    else reserve(checkedIn.customerToken, { qrId: checkedIn.qrId });
  }

  /** One that was opened and could not be begun is nobody's, and keeps nobody waiting. */
  function isServing(): boolean {
    const sale = currentSale(book.state());
    return sale !== null && sale.vending !== null && !isEnded(sale);
  }

  /**
   * `by`: the code that was scanned; or the sale whose first request was refused, perhaps because the customer is too young
   * for some of the goods, and which is asked once more without these.
   */
  function reserve(customerToken: string, by: { readonly qrId: string } | { readonly sale: Sale }): void {
    const isAgain = 'sale' in by;
    const sold = isAgain ? offers().filter(isForAll) : offers();
    const most = mostOf(sold);
    if (most === null) {
      order.outOfOrder(ownCodes.soldOut);
      return;
    }
    const opened = isAgain ? ok(by.sale) : ownSale();
    if (!opened.ok) {
      log.warn('vending.notOpened', { fault: opened.fault.kind });
      return;
    }
    const wanted = { payer: { by: 'customerToken', customerToken }, amount: most, age: ageOf(sold) } as const;
    ask(opened.value, wanted, isAgain ? [] : [{ kind: 'vendingOpened', qrId: by.qrId }]);
  }

  function ask(
    sale: { id: SaleId; number: string },
    wanted: Wanted,
    first: readonly SaleEvent[],
  ): Result<null> {
    const { reference, intended } = reservation(book, sale, wanted);
    const noted = book.record(sale.id, ...first, intended);
    if (!noted.ok) return noted;
    drivers.drive(sale.id, reference);
    waitFor(sale.id, vendingTimes.approve);
    return ok(null);
  }

  /** What a staffed till on this folder left behind, or one that could not be begun, is no customer's of this machine. */
  function ownSale(): Result<Sale> {
    const away = putAwayStrangers();
    return away.ok ? openSale(book) : away;
  }

  function putAwayStrangers(): Result<unknown> {
    const sale = currentSale(book.state());
    return sale === null || sale.vending !== null ? ok(null) : putAway(book, sale);
  }

  /** The item is asked for from the start, so its being handed out begins with the approval and ends as any other does. */
  function choose(sku: string): Result<{ itemId: string }> {
    if (!order.sells()) return err({ kind: 'machineOutOfOrder' });
    if (isServing()) return err({ kind: 'machineBusy' });
    const offer = offerOf(book, sku);
    if (offer === null) return err({ kind: 'soldOut' });
    const opened = ownSale();
    if (!opened.ok) return opened;
    const item = ids.unique() as LineId;
    const { minimumAge: age } = offer;
    const product = asShown(offer);
    const asked = ask(opened.value, { payer: { by: 'qrOnScreen' }, amount: product.price, age }, [
      { kind: 'vendingOpened', qrId: null },
      { kind: 'vendAsked', item, product },
    ]);
    return asked.ok ? ok({ itemId: item }) : asked;
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
      if (!isEnded(after) || before === null || isEnded(before)) return;
      // Given up before anything was reserved: there is nothing to tell, and the goods are what they want to see.
      const isNothing = after.vending.end === 'done' && !wasReserved(payment);
      if (isNothing) soon(() => leave(after));
      // Also where it could not leave just now: then the disk refused it, and it leaves a moment later.
      void book.carryOn(() => showResult(after.id));
      return;
    }
    if (payment.state === 'approved' && was?.state !== 'approved') {
      const isChosen = after.vending.items.some(({ state }) => state === 'asked');
      waitFor(after.id, isChosen ? vendingTimes.dispense : vendingTimes.choose);
    }
    const over = ['declined', 'expired', 'refused', 'cancelled'].includes(payment.state);
    if (!over) return;
    const { request, refusal } = payment;
    const isTooYoung = refusal === 'cannotSendToNumber' && request.minimumAge !== undefined;
    const { payer } = request;
    // The reason is never told apart (payments.md 4.3): without the goods that have an age limit it may well be taken.
    if (isTooYoung && payer.by === 'customerToken' && mostOf(offers().filter(isForAll)) !== null) {
      soon(() => reserve(payer.customerToken, { sale: after }));
      return;
    }
    soon(() => close(after.id, 'notApproved'));
  }

  function take(turn: string, sku: string): Result<{ itemId: string }> {
    const now = selling();
    if (now?.sale.id !== turn) return err({ kind: 'nothingReserved' });
    const { sale, reserved, isBusy } = now;
    if (isBusy) return err({ kind: 'machineBusy' });
    const offer = offerOf(book, sku);
    if (offer === null) return err({ kind: 'soldOut' });
    if (offer.minimumAge !== null && (reserved.minimumAge ?? 0) < offer.minimumAge)
      return err({ kind: 'ageLimit' });
    if (offer.product.price.minor > leftToTake(sale, reserved.amount).minor)
      return err({ kind: 'reservedTooLittle' });
    const item = ids.unique() as LineId;
    const noted = book.record(sale.id, { kind: 'vendAsked', item, product: asShown(offer) });
    if (!noted.ok) return noted;
    waitFor(sale.id, vendingTimes.dispense);
    return ok({ itemId: item });
  }

  function settle(itemId: string, outcome: 'dispensed' | 'failed'): Result<null> {
    order.heard();
    const now = selling();
    const item = now?.sale.vending?.items.find(({ id, state }) => id === itemId && state === 'asked');
    if (now === null || item === undefined) {
      // After the close nobody pays for it: what was told too late is the store's loss, and the log has it.
      log.warn('vending.toldTooLate', { outcome });
      if (outcome === 'dispensed') countLate(itemId);
      return err({ kind: 'nothingReserved' });
    }
    const { sale, reserved } = now;
    const noted = book.record(sale.id, { kind: 'vendSettled', item: item.id, outcome });
    if (!noted.ok) return noted;
    if (outcome === 'dispensed') stock.taken(item.product.sku, item.id);
    const left = leftToTake(noted.value, reserved.amount);
    if (outcome === 'dispensed' && !isAnythingWithin(offers(), left)) return close(sale.id, 'done');
    waitFor(sale.id, vendingTimes.choose);
    return ok(null);
  }

  /** The power may have gone between the word that it left and the count. */
  function countLast({ vending }: Sale): void {
    const last =
      vending?.end === null ? vending.items.findLast(({ state }) => state === 'dispensed') : undefined;
    if (last !== undefined) stock.taken(last.product.sku, last.id);
  }

  /** It is no longer inside, whoever pays for it; said twice, it is still one. */
  function countLate(itemId: string): void {
    const items = [...book.state().sales.values()].flatMap(({ vending }) => vending?.items ?? []);
    const late = items.find(({ id, state }) => id === itemId && (state === 'tooLate' || state === 'unknown'));
    if (late !== undefined) stock.taken(late.product.sku, late.id);
  }

  /** The sale whose goods may be handed out now, what is reserved for it, and whether one of them is on its way. */
  function selling(): { sale: Sale; reserved: PaymentRequest; isBusy: boolean } | null {
    const sale = currentSale(book.state());
    const payment = sale === null ? null : currentPayment(sale);
    if (sale?.vending?.end !== null || payment?.state !== 'approved' || payment.take !== null) return null;
    const isBusy = sale.vending.items.some(({ state }) => state === 'asked');
    return { sale, reserved: payment.request, isBusy };
  }

  function closeForFault(): Result<null> {
    const sale = currentSale(book.state());
    return sale === null ? ok(null) : close(sale.id, 'fault');
  }

  return {
    arrive,
    choose,
    offers,
    stock: (slots) => fillMachine(book, slots),
    take,
    settle,
    open() {
      order.inOrder();
      return ok(null);
    },
    done(turn) {
      const sale = currentSale(book.state());
      if (sale?.id !== turn) return ok(null);
      if (isEnded(sale)) return leave(sale);
      // What is on its way falls all the same, and nobody would pay for it.
      return selling()?.isBusy ? err({ kind: 'machineBusy' }) : close(sale.id, 'done');
    },
    more(turn) {
      const sale = isServing() ? currentSale(book.state()) : null;
      if (sale?.id !== turn || sale.vending?.end !== null) return err({ kind: 'nothingReserved' });
      const now = selling();
      // The controller's time is not the customer's to give.
      if (now?.isBusy) return err({ kind: 'machineBusy' });
      waitFor(sale.id, now === null ? vendingTimes.approve : vendingTimes.choose);
      return ok(null);
    },
    fault(reason) {
      order.outOfOrder(reason);
      return closeForFault();
    },
    stop(stopped) {
      const kept = order.stop(stopped);
      return kept.ok && stopped ? closeForFault() : kept;
    },
    closeLeft() {
      for (const sale of book.state().sales.values()) {
        countLast(sale);
        close(sale.id, 'restarted');
      }
    },
    resume() {
      order.recall();
      putAwayStrangers();
      const sale = currentSale(book.state());
      if (sale === null || sale.vending === null) return;
      if (isEnded(sale)) void book.carryOn(() => showResult(sale.id));
      else letSettle(sale.id);
    },
  };
}
