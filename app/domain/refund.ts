/**
 * Money that goes back: whole, by line or by amount, several times, never more than was captured (I3). A refund is asked
 * of the payment machine as an operation; this file says how much it is and what became of it.
 */

import { err, ok, type Result } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';
import { type Money, money, part, subtract, sum } from './money.ts';
import { isPaid, isSettled, type Payment, type PaymentReference, refundable } from './payment.ts';
import { type Line, type LineId, lineTotal, type Sale } from './sale.ts';
import type { SaleEvent } from './saleEvent.ts';

export interface RefundLine {
  readonly line: LineId;
  /** So many of the line's units, 1 or more. */
  readonly quantity: number;
  readonly amount: Money;
}

export interface Refund {
  readonly reference: PaymentReference;
  /** The idempotency key of its operation. */
  readonly key: string;
  readonly amount: Money;
  /** Empty for a refund by amount. */
  readonly lines: readonly RefundLine[];
  readonly reason: string;
  readonly askedAt: Instant;
  /** The refunded sum of the payment once this one is done, in minor units. */
  readonly target: number;
  readonly outcome: 'underway' | 'done' | 'refused';
  readonly endedAt: Instant | null;
  /** The service's code of a refusal, e.g. `6220`. */
  readonly code: string | null;
}

/** Refunded by somebody else, e.g. in the business portal: seen in a reading. */
export interface OutsideRefund {
  readonly reference: PaymentReference;
  readonly amount: Money;
  readonly at: Instant;
}

export type RefundAsk =
  | { readonly kind: 'whole' }
  | {
      readonly kind: 'lines';
      readonly lines: readonly { readonly line: LineId; readonly quantity: number }[];
    }
  | { readonly kind: 'amount'; readonly minor: number };

export interface RefundPlan {
  readonly amount: Money;
  readonly lines: readonly RefundLine[];
}

/** Units of this line that have not gone back yet. */
export function quantityLeft(sale: Sale, line: Line): number {
  return line.quantity - quantityGone(sale, line.id);
}

/** What `quantity` more units of this line are worth: shares of the line that add up to it whatever the order. */
export function worthOf(sale: Sale, line: Line, quantity: number): Money {
  const whole = lineTotal(sale, line);
  const gone = quantityGone(sale, line.id);
  return subtract(part(whole, gone + quantity, line.quantity), part(whole, gone, line.quantity));
}

/** How much goes back for what was asked, or why it cannot. */
export function planRefund(sale: Sale, payment: Payment | null, ask: RefundAsk): Result<RefundPlan> {
  if (payment === null || !isPaid(payment)) return err({ kind: 'refundNotPossible' });
  if (!isSettled(payment)) return err({ kind: 'refundUnderway' });
  const most = refundable(payment);
  if (most === 0) return err({ kind: 'refundNotPossible' });
  const plan = planned(sale, payment, ask);
  if (!plan.ok) return plan;
  const { minor } = plan.value.amount;
  return minor <= 0 || minor > most ? err({ kind: 'refundTooMuch', most }) : plan;
}

function planned(sale: Sale, payment: Payment, ask: RefundAsk): Result<RefundPlan> {
  const { currency } = payment.request.amount;
  if (ask.kind === 'whole')
    return ok({ amount: money(refundable(payment), currency), lines: linesLeft(sale) });
  if (ask.kind === 'amount') return ok({ amount: money(ask.minor, currency), lines: [] });
  const lines: RefundLine[] = [];
  for (const { line: id, quantity } of ask.lines) {
    const line = sale.lines.find((one) => one.id === id);
    if (line === undefined || lines.some((one) => one.line === id)) return err({ kind: 'unknownLine' });
    const most = quantityLeft(sale, line);
    if (quantity < 1 || quantity > most) return err({ kind: 'quantityOutOfRange', least: 1, most });
    lines.push({ line: id, quantity, amount: worthOf(sale, line, quantity) });
  }
  return ok({
    amount: sum(
      lines.map(({ amount }) => amount),
      currency,
    ),
    lines,
  });
}

/** Every unit still here, for a refund of the whole; only where no refund by amount has blurred what a line is worth. */
function linesLeft(sale: Sale): readonly RefundLine[] {
  const blurred = sale.outsideRefunds.length > 0 || counted(sale).some(({ lines }) => lines.length === 0);
  if (blurred) return [];
  return sale.lines.flatMap((line) => {
    const quantity = quantityLeft(sale, line);
    return quantity === 0 ? [] : [{ line: line.id, quantity, amount: worthOf(sale, line, quantity) }];
  });
}

function quantityGone(sale: Sale, line: LineId): number {
  return counted(sale)
    .flatMap(({ lines }) => lines)
    .filter((one) => one.line === line)
    .reduce((total, { quantity }) => total + quantity, 0);
}

function counted(sale: Sale): readonly Refund[] {
  return sale.refunds.filter(({ outcome }) => outcome !== 'refused');
}

export function askedRefund(
  sale: Sale,
  event: Extract<SaleEvent, { kind: 'refundAsked' }>,
  at: Instant,
): Refund {
  const { reference, key, amount, lines, reason } = event;
  const payment = sale.payments.find((one) => one.reference === reference);
  const target = (payment?.facts?.refunded ?? 0) + amount.minor;
  return {
    reference,
    key,
    amount,
    lines,
    reason,
    askedAt: at,
    target,
    outcome: 'underway',
    endedAt: null,
    code: null,
  };
}

/** What became of refunds under way, and what others sent back, once the payment was read. */
export function settleRefunds(sale: Sale, before: Sale, at: Instant): Sale {
  const refunds = sale.refunds.map((refund) => {
    const payment = sale.payments.find((one) => one.reference === refund.reference);
    if (refund.outcome !== 'underway' || payment === undefined || !isSettled(payment)) return refund;
    // Refused with a code it was refused for certain, whatever others have sent back meanwhile.
    const done = payment.refusedWith === null && (payment.facts?.refunded ?? 0) >= refund.target;
    return {
      ...refund,
      outcome: done ? ('done' as const) : ('refused' as const),
      endedAt: at,
      code: done ? null : payment.refusedWith,
    };
  });
  const outside = sale.payments.flatMap((payment) => {
    const known = knownRefunded(refunds, sale.outsideRefunds, payment.reference);
    const grew = payment !== before.payments.find((one) => one.reference === payment.reference);
    const more = (payment.facts?.refunded ?? 0) - known;
    if (!grew || more <= 0 || !isSettled(payment)) return [];
    return [{ reference: payment.reference, amount: money(more, payment.request.amount.currency), at }];
  });
  return { ...sale, refunds, outsideRefunds: [...sale.outsideRefunds, ...outside] };
}

/** What this payment is known to have sent back, in minor units. */
function knownRefunded(
  refunds: readonly Refund[],
  outside: readonly OutsideRefund[],
  reference: PaymentReference,
): number {
  const ours = refunds.filter((one) => one.reference === reference && one.outcome === 'done');
  const theirs = outside.filter((one) => one.reference === reference);
  return [...ours, ...theirs].reduce((total, { amount }) => total + amount.minor, 0);
}
