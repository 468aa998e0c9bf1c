/**
 * The auditor of an unattended machine: knows the service's books, the journal's rows as they lie in the file, and which
 * goods fell into somebody's hands. Nobody is charged for what did not, and nothing stays reserved. It shares no code with
 * the till.
 */

import type { LedgerPayment } from '../training/index.ts';
import {
  everythingEnded,
  forgeries,
  keys,
  nothingLeftReserved,
  numbersOnce,
  oneAtATime,
  writtenFirst,
} from './auditor.ts';
import type { Scanned } from './choosers.ts';
import type { Papers } from './kindOfDay.ts';
import type { Left } from './machineController.ts';

export interface MachineBooks extends Papers {
  readonly left: readonly Left[];
  /** Minor units, by product. */
  readonly prices: ReadonlyMap<string, number>;
  /** Years, by product; only of those that are not for everybody. */
  readonly ages: ReadonlyMap<string, number>;
  /** Codes on the screen that were scanned, with what the screen said that they were for. */
  readonly scanned: readonly Scanned[];
  readonly forgeriesTaken: number;
  /** What the machine's screen said of money, once it said so. */
  readonly said: readonly Said[];
}

export interface Said {
  readonly at: number;
  readonly reference: string;
  readonly paid: number;
}

/** What the journal says of one piece. */
export interface Handed {
  readonly item: string;
  readonly saleId: string;
  readonly sku: string;
  readonly askedAt: number;
  /** As settled first; `null` while nobody has. */
  readonly outcome: string | null;
}

export function auditMachine(books: MachineBooks): readonly string[] {
  const { ledger, journal } = books;
  const handed = handedIn(journal);
  return [
    ...oneAtATime(ledger),
    ...oneCustomerAtATime(books),
    ...nothingLeftReserved(ledger),
    ...keys(ledger),
    ...writtenFirst({ ledger, journal }),
    ...everythingEnded({ ...books, glances: [], purchases: [], names: [] }),
    ...forgeries(books),
    ...numbersOnce(books),
    ...ledger.payments.flatMap((payment) => paidForWhatLeft(payment, handed, books)),
    ...books.left.flatMap((left) => handedOutInOrder(left, handed, books)),
    ...books.left.flatMap((left) => oldEnough(left, handed, books)),
    ...books.scanned.flatMap((code) => paidForWhatWasShown(code, handed, books)),
    ...chosenExactly(handed, books),
    ...decidedOnce(books),
    ...receipts(books),
    ...screenToldTheTruth(books),
  ];
}

const text = (body: string, name: string) => new RegExp(`"${name}":"([^"]*)"`).exec(body)?.[1] ?? '';

/** Every piece that was asked for, with the first thing that was written of what came of it. */
export function handedIn(journal: Papers['journal']): readonly Handed[] {
  const settled = journal.filter(({ kind }) => kind === 'vendSettled');
  return journal
    .filter(({ kind }) => kind === 'vendAsked')
    .map(({ saleId, at, body }) => {
      const item = text(body, 'item');
      const first = settled.find((row) => text(row.body, 'item') === item);
      const outcome = first === undefined ? null : text(first.body, 'outcome');
      return { item, saleId, sku: text(body, 'sku'), askedAt: at, outcome };
    });
}

const say = (rule: string, payment: LedgerPayment, what: string) => `${rule}: ${payment.reference} ${what}`;

/** What is captured is what was seen to leave and did leave, at its price; all the rest goes back. */
function paidForWhatLeft(
  payment: LedgerPayment,
  handed: readonly Handed[],
  { left, prices }: MachineBooks,
): string[] {
  const mine = handed.filter(({ saleId }) => saleId === payment.metadata?.['saleId']);
  const seen = mine.filter(({ outcome }) => outcome === 'dispensed');
  const worth = seen.reduce((sum, { sku }) => sum + (prices.get(sku) ?? Number.NaN), 0);
  const owed = payment.authorized > 0 ? worth : 0;
  const problems: string[] = [];
  if (payment.captured !== owed)
    problems.push(say('I2', payment, `captured ${payment.captured}, and ${owed} was seen to leave`));
  if (payment.captured > payment.authorized)
    problems.push(say('I2', payment, 'captured more than was reserved'));
  if (payment.authorized > 0 && payment.captured + payment.cancelled !== payment.authorized)
    problems.push(
      say('I4', payment, `released ${payment.cancelled} of ${payment.authorized - payment.captured}`),
    );
  for (const { item, sku } of seen) {
    if (payment.authorized > 0 && !left.some((one) => one.item === item))
      problems.push(say('I8', payment, `is charged for ${sku}, which did not leave`));
  }
  return problems;
}

/** No motor turns before the piece is written down and money for it is reserved, nor once the sale is closed. */
function handedOutInOrder(
  left: Left,
  handed: readonly Handed[],
  { ledger, journal, left: all }: MachineBooks,
): string[] {
  const { item, sku, begunAt } = left;
  const written = handed.find((one) => one.item === item);
  if (written === undefined || written.askedAt > begunAt)
    return [`I6: ${sku} left the machine, which was in no entry by then`];
  const { saleId } = written;
  const reserved = ledger.payments.find(
    ({ metadata, events }) =>
      metadata?.['saleId'] === saleId &&
      events.some(({ name, success, at }) => name === 'AUTHORIZED' && success && at <= begunAt),
  );
  if (reserved === undefined) return [`I2: ${sku} left the machine, and nothing was reserved for it`];
  const end = journal.find((row) => row.kind === 'vendingEnded' && row.saleId === saleId);
  if (end !== undefined && end.at < begunAt)
    return [say('I2', reserved, `handed ${sku} out after it was closed`)];
  return all.filter((one) => one.item === item).length === 1
    ? []
    : [say('I2', reserved, `handed ${sku} out twice`)];
}

/** What is not for everybody leaves only where the wallet was told to ask for the age. */
function oldEnough({ item, sku }: Left, handed: readonly Handed[], { ledger, ages }: MachineBooks): string[] {
  const age = ages.get(sku);
  const saleId = handed.find((one) => one.item === item)?.saleId;
  if (age === undefined) return [];
  return ledger.payments
    .filter(({ metadata, authorized }) => metadata?.['saleId'] === saleId && authorized > 0)
    .filter(({ operations }) => {
      const created = operations.find(({ endpoint }) => endpoint === 'epayment.create')?.body ?? '';
      return Number(/"minimumUserAge":(\d+)/.exec(created)?.[1] ?? 0) < age;
    })
    .map((payment) => say('age', payment, `was asked for no age of ${age}, and ${sku} left the machine`));
}

/** Whoever scans a code pays for what the screen said with it, at that price, and for nobody else's goods. */
function paidForWhatWasShown(
  { reference, item, price }: Scanned,
  handed: readonly Handed[],
  { ledger }: MachineBooks,
): string[] {
  const payment = ledger.payments.find((one) => one.reference === reference);
  if (payment === undefined) return [`I2: ${reference} was scanned, and the service has no such payment`];
  const saleId = handed.find((one) => one.item === item)?.saleId;
  if (saleId === undefined || payment.metadata?.['saleId'] !== saleId)
    return [say('I2', payment, `was shown with ${item}, which is of another sale`)];
  return payment.amount === price
    ? []
    : [say('I2', payment, `asked for ${payment.amount} and was shown with ${price}`)];
}

/** Sales whose goods were chosen before anything was asked for. */
export function chosenIn(journal: Papers['journal']): ReadonlySet<string> {
  const opened = journal.filter(({ kind, body }) => kind === 'vendingOpened' && body.includes('"qrId":null'));
  return new Set(opened.map(({ saleId }) => saleId));
}

/** Who chose first is asked for exactly that. */
function chosenExactly(handed: readonly Handed[], { ledger, journal, prices }: MachineBooks): string[] {
  const chosen = chosenIn(journal);
  return ledger.payments.flatMap((payment) => {
    const saleId = payment.metadata?.['saleId'] ?? '';
    const first = handed.find((one) => one.saleId === saleId);
    if (!chosen.has(saleId)) return [];
    const price = prices.get(first?.sku ?? '');
    return payment.amount === price
      ? []
      : [say('I2', payment, `asks for ${payment.amount}, and ${price} was chosen`)];
  });
}

/**
 * Who comes while somebody is served is let pass: nothing of a second customer is held. A turn that is decided and that the
 * service has not settled yet keeps nobody waiting.
 */
function oneCustomerAtATime({ ledger, journal }: MachineBooks): string[] {
  const spans = ledger.payments.flatMap((payment) => {
    const from = payment.events.find(({ name }) => name === 'AUTHORIZED')?.at;
    const last = payment.events.filter(({ name }) => name === 'CAPTURED' || name === 'CANCELLED').at(-1)?.at;
    return from === undefined ? [] : [{ payment, from, to: last ?? Number.POSITIVE_INFINITY }];
  });
  const decidedBefore = (other: LedgerPayment, payment: LedgerPayment): boolean => {
    const sale = other.metadata?.['saleId'];
    const decided = journal.findIndex(({ kind, saleId }) => kind === 'vendingEnded' && saleId === sale);
    const intended = journal.findIndex(
      ({ kind, body }) => kind === 'paymentIntended' && body.includes(`"${payment.reference}"`),
    );
    return decided !== -1 && decided < intended;
  };
  return spans.flatMap(({ payment, from }) =>
    spans
      .filter((other) => other.payment !== payment && other.from < from && from < other.to)
      .filter((other) => !decidedBefore(other.payment, payment))
      .map((other) => say('I1', payment, `was reserved while ${other.payment.reference} was`)),
  );
}

/** What is taken is decided once, and a sale ends once. */
function decidedOnce({ journal }: MachineBooks): string[] {
  const ends = journal.filter(({ kind }) => kind === 'vendingEnded').map(({ saleId }) => saleId);
  const decided = journal
    .filter(({ kind, body }) => kind === 'payment' && body.includes('"takeDecided"'))
    .map(({ body }) => text(body, 'reference'));
  return [...twiceIn(ends), ...twiceIn(decided)].map((what) => `I5: ${what} was ended twice`);
}

function twiceIn(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

/** Whoever paid has a receipt of what was paid. */
/** Whether everything that was paid has its receipt: what is owed goes out by itself. */
export function isReceipted(ledger: MachineBooks['ledger']): boolean {
  return ledger.payments.every(({ captured, reference }) => captured === 0 || reference in ledger.receipts);
}

function receipts({ ledger }: MachineBooks): string[] {
  return ledger.payments
    .filter(({ captured }) => captured > 0)
    .flatMap((payment) => {
      const receipt = ledger.receipts[payment.reference];
      if (receipt === undefined) return [say('receipts', payment, 'was paid and has no receipt')];
      const total = receipt.orderLines.reduce((sum, { totalAmount }) => sum + totalAmount, 0);
      return total === payment.captured
        ? []
        : [say('receipts', payment, `has a receipt of ${total} for ${payment.captured}`)];
    });
}

function screenToldTheTruth({ ledger, said }: MachineBooks): string[] {
  return said.flatMap(({ at, reference, paid }) => {
    const payment = ledger.payments.find((one) => one.reference === reference);
    const captured = (payment?.events ?? [])
      .filter((event) => event.name === 'CAPTURED' && event.success && event.at <= at)
      .reduce((sum, { value }) => sum + value, 0);
    return captured === paid ? [] : [`I8: ${reference} was shown as ${paid} paid with ${captured} captured`];
  });
}
