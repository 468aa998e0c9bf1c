/** Reads columns of a row by kind. A column of another kind than the schema says is damage, not a defect. */

import { StoreDamaged } from './faults.ts';
import type { Row } from './sqlite.ts';

export function textIn(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new StoreDamaged(`${column} is no text`);
  return value;
}

export function textOrNullIn(row: Row, column: string): string | null {
  return row[column] === null ? null : textIn(row, column);
}

export function wholeIn(row: Row, column: string): number {
  const value = row[column];
  if (!Number.isSafeInteger(value)) throw new StoreDamaged(`${column} is no whole number`);
  return Number(value);
}

export function wholeOrNullIn(row: Row, column: string): number | null {
  return row[column] === null ? null : wholeIn(row, column);
}

/** The one row of a question that always has an answer. */
export function only(row: Row | undefined): Row {
  if (row === undefined) throw new StoreDamaged('a row that must be there is missing');
  return row;
}

/** A column that holds JSON; what comes out is still to be parsed. */
export function jsonIn(row: Row, column: string): unknown {
  const text = textIn(row, column);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StoreDamaged(`${column} is no JSON`, { cause });
  }
}
