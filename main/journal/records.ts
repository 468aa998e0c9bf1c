/**
 * The rows that stand on a page of a tree, each read by itself, so that one that is damaged takes no other with it. The
 * format: sqlite.org, "Database File Format", parts 1.6 and 2.1.
 */

import { treeAt } from './pages.ts';
import type { SqlValue } from './sqlite.ts';
import { pageBytes } from './writeAheadLog.ts';

export interface RawRow {
  /** `null` on the pages of an index, and of a table that is one. */
  readonly rowid: number | null;
  readonly values: readonly SqlValue[];
}

/** Page types that hold rows: an index's inner pages do too, a table's do not. */
const types = { indexInner: 2, indexLeaf: 10, tableLeaf: 13 } as const;

/** Bytes of a row that stand on the page itself, by the format's rule; the rest is on a chain of further pages. */
const least = Math.floor(((pageBytes - 12) * 32) / 255) - 23;
const most = { table: pageBytes - 35, index: Math.floor(((pageBytes - 12) * 64) / 255) - 23 } as const;

/** No row of the till comes near it; a damaged size must not be believed. */
const mostOfARow = 16 * 1024 * 1024;

const text = new TextDecoder('utf-8', { fatal: true });

/** `further` answers the pages that long rows go on upon. */
export function rowsOn(
  number: number,
  bytes: Buffer,
  further: (number: number) => Buffer | null,
): readonly RawRow[] {
  const start = treeAt(number);
  const type = bytes[start];
  if (type !== types.indexInner && type !== types.indexLeaf && type !== types.tableLeaf) return [];
  const pointers = start + (type === types.indexInner ? 12 : 8);
  const count = Math.min(bytes.readUInt16BE(start + 3), Math.floor((pageBytes - pointers) / 2));
  const rows: RawRow[] = [];
  for (let index = 0; index < count; index += 1) {
    const row = rowAt(bytes, bytes.readUInt16BE(pointers + index * 2), type, further);
    if (row !== null) rows.push(row);
  }
  return rows;
}

function rowAt(
  bytes: Buffer,
  at: number,
  type: number,
  further: (number: number) => Buffer | null,
): RawRow | null {
  const size = varint(bytes, type === types.indexInner ? at + 4 : at);
  if (size === null || size.value > mostOfARow) return null;
  const rowid = type === types.tableLeaf ? varint(bytes, size.next) : null;
  if (type === types.tableLeaf && rowid === null) return null;
  const from = rowid?.next ?? size.next;
  const payload = payloadAt(
    bytes,
    from,
    size.value,
    type === types.tableLeaf ? most.table : most.index,
    further,
  );
  const values = payload === null ? null : valuesIn(payload);
  return values === null ? null : { rowid: rowid?.value ?? null, values };
}

function payloadAt(
  bytes: Buffer,
  from: number,
  size: number,
  mostHere: number,
  further: (number: number) => Buffer | null,
): Buffer | null {
  const wished = least + ((size - least) % (pageBytes - 4));
  const here = size <= mostHere ? size : wished <= mostHere ? wished : least;
  if (from + here > pageBytes) return null;
  const parts = [bytes.subarray(from, from + here)];
  let left = size - here;
  let next = left > 0 && from + here + 4 <= pageBytes ? bytes.readUInt32BE(from + here) : 0;
  while (left > 0) {
    const page = next === 0 ? null : further(next);
    if (page === null) return null;
    const part = page.subarray(4, 4 + Math.min(left, pageBytes - 4));
    parts.push(part);
    left -= part.length;
    next = page.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** `null` for bytes that are no row. */
function valuesIn(payload: Buffer): readonly SqlValue[] | null {
  const head = varint(payload, 0);
  if (head === null || head.value > payload.length) return null;
  const values: SqlValue[] = [];
  let at = head.value;
  for (let place = head.next; place < head.value; ) {
    const type = varint(payload, place);
    if (type === null) return null;
    const value = valueAt(payload, at, type.value);
    if (value === null) return null;
    values.push(value.value);
    at += value.length;
    place = type.next;
  }
  return at === payload.length ? values : null;
}

const wholeLengths = [0, 1, 2, 3, 4, 6, 8] as const;

function valueAt(
  payload: Buffer,
  at: number,
  type: number,
): { readonly value: SqlValue; readonly length: number } | null {
  if (type === 0) return { value: null, length: 0 };
  if (type === 8 || type === 9) return { value: type - 8, length: 0 };
  const length = type >= 12 ? Math.floor((type - 12) / 2) : type === 7 ? 8 : wholeLengths[type];
  if (length === undefined || at + length > payload.length) return null;
  const bytes = payload.subarray(at, at + length);
  if (type === 7) return { value: bytes.readDoubleBE(), length };
  if (type < 7)
    return { value: length === 8 ? Number(bytes.readBigInt64BE()) : bytes.readIntBE(0, length), length };
  if (type % 2 === 0) return { value: bytes, length };
  try {
    return { value: text.decode(bytes), length };
  } catch {
    return null;
  }
}

/** One to nine bytes, seven bits each, the ninth whole; larger numbers than JavaScript's whole ones are no row of ours. */
function varint(bytes: Buffer, at: number): { readonly value: number; readonly next: number } | null {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return null;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return Number.isSafeInteger(value) ? { value, next: at + index + 1 } : null;
  }
  return null;
}
