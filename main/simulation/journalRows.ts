/** The journal of a till that has ended, as its rows lie in the file: what is personal stays sealed. */

import { instant } from '../../app/kernel/time.ts';
import { openStore } from '../journal/open.ts';
import type { Books } from './auditor.ts';

/** Oldest first. Throws where the file cannot be opened, or was so damaged that it was set aside. */
export async function journalRows(folder: string): Promise<Books['journal']> {
  const store = await openStore({ folder, now: instant(0) });
  if (!store.ok) throw new Error(`the journal in ${folder} cannot be read: ${store.fault.kind}`);
  const { database, setAside } = store.value;
  const rows = database.prepare('select at, kind, body from entry order by seq').all();
  database.close();
  if (setAside !== null) throw new Error(`the journal was damaged and is now ${setAside}`);
  return rows.map((row) => ({ at: Number(row['at']), kind: String(row['kind']), body: String(row['body']) }));
}
