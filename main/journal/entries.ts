/** Rows of the table `entry` back into entries. What cannot be understood is damage and is never left out. */

import type { SaleEntry } from '../../app/domain/saleEvent.ts';
import { saleEntrySchema } from './entrySchema.ts';
import { StoreDamaged } from './faults.ts';
import { jsonIn, textIn, wholeIn } from './rows.ts';
import { opened } from './sealing.ts';
import type { Row } from './sqlite.ts';
import type { Vault } from './vault.ts';

export const entriesOfSaleQuery =
  'select sale_id, at, version, body from entry where sale_id = ? order by seq';

export function readEntry(row: Row, vault: Vault): SaleEntry {
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
export function bySale(entries: readonly SaleEntry[]): readonly (readonly SaleEntry[])[] {
  const sales: SaleEntry[][] = [];
  for (const entry of entries) {
    const last = sales.at(-1);
    if (last?.[0]?.saleId === entry.saleId) last.push(entry);
    else sales.push([entry]);
  }
  return sales;
}
