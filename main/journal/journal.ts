/**
 * The journal in SQLite: one row an entry, never changed, never deleted; one row a sale, so that the unfinished ones are
 * found without reading history. Personal values are sealed on the way in and opened on the way out.
 */

import type { SaleId } from '../../app/domain/sale.ts';
import type { SaleEntry } from '../../app/domain/saleEvent.ts';
import type { Journal } from '../../app/ports/Journal.ts';
import { saleEntrySchema } from './entrySchema.ts';
import { guarded, StoreDamaged } from './faults.ts';
import { jsonIn, only, textIn, wholeIn } from './rows.ts';
import { opened, sealed } from './sealing.ts';
import type { Database, Row } from './sqlite.ts';
import type { Vault } from './vault.ts';

/** Exported for the test that asks SQLite how it goes about it. */
export const unfinishedQuery = `
  select entry.sale_id, entry.at, entry.version, entry.body from sale
  join entry on entry.sale_id = sale.sale_id
  where sale.unfinished = 1 order by sale.number, entry.seq`;

/** Every method answers at once. An entry that cannot be read back is `storeDamaged`, never left out. */
export function createJournal(database: Database, vault: Vault): Journal {
  const putSale = database.prepare(
    'insert into sale (sale_id, unfinished) values (?, ?) on conflict (sale_id) do update set unfinished = excluded.unfinished',
  );
  const putEntry = database.prepare(
    'insert into entry (sale_id, at, kind, version, body) values (?, ?, ?, ?, ?)',
  );
  const entriesOfSale = database.prepare(
    'select sale_id, at, version, body from entry where sale_id = ? order by seq',
  );
  const entriesOfUnfinished = database.prepare(unfinishedQuery);
  const lastNumber = database.prepare('select coalesce(max(number), 0) as number from sale');

  return {
    append: (entries, unfinished) =>
      guarded(() => {
        const saleId = saleOf(entries);
        if (saleId === null) return;
        database.transaction(() => {
          putSale.run(saleId, unfinished ? 1 : 0);
          for (const { at, version, event } of entries) {
            putEntry.run(saleId, at, event.kind, version, JSON.stringify(sealed(event, vault)));
          }
        });
      }),
    unfinished: () => guarded(() => bySale(entriesOfUnfinished.all().map((row) => readEntry(row, vault)))),
    sale: (saleId) => guarded(() => entriesOfSale.all(saleId).map((row) => readEntry(row, vault))),
    saleCount: () => guarded(() => wholeIn(only(lastNumber.get()), 'number')),
  };
}

function saleOf(entries: readonly SaleEntry[]): SaleId | null {
  const saleId = entries[0]?.saleId ?? null;
  if (entries.some((entry) => entry.saleId !== saleId)) throw new Error('entries of two sales in one append');
  return saleId;
}

function readEntry(row: Row, vault: Vault): SaleEntry {
  const parsed = saleEntrySchema.safeParse({
    saleId: textIn(row, 'sale_id'),
    at: wholeIn(row, 'at'),
    version: wholeIn(row, 'version'),
    event: opened(jsonIn(row, 'body'), vault),
  });
  if (!parsed.success) throw new StoreDamaged('an entry has an unknown shape', { cause: parsed.error });
  return parsed.data;
}

/** The rows come sale by sale. */
function bySale(entries: readonly SaleEntry[]): readonly (readonly SaleEntry[])[] {
  const sales: SaleEntry[][] = [];
  for (const entry of entries) {
    const last = sales.at(-1);
    if (last?.[0]?.saleId === entry.saleId) last.push(entry);
    else sales.push([entry]);
  }
  return sales;
}
