/**
 * The receipt of ePayment and Order Management (payments.md 4.6, OAS ePayment 1.8.1 `Receipt`), as strict as the words
 * and as the schema's own examples of arithmetic.
 */

import { z } from 'zod';
import type { Detail } from './exchange.ts';

const minor = z.int();
const positive = z.int().min(0);
const maybe = positive.nullable().optional();

const unitInfo = z.strictObject({
  unitPrice: positive.nullable(),
  quantity: z
    .string()
    .max(10)
    .regex(
      /^\d+([.]\d{1,8})?$/,
      "The field quantity must match the regular expression '^\\d+([\\.]\\d{1,8})?$'.",
    ),
  quantityUnit: z.enum(['PCS', 'KG', 'KM', 'MINUTE', 'LITRE', 'KWH']).nullable().optional(),
});

const orderLine = z.strictObject({
  name: z.string(),
  id: z.string(),
  totalAmount: minor,
  totalAmountExcludingTax: minor,
  totalTaxAmount: minor,
  taxRate: z.int().min(0).max(10_000).nullable().optional(),
  taxPercentage: z.int().min(0).max(100).nullable().optional(),
  unitInfo: unitInfo.optional(),
  discount: maybe,
  productUrl: z.string().nullable().optional(),
  isReturn: z.boolean().nullable().optional(),
  isShipping: z.boolean().nullable().optional(),
});

const bottomLine = z.strictObject({
  currency: z.enum(['NOK', 'DKK', 'EUR', 'SEK', 'USD', 'GBP']),
  tipAmount: maybe,
  posId: z.string().nullable().optional(),
  paymentSources: z
    .strictObject({
      giftCard: z.int().nullable().optional(),
      card: z.int().nullable().optional(),
      voucher: z.int().nullable().optional(),
      cash: z.int().nullable().optional(),
    })
    .optional(),
  barcode: z
    .strictObject({
      format: z.enum(['EAN-13', 'CODE 39', 'CODE 128']).nullable(),
      data: z.string().nullable(),
    })
    .optional(),
  receiptNumber: z.string().nullable().optional(),
  giftCardAmount: maybe,
  totalAmount: minor.nullable().optional(),
  totalTax: maybe,
  totalDiscount: maybe,
  shippingAmount: maybe,
  shippingInfo: z
    .strictObject({
      amount: positive.nullable(),
      amountExcludingTax: positive.nullable(),
      taxAmount: positive.nullable(),
      taxPercentage: z.int().min(0).max(100).nullable(),
    })
    .optional(),
  terminalId: z.string().nullable().optional(),
});

export const receiptSchema = z.strictObject({
  orderLines: z.array(orderLine).min(1, 'The field orderLines must have at least one line.'),
  bottomLine,
});
export type WireReceipt = z.infer<typeof receiptSchema>;
type OrderLine = WireReceipt['orderLines'][number];

/** Whether every line adds up; `prefix` is where the receipt stands in the body, `receipt.` or nothing. */
export function receiptFaults(receipt: WireReceipt, prefix: string): readonly Detail[] {
  return receipt.orderLines.flatMap((line, at) => lineFaults(line, `${prefix}orderLines[${at}]`));
}

function lineFaults(line: OrderLine, where: string): readonly Detail[] {
  const details: Detail[] = [];
  if (line.totalAmount !== line.totalAmountExcludingTax + line.totalTaxAmount) {
    const reason = 'totalAmount must be totalAmountExcludingTax plus totalTaxAmount.';
    details.push({ name: `${where}.totalAmount`, reason });
  }
  const rate = line.taxRate ?? (line.taxPercentage == null ? null : line.taxPercentage * 100);
  if (rate === null) {
    details.push({ name: `${where}.taxRate`, reason: 'Either taxRate or taxPercentage must be set.' });
  } else if (Math.abs(line.totalTaxAmount - (line.totalAmount * rate) / (10_000 + rate)) > 1) {
    // Several published samples take the rate of the gross amount; a till that copies them must notice here.
    details.push({
      name: `${where}.totalTaxAmount`,
      reason: 'totalTaxAmount does not follow from totalAmount and the rate.',
    });
  }
  const price = line.unitInfo?.unitPrice;
  if (line.unitInfo && price != null) {
    const gross = price * Number(line.unitInfo.quantity) - (line.discount ?? 0);
    // Weighed goods are rounded to whole minor units.
    if (Math.abs(gross - line.totalAmount) >= 1) {
      details.push({
        name: `${where}.totalAmount`,
        reason: 'totalAmount must be unitPrice times quantity less discount.',
      });
    }
  }
  return details;
}

/** The sum that the customer's app compares with the payment; it hides the lines when they differ (payments.md 4.6). */
export function receiptTotal(receipt: WireReceipt): number {
  const lines = receipt.orderLines.reduce(
    (sum, line) => sum + (line.isReturn ? -line.totalAmount : line.totalAmount),
    0,
  );
  const sources = receipt.bottomLine.paymentSources;
  const elsewhere =
    (sources?.giftCard ?? 0) + (sources?.card ?? 0) + (sources?.voucher ?? 0) + (sources?.cash ?? 0);
  return lines + (receipt.bottomLine.tipAmount ?? 0) - elsewhere;
}
