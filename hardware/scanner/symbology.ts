/** AIM symbology identifiers, and the makers' letters where a device gives no identifier (scanners.md 6). */

/** `]`, a letter for the family, a modifier. */
export function isAim(text: string): boolean {
  return /^\][A-Za-z][0-9A-Za-z]$/.test(text);
}

/** Devices answer commands on the scan report under these two identifiers (scanners.md 5). */
export function isCommandReply(aim: string): boolean {
  return aim === ']X0' || aim === ']Z6';
}

const letters: ReadonlyMap<string, string> = new Map([
  ['s', ']Q1'],
  ['d', ']E0'],
  ['c', ']E0'],
  ['D', ']E4'],
  ['j', ']C0'],
  ['w', ']d1'],
  ['z', ']z0'],
  ['r', ']L0'],
]);

/** The identifier as told, else the one that the maker's letter stands for, else `null`. */
export function symbologyOf(aim: string | null, letter: number | null): string | null {
  if (aim !== null) return aim;
  return letter === null ? null : (letters.get(String.fromCharCode(letter)) ?? null);
}
