/**
 * Reads what can be read of a table of a damaged file: range by range, and around what cannot be read by halving the range
 * until it is one row.
 */

import { faultOf, saysFileIsBroken } from './faults.ts';
import { wholeIn } from './rows.ts';
import type { Database, Row } from './sqlite.ts';

/**
 * The damaged file, for reading only; `null` where not even its list of tables can be read. With `writable_schema` SQLite
 * reads on where a file is shorter than it says of itself.
 */
export function openDamaged(open: () => Database): Database | null {
  let from: Database | null = null;
  try {
    from = open();
    from.exec('pragma query_only = on; pragma writable_schema = on');
    if (from.prepare('select name from sqlite_schema').all().length > 0) return from;
  } catch (error) {
    if (!saysFileIsBroken(error)) throw error;
  }
  from?.close();
  return null;
}

/** Rows asked for at once. */
const rangeSize = 1000;
/** After so many refusals the rest of the table is given up: a start must end. */
const mostRefusals = 20_000;

/** `key` is a whole number and the table's order, 1 to `last`. */
export function* readableRows(database: Database, table: string, key: string, last: number): Generator<Row> {
  const between = database.prepare(`select * from ${table} where ${key} between ? and ? order by ${key}`);
  let refusals = 0;

  function* range(from: number, to: number): Generator<Row> {
    if (from > to || refusals > mostRefusals) return;
    let rows: readonly Row[] | null = null;
    try {
      rows = between.all(from, to);
    } catch (error) {
      if (!saysFileIsBroken(error)) throw error;
      refusals += 1;
    }
    if (rows !== null) yield* rows;
    else if (from < to) {
      const middle = Math.floor((from + to) / 2);
      yield* range(from, middle);
      yield* range(middle + 1, to);
    }
  }

  for (let from = 1; from <= last; from += rangeSize)
    yield* range(from, Math.min(last, from + rangeSize - 1));
}

/** Every row of a small table, or as many as come before the first that cannot be read. */
export function rowsUntilDamage(database: Database, table: string): readonly Row[] {
  try {
    return database.prepare(`select * from ${table}`).all();
  } catch (error) {
    if (!saysFileIsBroken(error)) throw error;
  }
  const rows: Row[] = [];
  try {
    for (let offset = 0; ; offset += 1) {
      const [row] = database.prepare(`select * from ${table} limit 1 offset ?`).all(offset);
      if (row === undefined) return rows;
      rows.push(row);
    }
  } catch (error) {
    if (!saysFileIsBroken(error)) throw error;
    return rows;
  }
}

/** The highest key that can still be read; where even that cannot, as many as the file could hold. */
export function lastKey(database: Database, table: string, key: string): number {
  const told = attempt(() => database.prepare(`select max(${key}) as last from ${table}`).get());
  const last = told?.['last'];
  if (typeof last === 'number') return last;
  if (told !== null) return 0;
  const pages = attempt(() => wholeIn(database.prepare('pragma page_count').get() ?? {}, 'page_count')) ?? 0;
  const [pageBytes, leastBytesOfARow] = [4096, 40];
  return (pages * pageBytes) / leastBytesOfARow;
}

/** What cannot be read or understood is `null`; a defect of ours is thrown on. */
export function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    const noSuchTable = error instanceof Error && error.message.startsWith('no such');
    if (saysFileIsBroken(error) || faultOf(error) !== null || noSuchTable) return null;
    throw error;
  }
}
