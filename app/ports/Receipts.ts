/** Order lines in the customer's app after the payment (Order Management API; payments.md 7). */

import type { PaymentReference } from '../domain/payment.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { RemoteFault } from '../kernel/fault.ts';
import type { Result } from '../kernel/result.ts';

export interface Receipts {
  /** Adds the receipt once; a receipt that is there already is a success. */
  add(reference: PaymentReference, receipt: Receipt): Promise<Result<void, RemoteFault>>;
}
