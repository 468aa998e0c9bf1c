/** Numbers of ISO/IEC 18004 for QR codes of versions 1 to 10 at error correction level M. */

export interface VersionRow {
  /** Error correction codewords of each block. */
  readonly correction: number;
  /** Data codewords of each block, in order. */
  readonly blocks: readonly number[];
  /** Row and column numbers of alignment pattern centres. */
  readonly alignment: readonly number[];
}

const many = (count: number, size: number): readonly number[] => Array.from({ length: count }, () => size);

/** Index 0 is version 1. */
export const versionRows: readonly VersionRow[] = [
  { correction: 10, blocks: [16], alignment: [] },
  { correction: 16, blocks: [28], alignment: [6, 18] },
  { correction: 26, blocks: [44], alignment: [6, 22] },
  { correction: 18, blocks: many(2, 32), alignment: [6, 26] },
  { correction: 24, blocks: many(2, 43), alignment: [6, 30] },
  { correction: 16, blocks: many(4, 27), alignment: [6, 34] },
  { correction: 18, blocks: many(4, 31), alignment: [6, 22, 38] },
  { correction: 22, blocks: [...many(2, 38), ...many(2, 39)], alignment: [6, 24, 42] },
  { correction: 22, blocks: [...many(3, 36), ...many(2, 37)], alignment: [6, 26, 46] },
  { correction: 26, blocks: [...many(4, 43), 44], alignment: [6, 28, 50] },
];

/** The eight data masks: `true` turns the module over. */
export const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** 15 bits of format information for level M and a mask. */
export function formatBits(mask: number): number {
  let rest = mask << 10;
  for (let bit = 14; bit >= 10; bit -= 1) if (rest & (1 << bit)) rest ^= 0x537 << (bit - 10);
  return ((mask << 10) | rest) ^ 0x5412;
}

/** 18 bits of version information, for version 7 and beyond. */
export function versionBits(version: number): number {
  let rest = version << 12;
  for (let bit = 17; bit >= 12; bit -= 1) if (rest & (1 << bit)) rest ^= 0x1f25 << (bit - 12);
  return (version << 12) | rest;
}
