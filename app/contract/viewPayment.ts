/** How a payment looks from outside: its state, its sentence, its time-line. */

import { type Money, money } from '../domain/money.ts';
import { inDoubt, isPaid, type Payment, viaOf, wasReserved } from '../domain/payment.ts';
import { type PaymentEvent, transition } from '../domain/paymentMachine.ts';
import type { Sale } from '../domain/sale.ts';
import type { SaleEntry } from '../domain/saleEvent.ts';
import { applyEntry } from '../domain/saleFold.ts';
import type { PaymentWatch } from '../domain/tillState.ts';
import { assertNever } from '../kernel/assertNever.ts';
import { type Instant, isoUtc } from '../kernel/time.ts';
import type { PaymentSays, PaymentView, Says, StepSays, StepView } from './view.ts';

/** After so long without any answer the outcome counts as unknown on the screen (design guide 7). */
const silentMs = 20_000;
/** No clock counts down until the last quarter of the ten minutes. */
const lastQuarter = 0.25;

export function paymentView(
  sale: Sale,
  payment: Payment,
  about: { watch: PaymentWatch | null; entries: readonly SaleEntry[]; now: Instant },
): PaymentView {
  const { currency } = payment.request.amount;
  const { watch, now } = about;
  return {
    reference: payment.reference,
    state: payment.state,
    checking: isChecking(payment, watch, now),
    via: viaOf(payment),
    amount: payment.request.amount,
    captured: money(payment.facts?.captured ?? 0, currency),
    refunded: money(payment.facts?.refunded ?? 0, currency),
    until: isoUtc(payment.until),
    qrImage: payment.state === 'waiting' ? payment.qrImageUrl : null,
    checkedAt: watch?.checkedAt ? isoUtc(watch.checkedAt) : null,
    nextCheckAt: watch?.nextCheckAt ? isoUtc(watch.nextCheckAt) : null,
    says: says(sale, payment, watch, now),
    steps: stepsOf(payment, about.entries),
  };
}

export function isChecking(payment: Payment, watch: PaymentWatch | null, now: Instant): boolean {
  const open = payment.state === 'waiting' || payment.state === 'approved' || payment.state === 'cancelling';
  return inDoubt(payment) || (open && isSilent(watch, now));
}

function isSilent(watch: PaymentWatch | null, now: Instant): boolean {
  const since = watch?.silentSince ?? null;
  return since !== null && now - since >= silentMs;
}

function says(sale: Sale, payment: Payment, watch: PaymentWatch | null, now: Instant): Says {
  const sum = payment.request.amount;
  return { key: sentence(sale, payment, watch, now), with: { sum, ...left(payment, now) } };
}

function left(payment: Payment, now: Instant): { minutes?: number } {
  if (payment.state !== 'waiting') return {};
  return { minutes: Math.max(1, Math.ceil((payment.until - now) / 60_000)) };
}

function sentence(sale: Sale, payment: Payment, watch: PaymentWatch | null, now: Instant): PaymentSays {
  switch (payment.state) {
    case 'intended':
      return payment.create === 'unanswered' || payment.doubted
        ? 'payment.checkingCreate'
        : 'payment.sending';
    case 'waiting':
      if (isSilent(watch, now)) return 'payment.silent';
      if (payment.until - now < (payment.until - payment.createdAt) * lastQuarter)
        return 'payment.lastQuarter';
      return viaOf(payment) === 'qr' ? 'payment.waitingQr' : 'payment.waiting';
    case 'approved':
      if (payment.operation?.phase === 'unanswered') return 'payment.checkingCapture';
      return payment.tries.capture > 1 || isSilent(watch, now)
        ? 'payment.captureDelayed'
        : 'payment.approved';
    case 'captured':
      if (!isPaid(payment)) return 'payment.capturedInPart';
      return sale.receipt === 'owed' ? 'payment.paidReceiptLater' : 'payment.paid';
    case 'partlyRefunded':
      return 'payment.partlyRefunded';
    case 'refunded':
      return 'payment.refunded';
    case 'declined':
      return 'payment.declined';
    case 'expired':
      return 'payment.expired';
    case 'cancelling':
      if (payment.lapsed) return 'payment.cancelling';
      if (payment.lateApproval) return 'payment.releasing';
      return inDoubt(payment) || isSilent(watch, now) ? 'payment.checkingCancel' : 'payment.cancelling';
    case 'cancelled':
      if (payment.lapsed) return 'payment.lapsed';
      return payment.lateApproval ? 'payment.released' : 'payment.cancelled';
    case 'refused':
      if (payment.refusal === 'receiptRefused') return 'payment.sending';
      return `payment.refused.${payment.refusal ?? 'rejected'}`;
    default:
      return assertNever(payment.state);
  }
}

/** The time-line is told from the journal's entries alone, so it reads the same after any restart. */
function stepsOf(payment: Payment, entries: readonly SaleEntry[]): readonly StepView[] {
  const steps: StepView[] = [];
  let sale: Sale | null = null;
  for (const entry of entries) {
    const before: Payment | undefined = sale?.payments.find((one) => one.reference === payment.reference);
    sale = applyEntry(sale, entry);
    const { event } = entry;
    if (event.kind === 'paymentIntended' && event.reference === payment.reference) {
      steps.push(step(entry, 'step.intended', event.request.amount));
    } else if (event.kind === 'payment' && event.reference === payment.reference && before !== undefined) {
      for (const key of stepKeys(before, transition(before, event.event), event.event))
        steps.push(step(entry, key, payment.request.amount));
    }
  }
  return steps;
}

function step(entry: SaleEntry, key: StepSays, sum: Money): StepView {
  return { at: isoUtc(entry.at), what: { key, with: { sum } } };
}

/** What an event of a payment is in the time-line: nothing where it tells nothing that a person would ask about. */
export function stepKeys(before: Payment, after: Payment, event: PaymentEvent): readonly StepSays[] {
  if (event.kind === 'read') return readSteps(before, after);
  const key = stepKey(before, after, event);
  return key === null ? [] : [key];
}

function stepKey(
  before: Payment,
  after: Payment,
  event: Exclude<PaymentEvent, { kind: 'read' }>,
): StepSays | null {
  switch (event.kind) {
    case 'createRepeated':
      return 'step.repeated';
    case 'createAccepted':
      return 'step.sent';
    case 'createRefused':
      return 'step.refused';
    case 'createUnanswered':
    case 'operationUnanswered':
      return 'step.unanswered';
    case 'notFound':
      return after.state === before.state ? null : 'step.notFound';
    case 'cancelRequested':
      return 'step.cancelRequested';
    case 'takeDecided':
      if (event.amount > 0) return 'step.taken';
      if (wasReserved(before)) return 'step.nothingTaken';
      // Declined, run out or refused, it needs no calling off.
      return after.state === 'cancelling' ? 'step.calledOff' : null;
    case 'operationStarted':
      return `step.${event.operation.kind}Sent`;
    case 'operationRefused':
      return 'step.operationRefused';
    case 'restarted':
      return 'step.restarted';
    case 'doubted':
      return 'step.doubted';
    default:
      return assertNever(event);
  }
}

/** What was taken of a reservation is read back first and the release of its rest later, each by its own sum. */
function readSteps(before: Payment, after: Payment): readonly StepSays[] {
  const grew = (sum: 'captured' | 'cancelled') => (after.facts?.[sum] ?? 0) > (before.facts?.[sum] ?? 0);
  const key = readStep(before, after);
  const isTaken = key === 'step.captured' || (key === null && after.state === 'approved');
  const isRest = (after.facts?.captured ?? 0) > 0 && grew('cancelled');
  return [
    ...(isTaken ? (grew('captured') ? (['step.captured'] as const) : []) : key === null ? [] : [key]),
    ...(isRest ? (['step.restReleased'] as const) : []),
  ];
}

function readStep(before: Payment, after: Payment): StepSays | null {
  if (after.lateApproval && !before.lateApproval && after.state === 'cancelling') return 'step.approved';
  if (before.state === after.state) return null;
  switch (after.state) {
    case 'waiting':
      return 'step.sent';
    case 'approved':
      return 'step.approved';
    case 'captured':
      return 'step.captured';
    case 'declined':
      return 'step.declined';
    case 'expired':
      return 'step.expired';
    case 'cancelled':
      return wasReserved(after) ? 'step.released' : 'step.cancelled';
    case 'partlyRefunded':
    case 'refunded':
      return 'step.refunded';
    case 'refused':
      return 'step.refused';
    case 'intended':
    case 'cancelling':
      return null;
    default:
      return assertNever(after.state);
  }
}
