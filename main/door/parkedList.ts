/** The parked sales as a list for the cashier, oldest first, with what became of their payments meanwhile. */

import type { ParkedSale } from '../../app/contract/calls.ts';
import { mask } from '../../app/domain/msisdn.ts';
import { currentPayment, saleTotal } from '../../app/domain/sale.ts';
import { parkedSales, type TillState } from '../../app/domain/tillState.ts';
import { isoUtc } from '../../app/kernel/time.ts';

export function parkedList(state: TillState): readonly ParkedSale[] {
  return parkedSales(state)
    .map((sale) => ({ sale, at: sale.parkedAt ?? sale.openedAt }))
    .sort((a, b) => a.at - b.at)
    .map(({ sale, at }) => ({
      saleId: sale.id,
      number: sale.number,
      parkedAt: isoUtc(at),
      masked: sale.customer === null ? null : mask(sale.customer.msisdn),
      lines: sale.lines.length,
      total: saleTotal(sale),
      payment: currentPayment(sale)?.state ?? null,
    }));
}
