/**
 * How names are compared when somebody searches: without case, without accents (`cafe` finds Café), but with the letters
 * of the Nordic alphabets kept apart (`ol` does not find øl).
 */

/** Letters of their own, not accented forms of others. */
const letters = new Set('æøåäöü');

export function folded(text: string): string {
  const plain = Array.from(text.normalize('NFC').toLowerCase(), (char) =>
    letters.has(char) ? char : char.normalize('NFD').replace(/\p{M}/gu, ''),
  );
  return plain.join('').replace(/\s+/g, ' ').trim();
}

/** The words of a text, folded. */
export function wordsOf(text: string): readonly string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
