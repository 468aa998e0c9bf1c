/** Old sales: the list of payments, and one sale with everything that is known about it, the service's own log included. */

import { readAmount } from '../domain/money.ts';
import { readMsisdn } from '../domain/msisdn.ts';
import type { SaleId } from '../domain/sale.ts';
import { foldSale } from '../domain/saleFold.ts';
import type { SaleRecord } from '../domain/saleRecord.ts';
import type { SaleSummary } from '../domain/saleSummary.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { HistoryQuery } from '../ports/Journal.ts';
import type { Book } from './book.ts';
import type { Drivers } from './drivePayment.ts';
import type { Persistence } from './persist.ts';

/** As many as anybody scrolls through. */
const mostListed = 200;

/** `text`: a sale's number, an amount, or a phone number. Whatever cannot be read as one of them finds nothing. */
export function searchHistory(
  book: Book,
  wish: Omit<HistoryQuery, 'most' | 'number' | 'msisdn' | 'amount'> & { readonly text?: string },
): Result<readonly SaleSummary[]> {
  const { text = '', ...rest } = wish;
  const typed = text.trim();
  const query = { ...rest, most: mostListed };
  if (typed === '') return book.ports.journal.history(query);
  const amount = readAmount(typed);
  const msisdn = readMsisdn(typed, book.config.home);
  const readings: HistoryQuery[] = [
    { ...query, number: typed.toUpperCase() },
    ...(amount === null ? [] : [{ ...query, amount }]),
    ...(msisdn === null ? [] : [{ ...query, msisdn }]),
  ];
  const found = new Map<SaleId, SaleSummary>();
  for (const reading of readings) {
    const answer = book.ports.journal.history(reading);
    if (!answer.ok) return answer;
    for (const one of answer.value) found.set(one.saleId, one);
  }
  return ok([...found.values()].sort((a, b) => b.at - a.at));
}

/** The till's own record, at once where `withLog` is false; else with the service's log of each attempt that it gives. */
export async function recordOf(book: Book, saleId: SaleId, withLog: boolean): Promise<Result<SaleRecord>> {
  const known = book.state().entries.get(saleId);
  const read = known === undefined ? book.ports.journal.sale(saleId) : ok(known);
  if (!read.ok) return read;
  const sale = foldSale(read.value);
  if (sale === null) return err({ kind: 'saleUnknown' });
  const asked = withLog ? sale.payments.filter(({ facts }) => facts !== null) : [];
  const answers = await Promise.all(
    asked.map(async ({ reference }) => {
      const log = await book.ports.payments.log(reference);
      return [reference, log.ok ? log.value : null] as const;
    }),
  );
  return ok({ sale, entries: read.value, logs: new Map(answers) });
}

/** Tries at once whatever waits for this sale. */
export function hurry(
  book: Book,
  saleId: SaleId,
  on: { readonly drivers: Drivers; readonly persistence: Persistence },
): Result<null> {
  const sale = book.sale(saleId);
  if (sale === null) return err({ kind: 'saleUnknown' });
  for (const { reference } of sale.payments) on.drivers.hurry(reference);
  on.persistence.wake(saleId);
  return ok(null);
}
