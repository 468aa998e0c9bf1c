/** "Needs attention": what waits, since when, why, and the one button that resolves it. */

import { isPaid, type Payment } from '../domain/payment.ts';
import { currentPayment, type Sale, saleTotal, unresolvedPayment } from '../domain/sale.ts';
import type { PaymentWatch, TillState, Waiting } from '../domain/tillState.ts';
import { type Instant, isoUtc } from '../kernel/time.ts';
import type { AttentionSays, AttentionView, TillView } from './view.ts';
import { isChecking } from './viewPayment.ts';

/** So long before the money goes back by itself, waiting for the capture becomes urgent. */
const urgentMs = 3 * 86_400_000;
const dayMs = 86_400_000;
/** One call that went wrong is tried again before anybody need look. */
const patienceMs = 10_000;

interface Host {
  readonly till: Pick<TillView, 'kind'>;
  readonly trouble: readonly AttentionSays[];
  readonly captureDays: number;
}

export function attentionOf(state: TillState, about: Host, now: Instant): readonly AttentionView[] {
  const house =
    state.journalFault === null ? about.trouble : ['attention.journal' as const, ...about.trouble];
  return [
    ...house.map((kind) => plain(kind)),
    ...[...state.sales.values()].flatMap((sale) => ofSale(state, sale, about, now)),
  ];
}

/** What became of the payment of a parked sale, once it is known. */
export function parkedEnding(sale: Sale): 'attention.parkedPaid' | 'attention.parkedNotPaid' | null {
  const payment = currentPayment(sale);
  if (payment === null) return null;
  if (isPaid(payment)) return 'attention.parkedPaid';
  const ended = ['declined', 'expired', 'cancelled', 'refused'].includes(payment.state);
  return ended ? 'attention.parkedNotPaid' : null;
}

function ofSale(
  state: TillState,
  sale: Sale,
  { captureDays, till }: Host,
  now: Instant,
): readonly AttentionView[] {
  const list: AttentionView[] = [];
  if (state.recovered.has(sale.id) && !sale.left) list.push(about(sale, 'attention.recovered'));
  if (sale.parkedAt !== null && !sale.left) list.push(...ofParked(sale, till.kind));
  const payment = unresolvedPayment(sale);
  if (payment !== null) list.push(...ofPayment(state, sale, payment, captureDays, now));
  for (const one of state.waiting.values()) if (one.saleId === sale.id) list.push(ofWaiting(sale, one));
  const last = currentPayment(sale);
  if (last?.state === 'captured' && payment === null && !isPaid(last))
    list.push(about(sale, 'attention.capturedInPart'));
  return list;
}

/** Nobody at a machine can open it again: there only money that was taken and has not gone back is worth a look. */
function ofParked(sale: Sale, kind: TillView['kind']): readonly AttentionView[] {
  const ending = parkedEnding(sale);
  if (ending === null) return [];
  if (kind === 'staffed') return [{ ...about(sale, ending), action: 'recall' }];
  const facts = currentPayment(sale)?.facts;
  const isKept = ending === 'attention.parkedPaid' && facts != null && facts.refunded < facts.captured;
  return isKept ? [{ ...about(sale, 'attention.staffsSalePaid'), action: 'explain' }] : [];
}

function ofPayment(
  state: TillState,
  sale: Sale,
  payment: Payment,
  captureDays: number,
  now: Instant,
): readonly AttentionView[] {
  const watch = state.watches.get(payment.reference) ?? null;
  const kind = kindOf(state, sale, payment, watch, now);
  if (kind === null) return [];
  const since = payment.approvedAt ?? watch?.held?.since ?? watch?.silentSince ?? payment.createdAt;
  const urgent = kind === 'attention.captureWaits' && deadlineOf(payment, captureDays) - now < urgentMs;
  const fault = watch?.fault ?? watch?.held?.fault ?? null;
  return [
    {
      ...about(sale, urgent ? 'attention.captureDeadline' : kind),
      since: isoUtc(since),
      why: fault === null ? null : { fault, code: payment.refusedWith },
      action: 'retry',
    },
  ];
}

/** Nothing is said while all goes its usual way. */
function kindOf(
  state: TillState,
  sale: Sale,
  payment: Payment,
  watch: PaymentWatch | null,
  now: Instant,
): AttentionSays | null {
  const silent = isChecking(payment, watch, now);
  const held = watch?.held != null && now - watch.held.since >= patienceMs;
  switch (payment.state) {
    case 'approved':
      return held || silent ? 'attention.captureWaits' : null;
    case 'cancelling':
      if (!held && !silent) return null;
      return payment.facts?.state === 'AUTHORIZED' ? 'attention.releaseWaits' : 'attention.cancelWaits';
    case 'captured':
    case 'partlyRefunded':
    case 'refunded':
      return held || silent ? 'attention.refundWaits' : null;
    default:
      return silent && state.current !== sale.id ? 'attention.outcomeUnknown' : null;
  }
}

/** The service's own date where it tells one, else the market's days from the approval. */
function deadlineOf(payment: Payment, captureDays: number): number {
  const approvedAt = payment.approvedAt ?? payment.createdAt;
  return Math.min(
    payment.facts?.guaranteedUntil ?? Number.POSITIVE_INFINITY,
    approvedAt + captureDays * dayMs,
  );
}

const owedKinds = {
  purchase: 'attention.purchaseWaits',
  receipt: 'attention.receiptWaits',
  enrolment: 'attention.enrolmentWaits',
} as const;

function ofWaiting(sale: Sale, { owed, fault }: Waiting): AttentionView {
  return {
    ...about(sale, owedKinds[owed]),
    since: isoUtc(sale.endedAt ?? sale.openedAt),
    why: { fault, code: null },
    action: 'retry',
  };
}

function about(sale: Sale, kind: AttentionSays): AttentionView {
  const says = { key: kind, with: { number: sale.number, sum: saleTotal(sale) } };
  return { ...plain(kind), saleId: sale.id, says };
}

function plain(kind: AttentionSays): AttentionView {
  return { kind, saleId: null, says: { key: kind }, since: null, why: null, action: null };
}
