/** AIM identifiers in the names that are printed on scanners' boxes (scanners.md 6). */

const byIdentifier: Readonly<Record<string, string>> = {
  ']E4': 'EAN-8',
  ']C1': 'GS1-128',
  ']d2': 'GS1 Data Matrix',
  ']Q3': 'GS1 QR',
  ']Q4': 'GS1 QR',
  // Zebra says this of UPC-A (scanners.md 4).
  ']Xg': 'UPC-A',
};

const byLetter: Readonly<Record<string, string>> = {
  Q: 'QR',
  C: 'Code 128',
  A: 'Code 39',
  d: 'Data Matrix',
  z: 'Aztec',
  L: 'PDF417',
  I: 'ITF',
  F: 'Codabar',
  G: 'Code 93',
  e: 'DataBar',
};

/** EAN-13, UPC-A and UPC-E share one identifier; only their length tells them apart. */
const byLength: Readonly<Record<number, string>> = { 13: 'EAN-13', 12: 'UPC-A' };

/** `null` where the identifier names no kind of code. */
export function symbologyName(identifier: string, length: number): string | null {
  if (identifier === ']E0') return byLength[length] ?? 'EAN / UPC';
  return byIdentifier[identifier] ?? byLetter[identifier[1] ?? ''] ?? null;
}
