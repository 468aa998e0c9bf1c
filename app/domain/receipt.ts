/**
 * The receipt that lands in the customer's app, as data. Amounts are gross minor units after discount; the sums of
 * the lines equal the payment (payments.md 4.6: the app hides lines that do not add up).
 */

import { type BasisPoints, type Money, vatOutOf } from './money.ts';
import { lineDiscount, lineTotal, type Sale, saleTotal, unitPrice } from './sale.ts';

export interface ReceiptLine {
  readonly id: string;
  readonly name: string;
  readonly quantity: number;
  /** Gross price of one unit before discount. */
  readonly unitPrice: Money;
  /** Discount on the whole line, gross. */
  readonly discount: Money;
  /** Gross, after discount: unitPrice × quantity − discount. */
  readonly total: Money;
  readonly vat: Money;
  readonly vatRate: BasisPoints;
}

export interface Receipt {
  readonly lines: readonly ReceiptLine[];
  readonly total: Money;
  readonly posId: string;
  /** The till's own number of this sale, shown to customer and cashier. */
  readonly receiptNumber: string;
}

/** The receipt of a sale as it stands. */
export function receiptOf(sale: Sale, posId: string): Receipt {
  const lines = sale.lines.map((line): ReceiptLine => {
    const total = lineTotal(sale, line);
    return {
      id: line.product.sku,
      name: line.product.name,
      quantity: line.quantity,
      unitPrice: unitPrice(line),
      discount: lineDiscount(sale, line),
      total,
      vat: vatOutOf(total, line.product.vatRate),
      vatRate: line.product.vatRate,
    };
  });
  return { lines, total: saleTotal(sale), posId, receiptNumber: sale.number };
}
