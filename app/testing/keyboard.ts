/** A keyboard at which people and scanners type, and the window that hears it, in memory. */

import { keyOn, type Layout, pressFor } from '../domain/keyboardLayouts.ts';
import { press, quiet, silence } from '../domain/wedge.ts';
import type { WedgeKey } from '../domain/wedgeKeys.ts';
import { type WedgeScan, wedgeText } from '../domain/wedgeScan.ts';

/** The key that a scanner set to US presses for a character, as a computer of this layout hears it. */
export function keyOf(character: string, at: number, computer: Layout | 'capsLock' = 'US'): WedgeKey {
  const pressed = pressFor('US', character);
  if (pressed === null) return { code: '', key: character, shift: false, at };
  if (computer === 'capsLock') return { ...pressed, at, key: turnedOver(character) };
  const made = keyOn(computer, pressed);
  return { ...pressed, at, key: made?.dead ? 'Dead' : (made?.character ?? character) };
}

function turnedOver(character: string): string {
  const upper = character.toUpperCase();
  return character === upper ? character.toLowerCase() : upper;
}

export interface Seen {
  /** What stands in the focused field in the end. */
  readonly field: string;
  readonly scans: readonly WedgeScan[];
  /** Enter and Tab presses that reached the page. */
  readonly presses: number;
  readonly shortcuts: readonly string[];
  /** Keys that were kept from the page. */
  readonly held: number;
}

/** The window's part: lets keys through, takes leaked characters out, wakes the recogniser when it asked for it. */
export function play(keys: readonly WedgeKey[]): Seen {
  let state = quiet;
  let due: number | null = null;
  let field = '';
  let presses = 0;
  let held = 0;
  let starting: string | null = null;
  const shortcuts: string[] = [];
  const scans: WedgeScan[] = [];

  function take(one: ReturnType<typeof press>): void {
    state = one.state;
    due = one.wakeAt;
    if (one.scan) {
      field = field.slice(0, field.length - one.scan.leaked);
      if (!one.doubled) scans.push(one.scan);
    }
    field += one.release;
    if (one.late && starting !== null) shortcuts.push(starting);
  }

  for (const key of keys) {
    if (due !== null && due <= key.at) take(silence(state, due));
    const next = press(state, key);
    take(next);
    if (next.fate === 'hold') {
      held += 1;
      if (next.state.starting) starting = key.key;
      continue;
    }
    if (key.chord) shortcuts.push(key.key);
    else if (key.key.length === 1 && key.byNumber !== 'digit') field += key.key;
    else if (key.key === 'Backspace') field = field.slice(0, -1);
    else if (key.key === 'Enter' || key.key === 'Tab') presses += 1;
  }
  if (due !== null) take(silence(state, due));
  return { field, scans, presses, shortcuts, held };
}

export interface Typed {
  readonly gap?: number | readonly number[];
  readonly from?: number;
  /** Of the computer. */
  readonly layout?: Layout | 'capsLock';
  readonly suffix?: readonly ('Enter' | 'Tab')[];
  readonly suffixGap?: number;
}

export function typed(text: string, how: Typed = {}): readonly WedgeKey[] {
  const gaps = how.gap ?? 10;
  let at = how.from ?? 0;
  const keys: WedgeKey[] = [];
  for (const [index, character] of [...text].entries()) {
    if (index > 0) at += typeof gaps === 'number' ? gaps : (gaps[index % gaps.length] ?? 10);
    const key = keyOf(character, at, how.layout ?? 'US');
    if (key.shift) keys.push({ code: 'ShiftLeft', key: 'Shift', shift: true, at });
    keys.push(key);
  }
  for (const key of how.suffix ?? ['Enter']) {
    at += how.suffixGap ?? (typeof gaps === 'number' ? gaps : 10);
    keys.push({ code: key, key, shift: false, at });
  }
  return keys;
}

/** The texts that the till is told. */
export const scanned = (seen: Seen): readonly string[] => seen.scans.map(wedgeText);

/** The same keys, so much later. */
export const later =
  (by: number) =>
  (key: WedgeKey): WedgeKey => ({ ...key, at: key.at + by });
