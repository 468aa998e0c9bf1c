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
import { err, ok, type Result } from '../kernel/result.ts';
import type { Book } from './book.ts';

const firstRetryMs = 2000;
const lastRetryMs = 300_000;

type Duty = 'purchase' | 'receipt';

export interface Duties {
  /** Begins whatever this sale owes and nobody is carrying out yet. */
  begin(sale: Sale): void;
}

export function createDuties(book: Book): Duties {
  const running = new Set<string>();

  function begin(sale: Sale): void {
    if (sale.purchase === 'owed' && sale.endedAt !== null) start(sale.id, 'purchase');
    const payment = currentPayment(sale);
    if (sale.receipt === 'owed' && payment !== null && isPaid(payment)) start(sale.id, 'receipt');
  }

  function start(saleId: SaleId, duty: Duty): void {
    const name = `${saleId} ${duty}`;
    if (running.has(name)) return;
    running.add(name);
    void book.carryOn(() => run(saleId, duty)).finally(() => running.delete(name));
  }

  async function run(saleId: SaleId, duty: Duty): Promise<void> {
    for (let failures = 0; ; failures += 1) {
      const sale = book.ended() ? null : book.sale(saleId);
      if (sale === null || sale[duty] !== 'owed') return;
      const done = duty === 'purchase' ? await registerPurchase(sale) : await sendReceipt(sale);
      if (book.ended()) return;
      const event: SaleEvent = duty === 'purchase' ? { kind: 'purchaseRegistered' } : { kind: 'receiptSent' };
      if (done.ok && book.record(saleId, event).ok) return;
      if (!done.ok) book.ports.log.warn(`duty.${duty}`, { fault: done.fault.kind, failures });
      const wait = Math.min(lastRetryMs, firstRetryMs * 2 ** Math.min(failures, 10));
      await book.wait(wait + book.ports.ids.below(500)).over;
    }
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
