/**
 * Sends money back for a sale of any day: whole, by line or by amount. The payment is read first, so that the cap holds
 * against what the service says now (I3); the refund and the key it will be sent with are written down together before
 * anything leaves (I6), and the driver carries it out until it is known done.
 */

import { isSettled } from '../domain/payment.ts';
import { refundOperation } from '../domain/paymentDue.ts';
import { isNews } from '../domain/paymentMachine.ts';
import { planRefund, type Refund, type RefundAsk } from '../domain/refund.ts';
import { currentPayment, type Sale, type SaleId } from '../domain/sale.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Book } from './book.ts';
import type { Drivers } from './drivePayment.ts';
import { sendRead } from './paymentCalls.ts';

/** How long the call waits for the outcome before it answers with what is known; the driver goes on. */
const patienceMs = 12_000;

/** The refund, and the sale as it was when the outcome was known. */
export interface Asked {
  readonly sale: Sale;
  readonly refund: Refund;
}

export type AskRefund = (saleId: SaleId, ask: RefundAsk, reason: string) => Promise<Result<Asked>>;

export function createRefunds(book: Book, drivers: Drivers): AskRefund {
  const asking = new Set<SaleId>();

  async function refund(saleId: SaleId, ask: RefundAsk, reason: string): Promise<Result<Asked>> {
    if (reason.trim() === '') return err({ kind: 'reasonMissing' });
    const sale = book.bring(saleId);
    if (!sale.ok) return sale;
    if (sale.value === null) return err({ kind: 'saleUnknown' });
    const first = planRefund(sale.value, currentPayment(sale.value), ask);
    if (!first.ok) return first;
    const read = await lookFirst(sale.value);
    if (!read.ok) return read;
    const written = write(read.value, ask, reason.trim());
    if (!written.ok) return written;
    drivers.drive(saleId, written.value.refund.reference);
    return ok(await outcome(saleId, written.value));
  }

  /** Somebody may have refunded in the business portal: the service's sums are read before a cap is believed. */
  async function lookFirst(sale: Sale): Promise<Result<Sale>> {
    const payment = currentPayment(sale);
    if (payment === null) return err({ kind: 'refundNotPossible' });
    const answer = await sendRead(book.ports.payments, payment);
    book.heard(answer.trouble);
    if (answer.trouble !== null) return err(answer.trouble);
    const now = book.sale(sale.id);
    if (now === null) return err({ kind: 'saleUnknown' });
    const known = currentPayment(now);
    // With something under way the plan is refused anyhow, and the driver reads by itself.
    if (answer.event === null || known === null || !isSettled(known) || !isNews(known, answer.event))
      return ok(now);
    return book.record(sale.id, { kind: 'payment', reference: payment.reference, event: answer.event });
  }

  function write(sale: Sale, ask: RefundAsk, reason: string): Result<Asked> {
    const payment = currentPayment(sale);
    const plan = planRefund(sale, payment, ask);
    if (!plan.ok) return plan;
    const operation = payment === null ? null : refundOperation(payment, plan.value.amount.minor);
    if (payment === null || operation === null) return err({ kind: 'refundUnderway' });
    const { reference } = payment;
    const noted = book.record(
      sale.id,
      { kind: 'refundAsked', reference, key: operation.key, reason, ...plan.value },
      { kind: 'payment', reference, event: { kind: 'operationStarted', operation } },
    );
    if (!noted.ok) return noted;
    const refund = find(noted.value, operation.key);
    if (refund === null) throw new Error('a refund that was written is not in the sale');
    return ok({ sale: noted.value, refund });
  }

  async function outcome(saleId: SaleId, asked: Asked): Promise<Asked> {
    const wait = book.wait(patienceMs);
    let newest = asked;
    // The sale leaves memory once nothing moves any more: what it said last is what became of the refund.
    const off = book.onSale((_, sale) => {
      if (sale.id !== saleId) return;
      newest = { sale, refund: find(sale, asked.refund.key) ?? newest.refund };
      if (newest.refund.outcome !== 'underway') wait.wake();
    });
    await wait.over;
    off();
    return newest;
  }

  return async (saleId, ask, reason) => {
    if (asking.has(saleId)) return err({ kind: 'refundUnderway' });
    asking.add(saleId);
    try {
      return await refund(saleId, ask, reason);
    } finally {
      asking.delete(saleId);
      book.letGo(saleId);
    }
  };
}

function find(sale: Sale, key: string): Refund | null {
  return sale.refunds.find((one) => one.key === key) ?? null;
}
