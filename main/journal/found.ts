/**
 * What was found on the pages of a damaged file, gathered in temporary tables of the new one, so that a long history needs
 * no more memory than a short one.
 */

import { readSummed, sumOf } from './chain.ts';
import { readEntry } from './entries.ts';
import { StoreDamaged } from './faults.ts';
import type { DamagedPages } from './pages.ts';
import { only, textIn, textOrNullIn, wholeIn } from './rows.ts';
import { entryIndex, rowsOf, shapeOf } from './shapes.ts';
import type { Database, Row, SqlValue } from './sqlite.ts';
import type { Vault } from './vault.ts';

const tables = `
create temp table found_entry (seq integer primary key, sale_id text, at integer, kind text, version integer, body text, sum text);
create temp table found_other (seq integer, sale_id text, at integer, kind text, version integer, body text, sum text);
create temp table found_sale (sale_id text primary key, number integer, unfinished integer);
create temp table found_history (sale_id text primary key, number text, payment text, captured integer, refunded integer, unresolved integer);
create temp table found_reference (reference text primary key, sale_id text);
create temp table found_owner (seq integer primary key, sale_id text);
`;

const indexes = `
insert or ignore into found_sale (sale_id) select distinct sale_id from found_entry;
insert or ignore into found_sale (sale_id) select sale_id from found_history;
create index temp.found_entry_sale on found_entry (sale_id, seq);
create index temp.found_other_seq on found_other (seq);
create index temp.found_sale_number on found_sale (number);
create index temp.found_reference_sale on found_reference (sale_id);
create index temp.found_owner_sale on found_owner (sale_id);
`;

const entryColumns = 'seq sale_id at kind version body sum';

/** Copied as they are. Goods are not among them: the host fills the catalogue anew. */
const copied = ['member', 'member_alias', 'member_purchase', 'day_closing'] as const;

export interface Found {
  /** Entries that were there and cannot be read or understood. */
  readonly lost: number;
  /** First and last of those of which nothing tells the sale; `null` where there is none. */
  readonly unowned: { readonly first: number; readonly last: number } | null;
  /** Personal values that this key opens, and those that it does not. */
  readonly opened: number;
  readonly closed: number;
}

/** Belongs into a transaction of the new file. */
export function gather(pages: DamagedPages, into: Database, vault: Vault): Found {
  into.exec(tables);
  takeRows(pages, into);
  into.exec(indexes);
  const { opened, closed, holes } = sift(into, vault);
  takeOwners(pages, into, holes);
  return { opened, closed, ...unownedIn(into, holes) };
}

export function dropFound(into: Database): void {
  for (const table of ['entry', 'other', 'sale', 'history', 'reference', 'owner'])
    into.exec(`drop table found_${table}`);
}

function takeRows(pages: DamagedPages, into: Database): void {
  const keep = {
    entry: putter(into, 'insert or ignore into', 'found_entry', entryColumns),
    other: putter(into, 'insert into', 'found_other', entryColumns),
    // What changes is believed in its newest image; what never does, in any.
    sale: putter(into, 'insert or replace into', 'found_sale', 'sale_id number unfinished'),
    history: putter(
      into,
      'insert or replace into',
      'found_history',
      'sale_id number payment captured refunded unresolved',
    ),
    payment_reference: putter(into, 'insert or ignore into', 'found_reference', 'reference sale_id'),
  };
  const copies = new Map<string, (row: Row) => number>(
    copied.map((table) => {
      const names = shapeOf(into, table).columns.map(({ name }) => name);
      return [table, putter(into, 'insert or ignore into', table, names.join(' '))];
    }),
  );
  into.exec('pragma defer_foreign_keys = on');
  const bodyOf = into.prepare('select body from found_entry where seq = ?');
  const shapes = ['entry', 'sale', 'history', 'payment_reference', ...copied].map((table) =>
    shapeOf(into, table),
  );
  for (const { table, row, newest } of rowsOf(pages, shapes)) {
    if (table === 'entry') {
      if (keep.entry(row) === 0 && bodyOf.get(wholeIn(row, 'seq'))?.['body'] !== row['body']) keep.other(row);
    } else if (table === 'sale') keep.sale(row);
    else if (!newest) continue;
    else if (table === 'history') keep.history(row);
    else if (table === 'payment_reference') keep.payment_reference(row);
    else copies.get(table)?.(row);
  }
  into.exec(`
    delete from member_alias where member_id not in (select id from member);
    delete from member_purchase where member_id not in (select id from member)`);
}

function putter(into: Database, how: string, table: string, columns: string): (row: Row) => number {
  const names = columns.split(' ');
  const put = into.prepare(
    `${how} ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
  );
  return (row) => put.run(...names.map((name) => cell(row, name)));
}

function cell(row: Row, name: string): SqlValue {
  const value = row[name];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

interface Hole {
  readonly first: number;
  readonly last: number;
}

/** Takes out again what cannot be understood, or is not what was written. */
function sift(into: Database, vault: Vault): { opened: number; closed: number; holes: readonly Hole[] } {
  const next = into.prepare('select * from found_entry where seq > ? order by seq limit 500');
  const others = into.prepare('select * from found_other where seq = ?');
  const drop = into.prepare('delete from found_entry where seq = ?');
  const put = putter(into, 'insert into', 'found_entry', entryColumns);
  const holes: Hole[] = [];
  const lack = (first: number, last: number) => {
    const newest = holes.at(-1);
    if (newest?.last === first - 1) holes[holes.length - 1] = { first: newest.first, last };
    else holes.push({ first, last });
  };
  let [opened, closed, seq] = [0, 0, 0];
  let before: string | null = '';
  for (let rows = next.all(0); rows.length > 0; rows = next.all(seq)) {
    for (const [place, row] of rows.entries()) {
      const here = wholeIn(row, 'seq');
      if (here > seq + 1) {
        lack(seq + 1, here - 1);
        before = null;
      }
      const after = rows[place + 1] ?? next.get(here) ?? null;
      const candidates = [row, ...others.all(here)].map((one) => ({ one, sum: trueSum(before, one, after) }));
      const whole = candidates.filter(({ sum }) => sum !== null);
      const chosen = whole.find(({ one }) => isUnderstood(one, vault));
      if (chosen?.one !== row) drop.run(here);
      if (chosen === undefined) lack(here, here);
      else if (chosen.one !== row) put(chosen.one);
      const sealed = whole.some(({ one }) => textIn(one, 'body').includes('{"sealed":"'));
      if (sealed && chosen !== undefined) opened += 1;
      if (sealed && chosen === undefined) closed += 1;
      before = chosen?.sum ?? sumIn(row);
      seq = here;
    }
  }
  return { opened, closed, holes };
}

/**
 * The check sum this entry was written with; `null` if it is not what was written. `before` is that of the entry before,
 * `null` where that is missing: then there is nothing to hold it against. A check sum may be damaged itself; then the entry
 * after tells.
 */
function trueSum(before: string | null, row: Row, after: Row | null): string | null {
  const kept = sumIn(row);
  if (before === null || textOrNullIn(row, 'sum') === null) return kept;
  const wished = sumOf(before, readSummed(row));
  if (wished === kept) return kept;
  const follows = after !== null && wholeIn(after, 'seq') === wholeIn(row, 'seq') + 1;
  return follows && sumIn(after) === sumOf(wished, readSummed(after)) ? wished : null;
}

function isUnderstood(row: Row, vault: Vault): boolean {
  try {
    readEntry(row, vault);
    return true;
  } catch (error) {
    if (error instanceof StoreDamaged) return false;
    throw error;
  }
}

function sumIn(row: Row): string {
  return textOrNullIn(row, 'sum') ?? '';
}

/** Whose the missing entries are, as far as the index of entries still tells. */
function takeOwners(pages: DamagedPages, into: Database, holes: readonly Hole[]): void {
  const last = wholeIn(
    only(into.prepare('select coalesce(max(seq), 0) as seq from found_entry').get()),
    'seq',
  );
  const known = into.prepare('select 1 from found_sale where sale_id = ?');
  const keep = putter(into, 'insert or ignore into', 'found_owner', 'seq sale_id');
  for (const { row } of rowsOf(pages, [entryIndex])) {
    const seq = wholeIn(row, 'seq');
    if (seq !== row['rowid'] || (seq <= last && !within(holes, seq))) continue;
    if (known.get(textIn(row, 'sale_id')) !== undefined) keep(row);
  }
}

function within(holes: readonly Hole[], seq: number): boolean {
  let [low, high] = [0, holes.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const hole = holes[middle];
    if (hole === undefined) return false;
    if (seq < hole.first) high = middle - 1;
    else if (seq > hole.last) low = middle + 1;
    else return true;
  }
  return false;
}

function unownedIn(into: Database, holes: readonly Hole[]): Pick<Found, 'lost' | 'unowned'> {
  const owned = into.prepare('select count(*) as n from found_owner where seq between ? and ?');
  const count = (first: number, last: number) => wholeIn(only(owned.get(first, last)), 'n');
  const inHoles = holes.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const open = holes.filter(({ first, last }) => count(first, last) < last - first + 1);
  const end = wholeIn(
    only(into.prepare('select coalesce(max(seq), 0) as seq from found_entry').get()),
    'seq',
  );
  const behind = count(Math.max(end, holes.at(-1)?.last ?? 0) + 1, Number.MAX_SAFE_INTEGER);
  const [first, last] = [open[0], open.at(-1)];
  const unowned = first === undefined || last === undefined ? null : { first: first.first, last: last.last };
  return { lost: inHoles + behind, unowned };
}
