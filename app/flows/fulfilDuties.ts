/**
 * What a settled sale still owes: the member's purchase to the registry, the receipt to the customer's app where the
 * payment did not carry it. Each is owed in the journal and carried out until known done, with the sale's id or the
 * payment's reference as its key, across restarts. Neither ever touches the money.
 */

import { memberOf } from '../domain/customer.ts';
import { isPaid } from '../domain/payment.ts';
import { receiptOf } from '../domain/receipt.ts';
import { currentPayment, type Sale, type SaleId, saleSaved, saleTotal } from '../domain/sale.ts';
import type { SaleEvent } from '../domain/saleEvent.ts';
import type { FaultKind } from '../kernel/fault.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Book } from './book.ts';
import type { Persistence } from './persist.ts';

type Duty = 'purchase' | 'receipt';

/** A receipt that is understood and refused this often, for the most of a day, never comes: no sale is kept for ever. */
const mostRefusals = 250;
const refusals: readonly FaultKind[] = ['rejected', 'forbidden', 'notFound'];

function isHopeless(done: Result<unknown>, failures: number): boolean {
  return !done.ok && failures >= mostRefusals && refusals.includes(done.fault.kind);
}

export interface Duties {
  /** Begins whatever this sale owes and nobody is carrying out yet. */
  begin(sale: Sale): void;
}

export function createDuties(book: Book, persistence: Persistence): Duties {
  function begin(sale: Sale): void {
    if (sale.purchase === 'owed' && sale.endedAt !== null) start(sale.id, 'purchase');
    const payment = currentPayment(sale);
    if (sale.receipt === 'owed' && payment !== null && isPaid(payment)) start(sale.id, 'receipt');
  }

  function start(saleId: SaleId, duty: Duty): void {
    const owed = () => book.sale(saleId)?.[duty] === 'owed';
    persistence.begin(saleId, duty, owed, (failures) => fulfil(saleId, duty, failures));
  }

  async function fulfil(saleId: SaleId, duty: Duty, failures: number): Promise<Result<unknown>> {
    const sale = book.sale(saleId);
    if (sale === null) return ok();
    const done = duty === 'purchase' ? await registerPurchase(sale) : await sendReceipt(sale);
    if (duty === 'receipt' && isHopeless(done, failures) && !book.ended())
      return book.record(saleId, { kind: 'receiptRefused' });
    if (!done.ok || book.ended()) return done;
    const event: SaleEvent = duty === 'purchase' ? { kind: 'purchaseRegistered' } : { kind: 'receiptSent' };
    return book.record(saleId, event);
  }

  function registerPurchase(sale: Sale): Promise<Result<void>> {
    const member = memberOf(sale.customer);
    if (member === null) return Promise.resolve(ok());
    return book.ports.members.registerPurchase({
      saleId: sale.id,
      member: member.id,
      at: sale.endedAt ?? book.ports.clock.now(),
      total: saleTotal(sale),
      saved: saleSaved(sale),
      paidBy: sale.paidElsewhere ?? 'wallet',
    });
  }

  function sendReceipt(sale: Sale): Promise<Result<void>> {
    const payment = currentPayment(sale);
    if (payment === null) return Promise.resolve(err({ kind: 'paymentMissing' }));
    return book.ports.receipts.add(payment.reference, receiptOf(sale, book.config.posId));
  }

  return { begin };
}
