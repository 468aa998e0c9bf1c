/**
 * The auditor: holds the service's books against the till's journal and against what every screen said, rule by rule.
 * It reads the journal's rows as they lie in the file and shares no code with the till.
 */

import type { Ledger, LedgerPayment } from '../training/index.ts';
import type { Glance } from './screens.ts';

export interface Books {
  readonly ledger: Ledger;
  /** The bodies of the journal's entries, oldest first, with the times at which they were written, on the service's clock. */
  readonly journal: readonly { readonly at: number; readonly kind: string; readonly body: string }[];
  readonly glances: readonly Glance[];
  /** Sale ids of the purchases that reached the club's registry, repeats included. */
  readonly purchases: readonly string[];
  /** Given names of all customers, and who belongs to which number. */
  readonly names: readonly string[];
  /** At the end, what the till still has to do, in words. */
  readonly unsettled?: readonly string[];
  /** When the day was closed, on the service's clock. */
  readonly closedDaysAt?: readonly number[];
  /** Webhooks without a true signature that were accepted all the same. */
  readonly forgeriesTaken?: number;
}

/** Every rule that was broken, in words. Empty: nothing to find. */
export function audit(books: Books): readonly string[] {
  return [
    ...oneAtATime(books.ledger),
    ...amounts(books.ledger),
    ...nothingLeftReserved(books.ledger),
    ...keys(books.ledger),
    ...writtenFirst(books),
    ...screensToldTheTruth(books),
    ...frozenBaskets(books),
    ...nobodyElseOnTheDisplay(books),
    ...everythingEnded(books),
    ...calledOff(books),
    ...purchasesCount(books),
    ...forgeries(books),
    ...refunds(books),
    ...closedDays(books),
    ...numbersOnce(books),
    ...receiptsAddUp(books.ledger),
  ];
}

const say = (rule: string, payment: LedgerPayment, what: string) => `${rule}: ${payment.reference} ${what}`;

/** When the payment could take no more money; `null` while it still can. */
export function closedAt(payment: LedgerPayment): number | null {
  const closing = payment.events.find(({ name }) =>
    ['ABORTED', 'EXPIRED', 'TERMINATED', 'CANCELLED'].includes(name),
  );
  const captured = payment.events.filter(({ name, success }) => name === 'CAPTURED' && success);
  const whole = captured.find((_, index) => sum(captured.slice(0, index + 1)) >= payment.amount);
  return closing?.at ?? whole?.at ?? null;
}

function sum(events: readonly { readonly value: number }[]): number {
  return events.reduce((total, { value }) => total + value, 0);
}

export function oneAtATime(ledger: Ledger): string[] {
  const problems: string[] = [];
  const sales = new Map<string, LedgerPayment[]>();
  for (const payment of ledger.payments) {
    const saleId = payment.metadata?.['saleId'] ?? '';
    sales.set(saleId, [...(sales.get(saleId) ?? []), payment]);
  }
  for (const payments of sales.values()) {
    const inOrder = [...payments].sort((a, b) => a.createdAt - b.createdAt);
    inOrder.forEach((payment, index) => {
      const before = inOrder[index - 1];
      if (before === undefined) return;
      const closed = closedAt(before);
      if (closed === null || closed > payment.createdAt)
        problems.push(say('I1', payment, `was asked while ${before.reference} was open`));
      if (before.captured > 0)
        problems.push(say('I1', payment, `was asked after ${before.reference} had been paid`));
    });
  }
  return problems;
}

function amounts(ledger: Ledger): string[] {
  return ledger.payments.flatMap((payment) => {
    const problems: string[] = [];
    if (payment.captured > payment.authorized)
      problems.push(say('I2', payment, 'captured more than was authorised'));
    if (payment.captured !== 0 && payment.captured !== payment.amount)
      problems.push(say('I2', payment, 'captured a part'));
    if (payment.refunded > payment.captured)
      problems.push(say('I3', payment, 'refunded more than was captured'));
    return problems;
  });
}

export function nothingLeftReserved(ledger: Ledger): string[] {
  return ledger.payments
    .filter(({ authorized, captured, cancelled }) => authorized - captured - cancelled > 0)
    .map((payment) => say('I4', payment, 'is reserved and neither captured nor released'));
}

export function keys(ledger: Ledger): string[] {
  const known = new Map<string, string>();
  const problems: string[] = [];
  for (const { key, endpoint, reference, body } of ledger.operations) {
    if (key === null) {
      problems.push(`I5: ${endpoint} ${reference} without a key`);
      continue;
    }
    const what = `${endpoint} ${reference} ${body}`;
    const before = known.get(key);
    if (before !== undefined && before !== what)
      problems.push(`I5: key ${key} was used for "${before}" and for "${what}"`);
    known.set(key, what);
  }
  return problems;
}

/** Every key that reached the service stood in the journal before. */
export function writtenFirst({ ledger, journal }: Pick<Books, 'ledger' | 'journal'>): string[] {
  return ledger.operations.flatMap(({ key, endpoint, at }) => {
    const entry = key === null ? undefined : journal.find(({ body }) => body.includes(`"${key}"`));
    if (key === null || (entry !== undefined && entry.at <= at)) return [];
    return [`I6: ${endpoint} was sent with key ${key}, which was in no entry by then`];
  });
}

function screensToldTheTruth({ ledger, glances }: Books): string[] {
  const problems = new Set<string>();
  const byReference = new Map(ledger.payments.map((payment) => [payment.reference, payment]));
  for (const { at, cashier, display } of glances) {
    const shown = cashier.sale?.payment;
    if (!shown) continue;
    const payment = byReference.get(shown.reference);
    const captured = sum(
      (payment?.events ?? []).filter((event) => event.name === 'CAPTURED' && event.success && event.at <= at),
    );
    const paid =
      cashier.sale?.state === 'paid' ||
      ['payment.paid', 'payment.paidReceiptLater'].includes(shown.says.key) ||
      display?.shows === 'thanks';
    if (paid && captured !== payment?.amount)
      problems.add(`I8: ${shown.reference} was called paid with ${captured} captured`);
    const unpaid = ['declined', 'expired', 'cancelled', 'refused'].includes(shown.state) && !shown.checking;
    if (!unpaid || payment === undefined) continue;
    const closed = closedAt(payment);
    // A create that was given up as never arrived may still arrive; then the till closes it, and is not believed before.
    const arrivedLater = shown.state === 'refused' && payment.createdAt > at;
    if (!arrivedLater && (closed === null || closed > at || captured > 0)) {
      problems.add(
        `I8: ${shown.reference} was called ${shown.state} while the service could still take the money`,
      );
    }
  }
  return [...problems];
}

/** While a payment is open, and once it is paid, the basket is worth what was asked. */
function frozenBaskets({ glances }: Books): string[] {
  const problems = new Set<string>();
  for (const { cashier } of glances) {
    const { sale } = cashier;
    const payment = sale?.payment;
    if (!payment || ['declined', 'expired', 'refused', 'cancelled'].includes(payment.state)) continue;
    if (sale.total.minor !== payment.amount.minor) {
      problems.add(
        `I7: ${payment.reference} asks ${payment.amount.minor} and the basket says ${sale.total.minor}`,
      );
    }
  }
  return [...problems];
}

function nobodyElseOnTheDisplay({ glances, names }: Books): string[] {
  const problems = new Set<string>();
  for (const { cashier, display, displayText } of glances) {
    if (display === null) continue;
    if (/\d{8,}/.test(displayText.replace(/"until":"[^"]*"/, '')) || displayText.includes('•')) {
      problems.add(`I10: the customer's screen showed digits: ${displayText}`);
    }
    if (/\d{8,}/.test(JSON.stringify([cashier.customer, cashier.last])))
      problems.add("I10: the cashier's screen showed a whole number");
    const mine = cashier.customer?.member?.name ?? null;
    for (const name of names) {
      if (name !== mine && displayText.includes(name))
        problems.add(`I10: the customer's screen showed ${name}`);
    }
    if (cashier.sale === null && display.shows !== 'idle')
      problems.add(`I10: without a sale it showed ${display.shows}`);
  }
  return [...problems];
}

/** I9, and the club's share of it: with everybody calm, everything came to an end by itself. */
export function everythingEnded({ ledger, glances, purchases, journal, unsettled = [] }: Books): string[] {
  const problems = ledger.payments
    .filter(({ state }) => state === 'CREATED')
    .map((payment) => say('I9', payment, 'is still open'));
  const last = glances.at(-1)?.cashier;
  const open = last?.sale?.payment;
  if (open && ['intended', 'waiting', 'approved', 'cancelling'].includes(open.state)) {
    problems.push(`I9: ${open.reference} is still ${open.state} on the till`);
  }
  problems.push(...unsettled.map((what) => `I9: at the end ${what}`));
  const registered = journal.filter(({ kind }) => kind === 'purchaseRegistered').length;
  if (new Set(purchases).size < registered) problems.push('I9: a purchase was called registered and is not');
  return problems;
}

/** What the cashier called off, and the till wrote down as called off, is not captured by the till any more. */
function calledOff({ ledger, journal }: Books): string[] {
  const references = journal
    .filter(({ kind, body }) => kind === 'payment' && body.includes('"kind":"cancelRequested"'))
    .map(({ body }) => /"reference":"([^"]+)"/.exec(body)?.[1]);
  const ours = (key: string | null) => journal.some(({ body }) => body.includes(`"${key}"`));
  return ledger.payments
    .filter(({ reference }) => references.includes(reference))
    .filter(({ events }) =>
      events.some(
        ({ name, success, idempotencyKey }) => name === 'CAPTURED' && success && ours(idempotencyKey),
      ),
    )
    .map((payment) => say('I8', payment, 'was called off and captured all the same'));
}

/** A sale that ended before everybody's eyes with a member reached the registry. */
function purchasesCount({ glances, purchases }: Books): string[] {
  return glances.flatMap(({ cashier: { sale, customer } }, index) => {
    const before = glances[index - 1]?.cashier.sale;
    if (!sale || sale.id !== before?.id || isEnded(before) || !isEnded(sale)) return [];
    if (customer?.status !== 'member' || purchases.includes(sale.id)) return [];
    return [`I9: the purchase of ${sale.number} never reached the registry`];
  });
}

function isEnded({ state }: { readonly state: string }): boolean {
  return state === 'paid' || state === 'paidElsewhere';
}

export function forgeries({ forgeriesTaken = 0 }: Pick<Books, 'forgeriesTaken'>): string[] {
  return forgeriesTaken === 0 ? [] : [`webhooks: ${forgeriesTaken} forged deliveries were accepted`];
}

/** Each refund that was written down goes back once, and as much as was written. */
function refunds({ ledger, journal }: Books): string[] {
  const asked = journal.filter(({ kind }) => kind === 'refundAsked').map(({ body }) => body);
  return ledger.payments.flatMap((payment) => {
    const back = payment.events.filter(({ name, success }) => name === 'REFUNDED' && success);
    return back.flatMap(({ idempotencyKey, value }) => {
      const twice = back.filter((one) => one.idempotencyKey === idempotencyKey).length > 1;
      const entry = asked.find((body) => body.includes(`"${idempotencyKey}"`));
      const minor = /"amount":\{"minor":(\d+)/.exec(entry ?? '')?.[1];
      return [
        ...(twice ? [say('I5', payment, `sent back twice with key ${idempotencyKey}`)] : []),
        // What no entry asked for was sent back by somebody else; that the till sends nothing unwritten is I6.
        ...(entry === undefined || Number(minor) === value
          ? []
          : [say('I3', payment, `sent ${value} back, and ${minor} was written`)]),
      ];
    });
  });
}

/** I11: no day is closed over a request that the till has sent and that could still take money. */
function closedDays({ ledger, closedDaysAt = [] }: Books): string[] {
  return closedDaysAt.flatMap((at) =>
    ledger.payments
      .filter((payment) => payment.createdAt <= at && (closedAt(payment) ?? Number.POSITIVE_INFINITY) > at)
      .map((payment) => say('I11', payment, 'was open when the day was closed')),
  );
}

/** Two sales never have one number, whatever died between them. */
export function numbersOnce({ journal }: Pick<Books, 'journal'>): string[] {
  const numbers = journal
    .filter(({ kind }) => kind === 'opened')
    .map(({ body }) => /"number":"([^"]+)"/.exec(body)?.[1] ?? body);
  return numbers
    .filter((number, index) => numbers.indexOf(number) !== index)
    .map((number) => `numbers: ${number} was given twice`);
}

/** A receipt that does not add up to what was paid is not shown to the customer. */
function receiptsAddUp(ledger: Ledger): string[] {
  return ledger.payments
    .filter(({ receiptAddsUp }) => receiptAddsUp === false)
    .map((payment) => say('receipts', payment, 'has a receipt that does not add up'));
}
