/** Order Management API: receipt once, link, read both (payments.md 7, OAS Order Management 2.1). */

import { z } from 'zod';
import type { Call, Detail, Route, ServiceResponse } from './exchange.ts';
import { json } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import { foreignMsn, headerFaults } from './gateway.ts';
import { type Memory, noMemory } from './memory.ts';
import type { Mint } from './mint.ts';
import type { Settled } from './options.ts';
import { mostRemembered } from './paymentMemory.ts';
import { invalidParams, parseBody, wrongMediaType } from './problems.ts';
import { receiptFaults, receiptSchema, type WireReceipt } from './receipt.ts';

const categorySchema = z.strictObject({
  category: z.enum(['GENERAL', 'RECEIPT', 'ORDER_CONFIRMATION', 'DELIVERY', 'TICKET', 'BOOKING']),
  orderDetailsUrl: z.url({ protocol: /^https$/ }),
  imageId: z
    .string()
    .max(128)
    .regex(/^[0-9A-Za-z-_.]+$/)
    .optional(),
});
type Category = z.infer<typeof categorySchema>;

export interface OrderManagement {
  readonly routes: readonly Route[];
  /** From `receipt` of create payment; the same place, so it also counts as the one receipt. */
  keep(reference: string, receipt: WireReceipt): void;
  receiptOf(reference: string): WireReceipt | null;
  receipts(): ReadonlyMap<string, WireReceipt>;
}

export function createOrderManagement(
  settled: Settled,
  mint: Mint,
  gateway: Gateway,
  memory: Memory = noMemory,
): OrderManagement {
  const receipts = new Map<string, WireReceipt>();
  const remembered = memory.drawer('receipts', z.array(z.tuple([z.string(), receiptSchema])), () =>
    [...receipts].slice(-mostRemembered),
  );
  for (const [reference, receipt] of remembered ?? []) receipts.set(reference, receipt);
  const categories = new Map<string, Category>();

  const wrong = (details: readonly Detail[]): ServiceResponse =>
    invalidParams(400, 'One or more validation errors occurred.', details, mint.traceId());

  function refused(call: Call): ServiceResponse | null {
    const stop = gateway.admit(call);
    if (stop) return stop;
    // This API alone allows 100 characters in the system headers (payments.md 2.3).
    const details = [...headerFaults(call, 'required', 100), ...pathFaults(call)];
    if (details.length > 0) return wrong(details);
    if (foreignMsn(call, settled)) return invalidParams(403, 'Forbidden', [], mint.traceId());
    return wrongMediaType(call, mint.traceId());
  }

  function addReceipt(call: Call): ServiceResponse {
    const stop = refused(call);
    if (stop) return stop;
    const parsed = parseBody(call, receiptSchema);
    const details = parsed.ok ? receiptFaults(parsed.value, '') : parsed.details;
    if (!parsed.ok || details.length > 0) return wrong(details);
    const order = call.params['orderId'] ?? '';
    if (receipts.has(order)) {
      return invalidParams(409, 'A receipt already exists for this order.', [], mint.traceId());
    }
    // Nobody checks that the order exists: a wrong id succeeds silently.
    receipts.set(order, parsed.value);
    memory.changed();
    return json(201, mint.uuid());
  }

  function setCategory(call: Call): ServiceResponse {
    const stop = refused(call);
    if (stop) return stop;
    const parsed = parseBody(call, categorySchema);
    if (!parsed.ok) return wrong(parsed.details);
    categories.set(call.params['orderId'] ?? '', parsed.value);
    return json(200, mint.uuid());
  }

  function read(call: Call): ServiceResponse {
    const stop = refused(call);
    if (stop) return stop;
    const order = call.params['orderId'] ?? '';
    const category = categories.get(order);
    const receipt = receipts.get(order);
    if (!category && !receipt) return invalidParams(404, 'Not found', [], mint.traceId());
    return json(200, { ...(category ? { category } : {}), ...(receipt ? { receipt } : {}) });
  }

  return {
    routes: [
      {
        method: 'POST',
        pattern: '/order-management/v2/{paymentType}/receipts/{orderId}',
        endpoint: 'orderManagement.receipt',
        handler: addReceipt,
      },
      {
        method: 'PUT',
        pattern: '/order-management/v2/{paymentType}/categories/{orderId}',
        endpoint: 'orderManagement.category',
        handler: setCategory,
      },
      {
        method: 'GET',
        pattern: '/order-management/v2/{paymentType}/{orderId}',
        endpoint: 'orderManagement.get',
        handler: read,
      },
    ],
    keep(reference, receipt) {
      receipts.set(reference, receipt);
    },
    receiptOf: (reference) => receipts.get(reference) ?? null,
    receipts: () => receipts,
  };
}

/** `paymentType` is upper case in the OAS and lower case in the guides: both are taken. */
function pathFaults(call: Call): readonly Detail[] {
  const details: Detail[] = [];
  if (!/^(ecom|recurring)$/i.test(call.params['paymentType'] ?? '')) {
    details.push({ name: 'paymentType', reason: 'The field paymentType must be ecom or recurring.' });
  }
  if (!/^[0-9A-Za-z-_.]+$/.test(call.params['orderId'] ?? '')) {
    details.push({
      name: 'orderId',
      reason: "The field orderId must match the regular expression '^[0-9A-Za-z-_\\.]+$'.",
    });
  }
  return details;
}
