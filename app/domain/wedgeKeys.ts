/** One key of a window, as the recogniser of scanners sees it (scanners.md 8). */

import { keyOn } from './keyboardLayouts.ts';

export interface WedgeKey {
  /** `KeyboardEvent.code`: the place of the key, whatever the layout. */
  readonly code: string;
  /** `KeyboardEvent.key`: what the layout makes of it. */
  readonly key: string;
  readonly shift: boolean;
  /** Milliseconds, any origin: the time of the event itself and not of its handling. */
  readonly at: number;
  /** The key repeats because it is held down. */
  readonly repeat?: boolean;
  /** Ctrl, Alt or Meta is down (and not AltGr): a shortcut, or a scanner's control character. */
  readonly chord?: 'ctrl' | 'other';
  /** Some scanners type a character by its number, Alt held down: a digit of that, or what came of it. */
  readonly byNumber?: 'digit' | 'character';
}

export type Suffix = 'enter' | 'tab';

/** What a key is to a scan. */
export type KeyRole =
  | { readonly is: 'modifier' | 'digit' | 'other' }
  /** Ctrl and a letter: within a burst a control character, alone a shortcut. */
  | { readonly is: 'control'; readonly means: 'start' | Suffix | null }
  | { readonly is: 'end'; readonly suffix: Suffix }
  | {
      readonly is: 'character';
      readonly text: string;
      readonly us: string | null;
    };

const modifiers: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
]);

/** Stands for what a dead key or an input method has taken. */
export const unread = '\ufffd';

/** STX before a code, CR, LF or TAB behind it. */
const controls: Readonly<Record<string, 'start' | Suffix>> = { b: 'start', m: 'enter', j: 'enter', i: 'tab' };

export function roleOf(key: WedgeKey): KeyRole {
  if (modifiers.has(key.key)) return { is: 'modifier' };
  if (key.byNumber === 'digit') return { is: 'digit' };
  if (key.repeat) return { is: 'other' };
  if (key.chord === 'ctrl') return { is: 'control', means: controls[key.key.toLowerCase()] ?? null };
  if (key.chord === 'other') return { is: 'other' };
  if (key.key === 'Enter') return { is: 'end', suffix: 'enter' };
  if (key.key === 'Tab') return { is: 'end', suffix: 'tab' };
  // Taken by a dead key, or by an input method, as Linux has it for what follows a dead key.
  if (key.key === 'Dead' || key.key === 'Process')
    return { is: 'character', text: unread, us: usCharacter(key) };
  if (key.key.length !== 1) return { is: 'other' };
  return { is: 'character', text: key.key, us: usCharacter(key) };
}

/** The numeric pad is the same in all layouts; Caps Lock is left out, as a scanner does not know of it. */
function usCharacter(key: WedgeKey): string | null {
  if (key.byNumber === 'character') return key.key;
  if (/^Numpad\d$/.test(key.code) && /^\d$/.test(key.key)) return key.key;
  return keyOn('US', key)?.character ?? null;
}
