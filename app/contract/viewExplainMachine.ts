/**
 * What a machine's sale has besides: each item and what became of it, and what is to be said of a reservation of which only a
 * part was taken, or nothing.
 */

import { isPaid, type Payment, wasReserved } from '../domain/payment.ts';
import { currentPayment, type Sale, unresolvedPayment } from '../domain/sale.ts';
import type { SaleEntry } from '../domain/saleEvent.ts';
import type { SaleRecord } from '../domain/saleRecord.ts';
import type { VendedItem, Vending } from '../domain/vending.ts';
import { type Instant, isoUtc } from '../kernel/time.ts';
import type { ExplainSays } from './view.ts';
import type { ExplainedItem } from './viewRecords.ts';

export function itemsOf({ sale, entries }: SaleRecord): readonly ExplainedItem[] {
  return (sale.vending?.items ?? []).map((item) => {
    const at = (kind: 'vendAsked' | 'vendSettled') => timeOf(entries, kind, item);
    const ended = at('vendSettled');
    return {
      id: item.id,
      name: item.product.name,
      price: item.product.price,
      state: item.state,
      money: moneyOf(sale, item),
      askedAt: isoUtc(at('vendAsked') ?? sale.openedAt),
      endedAt: ended === null ? null : isoUtc(ended),
    };
  });
}

function timeOf(
  entries: readonly SaleEntry[],
  kind: 'vendAsked' | 'vendSettled',
  { id }: VendedItem,
): Instant | null {
  return entries.find(({ event }) => event.kind === kind && event.item === id)?.at ?? null;
}

function moneyOf(sale: Sale, { state }: VendedItem): ExplainedItem['money'] {
  const payment = currentPayment(sale);
  if (payment?.state === 'captured' && !isPaid(payment)) return 'unclear';
  if (state === 'asked') return 'notYet';
  if (state !== 'dispensed') return 'notPaid';
  if (payment !== null && isPaid(payment)) return 'paid';
  return unresolvedPayment(sale) === null ? 'notPaid' : 'notYet';
}

/** `null` where what is said of a staffed till's sale is true of this one as well. */
export function machineSays(sale: Sale, payment: Payment): ExplainSays | null {
  if (sale.vending === null || payment.take === null) return null;
  const { take, request } = payment;
  if (unresolvedPayment(sale) !== null) return take > 0 ? 'explain.takeUnresolved' : null;
  if (payment.state === 'captured' && !isPaid(payment)) return 'explain.capturedNotTaken';
  if (payment.state === 'captured' && take < request.amount.minor)
    return restOf(payment) > 0 ? 'explain.paidRestLapses' : 'explain.paidOfReservation';
  const isUntouched = payment.state === 'cancelled' && take === 0 && wasReserved(payment);
  return isUntouched && !payment.lateApproval ? nothingTaken(sale.vending) : null;
}

function nothingTaken({ items, end }: Vending): ExplainSays | null {
  if (end === null || end === 'notApproved') return null;
  if (end === 'tooLate' && items.some(({ state }) => state === 'tooLate'))
    return 'explain.nothingTaken.silent';
  return `explain.nothingTaken.${end}`;
}

/** Of what was reserved, what neither was captured nor is released. */
function restOf({ facts }: Payment): number {
  return facts === null ? 0 : facts.authorised - facts.captured - facts.cancelled;
}
