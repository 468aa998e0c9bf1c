/**
 * Reads a QR code back from its modules, written apart from the encoder: own walk over the symbol, own masks, own
 * division. Level M, byte mode, versions 1 to 10; corrects nothing, but says whether the error correction is right.
 */

export interface ReadQr {
  readonly text: string;
  readonly mask: number;
  readonly level: string;
  readonly version: number;
  /** Every block divides by its generator without a rest. */
  readonly intact: boolean;
}

const blocksOfM: Readonly<Record<number, readonly (readonly [number, number, number])[]>> = {
  // version: [blocks, words in a block, data words in a block] …
  1: [[1, 26, 16]],
  2: [[1, 44, 28]],
  3: [[1, 70, 44]],
  4: [[2, 50, 32]],
  5: [[2, 67, 43]],
  6: [[4, 43, 27]],
  7: [[4, 49, 31]],
  8: [
    [2, 60, 38],
    [2, 61, 39],
  ],
  9: [
    [3, 58, 36],
    [2, 59, 37],
  ],
  10: [
    [4, 69, 43],
    [1, 70, 44],
  ],
};

const centres: Readonly<Record<number, readonly number[]>> = {
  1: [],
  2: [18],
  3: [22],
  4: [26],
  5: [30],
  6: [34],
  7: [6, 22, 38],
  8: [6, 24, 42],
  9: [6, 26, 46],
  10: [6, 28, 50],
};

const levels = ['M', 'L', 'H', 'Q'] as const;

export function readQr(modules: readonly (readonly boolean[])[]): ReadQr {
  const size = modules.length;
  const version = (size - 17) / 4;
  const at = (x: number, y: number): number => (modules[y]?.[x] ? 1 : 0);

  let format = 0;
  for (const x of [0, 1, 2, 3, 4, 5, 7, 8]) format = (format << 1) | at(x, 8);
  for (const y of [7, 5, 4, 3, 2, 1, 0]) format = (format << 1) | at(8, y);
  let again = 0;
  for (let y = size - 1; y > size - 8; y -= 1) again = (again << 1) | at(8, y);
  for (let x = size - 8; x < size; x += 1) again = (again << 1) | at(x, 8);
  if (format !== again) throw new Error('the two format informations differ');
  const plain = format ^ 0b101010000010010;
  const mask = (plain >> 10) & 7;
  const level = levels[plain >> 13] ?? '?';

  const bits: number[] = [];
  for (let pair = 0, x = size - 1; x > 0; x -= 2, pair += 1) {
    if (x === 6) x -= 1;
    for (let step = 0; step < size; step += 1) {
      const y = pair % 2 === 0 ? size - 1 - step : step;
      for (const column of [x, x - 1]) {
        if (!reserved(column, y, size, version)) bits.push(at(column, y) ^ (turned(mask, column, y) ? 1 : 0));
      }
    }
  }
  const words: number[] = [];
  for (let bit = 0; bit + 8 <= bits.length; bit += 8)
    words.push(Number.parseInt(bits.slice(bit, bit + 8).join(''), 2));
  const blocks = split(words, version);
  const data = blocks.flatMap((block) => block.words.slice(0, block.data));
  return {
    text: textOf(data, version),
    mask,
    level,
    version,
    intact: blocks.every((block) => divides(block.words, block.words.length - block.data)),
  };
}

function reserved(x: number, y: number, size: number, version: number): boolean {
  if (x === 6 || y === 6) return true;
  if ((x < 9 && y < 9) || (x < 9 && y >= size - 8) || (x >= size - 8 && y < 9)) return true;
  if (version >= 7 && ((x < 6 && y >= size - 11) || (y < 6 && x >= size - 11))) return true;
  const middles = centres[version] ?? [];
  const near = (value: number): number | undefined => middles.find((middle) => Math.abs(middle - value) <= 2);
  const column = near(x);
  const row = near(y);
  if (column === undefined || row === undefined) return false;
  const corner = (a: number, b: number): boolean => a === 6 && (b === 6 || b === size - 7);
  return !corner(column, row) && !corner(row, column);
}

function turned(mask: number, x: number, y: number): boolean {
  switch (mask) {
    case 0:
      return (x + y) % 2 === 0;
    case 1:
      return y % 2 === 0;
    case 2:
      return x % 3 === 0;
    case 3:
      return (x + y) % 3 === 0;
    case 4:
      return ((y >> 1) + Math.trunc(x / 3)) % 2 === 0;
    case 5:
      return (x * y) % 6 === 0;
    case 6:
      return (((x * y) % 3) + ((x * y) & 1)) % 2 === 0;
    default:
      return (((x * y) % 3) + ((x + y) & 1)) % 2 === 0;
  }
}

function split(
  words: readonly number[],
  version: number,
): readonly { readonly words: number[]; readonly data: number }[] {
  const blocks = (blocksOfM[version] ?? []).flatMap(([count, total, data]) =>
    Array.from({ length: count }, () => ({ words: [] as number[], total, data })),
  );
  let next = 0;
  const most = Math.max(...blocks.map((block) => block.data));
  for (let row = 0; row < most; row += 1) {
    for (const block of blocks) if (row < block.data) block.words.push(words[next++] ?? -1);
  }
  while (blocks.some((block) => block.words.length < block.total)) {
    for (const block of blocks) if (block.words.length < block.total) block.words.push(words[next++] ?? -1);
  }
  return blocks;
}

/** Slow multiplication in GF(256), bit by bit. */
function product(a: number, b: number): number {
  let sum = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    sum <<= 1;
    if (sum & 0x100) sum ^= 0x11d;
    if ((b >> bit) & 1) sum ^= a;
  }
  return sum;
}

/** All syndromes of a received block are zero. */
function divides(words: readonly number[], correction: number): boolean {
  for (let power = 0, root = 1; power < correction; power += 1, root = product(root, 2)) {
    if (words.reduce((value, word) => product(value, root) ^ word, 0) !== 0) return false;
  }
  return true;
}

function textOf(data: readonly number[], version: number): string {
  const bits = data.map((word) => word.toString(2).padStart(8, '0')).join('');
  if (!bits.startsWith('0100')) throw new Error('not byte mode');
  const head = version < 10 ? 12 : 20;
  const length = Number.parseInt(bits.slice(4, head), 2);
  const bytes = Array.from({ length }, (_, at) =>
    Number.parseInt(bits.slice(head + at * 8, head + at * 8 + 8), 2),
  );
  return Buffer.from(bytes).toString('utf8');
}
