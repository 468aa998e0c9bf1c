/** Text to the codewords of a QR code: byte mode, padding, Reed-Solomon correction, interleaving. */

import { type VersionRow, versionRows } from './qrImageTables.ts';

/** Powers of two in GF(256) with the polynomial 0x11d, twice over, and their logarithms. */
const powers: number[] = [];
const logs: number[] = [];
for (let at = 0, value = 1; at < 255; at += 1) {
  powers[at] = value;
  powers[at + 255] = value;
  logs[value] = at;
  value = value & 0x80 ? (value << 1) ^ 0x11d : value << 1;
}

function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (powers[(logs[a] ?? 0) + (logs[b] ?? 0)] ?? 0);
}

/** The generator polynomial of a degree, highest power first, without its leading 1. */
function generator(degree: number): readonly number[] {
  let terms: number[] = [1];
  for (let power = 0; power < degree; power += 1) {
    const root = powers[power] ?? 1;
    const next = [...terms, 0];
    for (const [at, term] of terms.entries()) next[at + 1] = (next[at + 1] ?? 0) ^ times(term, root);
    terms = next;
  }
  return terms.slice(1);
}

/** Reed-Solomon correction codewords for one block. */
export function correctionOf(data: readonly number[], count: number): readonly number[] {
  const divisor = generator(count);
  const rest: number[] = Array.from({ length: count }, () => 0);
  for (const one of data) {
    const factor = one ^ (rest.shift() ?? 0);
    rest.push(0);
    for (const [at, term] of divisor.entries()) rest[at] = (rest[at] ?? 0) ^ times(term, factor);
  }
  return rest;
}

export interface Codewords {
  /** 1 to 10. */
  readonly version: number;
  readonly words: readonly number[];
}

/** `null` when the text is longer than version 10 holds at level M: 213 bytes of UTF-8. */
export function codewordsOf(text: string): Codewords | null {
  const bytes = [...Buffer.from(text, 'utf8')];
  const index = versionRows.findIndex((row, at) => bytes.length <= capacity(row, at + 1));
  const row = versionRows[index];
  if (!row) return null;
  const version = index + 1;
  return { version, words: interleave(row, dataOf(bytes, row, version)) };
}

function total(row: VersionRow): number {
  return row.blocks.reduce((sum, size) => sum + size, 0);
}

/** Bits of the character count: 8 up to version 9, 16 from version 10. */
function countBits(version: number): number {
  return version < 10 ? 8 : 16;
}

function capacity(row: VersionRow, version: number): number {
  return Math.floor((total(row) * 8 - 4 - countBits(version)) / 8);
}

function dataOf(bytes: readonly number[], row: VersionRow, version: number): readonly number[] {
  const room = total(row) * 8;
  const head = `0100${bytes.length.toString(2).padStart(countBits(version), '0')}`;
  const content = head + bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const ended = content + '0'.repeat(Math.min(4, room - content.length));
  const whole = ended.padEnd(Math.ceil(ended.length / 8) * 8, '0');
  const words: number[] = [];
  for (let at = 0; at < whole.length; at += 8) words.push(Number.parseInt(whole.slice(at, at + 8), 2));
  for (let pad = 0; words.length < total(row); pad += 1) words.push(pad % 2 === 0 ? 0xec : 0x11);
  return words;
}

/** First word of every block, second of every block …, then the same with the correction. */
function interleave(row: VersionRow, data: readonly number[]): readonly number[] {
  let from = 0;
  const blocks = row.blocks.map((size) => {
    from += size;
    return data.slice(from - size, from);
  });
  const corrections = blocks.map((block) => correctionOf(block, row.correction));
  return [...columns(blocks), ...columns(corrections)];
}

function columns(blocks: readonly (readonly number[])[]): readonly number[] {
  const longest = Math.max(...blocks.map((block) => block.length));
  const words: number[] = [];
  for (let at = 0; at < longest; at += 1) {
    for (const block of blocks) {
      const word = block[at];
      if (word !== undefined) words.push(word);
    }
  }
  return words;
}
