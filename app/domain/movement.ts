/**
 * What moved, and when the till learned of it: the rows that a day's figures are made of. A function of the sale, like its
 * summary.
 */

import type { Instant } from '../kernel/time.ts';
import { memberOf } from './customer.ts';
import { type Money, money } from './money.ts';
import type { PaymentReference } from './payment.ts';
import type { Sale, SaleId } from './sale.ts';

export type MovementKind = 'approved' | 'captured' | 'released' | 'refunded';

export interface Movement {
  readonly saleId: SaleId;
  readonly reference: PaymentReference;
  readonly kind: MovementKind;
  readonly at: Instant;
  readonly amount: Money;
  readonly member: boolean;
  /** Of a refund: why, as the manager wrote it; `null` where it was sent back outside of this till. */
  readonly reason: string | null;
}

/** Everything that moved for this sale, payment by payment. */
export function movementsOf(sale: Sale): readonly Movement[] {
  const member = memberOf(sale.customer) !== null;
  const list: Movement[] = [];
  const note = (
    kind: MovementKind,
    reference: PaymentReference,
    at: Instant | null,
    amount: Money,
    reason: string | null = null,
  ) => {
    if (at !== null && amount.minor > 0)
      list.push({ saleId: sale.id, reference, kind, at, amount, member, reason });
  };
  for (const { reference, request, facts, approvedAt, capturedAt, releasedAt } of sale.payments) {
    const { currency } = request.amount;
    note('approved', reference, approvedAt, money(facts?.authorised ?? 0, currency));
    note('captured', reference, capturedAt, money(facts?.captured ?? 0, currency));
    note('released', reference, releasedAt, money(facts?.cancelled ?? 0, currency));
  }
  for (const { reference, outcome, endedAt, amount, reason } of sale.refunds)
    if (outcome === 'done') note('refunded', reference, endedAt, amount, reason);
  for (const { reference, at, amount } of sale.outsideRefunds) note('refunded', reference, at, amount);
  return list;
}
