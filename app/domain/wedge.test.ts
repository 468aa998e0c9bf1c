/** People and scanners at one keyboard. */

import { describe, expect, test } from 'vitest';
import { meaningOf } from './scan.ts';
import { press, quiet, silence } from './wedge.ts';
import type { WedgeKey } from './wedgeKeys.ts';
import { type WedgeScan, wedgeText } from './wedgeScan.ts';

const personal = 'https://qr.vipps.no/28/2/01/031/4712345678?v=1';
const gtin = '5901234123457';

/** Where a US keyboard has each character, and what a Norwegian and a Swedish layout make of that place. */
const places: Readonly<Record<string, readonly [code: string, shift: boolean, no: string, se: string]>> = {
  ':': ['Semicolon', true, 'Ø', 'Ö'],
  '/': ['Slash', false, '-', '-'],
  '?': ['Slash', true, '_', '_'],
  '=': ['Equal', false, '\\', 'Dead'],
  '-': ['Minus', false, '+', '+'],
  '.': ['Period', false, '.', '.'],
  ']': ['BracketRight', false, 'Dead', 'Dead'],
  ' ': ['Space', false, ' ', ' '],
};

type Layout = 'us' | 'no' | 'se' | 'capsLock';

function keyOf(character: string, at: number, layout: Layout): WedgeKey {
  const place = places[character];
  if (place) {
    const [code, shift, no, se] = place;
    return { code, shift, at, key: layout === 'no' ? no : layout === 'se' ? se : character };
  }
  if (/\d/.test(character)) return { code: `Digit${character}`, key: character, shift: false, at };
  const upper = character.toUpperCase();
  const shift = character === upper;
  const shown = layout === 'capsLock' ? (shift ? character.toLowerCase() : upper) : character;
  return { code: /[A-Z]/.test(upper) ? `Key${upper}` : '', key: shown, shift, at };
}

interface Seen {
  /** What stands in the focused field in the end. */
  readonly field: string;
  readonly scans: readonly WedgeScan[];
  /** Enter and Tab presses that reached the page. */
  readonly presses: number;
}

/** The window's part: lets keys through, takes leaked characters out, wakes the recogniser when it asked for it. */
function play(keys: readonly WedgeKey[]): Seen {
  let state = quiet;
  let due: number | null = null;
  let field = '';
  let presses = 0;
  const scans: WedgeScan[] = [];

  function take(one: ReturnType<typeof press>): void {
    state = one.state;
    due = one.wakeAt;
    if (one.scan) {
      field = field.slice(0, field.length - one.scan.leaked);
      if (!one.doubled) scans.push(one.scan);
    }
    field += one.release;
  }

  for (const key of keys) {
    if (due !== null && due <= key.at) take(silence(state, due));
    const next = press(state, key);
    take(next);
    if (next.fate === 'hold') continue;
    if (key.key.length === 1) field += key.key;
    else if (key.key === 'Backspace') field = field.slice(0, -1);
    else if (key.key === 'Enter' || key.key === 'Tab') presses += 1;
  }
  if (due !== null) take(silence(state, due));
  return { field, scans, presses };
}

interface Typed {
  readonly gap?: number | readonly number[];
  readonly from?: number;
  readonly layout?: Layout;
  readonly suffix?: readonly ('Enter' | 'Tab')[];
  readonly suffixGap?: number;
}

function typed(text: string, how: Typed = {}): readonly WedgeKey[] {
  const gaps = how.gap ?? 10;
  let at = how.from ?? 0;
  const keys: WedgeKey[] = [];
  for (const [index, character] of [...text].entries()) {
    if (index > 0) at += typeof gaps === 'number' ? gaps : (gaps[index % gaps.length] ?? 10);
    const key = keyOf(character, at, how.layout ?? 'us');
    if (key.shift) keys.push({ code: 'ShiftLeft', key: 'Shift', shift: true, at });
    keys.push(key);
  }
  for (const key of how.suffix ?? ['Enter']) {
    at += how.suffixGap ?? (typeof gaps === 'number' ? gaps : 10);
    keys.push({ code: key, key, shift: false, at });
  }
  return keys;
}

const scanned = (seen: Seen) => seen.scans.map(wedgeText);

describe('scanners', () => {
  for (const gap of [1, 6, 10, 19]) {
    for (const suffix of [['Enter'], ['Tab'], [], ['Enter', 'Enter']] as const) {
      test(`${gap} ms a key, suffix ${suffix.join(' ') || 'none'}: read whole, nothing left in the field`, () => {
        for (const text of [gtin, personal, 'ABC-1234']) {
          expect(play(typed(text, { gap, suffix }))).toEqual({
            field: '',
            presses: 0,
            scans: [
              {
                text,
                usText: text,
                symbology: null,
                suffix: suffix[0]?.toLowerCase() ?? 'none',
                meanGapMs: gap,
                leaked: 1,
              },
            ],
          });
        }
      });
    }
  }

  test('a personal code is read at any speed, even as slow as a person', () => {
    for (const gap of [50, 120, 400, [10, 90, 35, 200]]) {
      const seen = play(typed(personal, { gap, suffixGap: 150 }));
      expect([scanned(seen), seen.field, seen.presses]).toEqual([[personal], '', 0]);
    }
  });

  test('a GTIN and Enter are read from a slow scanner too', () => {
    const seen = play(typed(gtin, { gap: 55 }));
    expect([scanned(seen), seen.field, seen.presses]).toEqual([[gtin], '', 0]);
  });

  test('a busy computer stretches one gap: still one scan', () => {
    const gaps = Array.from({ length: 13 }, (_, index) => (index === 6 ? 75 : 8));
    expect(scanned(play(typed(gtin, { gap: gaps })))).toEqual([gtin]);
  });

  test('two scans one after the other are two', () => {
    const keys = [
      ...typed(gtin),
      ...typed(personal, { from: 250 }),
      ...typed(gtin, { from: 900, suffix: [] }),
    ];
    expect(scanned(play(keys))).toEqual([gtin, personal, gtin]);
  });

  test('what a person had typed before stays in the field, the scan does not join it', () => {
    const keys = [...typed('ski', { gap: 150, suffix: [] }), ...typed(gtin, { from: 600 })];
    expect([play(keys).field, scanned(play(keys))]).toEqual(['ski', [gtin]]);
  });

  test('an AIM identifier in front tells the symbology', () => {
    const [goods] = play(typed(`]E0${gtin}`)).scans;
    const [code] = play(typed(`]Q1${personal}`, { gap: 120 })).scans;
    expect([goods?.symbology, goods?.text]).toEqual([']E0', gtin]);
    expect([code?.symbology, code?.text, code?.leaked]).toEqual([']Q1', personal, 13]);
  });

  test('the Enter of a scan never sets off the focused button', () => {
    const cut = play(typed('12', { gap: 5 }));
    expect([cut.presses, cut.scans]).toEqual([0, []]);
  });
});

describe('layouts', () => {
  test('a US scanner on a Norwegian computer: damaged as text, whole by the places of the keys', () => {
    const [scan] = play(typed(personal, { layout: 'no' })).scans;
    if (!scan) throw new Error('no scan');
    expect(scan.text).toBe('httpsØ--qr.vipps.no-28-2-01-031-4712345678_v\\1');
    expect(meaningOf(scan.text)).toMatchObject({ kind: 'damagedByLayout', damage: { computer: 'NO' } });
    expect(wedgeText(scan)).toBe(personal);
  });

  test('a dead key in the middle, and Caps Lock', () => {
    for (const layout of ['se', 'capsLock'] as const) {
      const token = 'https://qr.vipps.no/p/AbC-xYz=';
      expect(scanned(play(typed(token, { layout })))).toEqual([token]);
    }
  });

  test('a scanner set to this computer’s layout is believed as it is', () => {
    // On a Norwegian keyboard `:` is Shift + Period and `/` is Shift + 7.
    const keys = typed(personal).flatMap((key): WedgeKey[] => {
      if (key.key === ':') return [{ ...key, code: 'Period', shift: true }];
      if (key.key === '/') return [{ ...key, code: 'Digit7', shift: true }];
      return [key];
    });
    const [scan] = play(keys).scans;
    expect(scan?.usText?.startsWith('https>&&qr.')).toBe(true);
    expect(scan && wedgeText(scan)).toBe(personal);
  });

  test('characters without a US place leave no US reading', () => {
    expect(play(typed('BLÅBÆR12', {})).scans.map((one) => [one.text, one.usText])).toEqual([
      ['BLÅBÆR12', null],
    ]);
  });
});

describe('people', () => {
  test('typing at any human speed goes through unchanged, Enter included', () => {
    for (const gap of [55, 90, 150, [120, 60, 300]]) {
      const seen = play(typed('varm jakke', { gap, suffixGap: 120 }));
      expect(seen).toEqual({ field: 'varm jakke', scans: [], presses: 1 });
    }
  });

  test('two fingers that roll over two keys lose nothing', () => {
    const seen = play(typed('regnjakke', { gap: [120, 18, 95], suffixGap: 130 }));
    expect(seen).toEqual({ field: 'regnjakke', scans: [], presses: 1 });
  });

  test('a phone number that happens to be a GTIN-8 is no scan when typed', () => {
    expect(play(typed('96385074', { gap: 90, suffixGap: 100 }))).toEqual({
      field: '96385074',
      scans: [],
      presses: 1,
    });
  });

  test('a key held down, shortcuts and corrections are nobody’s scan', () => {
    const held = Array.from(
      { length: 20 },
      (_, index): WedgeKey => ({
        ...keyOf('a', index * 30, 'us'),
        repeat: index > 0,
      }),
    );
    const shortcuts = [...'cvcvcv'].map(
      (one, index): WedgeKey => ({ ...keyOf(one, index * 10, 'us'), chord: 'ctrl' }),
    );
    expect(play(held).scans).toEqual([]);
    expect(play(shortcuts).scans).toEqual([]);
    const corrected = [
      ...typed('skk', { gap: 100, suffix: [] }),
      { code: 'Backspace', key: 'Backspace', shift: false, at: 320 },
      ...typed('i', { from: 450, suffix: [] }),
    ];
    expect(play(corrected).field).toBe('ski');
  });

  test('Enter alone and Tab alone are key presses', () => {
    const keys = (['Enter', 'Tab', 'Enter'] as const).map((key, index) => ({
      code: key,
      key,
      shift: false,
      at: index * 500,
    }));
    expect(play(keys)).toEqual({ field: '', scans: [], presses: 3 });
    const afterScan = [...typed(gtin), { code: 'Enter', key: 'Enter', shift: false, at: 600 }];
    expect(play(afterScan).presses).toBe(1);
  });
});
