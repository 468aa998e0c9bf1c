/**
 * The receipt as ePayment and Order Management take it (payments.md 4.6, 7). The app hides lines that do not add up,
 * so every figure comes straight from the receipt, which the till has made to add up.
 */

import type { Receipt, ReceiptLine } from '../../app/domain/receipt.ts';

export interface OrderLineBody {
  readonly id: string;
  readonly name: string;
  readonly totalAmount: number;
  readonly totalAmountExcludingTax: number;
  readonly totalTaxAmount: number;
  /** Hundredths of a percent: our basis points. */
  readonly taxRate: number;
  readonly unitInfo: { readonly unitPrice: number; readonly quantity: string; readonly quantityUnit: 'PCS' };
  readonly discount: number;
}

export interface ReceiptBody {
  readonly orderLines: readonly OrderLineBody[];
  readonly bottomLine: {
    readonly currency: string;
    readonly posId: string;
    readonly receiptNumber: string;
  };
}

/** `posId` names the till where the receipt does not. */
export function receiptBody(receipt: Receipt, posId: string): ReceiptBody {
  return {
    orderLines: receipt.lines.map(orderLine),
    bottomLine: {
      currency: receipt.total.currency,
      posId: receipt.posId === '' ? posId : receipt.posId,
      receiptNumber: receipt.receiptNumber,
    },
  };
}

function orderLine(line: ReceiptLine): OrderLineBody {
  return {
    id: line.id,
    name: line.name,
    totalAmount: line.total.minor,
    totalAmountExcludingTax: line.total.minor - line.vat.minor,
    totalTaxAmount: line.vat.minor,
    taxRate: line.vatRate,
    unitInfo: { unitPrice: line.unitPrice.minor, quantity: quantityText(line.quantity), quantityUnit: 'PCS' },
    discount: line.discount.minor,
  };
}

/** `^\d+([\.]\d{1,8})?$`, at most 10 characters: a string, never with an exponent. */
function quantityText(quantity: number): string {
  if (Number.isInteger(quantity)) return String(quantity);
  const decimals = Math.max(1, Math.min(8, 9 - String(Math.trunc(quantity)).length));
  return quantity.toFixed(decimals).replace(/\.?0+$/, '');
}
