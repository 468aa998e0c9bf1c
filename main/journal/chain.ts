/**
 * Every entry carries a check sum over itself and the check sum before it. A row that was altered, lost or put in between is
 * seen by anybody who walks the chain; SQLite alone sees only pages that are no pages.
 */

import { createHash } from 'node:crypto';
import { StoreDamaged } from './faults.ts';
import { textIn, textOrNullIn, wholeIn } from './rows.ts';
import type { Database, Row } from './sqlite.ts';

export interface Summed {
  readonly saleId: string;
  readonly at: number;
  readonly kind: string;
  readonly version: number;
  readonly body: string;
}

/** Base64 of the first 18 bytes of a SHA-256. `before` is the sum of the entry before, empty for the first. */
export function sumOf(before: string, { saleId, at, kind, version, body }: Summed): string {
  return createHash('sha256')
    .update(JSON.stringify([before, saleId, at, kind, version, body]))
    .digest('base64')
    .slice(0, 24);
}

export function lastSum(database: Database): () => string {
  const last = database.prepare('select sum from entry order by seq desc limit 1');
  return () => {
    const row = last.get();
    return row === undefined ? '' : (textOrNullIn(row, 'sum') ?? '');
  };
}

/** How far the chain was walked. */
export interface Link {
  readonly seq: number;
  /** Of the entry at `seq`. */
  readonly sum: string;
}

export const chainStart: Link = { seq: 0, sum: '' };

export function linkAt(database: Database, seq: number): Link {
  const row = database.prepare('select sum from entry where seq = ?').get(seq);
  return { seq, sum: row === undefined ? '' : (textOrNullIn(row, 'sum') ?? '') };
}

/** Walks so many entries on. Throws `StoreDamaged` at the first that is not what was written; `null` at the end. */
export function walk(rows: readonly Row[], from: Link): Link | null {
  let { seq, sum } = from;
  for (const row of rows) {
    const here = wholeIn(row, 'seq');
    if (here !== seq + 1) throw new StoreDamaged(`entries ${seq + 1} to ${here - 1} are missing`);
    const kept = textOrNullIn(row, 'sum');
    // Entries of an older till have none; the chain begins with the first that has.
    if (kept !== null && kept !== sumOf(sum, readSummed(row)))
      throw new StoreDamaged(`entry ${here} was altered`);
    if (kept === null && sum !== '') throw new StoreDamaged(`entry ${here} has lost its check sum`);
    seq = here;
    sum = kept ?? '';
  }
  return rows.length === 0 ? null : { seq, sum };
}

export function readSummed(row: Row): Summed {
  return {
    saleId: textIn(row, 'sale_id'),
    at: wholeIn(row, 'at'),
    kind: textIn(row, 'kind'),
    version: wholeIn(row, 'version'),
    body: textIn(row, 'body'),
  };
}
