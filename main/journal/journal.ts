/**
 * The journal in SQLite: one row an entry, never changed, never deleted; one row a sale, so that the unfinished ones are
 * found without reading history. Personal values are sealed on the way in and opened on the way out.
 */

import { isUnfinished, type SaleId } from '../../app/domain/sale.ts';
import type { SaleEntry } from '../../app/domain/saleEvent.ts';
import type { Journal } from '../../app/ports/Journal.ts';
import { lastSum, sumOf } from './chain.ts';
import { bySale, entriesOfSaleQuery, readEntry } from './entries.ts';
import { guarded as guardedBy, saysFileIsBroken } from './faults.ts';
import { historyQuestion, movementsQuestion, readClosing, readMovement, readSummary } from './questions.ts';
import { createReadModels } from './readModels.ts';
import { only, textIn, wholeIn } from './rows.ts';
import { sealed } from './sealing.ts';
import type { Database } from './sqlite.ts';
import type { Vault } from './vault.ts';

/** Exported for the test that asks SQLite how it goes about it. */
export const unfinishedQuery = `
  select entry.sale_id, entry.at, entry.version, entry.body from sale
  join entry on entry.sale_id = sale.sale_id
  where sale.unfinished = 1 order by sale.number, entry.seq`;

/**
 * Every method answers at once. An entry that cannot be read back is `storeDamaged`, never left out. `damaged` is told each
 * time the file itself proves to be broken.
 */
export function createJournal(
  database: Database,
  vault: Vault,
  damaged: (why: string) => void = () => undefined,
): Journal {
  const guarded = <T>(work: () => T) =>
    guardedBy(() => {
      try {
        return work();
      } catch (error) {
        if (saysFileIsBroken(error)) damaged(String(error));
        throw error;
      }
    });
  const models = createReadModels(database, vault);
  const putSale = database.prepare(
    'insert into sale (sale_id, unfinished) values (?, ?) on conflict (sale_id) do update set unfinished = excluded.unfinished',
  );
  const putEntry = database.prepare(
    'insert into entry (sale_id, at, kind, version, body, sum) values (?, ?, ?, ?, ?, ?)',
  );
  const sumBefore = lastSum(database);
  const entriesOfSale = database.prepare(entriesOfSaleQuery);
  const entriesOfUnfinished = database.prepare(unfinishedQuery);
  const lastNumber = database.prepare('select coalesce(max(number), 0) as number from sale');
  const saleOfReference = database.prepare('select sale_id from payment_reference where reference = ?');
  const movementsBetween = database.prepare(movementsQuestion);
  const putClosing = database.prepare(
    'insert into day_closing (date, at, currency, captured, refunded, agreed) values (?, ?, ?, ?, ?, ?)',
  );
  const closingOf = database.prepare('select * from day_closing where date = ?');

  return {
    append: (entries, after) =>
      guarded(() => {
        const saleId = saleOf(entries);
        if (saleId === null) return;
        database.transaction(() => {
          putSale.run(saleId, isUnfinished(after) ? 1 : 0);
          let sum = sumBefore();
          for (const { at, version, event } of entries) {
            const { kind } = event;
            const body = JSON.stringify(sealed(event, vault));
            sum = sumOf(sum, { saleId, at, kind, version, body });
            putEntry.run(saleId, at, kind, version, body, sum);
          }
          models.put(after);
        });
      }),
    unfinished: () => guarded(() => bySale(entriesOfUnfinished.all().map((row) => readEntry(row, vault)))),
    sale: (saleId) => guarded(() => entriesOfSale.all(saleId).map((row) => readEntry(row, vault))),
    saleOf: (reference) =>
      guarded(() => {
        const row = saleOfReference.get(reference);
        return row === undefined ? null : (textIn(row, 'sale_id') as SaleId);
      }),
    saleCount: () => guarded(() => wholeIn(only(lastNumber.get()), 'number')),
    history: (query) =>
      guarded(() => {
        const { sql, values } = historyQuestion(query, vault);
        return database
          .prepare(sql)
          .all(...values)
          .map((row) => readSummary(row, vault));
      }),
    movements: (from, to) => guarded(() => movementsBetween.all(from, to).map(readMovement)),
    closeDay: ({ date, at, captured, refunded, agreed }) =>
      guarded(() => {
        const { currency } = captured;
        putClosing.run(date, at, currency, captured.minor, refunded.minor, agreed ? 1 : 0);
      }),
    closing: (date) =>
      guarded(() => {
        const row = closingOf.get(date);
        return row === undefined ? null : readClosing(row);
      }),
  };
}

function saleOf(entries: readonly SaleEntry[]): SaleId | null {
  const saleId = entries[0]?.saleId ?? null;
  if (entries.some((entry) => entry.saleId !== saleId)) throw new Error('entries of two sales in one append');
  return saleId;
}
