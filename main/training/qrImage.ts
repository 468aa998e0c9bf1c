/** Draws a true QR code (ISO/IEC 18004, byte mode, level M, versions 1 to 10) as a square of modules. */

import { codewordsOf } from './qrImageCodewords.ts';
import { formatBits, masks, versionBits, versionRows } from './qrImageTables.ts';

/** Rows of modules, `true` is dark. No quiet zone. */
export type QrModules = readonly (readonly boolean[])[];

interface Canvas {
  readonly size: number;
  readonly dark: boolean[][];
  /** Modules that carry no data: finders, timing, alignment, format, version. */
  readonly fixed: boolean[][];
}

/** `null` when the text is too long (more than 213 bytes). The best mask is chosen unless one is asked for. */
export function qrModules(text: string, mask?: number): QrModules | null {
  const codewords = codewordsOf(text);
  if (!codewords) return null;
  const canvas = blank(codewords.version);
  placeData(canvas, codewords.words);
  if (mask !== undefined) return masked(canvas, mask);
  const drawn = masks.map((_, one) => masked(canvas, one));
  return drawn.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
}

function blank(version: number): Canvas {
  const size = 17 + 4 * version;
  const rows = (): boolean[][] =>
    Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const canvas: Canvas = { size, dark: rows(), fixed: rows() };
  for (let at = 0; at < size; at += 1) {
    fix(canvas, 6, at, at % 2 === 0);
    fix(canvas, at, 6, at % 2 === 0);
  }
  finder(canvas, 0, 0);
  finder(canvas, 0, size - 7);
  finder(canvas, size - 7, 0);
  alignment(canvas, versionRows[version - 1]?.alignment ?? []);
  drawFormat(canvas, 0);
  if (version >= 7) drawVersion(canvas, version);
  return canvas;
}

function fix(canvas: Canvas, row: number, column: number, dark: boolean): void {
  const darkRow = canvas.dark[row];
  const fixedRow = canvas.fixed[row];
  if (!darkRow || !fixedRow || column < 0 || column >= canvas.size) return;
  darkRow[column] = dark;
  fixedRow[column] = true;
}

/** A finder pattern with its separator. */
function finder(canvas: Canvas, top: number, left: number): void {
  for (let row = -1; row <= 7; row += 1) {
    for (let column = -1; column <= 7; column += 1) {
      const ring = Math.max(Math.abs(row - 3), Math.abs(column - 3));
      fix(canvas, top + row, left + column, ring !== 2 && ring !== 4);
    }
  }
}

function alignment(canvas: Canvas, centres: readonly number[]): void {
  const last = canvas.size - 7;
  for (const middleRow of centres) {
    for (const middleColumn of centres) {
      const atFinder =
        (middleRow === 6 && middleColumn === 6) ||
        (middleRow === 6 && middleColumn === last) ||
        (middleRow === last && middleColumn === 6);
      if (atFinder) continue;
      for (let row = -2; row <= 2; row += 1) {
        for (let column = -2; column <= 2; column += 1) {
          const ring = Math.max(Math.abs(row), Math.abs(column));
          fix(canvas, middleRow + row, middleColumn + column, ring !== 1);
        }
      }
    }
  }
}

function drawFormat(canvas: Canvas, mask: number): void {
  const bits = formatBits(mask);
  const dark = (bit: number): boolean => ((bits >> bit) & 1) === 1;
  const { size } = canvas;
  for (let bit = 0; bit < 15; bit += 1) {
    // Around the upper left finder, skipping the timing lines.
    const row = bit < 6 ? bit : bit < 8 ? bit + 1 : 8;
    const column = bit < 8 ? 8 : bit === 8 ? 7 : 14 - bit;
    fix(canvas, row, column, dark(bit));
    // And once more along the other two finders.
    if (bit < 8) fix(canvas, 8, size - 1 - bit, dark(bit));
    else fix(canvas, size - 15 + bit, 8, dark(bit));
  }
  fix(canvas, size - 8, 8, true);
}

function drawVersion(canvas: Canvas, version: number): void {
  const bits = versionBits(version);
  for (let bit = 0; bit < 18; bit += 1) {
    const dark = ((bits >> bit) & 1) === 1;
    const far = canvas.size - 11 + (bit % 3);
    const near = Math.floor(bit / 3);
    fix(canvas, near, far, dark);
    fix(canvas, far, near, dark);
  }
}

/** Fills pairs of columns from the right, upwards and downwards in turn, past the vertical timing line. */
function placeData(canvas: Canvas, words: readonly number[]): void {
  const { size } = canvas;
  let bit = 0;
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const row = upwards ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (canvas.fixed[row]?.[column]) continue;
        const word = words[bit >> 3] ?? 0;
        const line = canvas.dark[row];
        if (line) line[column] = ((word >> (7 - (bit & 7))) & 1) === 1;
        bit += 1;
      }
    }
    upwards = !upwards;
  }
}

function masked(canvas: Canvas, mask: number): QrModules {
  const turn = masks[mask] ?? (() => false);
  const dark = canvas.dark.map((line, row) =>
    line.map((one, column) => (canvas.fixed[row]?.[column] ? one : one !== turn(row, column))),
  );
  drawFormat({ ...canvas, dark }, mask);
  return dark;
}

/** The four penalties of the standard; the mask with the least sum is used. */
export function penalty(modules: QrModules): number {
  const lines = [...modules, ...modules.map((_, column) => modules.map((line) => line[column] ?? false))];
  const runs = lines.reduce((sum, line) => sum + runPenalty(line) + finderPenalty(line), 0);
  const all = modules.flat();
  const share = (all.filter(Boolean).length * 100) / all.length;
  return runs + blockPenalty(modules) + Math.floor(Math.abs(share - 50) / 5) * 10;
}

function runPenalty(line: readonly boolean[]): number {
  let sum = 0;
  let run = 0;
  let last: boolean | null = null;
  for (const one of line) {
    run = one === last ? run + 1 : 1;
    last = one;
    if (run === 5) sum += 3;
    else if (run > 5) sum += 1;
  }
  return sum;
}

function finderPenalty(line: readonly boolean[]): number {
  const text = line.map((one) => (one ? '1' : '0')).join('');
  let sum = 0;
  for (const shape of ['10111010000', '00001011101']) {
    for (let at = text.indexOf(shape); at >= 0; at = text.indexOf(shape, at + 1)) sum += 40;
  }
  return sum;
}

function blockPenalty(modules: QrModules): number {
  let sum = 0;
  for (let row = 1; row < modules.length; row += 1) {
    for (let column = 1; column < modules.length; column += 1) {
      const one = modules[row]?.[column];
      const same =
        one === modules[row - 1]?.[column] &&
        one === modules[row]?.[column - 1] &&
        one === modules[row - 1]?.[column - 1];
      if (same) sum += 3;
    }
  }
  return sum;
}
