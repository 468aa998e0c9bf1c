/**
 * Every step of a sale in the order in which the till wrote it down, each with the service's own event where there is one.
 * What stands only in the service's log, a refund made in the business portal for example, is a step of its own.
 */

import { type Money, money } from '../domain/money.ts';
import { type Payment, type PaymentReference, refundable } from '../domain/payment.ts';
import { type PaymentEvent, transition } from '../domain/paymentMachine.ts';
import { type Sale, saleTotal } from '../domain/sale.ts';
import type { SaleEntry } from '../domain/saleEvent.ts';
import { applyEntry } from '../domain/saleFold.ts';
import type { PaymentLogEntry, SaleRecord } from '../domain/saleRecord.ts';
import { isoUtc } from '../kernel/time.ts';
import type { Says, StepSays } from './view.ts';
import { stepKeys } from './viewPayment.ts';
import type { ExplainedStep, ServiceEvent } from './viewRecords.ts';

export function stepsOfRecord({ entries, logs }: SaleRecord): readonly ExplainedStep[] {
  const unseen = new Map([...logs].map(([reference, log]) => [reference, [...(log ?? [])]]));
  const steps: ExplainedStep[] = [];
  let sale: Sale | null = null;
  const keys = new Map<string, number>();
  for (const entry of entries) {
    const before: Sale | null = sale;
    sale = applyEntry(before, entry);
    for (const { what, reference, key } of stepsOfEntry(before, sale, entry)) {
      // Read from the code at once, confirmed by the wallet a moment later: one step, as it turned out.
      if (what.key === 'step.identified' && steps.at(-1)?.what.key === what.key) steps.pop();
      const event = reference === null ? null : take(unseen.get(reference) ?? [], what.key as StepSays);
      steps.push({ at: isoUtc(entry.at), what, reference, event });
      if (key !== undefined) keys.set(key, steps.length - 1);
    }
  }
  for (const log of unseen.values()) withoutOwn(log, keys, steps);
  const outside = [...unseen].flatMap(([reference, log]) => log.map((one) => outsideStep(reference, one)));
  // The till's own order is never changed; what only the service knows is put where its time falls.
  return outside.reduce(inserted, steps);
}

/** What was asked for by this till and is not read back yet belongs to the step that asked for it. */
function withoutOwn(log: PaymentLogEntry[], keys: ReadonlyMap<string, number>, steps: ExplainedStep[]): void {
  for (const one of [...log]) {
    const index = one.idempotencyKey === null ? undefined : keys.get(one.idempotencyKey);
    const asked = index === undefined ? undefined : steps[index];
    if (index === undefined || asked === undefined || asked.event !== null) continue;
    steps[index] = { ...asked, event: serviceEvent(one) };
    log.splice(log.indexOf(one), 1);
  }
}

interface RawStep {
  readonly what: Says;
  readonly reference: PaymentReference | null;
  /** The key under which it was sent, where the service's log may name it. */
  readonly key?: string;
}

function stepsOfEntry(before: Sale | null, after: Sale, { event }: SaleEntry): readonly RawStep[] {
  const ofSale = (key: StepSays, more: Says['with'] = {}): RawStep[] => [
    { what: { key, with: { sum: saleTotal(after), ...more } }, reference: null },
  ];
  switch (event.kind) {
    case 'customerIdentified':
      return ofSale('step.identified', { proof: event.proof });
    case 'enrolmentEnded':
      return event.state === 'joined' ? ofSale('step.joined') : [];
    case 'paymentIntended': {
      const { reference, request } = event;
      return [{ what: { key: 'step.intended', with: { sum: request.amount } }, reference }];
    }
    case 'refundAsked': {
      const what = { key: 'step.refundAsked', with: { sum: event.amount, reason: event.reason } } as const;
      return [{ what, reference: event.reference }];
    }
    case 'payment':
      return paymentSteps(before, after, event.reference, event.event);
    case 'vendingEnded':
      if (event.why === 'notApproved') return [];
      return [{ what: { key: `step.vendingEnded.${event.why}` }, reference: null }];
    case 'salvaged':
      return ofSale('step.doubted');
    case 'receiptSent':
      return ofSale('step.receiptSent', { lines: after.lines.length });
    case 'receiptRefused':
      return ofSale('step.receiptRefused');
    case 'purchaseRegistered':
      return ofSale('step.purchaseRegistered');
    case 'paidElsewhere':
      return ofSale('step.paidElsewhere', { method: event.method });
    default:
      return [];
  }
}

function paymentSteps(
  before: Sale | null,
  after: Sale,
  reference: PaymentReference,
  event: PaymentEvent,
): readonly RawStep[] {
  const was = find(before, reference);
  const is = find(after, reference);
  if (was === null || is === null) return [];
  const ended = after.refunds.filter(
    (one, index) => one.outcome !== 'underway' && before?.refunds[index]?.outcome === 'underway',
  );
  if (ended.length > 0) {
    return ended.map(({ outcome, amount, code }) => ({
      what: {
        key: outcome === 'done' ? 'step.refunded' : 'step.refundRefused',
        with: { sum: amount, ...(code === null ? {} : { code }) },
      },
      reference,
    }));
  }
  const code = is.refusedWith === null || event.kind === 'read' ? {} : { code: is.refusedWith };
  const key = event.kind === 'operationStarted' ? { key: event.operation.key } : {};
  // A refund made elsewhere is told by the service's own log, with its own amount.
  return stepKeys(was, transition(was, event), event)
    .filter((one) => one !== 'step.refunded' || refundable(is) !== refundable(was))
    .map((one) => ({
      what: { key: one, with: { sum: sumOf(one, was, is, event), ...code } },
      reference,
      ...key,
    }));
}

/** What this step was about, where that is not all that was asked for. */
function sumOf(key: StepSays, was: Payment, is: Payment, event: PaymentEvent): Money {
  const { amount } = is.request;
  const grown = (sum: 'captured' | 'cancelled') => (is.facts?.[sum] ?? 0) - (was.facts?.[sum] ?? 0);
  const of = (minor: number) => (minor > 0 ? money(minor, amount.currency) : amount);
  switch (key) {
    case 'step.taken':
      return of(is.take ?? 0);
    case 'step.captured':
      return of(grown('captured'));
    case 'step.released':
    case 'step.restReleased':
      return of(grown('cancelled'));
    case 'step.releaseSent':
      return of(amount.minor - (is.facts?.captured ?? 0));
    default:
      return of('operation' in event ? event.operation.amount : 0);
  }
}

function find(sale: Sale | null, reference: PaymentReference): Payment | null {
  return sale?.payments.find((one) => one.reference === reference) ?? null;
}

/** Which event of the service is behind a step of the till. */
const eventBehind: Partial<Readonly<Record<StepSays, string>>> = {
  'step.sent': 'CREATED',
  'step.approved': 'AUTHORIZED',
  'step.declined': 'ABORTED',
  'step.expired': 'EXPIRED',
  'step.cancelled': 'TERMINATED',
  'step.captured': 'CAPTURED',
  'step.released': 'CANCELLED',
  'step.restReleased': 'CANCELLED',
  'step.refunded': 'REFUNDED',
};

/** Takes the first event of this kind out of the log. */
function take(log: PaymentLogEntry[], key: StepSays): ServiceEvent | null {
  const name = eventBehind[key];
  const index = name === undefined ? -1 : log.findIndex((one) => one.name === name && one.success);
  const [found] = index < 0 ? [] : log.splice(index, 1);
  return found === undefined ? null : serviceEvent(found);
}

function outsideStep(reference: PaymentReference, one: PaymentLogEntry): ExplainedStep {
  const what = { key: 'step.outside', with: { sum: one.amount, name: one.name } } as const;
  return { at: isoUtc(one.at), what, reference, event: serviceEvent(one) };
}

function inserted(steps: readonly ExplainedStep[], one: ExplainedStep): ExplainedStep[] {
  const index = steps.findIndex(({ at }) => at > one.at);
  const place = index < 0 ? steps.length : index;
  return [...steps.slice(0, place), one, ...steps.slice(place)];
}

function serviceEvent(one: PaymentLogEntry): ServiceEvent {
  const { name, pspReference, amount, success } = one;
  return { name, at: isoUtc(one.at), pspReference, amount, success };
}
