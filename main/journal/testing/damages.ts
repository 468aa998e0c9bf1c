/** What can happen to a file: pages lost, overwritten, cut off, and text altered that only a check sum sees. */

export const pageBytes = 4096;

export function pagesWith(
  bytes: Buffer,
  wished: (page: Buffer, number: number) => boolean,
): readonly number[] {
  return Array.from({ length: Math.floor(bytes.length / pageBytes) }, (_, page) => page).filter((page) =>
    wished(bytes.subarray(page * pageBytes, (page + 1) * pageBytes), page),
  );
}

/** Bytes without a pattern, the same each time. */
export function rubbish(bytes: Buffer, from: number, to: number): void {
  for (let at = from, seed = from; at < to; at += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[at] = seed >> 16;
  }
}

const overwritten = (bytes: Buffer, page: number) => rubbish(bytes, page * pageBytes, (page + 1) * pageBytes);
const holdsEntries = (page: Buffer) => page[0] === 13 && page.includes('"kind":"');

/** Alters an entry's text in the file and keeps its length. */
export function altered(bytes: Buffer, text: string, other: string): void {
  const at = bytes.lastIndexOf(text);
  if (at < 0 || text.length !== other.length) throw new Error('nothing to alter');
  bytes.write(other, at);
}

export const damages: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  'its first page zeroed': (bytes) => bytes.fill(0, 0, pageBytes),
  'its first sector overwritten'(bytes) {
    rubbish(bytes, 0, 512);
    return bytes;
  },
  'a page of entries overwritten'(bytes) {
    const pages = pagesWith(bytes, holdsEntries);
    overwritten(bytes, pages[Math.floor(pages.length / 2)] ?? 0);
    return bytes;
  },
  'its newest entries overwritten'(bytes) {
    overwritten(bytes, pagesWith(bytes, holdsEntries).at(-1) ?? 0);
    return bytes;
  },
  'every seventh page overwritten'(bytes) {
    for (const page of pagesWith(bytes, (_page, number) => number % 7 === 3)) overwritten(bytes, page);
    return bytes;
  },
  'the inner pages of every table overwritten'(bytes) {
    for (const page of pagesWith(bytes, (one) => one[0] === 5)) overwritten(bytes, page);
    return bytes;
  },
  'every page of its indexes overwritten'(bytes) {
    for (const page of pagesWith(bytes, (one) => one[0] === 2 || one[0] === 10)) overwritten(bytes, page);
    return bytes;
  },
  'a price altered'(bytes) {
    altered(bytes, '"price":{"minor":34900', '"price":{"minor":14900');
    return bytes;
  },
  'cut to a third': (bytes) => bytes.subarray(0, Math.floor(bytes.length / 3 / pageBytes) * pageBytes),
  'cut in the middle of a page': (bytes) => bytes.subarray(0, Math.floor(bytes.length * 0.7) + 700),
  'its last page missing': (bytes) => bytes.subarray(0, bytes.length - pageBytes),
  'no byte left': () => Buffer.alloc(0),
  'text in its place': () => Buffer.from('not a database, only text\n'.repeat(900)),
};
