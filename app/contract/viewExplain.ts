/**
 * "Explain this payment": one sentence that says the truth, what may still go back, and every step with its time, from the
 * till's own journal and the service's own log side by side.
 */

import { money } from '../domain/money.ts';
import { isPaid, type Payment, refundable, viaOf, wasReserved } from '../domain/payment.ts';
import { planRefund, quantityLeft, type Refund, worthOf } from '../domain/refund.ts';
import {
  currentPayment,
  type Line,
  lineTotal,
  type Sale,
  saleTotal,
  unresolvedPayment,
} from '../domain/sale.ts';
import type { SaleRecord } from '../domain/saleRecord.ts';
import { type SaleSummary, summaryOf } from '../domain/saleSummary.ts';
import { isoUtc } from '../kernel/time.ts';
import type { ExplainSays, Says } from './view.ts';
import { itemsOf, machineSays } from './viewExplainMachine.ts';
import { stepsOfRecord } from './viewExplainSteps.ts';
import { historyRow } from './viewHistory.ts';
import type { Attempt, RefundableLine, RefundView, SaleExplained } from './viewRecords.ts';

export function explained(record: SaleRecord): SaleExplained {
  const { sale } = record;
  const payment = currentPayment(sale);
  const plan = planRefund(sale, payment, { kind: 'whole' });
  return {
    ...historyRow(summaryOf(sale) ?? blankSummary(sale)),
    says: sentence(sale),
    items: itemsOf(record),
    steps: stepsOfRecord(record),
    attempts: sale.payments.map((one) => attempt(record, one)),
    lines: sale.lines.map((line) => refundableLine(sale, line)),
    refunds: sale.refunds.map((refund) => refundView(sale, refund)),
    refundable: money(payment === null ? 0 : refundable(payment), sale.currency),
    noRefund: plan.ok ? null : plan.fault,
  };
}

export function refundView(sale: Sale, refund: Refund): RefundView {
  return {
    key: refund.key,
    amount: refund.amount,
    lines: refund.lines.map(({ line, quantity }) => ({
      lineId: line,
      quantity,
      name: sale.lines.find(({ id }) => id === line)?.product.name ?? '',
    })),
    reason: refund.reason,
    outcome: refund.outcome,
    askedAt: isoUtc(refund.askedAt),
    endedAt: refund.endedAt === null ? null : isoUtc(refund.endedAt),
    code: refund.code,
  };
}

function attempt(record: SaleRecord, payment: Payment): Attempt {
  const { currency } = payment.request.amount;
  const log = record.logs.get(payment.reference);
  return {
    reference: payment.reference,
    via: viaOf(payment),
    state: payment.state,
    amount: payment.request.amount,
    captured: money(payment.facts?.captured ?? 0, currency),
    released: money(wasReserved(payment) ? (payment.facts?.cancelled ?? 0) : 0, currency),
    refunded: money(payment.facts?.refunded ?? 0, currency),
    log: log === undefined ? 'none' : log === null ? 'unavailable' : 'read',
  };
}

function refundableLine(sale: Sale, line: Line): RefundableLine {
  const left = quantityLeft(sale, line);
  return {
    lineId: line.id,
    name: line.product.name,
    quantity: line.quantity,
    left,
    worth: Array.from({ length: left }, (_, index) => worthOf(sale, line, index + 1)),
    total: lineTotal(sale, line),
  };
}

function sentence(sale: Sale): Says {
  const payment = currentPayment(sale);
  const sum = payment?.request.amount ?? saleTotal(sale);
  const { captured = 0, refunded = 0 } = payment?.facts ?? {};
  const of = (minor: number) => money(minor, sum.currency);
  // Of a machine's reservation not all is due, and the rest goes back.
  const due = payment?.take ?? sum.minor;
  return {
    key: sentenceKey(sale, payment),
    with: { sum, back: of(refunded), taken: of(captured), due: of(due), rest: of(sum.minor - captured) },
  };
}

function sentenceKey(sale: Sale, payment: Payment | null): ExplainSays {
  if (sale.paidElsewhere !== null || payment === null) return 'explain.paidElsewhere';
  if (sale.refunds.some(({ outcome }) => outcome === 'underway')) return 'explain.refundUnderway';
  const ofMachine = machineSays(sale, payment);
  if (ofMachine !== null) return ofMachine;
  if (unresolvedPayment(sale) !== null) return 'explain.unresolved';
  if (payment.state === 'refunded') return 'explain.refunded';
  if (payment.state === 'partlyRefunded') return 'explain.refundedInPart';
  if (payment.state === 'captured') return isPaid(payment) ? 'explain.paid' : 'explain.capturedInPart';
  return sale.payments.some((one) => one.lateApproval) ? 'explain.released' : 'explain.notPaid';
}

/** A sale that was never asked for has no row in the list; whoever asks for it by its id gets it all the same. */
function blankSummary(sale: Sale): SaleSummary {
  const nothing = money(0, sale.currency);
  return {
    saleId: sale.id,
    number: sale.number,
    at: sale.openedAt,
    state: 'open',
    payment: null,
    via: null,
    reference: null,
    paidElsewhere: null,
    total: saleTotal(sale),
    captured: nothing,
    refunded: nothing,
    unresolved: false,
    released: false,
    msisdn: null,
    memberName: null,
  };
}
