/**
 * The end of a day: its figures, the comparison with the service, and the closing, which is refused while anything is
 * unresolved (I11). Every payment of the day that took money is read back first: what was changed elsewhere, or approved
 * too late, is found here at the latest, and goes through the same machine.
 */

import { type Agreement, boundsOf, type Day, type DayClosing, figuresOf } from '../domain/day.ts';
import { add, type Money, money, subtract, zero } from '../domain/money.ts';
import type { Movement } from '../domain/movement.ts';
import type { PaymentFacts, PaymentReference } from '../domain/payment.ts';
import { summaryOf } from '../domain/saleSummary.ts';
import { unresolvedSales } from '../domain/tillState.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type DayDate, dayOf } from '../kernel/zone.ts';
import type { Book } from './book.ts';
import type { LookAgain } from './lookAgain.ts';

/** So many readings at once: quick enough for a long day, and nothing to the service. */
const atOnce = 4;

export interface Days {
  /** The store's date now. */
  today(): DayDate;
  report(date: DayDate): Result<Day>;
  /** Reads every payment that moved on this day, and takes in whatever the till did not know. */
  compare(date: DayDate): Promise<Result<Agreement>>;
  /** Closes today. */
  close(): Promise<Result<Day>>;
}

export function createDays(book: Book, look: LookAgain): Days {
  const { journal, payments, clock } = book.ports;
  const store = { currency: book.config.currency, zone: book.config.zone };
  let closing = false;

  function report(date: DayDate): Result<Day> {
    const moved = movementsOn(date);
    if (!moved.ok) return moved;
    const closed = journal.closing(date);
    if (!closed.ok) return closed;
    return ok({
      figures: figuresOf(date, moved.value, store),
      closing: closed.value,
      today: date === today(),
      unresolved: unresolvedSales(book.state())
        .map(summaryOf)
        .filter((one) => one !== null),
    });
  }

  function today(): DayDate {
    return dayOf(clock.now(), store.zone);
  }

  function movementsOn(date: DayDate): Result<readonly Movement[]> {
    const { from, to } = boundsOf(date, store.zone);
    return journal.movements(from, to);
  }

  async function compare(date: DayDate): Promise<Result<Agreement>> {
    const moved = movementsOn(date);
    if (!moved.ok) return moved;
    const references = [...new Set(moved.value.map(({ reference }) => reference))];
    const till = tillSums(references);
    if (!till.ok) return till;
    const wallet = await readAll(references);
    const compared = agreement(till.value, wallet, store.currency);
    // Whatever differs is taken in like any other reading, so that the till knows it from now on.
    for (const [reference, facts] of wallet) {
      const taken = facts === null ? ok(null) : look.take(reference, facts);
      if (!taken.ok) return taken;
    }
    return ok(compared);
  }

  async function readAll(references: readonly PaymentReference[]) {
    const facts = new Map<PaymentReference, PaymentFacts | null>();
    const left = [...references];
    const worker = async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const answer = await payments.read(next);
        book.heard(answer.ok || answer.fault.kind === 'notFound' ? null : answer.fault);
        facts.set(next, answer.ok ? answer.value : null);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return facts;
  }

  /** Of each payment all that ever moved, for that is what the service tells. */
  function tillSums(
    references: readonly PaymentReference[],
  ): Result<ReadonlyMap<PaymentReference, PaymentFacts>> {
    const sums = new Map<PaymentReference, PaymentFacts>();
    for (const reference of references) {
      const saleId = journal.saleOf(reference);
      if (!saleId.ok) return saleId;
      if (saleId.value === null) continue;
      const brought = book.bring(saleId.value);
      book.letGo(saleId.value);
      if (!brought.ok) return brought;
      const payment = brought.value?.payments.find((one) => one.reference === reference);
      if (payment?.facts) sums.set(reference, payment.facts);
    }
    return ok(sums);
  }

  async function close(): Promise<Result<Day>> {
    const date = today();
    const before = refusal(date);
    if (before !== null) return before;
    closing = true;
    try {
      const first = await compare(date);
      if (!first.ok) return first;
      // What differed was taken in: now both sides should say the same.
      const compared = first.value.agrees ? first : await compare(date);
      if (!compared.ok) return compared;
      // What was read may have opened something: money that was approved too late is on its way back now.
      const after = refusal(date, true);
      if (after !== null) return after;
      const day = report(date);
      if (!day.ok) return day;
      const { captured, refunded } = day.value.figures;
      const written: DayClosing = {
        date,
        at: clock.now(),
        captured: captured.sum,
        refunded: refunded.sum,
        agreed: compared.value.agrees,
      };
      const noted = journal.closeDay(written);
      return noted.ok ? ok({ ...day.value, closing: written }) : noted;
    } finally {
      closing = false;
    }
  }

  function refusal(date: DayDate, mine = false): Result<never> | null {
    const closed = journal.closing(date);
    if (!closed.ok) return closed;
    if (closed.value !== null || (closing && !mine)) return err({ kind: 'dayClosed' });
    const [first, ...more] = unresolvedSales(book.state());
    return first === undefined
      ? null
      : err({ kind: 'paymentUnresolved', number: first.number, more: more.length });
  }

  return { today, report, compare, close };
}

function agreement(
  till: ReadonlyMap<PaymentReference, PaymentFacts>,
  wallet: ReadonlyMap<PaymentReference, PaymentFacts | null>,
  currency: Money['currency'],
): Agreement {
  const fields = {
    approved: 'authorised',
    captured: 'captured',
    released: 'cancelled',
    refunded: 'refunded',
  } as const;
  const both = [...wallet].flatMap(([reference, facts]) => {
    const ours = till.get(reference);
    return facts === null || ours === undefined ? [] : [{ ours, theirs: facts }];
  });
  const rows = (['approved', 'captured', 'released', 'refunded'] as const).map((what) => {
    const total = (side: 'ours' | 'theirs') =>
      both.reduce((sum, one) => add(sum, money(one[side][fields[what]], currency)), zero(currency));
    return { what, till: total('ours'), wallet: total('theirs') };
  });
  const unread = wallet.size - both.length;
  const agrees = unread === 0 && rows.every((row) => subtract(row.till, row.wallet).minor === 0);
  return { rows, agrees, unread };
}
