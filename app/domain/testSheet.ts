/**
 * The codes of the printed test sheet that show what a scanner can and cannot do: many characters in one code, and the
 * letters that no US keyboard has. What arrives is compared with what was printed.
 */

import { ownCodes } from './command.ts';

/** No letter of this stands in ASCII: a scanner that types needs the right layout for it, HID POS needs UTF-8. */
export const lettersCode = `${ownCodes}æøåäöüÆØÅÄÖÜ`;

/** Longer than seven full reports of HID POS (scanners.md 4), counting up so that a gap can be seen. */
export const longCode = `${ownCodes}${Array.from({ length: 111 }, (_, index) => String(index + 100)).join('-')}`;

export type SheetReading =
  /** `right` of `of` places hold what was printed. */
  {
    readonly sheet: 'letters' | 'long';
    readonly whole: boolean;
    readonly right: number;
    readonly of: number;
  };

/** `null` for what did not come from the sheet. */
export function readSheet(text: string): SheetReading | null {
  if (new RegExp(`^${ownCodes}100`, 'i').test(text)) return compared('long', text, longCode);
  if (new RegExp(`^${ownCodes}[^A-Z0-9]`, 'i').test(text) || text.toUpperCase() === ownCodes) {
    return compared('letters', text, lettersCode);
  }
  return null;
}

function compared(sheet: SheetReading['sheet'], text: string, printed: string): SheetReading {
  const [read, wanted] = [[...text], [...printed]];
  const right = wanted.filter((letter, index) => read[index] === letter).length;
  return { sheet, whole: text === printed, right, of: wanted.length };
}
