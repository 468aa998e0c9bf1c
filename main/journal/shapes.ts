/**
 * Tells by its columns which table a row on a damaged page belonged to. Tables are strict, so the kinds of the values say
 * enough; the page itself does not know.
 */

import type { DamagedPages } from './pages.ts';
import { rowsOn } from './records.ts';
import { only, textIn, wholeIn } from './rows.ts';
import type { Database, Row, SqlValue } from './sqlite.ts';

interface Column {
  readonly name: string;
  readonly kind: 'number' | 'string';
  readonly mayBeNull: boolean;
  /** The number of the row itself, which stands beside the values and not among them. */
  readonly isRowid: boolean;
}

export interface Shape {
  readonly table: string;
  /** On the pages of an index: a table without row numbers, or an index of one with. */
  readonly inIndex: boolean;
  readonly columns: readonly Column[];
}

/** The index by which the entries of a sale are found: it may know of entries that are lost. Its rows end with the row number. */
export const entryIndex: Shape = {
  table: 'entry_sale',
  inIndex: true,
  columns: [
    { name: 'sale_id', kind: 'string', mayBeNull: false, isRowid: false },
    { name: 'seq', kind: 'number', mayBeNull: false, isRowid: false },
    { name: 'rowid', kind: 'number', mayBeNull: false, isRowid: false },
  ],
};

/** As the schema of this open store has the table. */
export function shapeOf(database: Database, table: string): Shape {
  const inIndex = wholeIn(only(database.prepare(`pragma table_list(${table})`).get()), 'wr') === 1;
  const columns = database.prepare(`pragma table_info(${table})`).all();
  const keys = columns.filter((row) => wholeIn(row, 'pk') > 0).length;
  return {
    table,
    inIndex,
    columns: columns.map((row) => {
      const whole = textIn(row, 'type').toLowerCase() === 'integer';
      return {
        name: textIn(row, 'name'),
        kind: whole ? 'number' : 'string',
        mayBeNull: wholeIn(row, 'notnull') === 0,
        isRowid: whole && !inIndex && keys === 1 && wholeIn(row, 'pk') === 1,
      };
    }),
  };
}

export interface FoundRow {
  readonly table: string;
  readonly row: Row;
  /** Whether this image of its page is the newest. */
  readonly newest: boolean;
}

/** Every row on the pages that has one of these shapes, older images first. */
export function* rowsOf(pages: DamagedPages, shapes: readonly Shape[]): Generator<FoundRow> {
  for (const { number, bytes, newest } of pages.images()) {
    for (const { rowid, values } of rowsOn(number, bytes, pages.newest)) {
      for (const shape of shapes) {
        const row = fitted(shape, rowid, values);
        if (row !== null) yield { table: shape.table, row, newest };
      }
    }
  }
}

/** A column that was added later may be missing at the end; it has no value then. */
function fitted(shape: Shape, rowid: number | null, values: readonly SqlValue[]): Row | null {
  const { columns, inIndex } = shape;
  if (inIndex !== (rowid === null) || values.length > columns.length) return null;
  const row: Record<string, SqlValue> = {};
  for (const [place, { name, kind, mayBeNull, isRowid }] of columns.entries()) {
    const value = values[place] ?? null;
    if (isRowid && value === null) row[name] = rowid;
    else if (value === null ? !mayBeNull : typeof value !== kind) return null;
    else row[name] = value;
  }
  return row;
}
