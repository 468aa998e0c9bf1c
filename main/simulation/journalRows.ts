/** The journal of a till that has ended, as its rows lie in the file, asked of SQLite and not of the till: sealed stays sealed. */

import { join } from 'node:path';
import { loadDriver } from '../journal/sqlite.ts';

export interface JournalRow {
  readonly saleId: string;
  readonly at: number;
  readonly kind: string;
  readonly body: string;
}

/** Oldest first, with the times that the till wrote. Throws where the file cannot be read. */
export async function journalRows(folder: string): Promise<readonly JournalRow[]> {
  const database = (await loadDriver()).open(join(folder, 'till.sqlite'));
  const rows = database.prepare('select sale_id, at, kind, body from entry order by seq').all();
  database.close();
  return rows.map((row) => ({
    saleId: String(row['sale_id']),
    at: Number(row['at']),
    kind: String(row['kind']),
    body: String(row['body']),
  }));
}
