/** People and scanners at one keyboard. */

import { describe, expect, test } from 'vitest';
import { keyOf, play, scanned, typed } from '../testing/keyboard.ts';
import { meaningOf } from './scan.ts';
import type { WedgeKey } from './wedgeKeys.ts';
import { wedgeText } from './wedgeScan.ts';

const personal = 'https://qr.vipps.no/28/2/01/031/4712345678?v=1';
const gtin = '5901234123457';

describe('scanners', () => {
  for (const gap of [1, 6, 10, 19]) {
    for (const suffix of [['Enter'], ['Tab'], [], ['Enter', 'Enter']] as const) {
      test(`${gap} ms a key, suffix ${suffix.join(' ') || 'none'}: read whole, nothing left in the field`, () => {
        for (const text of [gtin, personal, 'ABC-1234']) {
          expect(play(typed(text, { gap, suffix }))).toMatchObject({
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

  test('a slow scanner on a busy computer: one hole of 60 ms anywhere', () => {
    for (let hole = 1; hole < gtin.length; hole += 1) {
      for (const suffix of [['Enter'], []] as const) {
        const gap = Array.from(gtin, (_, index) => (index === hole ? 60 : 19));
        const seen = play(typed(gtin, { gap, suffix, suffixGap: 19 }));
        expect([hole, scanned(seen), seen.field, seen.presses]).toEqual([hole, [gtin], '', 0]);
      }
    }
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
    const [scan] = play(typed(personal, { layout: 'NO' })).scans;
    if (!scan) throw new Error('no scan');
    expect(scan.text).toBe('httpsØ--qr.vipps.no-28-2-01-031-4712345678_v\\1');
    expect(meaningOf(scan.text)).toMatchObject({ kind: 'damagedByLayout', damage: { computer: 'NO' } });
    expect(wedgeText(scan)).toBe(personal);
  });

  test('a dead key in the middle, and Caps Lock', () => {
    for (const layout of ['SE', 'capsLock'] as const) {
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
      expect(seen).toMatchObject({ field: 'varm jakke', scans: [], presses: 1 });
    }
  });

  test('two fingers that roll over two keys lose nothing', () => {
    const seen = play(typed('regnjakke', { gap: [120, 18, 95], suffixGap: 130 }));
    expect(seen).toMatchObject({ field: 'regnjakke', scans: [], presses: 1 });
  });

  test('a phone number that happens to be a GTIN-8 is no scan when typed', () => {
    expect(play(typed('96385074', { gap: 90, suffixGap: 100 }))).toMatchObject({
      field: '96385074',
      scans: [],
      presses: 1,
    });
  });

  test('a key held down, shortcuts and corrections are nobody’s scan', () => {
    const held = Array.from(
      { length: 20 },
      (_, index): WedgeKey => ({
        ...keyOf('a', index * 30),
        repeat: index > 0,
      }),
    );
    const shortcuts = [...'cvcvcv'].map(
      (one, index): WedgeKey => ({ ...keyOf(one, index * 10), chord: 'ctrl' }),
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
    expect(play(keys)).toMatchObject({ field: '', scans: [], presses: 3 });
    const afterScan = [...typed(gtin), { code: 'Enter', key: 'Enter', shift: false, at: 600 }];
    expect(play(afterScan).presses).toBe(1);
  });
});
