/**
 * The keyboard layouts of the countries the till is used in, as data: what each key place makes, plain and with Shift.
 * Windows and Linux agree on all of it; what needs AltGr is left out, as no code of a scanner needs it but `]` on the
 * layouts that are not US, and that one comes out the same on all of those. Finnish is Swedish. (scanners.md 8)
 */

import type { KeyboardLayout } from '../kernel/fault.ts';

export type Layout = KeyboardLayout;

/** In this order one is named where several would explain the same text. */
export const layouts: readonly Layout[] = ['US', 'NO', 'DK', 'SE', 'FI', 'DE'];

export interface MadeKey {
  /** A dead key's own accent, standing alone. */
  readonly character: string;
  readonly dead: boolean;
}

export interface KeyPress {
  /** `KeyboardEvent.code`. */
  readonly code: string;
  readonly shift: boolean;
}

const letters = (row: string) => [...row].map((letter) => `Key${letter}`);

/** From left to right and from top to bottom, as the rows below. */
const places: readonly string[] = [
  'Backquote',
  ...[...'1234567890'].map((digit) => `Digit${digit}`),
  ...['Minus', 'Equal', ...letters('QWERTYUIOP'), 'BracketLeft', 'BracketRight'],
  ...[...letters('ASDFGHJKL'), 'Semicolon', 'Quote', 'Backslash'],
  ...['IntlBackslash', ...letters('ZXCVBNM'), 'Comma', 'Period', 'Slash', 'Space'],
];

interface Rows {
  readonly plain: string;
  readonly shifted: string;
  readonly dead: string;
}

const swedish: Rows = {
  plain: "§1234567890+´qwertyuiopå¨asdfghjklöä'<zxcvbnm,.- ",
  shifted: '½!"#¤%&/()=?`QWERTYUIOPÅ^ASDFGHJKLÖÄ*>ZXCVBNM;:_ ',
  dead: '´`¨^',
};

const rowsOf: Readonly<Record<Layout, Rows>> = {
  US: {
    plain: "`1234567890-=qwertyuiop[]asdfghjkl;'\\\\zxcvbnm,./ ",
    shifted: '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"||ZXCVBNM<>? ',
    dead: '',
  },
  NO: {
    plain: "|1234567890+\\qwertyuiopå¨asdfghjkløæ'<zxcvbnm,.- ",
    shifted: '§!"#¤%&/()=?`QWERTYUIOPÅ^ASDFGHJKLØÆ*>ZXCVBNM;:_ ',
    dead: '`¨^',
  },
  DK: {
    plain: "½1234567890+´qwertyuiopå¨asdfghjklæø'<zxcvbnm,.- ",
    shifted: '§!"#¤%&/()=?`QWERTYUIOPÅ^ASDFGHJKLÆØ*>ZXCVBNM;:_ ',
    dead: '´`¨^',
  },
  SE: swedish,
  FI: swedish,
  DE: {
    plain: '^1234567890ß´qwertzuiopü+asdfghjklöä#<yxcvbnm,.- ',
    shifted: '°!"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄ\'>YXCVBNM;:_ ',
    dead: '^´`',
  },
};

/** What a key makes; `null` for a place that makes no character. */
export function keyOn(layout: Layout, { code, shift }: KeyPress): MadeKey | null {
  const { plain, shifted, dead } = rowsOf[layout];
  const character = (shift ? shifted : plain)[places.indexOf(code)];
  return character === undefined ? null : { character, dead: dead.includes(character) };
}

/** How a keyboard of this layout types a character; `null` where it has no key of its own for it. */
export function pressFor(layout: Layout, character: string): KeyPress | null {
  const { plain, shifted, dead } = rowsOf[layout];
  if (dead.includes(character)) return null;
  const index = plain.indexOf(character);
  const code = places[index >= 0 ? index : shifted.indexOf(character)];
  return code === undefined ? null : { code, shift: index < 0 };
}

/** The accents that wait for the next key. */
export function deadAccents(layout: Layout): readonly string[] {
  return [...rowsOf[layout].dead];
}
