/** Whether a sale came back whole: what the till has written down, beside what the service says when it is asked. */

import type { DrillFinding } from '../../app/contract/drill.ts';
import { isFinal, type Payment, type PaymentFacts } from '../../app/domain/payment.ts';
import { type Sale, saleTotal } from '../../app/domain/sale.ts';
import type { DrillMark } from '../settings/drillMark.ts';

/** One request as the till knows it and as the service does; `null` where the service knows no such request. */
export interface BothSides {
  readonly payment: Payment;
  readonly told: PaymentFacts | null;
}

/** What a drill's mark tells of a sale. */
export function basketOf(sale: Sale): Pick<DrillMark, 'lines' | 'total'> {
  return {
    lines: sale.lines.map(({ product, quantity }) => ({ sku: product.sku, quantity })),
    total: saleTotal(sale).minor,
  };
}

/** `sale`: as its entries tell. A sale that nobody has moved on from must be with the till again, too. */
export function sameSale(mark: DrillMark, sale: Sale | null, isWithTill: boolean): DrillFinding {
  const { lines, total } = mark;
  const same = sale !== null && JSON.stringify(basketOf(sale)) === JSON.stringify({ lines, total });
  return { what: 'sameSale', ok: same && (isWithTill || sale.left) };
}

/** To be asked once every payment of the sale has come to its end. */
export function moneyChecks(sides: readonly BothSides[]): readonly DrillFinding[] {
  const open = sides.filter(({ payment }) => !isFinal(payment));
  const tookMoney = sides.filter(({ told }) => (told?.captured ?? 0) > 0);
  return [
    { what: 'oneRequest', ok: open.length <= 1 && tookMoney.length <= 1 },
    { what: 'booksAgree', ok: sides.every(agree) },
    { what: 'nothingReserved', ok: sides.every(({ told }) => reserved(told) === 0) },
  ];
}

function agree({ payment, told }: BothSides): boolean {
  const sums = ['captured', 'refunded', 'cancelled'] as const;
  return sums.every((sum) => (payment.facts?.[sum] ?? 0) === (told?.[sum] ?? 0));
}

function reserved(told: PaymentFacts | null): number {
  return told === null ? 0 : told.authorised - told.captured - told.cancelled;
}
