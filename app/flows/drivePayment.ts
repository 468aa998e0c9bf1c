/**
 * Drives each open payment to its end: asks the machine what is due, waits as long as its pace says, does it, writes
 * down what came of it, and asks again. One driver per payment, one call at a time. A webhook or the cashier only
 * shortens the wait. A restarted till starts the same drivers; they need nothing but the folded journal.
 */

import type { Payment, PaymentReference } from '../domain/payment.ts';
import { timeToApproveMs, viaOf } from '../domain/payment.ts';
import { type Due, due } from '../domain/paymentDue.ts';
import { isNews, type PaymentEvent } from '../domain/paymentMachine.ts';
import type { SaleId } from '../domain/sale.ts';
import type { PaymentWatch } from '../domain/tillState.ts';
import { later } from '../kernel/time.ts';
import type { Book } from './book.ts';
import { type Answer, sendCreate, sendOperation, sendRead } from './paymentCalls.ts';

export interface Drivers {
  /** Begins to drive this payment, or does nothing if it is driven already. */
  drive(saleId: SaleId, reference: PaymentReference): void;
  /** Something may have happened: look now instead of at the next turn. `false`: nobody drives this payment. */
  nudge(reference: PaymentReference): boolean;
  /** Somebody wants it tried: looks now, and the change that is due then does not wait for its time either. */
  hurry(reference: PaymentReference): void;
}

/** First reading after 5 s, then every 2 s; every second for a QR on the screen (payments.md 2.7). */
const firstReadMs = 5000;
const readMs = { push: 2000, qr: 1000 };
/** Around the end of the customer's time the outcome is near: every second. Long after it, the service is late. */
const nearEndMs = 10_000;
const nearEndReadMs = 1000;
const overdueReadMs = 5000;
/** Nobody waits for news of a reservation: what ends it comes from this side. */
const heldReadMs = 10_000;
/** A create that is put off (429, 423) so often was not taken. */
const mostDeferrals = 3;
/** A cashier waits for the answer, so readings never slow down much; changes are limited to five a minute. */
const mostReadBackoffMs = 4000;
const mostBackoffMs = 30_000;
/** After each refusal of a change the next try waits twice as long: the reason is no passing one. */
const slowMs = 30_000;
const mostSlowMs = 900_000;
/** Nudges come from outside: however many, the service is asked no more often than this. */
const leastGapMs = 500;

export function createDrivers(book: Book): Drivers {
  const { clock, payments, ids, log } = book.ports;
  const wakers = new Map<PaymentReference, () => void>();
  const hurried = new Set<PaymentReference>();

  function drive(saleId: SaleId, reference: PaymentReference): void {
    if (wakers.has(reference)) return;
    wakers.set(reference, () => {});
    const driving = book.carryOn(() => run(saleId, reference));
    void driving.finally(() => {
      wakers.delete(reference);
      hurried.delete(reference);
      // Something became due in the very moment the driver ended.
      const payment = find(saleId, reference);
      if (payment !== null && due(payment).kind !== 'nothing') drive(saleId, reference);
    });
  }

  async function run(saleId: SaleId, reference: PaymentReference): Promise<void> {
    // Readings and changes fail apart: a reading that passes says nothing about a change that is put off.
    const troubles = { reading: { failures: 0, notBefore: 0 }, changing: { failures: 0, notBefore: 0 } };
    let lastCallAt = Number.NEGATIVE_INFINITY;
    let timeIsOverAt: number | null = null;
    for (;;) {
      const before = find(saleId, reference);
      if (before === null) return;
      const planned = due(before);
      if (planned.kind === 'nothing') return;
      const past = troubles[planned.kind === 'read' ? 'reading' : 'changing'];
      timeIsOverAt ??= clock.monotonic() + Math.min(timeToApproveMs, before.until - clock.now());
      const pace = { failures: past.failures, lastCallAt, overInMs: timeIsOverAt - clock.monotonic() };
      const barred = past.notBefore - clock.monotonic();
      const isHurried = planned.kind !== 'read' && hurried.has(reference);
      const pacedMs = isHurried ? 0 : pauseMs(before, planned, pace);
      const woken = await pause(reference, Math.max(barred, pacedMs));
      if (woken) {
        const earliest = Math.max(lastCallAt + leastGapMs, past.notBefore);
        if (earliest > clock.monotonic()) await book.wait(earliest - clock.monotonic()).over;
      }
      // The cashier may have acted during the wait: only what is due now is done.
      const payment = find(saleId, reference);
      if (payment === null) return;
      const step = due(payment);
      if (step.kind !== planned.kind && !(woken && step.kind === 'read')) continue;
      if (!announce(saleId, payment, step)) {
        await book.wait(firstReadMs).over;
        continue;
      }
      if (step.kind !== 'read') hurried.delete(reference);
      const answer = await perform(saleId, reference, step);
      lastCallAt = clock.monotonic();
      if (find(saleId, reference) === null) return;
      const told = answer.trouble?.kind === 'tooManyRequests' ? (answer.trouble.retryAfterMs ?? 0) : 0;
      const failures = answer.trouble === null ? 0 : past.failures + 1;
      troubles[step.kind === 'read' ? 'reading' : 'changing'] = { failures, notBefore: lastCallAt + told };
      const event = step.kind === 'create' && failures >= mostDeferrals ? givenUp(answer) : answer.event;
      watch(reference, answer, step.kind === 'start' || step.kind === 'send');
      if (event !== null) await note(saleId, reference, event);
    }
  }

  /** Writes down what is about to be sent. `false`: it could not be written, so it must not be sent. */
  function announce(saleId: SaleId, payment: Payment, step: Due): boolean {
    if (step.kind === 'start') {
      return noted(saleId, payment.reference, { kind: 'operationStarted', operation: step.operation });
    }
    if (step.kind === 'create' && step.repeat)
      return noted(saleId, payment.reference, { kind: 'createRepeated' });
    return true;
  }

  async function perform(saleId: SaleId, reference: PaymentReference, step: Due): Promise<Answer> {
    const payment = find(saleId, reference);
    if (payment === null || step.kind === 'nothing') return { event: null, trouble: null };
    switch (step.kind) {
      case 'create':
        return sendCreate(payments, payment);
      case 'read':
        return sendRead(payments, payment);
      default:
        return sendOperation(payments, payment);
    }
  }

  /** A reading that changes nothing is not written down: nothing may grow while a customer makes up their mind. */
  async function note(saleId: SaleId, reference: PaymentReference, event: PaymentEvent): Promise<void> {
    const payment = find(saleId, reference);
    if (payment === null) return;
    if (!isNews(payment, event)) return;
    // What a call came to is known once only: until it is written, nothing else is done about this payment.
    await book.recordSurely(saleId, { kind: 'payment', reference, event });
  }

  function noted(saleId: SaleId, reference: PaymentReference, event: PaymentEvent): boolean {
    return book.record(saleId, { kind: 'payment', reference, event }).ok;
  }

  function watch(reference: PaymentReference, { trouble, event }: Answer, changing: boolean): void {
    const known = book.state().watches.get(reference);
    const now = clock.now();
    const next: PaymentWatch = {
      checkedAt: trouble === null ? now : (known?.checkedAt ?? null),
      nextCheckAt: known?.nextCheckAt ?? null,
      silentSince: trouble === null ? null : (known?.silentSince ?? now),
      fault: trouble?.kind ?? null,
      held: heldBy() ?? null,
    };
    function heldBy(): PaymentWatch['held'] | undefined {
      if (!changing) return known?.held;
      const fault = event?.kind === 'operationRefused' ? 'rejected' : trouble?.kind;
      return fault === undefined ? null : { since: known?.held?.since ?? now, fault };
    }
    book.heard(trouble);
    if (trouble !== null) log.warn('payment.call', { reference, fault: trouble.kind, ...trouble.service });
    book.change({ watches: new Map(book.state().watches).set(reference, next) });
  }

  function pauseMs(payment: Payment, planned: Exclude<Due, { kind: 'nothing' }>, at: Pacing): number {
    const most = planned.pace === 'watch' ? mostReadBackoffMs : mostBackoffMs;
    const backoff = at.failures === 0 ? 0 : Math.min(most, 1000 * 2 ** (at.failures - 1)) + ids.below(250);
    switch (planned.pace) {
      case 'now':
        return backoff;
      case 'soon':
        return Math.max(backoff, 1000);
      case 'held':
        return Math.max(backoff, heldReadMs);
      case 'quiet':
        return Math.max(backoff, firstReadMs);
      case 'slow': {
        const refusals = planned.kind === 'start' ? payment.tries[planned.operation.kind] : 1;
        return Math.max(backoff, Math.min(mostSlowMs, slowMs * 2 ** (refusals - 1)));
      }
      case 'watch': {
        const sinceCreate = clock.now() - payment.createdAt;
        const first =
          sinceCreate >= 0 && sinceCreate < firstReadMs && at.lastCallAt !== Number.NEGATIVE_INFINITY;
        return Math.max(backoff, first ? firstReadMs - sinceCreate : watchMs(payment, at.overInMs));
      }
    }
  }

  /** Resolves after the time (false) or when somebody nudges (true). */
  async function pause(reference: PaymentReference, ms: number): Promise<boolean> {
    if (ms <= 0) return false;
    const known = book.state().watches.get(reference);
    const quiet = { checkedAt: null, silentSince: null, fault: null, held: null };
    const nextCheckAt = later(clock.now(), ms);
    const watches = new Map(book.state().watches).set(reference, { ...(known ?? quiet), nextCheckAt });
    book.change({ watches });
    const wait = book.wait(ms);
    let woken = false;
    wakers.set(reference, () => {
      woken = true;
      wait.wake();
    });
    await wait.over;
    wakers.set(reference, () => {});
    return woken;
  }

  function find(saleId: SaleId, reference: PaymentReference): Payment | null {
    if (book.ended()) return null;
    return book.sale(saleId)?.payments.find((payment) => payment.reference === reference) ?? null;
  }

  function nudge(reference: PaymentReference): boolean {
    const wake = wakers.get(reference);
    wake?.();
    return wake !== undefined;
  }

  return {
    drive,
    nudge,
    hurry(reference) {
      if (!wakers.has(reference)) return;
      hurried.add(reference);
      nudge(reference);
    },
  };
}

/** What has gone before: failures in a row, when the last call was made, how long the customer still has. */
interface Pacing {
  readonly failures: number;
  readonly lastCallAt: number;
  readonly overInMs: number;
}

function watchMs(payment: Payment, overInMs: number): number {
  if (overInMs < -nearEndMs) return overdueReadMs;
  return overInMs < nearEndMs ? nearEndReadMs : readMs[viaOf(payment)];
}

/** Nothing was carried out and the service keeps putting it off: say so instead of letting the customer wait. */
function givenUp(answer: Answer): PaymentEvent | null {
  return answer.event ?? { kind: 'createRefused', refusal: 'rejected' };
}
