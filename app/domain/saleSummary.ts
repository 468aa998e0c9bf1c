/**
 * A sale in one row, for the list of payments: a function of the sale, so that the list can be made anew from the journal
 * at any time and is the same.
 */

import type { Instant } from '../kernel/time.ts';
import { memberOf } from './customer.ts';
import { type Money, money } from './money.ts';
import type { Msisdn } from './msisdn.ts';
import { type Payment, type PaymentReference, type PaymentState, viaOf, wasReserved } from './payment.ts';
import {
  currentPayment,
  type PaidElsewhere,
  type Sale,
  type SaleId,
  type SaleState,
  saleState,
  saleTotal,
  unresolvedPayment,
} from './sale.ts';

export interface SaleSummary {
  readonly saleId: SaleId;
  readonly number: string;
  /** When the newest attempt was made, or the sale was closed as paid elsewhere. */
  readonly at: Instant;
  readonly state: SaleState;
  /** Of the newest attempt; `null` for a sale that was never asked for. */
  readonly payment: PaymentState | null;
  readonly via: 'push' | 'qr' | null;
  readonly reference: PaymentReference | null;
  readonly paidElsewhere: PaidElsewhere | null;
  /** What was asked for; of a machine's reservation the whole of it, whatever was taken. */
  readonly total: Money;
  readonly captured: Money;
  readonly refunded: Money;
  /** The outcome of an attempt or of a refund is not known yet. */
  readonly unresolved: boolean;
  /** Money was reserved, and all of it went back: approved too late, or nothing of it was taken. */
  readonly released: boolean;
  readonly msisdn: Msisdn | null;
  readonly memberName: string | null;
}

/** `null` for a sale about which there is nothing to tell: never asked for, never paid. */
export function summaryOf(sale: Sale): SaleSummary | null {
  const payment = currentPayment(sale);
  const at = payment?.createdAt ?? (sale.paidElsewhere === null ? null : sale.endedAt);
  if (at === null) return null;
  const total = payment?.request.amount ?? saleTotal(sale);
  return {
    saleId: sale.id,
    number: sale.number,
    at,
    state: saleState(sale),
    payment: payment?.state ?? null,
    via: payment === null ? null : viaOf(payment),
    reference: payment?.reference ?? null,
    paidElsewhere: sale.paidElsewhere,
    total,
    captured: money(payment?.facts?.captured ?? 0, total.currency),
    refunded: money(payment?.facts?.refunded ?? 0, total.currency),
    unresolved: unresolvedPayment(sale) !== null,
    released: sale.payments.some(isReleased),
    msisdn: sale.customer?.msisdn ?? null,
    memberName: memberOf(sale.customer)?.name ?? null,
  };
}

function isReleased(payment: Payment): boolean {
  return payment.state === 'cancelled' && wasReserved(payment) && (payment.facts?.cancelled ?? 0) > 0;
}
