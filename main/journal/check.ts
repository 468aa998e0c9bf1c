/**
 * Whether the file is whole. At the start only what a start needs is looked at, so that it costs the same after years; the
 * rest is walked behind the open till, a few entries at a time. Damage found there takes the salvage road at the next start.
 */

import type { Clock } from '../../app/ports/Clock.ts';
import { chainStart, linkAt, readSummed, sumOf, walk } from './chain.ts';
import { faultOf, StoreDamaged, saysFileIsBroken } from './faults.ts';
import { textIn, textOrNullIn, wholeIn } from './rows.ts';
import type { Database, Row, SqlValue, Statement } from './sqlite.ts';

/** The newest entries: what a power cut or a dying disk hits first. */
const newest = 200;
/** A slice takes a few milliseconds, in which nobody is answered. */
const sliceRows = 250;
const pauseMs = 40;
const firstPauseMs = 5000;

export type FileState = 'running' | 'whole' | 'damaged';

export interface FileCheck {
  state(): FileState;
  /** Ends early or not; resolves when it does. */
  readonly over: Promise<void>;
  stop(): void;
}

/** Exported for the test that asks SQLite how it goes about it. */
export const unfinishedSumsQuery = `
  select entry.*, before.sum as sum_before from sale
  join entry on entry.sale_id = sale.sale_id left join entry as before on before.seq = entry.seq - 1
  where sale.unfinished = 1`;

/** What a start needs: the unfinished sales and the newest entries. Throws what SQLite throws, or `StoreDamaged`. */
export function checkForStart(database: Database): void {
  for (const row of database.prepare(unfinishedSumsQuery).all()) {
    const sum = textOrNullIn(row, 'sum');
    if (sum !== null && sum !== sumOf(textOrNullIn(row, 'sum_before') ?? '', readSummed(row)))
      throw new StoreDamaged(`entry ${wholeIn(row, 'seq')} was altered`);
  }
  const [last] = database.prepare('select max(seq) as seq from entry').all();
  const from = Math.max(0, (last === undefined || last['seq'] === null ? 0 : wholeIn(last, 'seq')) - newest);
  walk(database.prepare(chainQuery).all(from, newest), linkAt(database, from));
}

/** Reads every row of every table. `damaged` is called once, when the file itself is found to be broken. */
export function checkBehind(
  database: Database,
  { clock, damaged }: { readonly clock: Clock; readonly damaged: (why: string) => void },
): FileCheck {
  const over = new AbortController();
  let state: FileState = 'running';

  async function run(): Promise<void> {
    // Whoever has just switched the till on comes first.
    await clock.sleep(firstPauseMs, over.signal);
    if (over.signal.aborted) return;
    try {
      for (const _slice of slices(database)) {
        await clock.sleep(pauseMs, over.signal);
        if (over.signal.aborted) return;
      }
      state = 'whole';
    } catch (error) {
      if (faultOf(error) === null) throw error;
      state = 'damaged';
      // A disk that does not give a sector back is trouble enough to tell, and none that a new file would end.
      if (saysFileIsBroken(error)) damaged(error instanceof Error ? error.message : String(error));
    }
  }

  return { state: () => state, over: run(), stop: () => over.abort() };
}

function* slices(database: Database): Generator<void> {
  yield* chainSlices(database);
  const tables = database.prepare(`
    select name, wr from pragma_table_list
    where schema = 'main' and type in ('table', 'shadow') and name not like 'sqlite_%' order by name`);
  for (const row of tables.all()) yield* tableSlices(database, textIn(row, 'name'), wholeIn(row, 'wr') === 1);
}

const chainQuery =
  'select seq, sale_id, at, kind, version, body, sum from entry where seq > ? order by seq limit ?';

function* chainSlices(database: Database): Generator<void> {
  const slice = database.prepare(chainQuery);
  for (let link = walk(slice.all(0, sliceRows), chainStart); link !== null; ) {
    yield;
    link = walk(slice.all(link.seq, sliceRows), link);
  }
}

/** Every column of every row in the order of the table's own key, and each row again by each of its indexes. */
function* tableSlices(database: Database, table: string, inIndex: boolean): Generator<void> {
  const columns = database.prepare(`pragma table_info(${table})`).all();
  const keys = columns.filter((row) => wholeIn(row, 'pk') > 0).map((row) => textIn(row, 'name'));
  const key = inIndex ? keys : ['rowid'];
  const [names, marks] = [key.join(', '), key.map(() => '?').join(', ')];
  const own = key.map((name, place) => `${name} as key_${place}`).join(', ');
  const first = database.prepare(`select ${own}, * from ${table} order by ${names} limit ?`);
  const next = database.prepare(
    `select ${own}, * from ${table} where (${names}) > (${marks}) order by ${names} limit ?`,
  );
  const indexes = indexesOf(database, table, key);
  for (let rows = first.all(sliceRows); rows.length > 0; ) {
    const keyOf = (row: Row | undefined) => key.map((_name, place) => row?.[`key_${place}`] as SqlValue);
    const [from, to] = [keyOf(rows[0]), keyOf(rows.at(-1))];
    for (const { index, lacking } of indexes) {
      if (lacking.get(...from, ...to) !== undefined)
        throw new StoreDamaged(`${index} does not know every row`);
    }
    yield;
    rows = next.all(...to, sliceRows);
  }
}

interface IndexCheck {
  readonly index: string;
  /** Answers where the index does not know of a row that it should, from this key to that one. */
  readonly lacking: Statement;
}

function indexesOf(database: Database, table: string, key: readonly string[]): readonly IndexCheck[] {
  const list = database.prepare(
    `select list.name, schema.sql from pragma_index_list(?) as list
     join sqlite_schema as schema on schema.name = list.name where list.origin <> 'pk' or ? order by list.name`,
  );
  const keyed = key[0] === 'rowid' ? 1 : 0;
  const [marks, own] = [key.map(() => '?').join(', '), key.map((name) => `row.${name}`).join(', ')];
  return list.all(table, keyed).map((row) => {
    const index = textIn(row, 'name');
    const only = textOrNullIn(row, 'sql')?.split(' where ')[1];
    const columns = database
      .prepare(`pragma index_info(${index})`)
      .all()
      .map((column) => textIn(column, 'name'));
    const same = [...new Set([...columns, ...key])]
      .map((name) => `same.${name} is row.${name}`)
      .join(' and ');
    const partial = only === undefined ? '' : ` and ${only}`;
    const lacking = database.prepare(
      `select 1 from ${table} as row where (${own}) >= (${marks}) and (${own}) <= (${marks})${partial} and not exists
        (select 1 from ${table} as same indexed by ${index} where ${same}${only === undefined ? '' : ` and same.${only}`}) limit 1`,
    );
    return { index, lacking };
  });
}
