/** Everything that is known about one sale: what the till wrote down, and the service's own log beside it. */

import type { Instant } from '../kernel/time.ts';
import type { Money } from './money.ts';
import type { PaymentReference } from './payment.ts';
import type { Sale } from './sale.ts';
import type { SaleEntry } from './saleEvent.ts';

/** One event in the service's log of a payment; the log is the authoritative history (payments.md 4.7). */
export interface PaymentLogEntry {
  /** `CREATED`, `AUTHORIZED`, `CAPTURED` … */
  readonly name: string;
  readonly amount: Money;
  readonly at: Instant;
  readonly pspReference: string;
  readonly idempotencyKey: string | null;
  readonly success: boolean;
}

export interface SaleRecord {
  readonly sale: Sale;
  readonly entries: readonly SaleEntry[];
  /** By reference of the attempt; `null` where the log could not be had now. */
  readonly logs: ReadonlyMap<PaymentReference, readonly PaymentLogEntry[] | null>;
}
