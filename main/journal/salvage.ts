/**
 * Out of a damaged file that was set aside into a new one: every entry that can be read and understood, with its sale and
 * its number. Where entries may be missing, the sale is marked as salvaged, so that its payments are asked about again. The
 * damaged file itself is only read.
 */

import { isUnfinished, type Sale } from '../../app/domain/sale.ts';
import type { SaleEntry, SaleEvent } from '../../app/domain/saleEvent.ts';
import { foldSale } from '../../app/domain/saleFold.ts';
import type { Instant } from '../../app/kernel/time.ts';
import { sumOf } from './chain.ts';
import { readEntry } from './entries.ts';
import { attempt, lastKey, readableRows, rowsUntilDamage } from './readable.ts';
import { refill } from './readModels.ts';
import { textIn, wholeIn } from './rows.ts';
import { sealed } from './sealing.ts';
import type { Database, Row, SqlValue } from './sqlite.ts';
import type { Vault } from './vault.ts';

export interface Salvaged {
  readonly sales: number;
  readonly entries: number;
  /** Entries that were there and cannot be read or understood. */
  readonly lost: number;
  /** Payments of which only later events were found: the till cannot watch them, a person must look. */
  readonly orphans: readonly string[];
}

/** Small tables that are copied as they are. The goods are not among them: the host fills the catalogue anew. */
const copied = ['member', 'member_alias', 'member_purchase', 'day_closing'] as const;

interface Kept {
  readonly number: number | null;
  readonly rows: { readonly seq: number; readonly entry: SaleEntry }[];
}

/** `from` is opened on the damaged file and may throw at any moment; `into` is new and empty. */
export function salvage(from: Database, into: Database, vault: Vault, now: Instant): Salvaged {
  const found = collect(from, vault);
  return into.transaction(() => {
    const writer = entryWriter(into, vault);
    const orphans: string[] = [];
    let entries = 0;
    for (const [saleId, kept] of found.sales) {
      const { history, sale, missing } = whole(saleId, kept, found, now);
      orphans.push(...missing);
      writer.sale(saleId, kept.number, sale);
      for (const entry of history) writer.entry(entry);
      entries += history.length;
    }
    for (const table of copied) copyTable(from, into, table);
    refill(into, vault);
    return { sales: found.sales.size, entries, lost: found.lost, orphans };
  });
}

interface Found {
  readonly sales: ReadonlyMap<string, Kept>;
  readonly lost: number;
  /** First and last place at which an entry is missing or not understood; `null` where none is. */
  readonly hole: { readonly first: number; readonly last: number } | null;
}

function collect(from: Database, vault: Vault): Found {
  const sales = new Map<string, { number: number | null; rows: { seq: number; entry: SaleEntry }[] }>();
  const numbers = new Map<string, number>();
  for (const row of readableRows(from, 'sale', 'number', lastKey(from, 'sale', 'number'))) {
    const understood = attempt(() => ({ id: textIn(row, 'sale_id'), number: wholeIn(row, 'number') }));
    if (understood !== null) numbers.set(understood.id, understood.number);
  }
  const seen = new Set<number>();
  const last = lastKey(from, 'entry', 'seq');
  let highest = 0;
  for (const row of readableRows(from, 'entry', 'seq', last)) {
    const understood = attempt(() => ({ seq: wholeIn(row, 'seq'), entry: readEntry(row, vault) }));
    highest = Math.max(highest, Number(row['seq']));
    if (understood === null) continue;
    const { saleId } = understood.entry;
    const kept = sales.get(saleId) ?? { number: numbers.get(saleId) ?? null, rows: [] };
    kept.rows.push(understood);
    sales.set(saleId, kept);
    seen.add(understood.seq);
  }
  // In the order of their numbers, those whose number was lost behind.
  const ordered = [...sales].sort(
    ([, a], [, b]) => (a.number ?? Number.MAX_SAFE_INTEGER) - (b.number ?? Number.MAX_SAFE_INTEGER),
  );
  return { sales: new Map(ordered), ...holesIn(seen, Math.max(highest, knownEnd(from))) };
}

function holesIn(seen: ReadonlySet<number>, end: number): Pick<Found, 'lost' | 'hole'> {
  const missing = Array.from({ length: end }, (_, index) => index + 1).filter((seq) => !seen.has(seq));
  const [first] = missing;
  const last = missing.at(-1);
  const hole = first === undefined || last === undefined ? null : { first, last };
  return { lost: missing.length, hole };
}

/** The history as the new file will have it: with an opening, and with the mark where something may be missing. */
function whole(saleId: string, { number, rows }: Kept, { hole }: Found, now: Instant) {
  const history = rows.map(({ entry }) => entry);
  const opening: SaleEvent = { kind: 'opened', number: madeUpNumber(number), currency: currencyOf(history) };
  const [first] = history;
  const at = first?.at ?? now;
  const id = saleId as SaleEntry['saleId'];
  const complete: SaleEntry[] =
    first?.event.kind === 'opened' ? history : [{ saleId: id, at, version: 1, event: opening }, ...history];
  const sale = foldSale(complete);
  if (sale === null) throw new Error('a sale with an opening folds');
  const missing = orphansOf(sale, history);
  if (!mayLack(rows, sale, hole)) return { history: complete, sale, missing };
  const marked: SaleEntry[] = [...complete, { saleId: id, at: now, version: 1, event: { kind: 'salvaged' } }];
  return { history: marked, sale: foldSale(marked) ?? sale, missing };
}

/** Whether an entry of this sale can be among the missing ones: they lie after its first and before its end. */
function mayLack(rows: Kept['rows'], sale: Sale, hole: Found['hole']): boolean {
  const first = rows[0];
  const last = rows.at(-1);
  if (hole === null || first === undefined || last === undefined || sale.payments.length === 0) return false;
  return first.seq < hole.last && (isUnfinished(sale) || last.seq > hole.first);
}

function orphansOf(sale: Sale, history: readonly SaleEntry[]): readonly string[] {
  const known = new Set<string>(sale.payments.map(({ reference }) => reference));
  const named = history.flatMap(({ event }) => (event.kind === 'payment' ? [event.reference] : []));
  return [...new Set<string>(named)].filter((reference) => !known.has(reference));
}

function madeUpNumber(number: number | null): string {
  return `salvaged-${number === null ? '?' : String(number).padStart(6, '0')}`;
}

function currencyOf(history: readonly SaleEntry[]): Sale['currency'] {
  for (const { event } of history) {
    if (event.kind === 'paymentIntended') return event.request.amount.currency;
    if (event.kind === 'lineAdded') return event.product.price.currency;
  }
  return 'NOK';
}

function entryWriter(into: Database, vault: Vault) {
  const putNumbered = into.prepare('insert into sale (number, sale_id, unfinished) values (?, ?, ?)');
  const putNext = into.prepare('insert into sale (sale_id, unfinished) values (?, ?)');
  const putEntry = into.prepare(
    'insert into entry (sale_id, at, kind, version, body, sum) values (?, ?, ?, ?, ?, ?)',
  );
  let sum = '';
  return {
    sale(saleId: string, number: number | null, sale: Sale): void {
      const unfinished = isUnfinished(sale) ? 1 : 0;
      if (number === null) putNext.run(saleId, unfinished);
      else putNumbered.run(number, saleId, unfinished);
    },
    entry({ saleId, at, version, event }: SaleEntry): void {
      const body = JSON.stringify(sealed(event, vault));
      sum = sumOf(sum, { saleId, at, kind: event.kind, version, body });
      putEntry.run(saleId, at, event.kind, version, body, sum);
    },
  };
}

function copyTable(from: Database, into: Database, table: string): void {
  const columns = into
    .prepare(`pragma table_info(${table})`)
    .all()
    .map((row) => textIn(row, 'name'));
  const put = into.prepare(
    `insert or ignore into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  );
  // A file of an older till has no such table: nothing to copy.
  const known = attempt(() => from.prepare(`select 1 from ${table} limit 1`)) !== null;
  if (!known) return;
  for (const row of rowsUntilDamage(from, table)) put.run(...columns.map((column) => cellOf(row, column)));
}

function cellOf(row: Row, column: string): SqlValue {
  const value = row[column];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** The index of entries may know of more than the table still shows. */
function knownEnd(from: Database): number {
  const row = attempt(() => from.prepare('select max(seq) as seq from entry indexed by entry_sale').get());
  const seq = row?.['seq'];
  return typeof seq === 'number' ? seq : 0;
}
