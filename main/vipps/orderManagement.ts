/** Order lines after the payment: the port `Receipts` on the Order Management API 2.1 (payments.md 7). */

import { err, ok } from '../../app/kernel/result.ts';
import type { Receipts } from '../../app/ports/Receipts.ts';
import { deadlines, type Platform } from './call.ts';
import { receiptBody } from './receiptBody.ts';

export function createReceipts(deps: { readonly platform: Platform; readonly posId: string }): Receipts {
  return {
    async add(reference, receipt) {
      const answered = await deps.platform.call({
        api: 'orderManagement',
        name: 'addReceipt',
        method: 'POST',
        path: `/order-management/v2/ecom/receipts/${encodeURIComponent(reference)}`,
        body: receiptBody(receipt, deps.posId),
        nature: 'write',
        deadlineMs: deadlines.write,
        usual: ['409'],
      });
      // A receipt is added once and never changed: one that is there is this one.
      if (answered.ok || answered.fault.kind === 'conflict') return ok();
      return err(answered.fault);
    },
  };
}
