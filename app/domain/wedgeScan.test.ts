/** What stands before and behind a code, and codes that come cut, twice, or by another road than a key each. */

import { describe, expect, test } from 'vitest';
import { later, play, scanned, typed } from '../testing/keyboard.ts';
import { meaningOf } from './scan.ts';
import type { WedgeKey } from './wedgeKeys.ts';
import { wedgeText } from './wedgeScan.ts';

const personal = 'https://qr.vipps.no/28/2/01/031/4712345678?v=1';
const gtin = '5901234123457';

const ctrl = (letter: string, at: number): WedgeKey => ({
  code: `Key${letter.toUpperCase()}`,
  key: letter,
  shift: false,
  at,
  chord: 'ctrl',
});

describe('prefixes and suffixes', () => {
  test.each(['~', '*', '^', ' '])('the prefix %j is no part of a code', (prefix) => {
    const seen = play([...typed(`${prefix}${gtin}`), ...typed(`${prefix}${personal}`, { from: 2000 })]);
    expect([scanned(seen), seen.field, seen.presses]).toEqual([[gtin, personal], '', 0]);
  });

  test.each([
    ['d', gtin, gtin],
    ['c', '306030209223', '306030209223'],
    ['D', '96385074', '96385074'],
    // Not what that letter promises: perhaps an article number.
    ['D', gtin, `D${gtin}`],
    ['A', gtin, `A${gtin}`],
    ['~', '1234', '~1234'],
  ])('the maker’s letter %s in front of %s', (letter, code, text) => {
    expect(scanned(play(typed(letter + code)))).toEqual([text]);
  });

  test('an AIM identifier behind a prefix, and in front of an address at full speed', () => {
    const [code] = play(typed(`~]Q1${personal}`)).scans;
    expect([code?.symbology, code?.text, code?.leaked]).toEqual([']Q1', personal, 1]);
  });

  test('STX in front and ETX behind are nobody’s shortcuts, and nothing reaches the field', () => {
    const keys = [ctrl('b', 0), ...typed(gtin, { from: 8 }), ctrl('c', 136)];
    const seen = play(keys);
    expect([scanned(seen), seen.field, seen.shortcuts, seen.scans[0]?.leaked]).toEqual([[gtin], '', [], 0]);
    expect(play([...typed(gtin, { suffix: [] }), ctrl('c', 128)]).shortcuts).toEqual([]);
  });

  test('a person’s Ctrl B is only a moment late, any other shortcut comes at once', () => {
    const keys = [
      ...typed('ski', { gap: 150, suffix: [] }),
      ctrl('b', 600),
      ctrl('c', 1200),
      ctrl('b', 1800),
    ];
    expect(play(keys)).toMatchObject({ field: 'ski', shortcuts: ['b', 'c', 'b'], scans: [] });
    const followed = [ctrl('b', 0), ...typed('ski', { gap: 150, from: 300, suffix: [] })];
    expect(play(followed)).toMatchObject({ field: 'ski', shortcuts: ['b'], scans: [] });
  });

  test('CR, LF and TAB typed as Ctrl and a letter end a scan', () => {
    for (const [letter, suffix] of [
      ['m', 'enter'],
      ['j', 'enter'],
      ['i', 'tab'],
    ] as const) {
      const seen = play([...typed(gtin, { suffix: [] }), ctrl(letter, 128), ctrl('j', 136)]);
      expect(seen).toMatchObject({ scans: [{ text: gtin, suffix }], shortcuts: [] });
    }
  });

  test('a control character inside a code does not split it', () => {
    const half = typed('0105901234123457', { gap: 8, suffix: [] });
    const seen = play([...half, ctrl(']', 128), ...typed('10LOT7', { gap: 8, from: 136 })]);
    expect([scanned(seen), seen.shortcuts]).toEqual([['010590123412345710LOT7'], []]);
  });
});

describe('cut scans', () => {
  const whole = typed(gtin);
  test.each([4, 5, 6, 9, 12])('%i characters and silence are not goods and not in the field', (length) => {
    const keys = [...whole, ...typed(gtin.slice(0, length), { from: 2000, suffix: [] })];
    const seen = play(keys);
    expect([scanned(seen), seen.field]).toEqual([[gtin, `${gtin.slice(0, length)}\ufffd`], '']);
    expect(meaningOf(scanned(seen)[1] ?? '').kind).toBe('text');
  });

  test('another scanner that sends no suffix is believed at its second try, and whole goods at once', () => {
    const article = (from: number) => typed('ABC-1234', { from, suffix: [] });
    const seen = play([...whole, ...article(2000), ...article(4000), ...whole.map(later(6000))]);
    expect(scanned(seen)).toEqual([gtin, 'ABC-1234\ufffd', 'ABC-1234', gtin]);
    expect(scanned(play([...whole, ...typed(gtin, { from: 2000, suffix: [] })]))).toEqual([gtin, gtin]);
  });

  test('the first eight digits of goods, which happen to be a number of goods too', () => {
    const half = '96385074';
    expect(meaningOf(half).kind).toBe('goods');
    const seen = play([...whole, ...typed(half, { from: 2000, suffix: [] })]);
    expect(scanned(seen)).toEqual([gtin, `${half}\ufffd`]);
  });

  test('half a number of goods with its Enter is not that number', () => {
    const seen = play(typed(gtin.slice(0, 7)));
    expect([scanned(seen), seen.field, seen.presses]).toEqual([[gtin.slice(0, 7)], '', 0]);
    expect(meaningOf(gtin.slice(0, 7))).toEqual({ kind: 'text', text: gtin.slice(0, 7) });
  });

  test('half a personal code never identifies anybody at the till', () => {
    for (let length = 1; length < personal.length; length += 1) {
      for (const suffix of [['Enter'], []] as const) {
        for (const scan of play(typed(personal.slice(0, length), { suffix })).scans) {
          expect(meaningOf(wedgeText(scan))).not.toMatchObject({ msisdn: expect.any(String) });
        }
      }
    }
  });
});

describe('doubled scans', () => {
  const gapAfter = (keys: readonly WedgeKey[], by: number) => (keys.at(-1)?.at ?? 0) + by;

  test('a personal code that comes twice within a second is one, and leaves nothing in the field', () => {
    const code = typed(personal);
    const twice = play([...code, ...code.map(later(gapAfter(code, 150)))]);
    expect([scanned(twice), twice.field, twice.presses]).toEqual([[personal], '', 0]);
    const withoutSuffix = typed(personal, { suffix: [] });
    const again = withoutSuffix.map(later(gapAfter(withoutSuffix, 550)));
    expect(scanned(play([...withoutSuffix, ...again]))).toEqual([personal]);
  });

  test('the same person later, and two persons, are two', () => {
    const code = typed(personal);
    expect(scanned(play([...code, ...code.map(later(gapAfter(code, 1100)))]))).toEqual([personal, personal]);
    const other = personal.replace('4712345678', '4787654321');
    const both = play([...code, ...typed(other, { from: gapAfter(code, 150) })]);
    expect(scanned(both)).toEqual([personal, other]);
  });

  test('goods are never dropped: two of the same article are scanned as fast', () => {
    const goods = typed(gtin);
    const seen = play([...goods, ...goods.map(later(gapAfter(goods, 150)))]);
    expect(scanned(seen)).toEqual([gtin, gtin]);
  });
});

describe('characters that come by number or through an input method', () => {
  /** Alt, three digits on the numeric pad, and the character when Alt is let go. */
  const numbered = (text: string, pace: number): readonly WedgeKey[] => {
    let at = 0;
    return [...text].flatMap((character) => {
      const digits = [...character.charCodeAt(0).toString().padStart(3, '0')].map((digit): WedgeKey => {
        at += pace;
        return { code: `Numpad${digit}`, key: digit, shift: false, at, byNumber: 'digit' };
      });
      at += pace;
      return [
        { code: 'AltLeft', key: 'Alt', shift: false, at },
        ...digits,
        { code: '', key: character, shift: false, at, byNumber: 'character' as const },
      ];
    });
  };

  test('the character counts, whatever the layout', () => {
    const token = 'https://qr.vipps.no/p/AbC-xYz';
    for (const text of [gtin, token, 'ABC-1234']) {
      for (const pace of [1, 8, 19]) {
        const keys = numbered(text, pace);
        const end = { code: 'Enter', key: 'Enter', shift: false, at: (keys.at(-1)?.at ?? 0) + pace };
        const seen = play([...keys, end]);
        expect(seen).toMatchObject({ field: '', presses: 0, scans: [{ text, usText: text }] });
      }
    }
  });

  test('a letter that a person types by its number is that letter', () => {
    const keys = numbered('ø', 150);
    expect(play(keys)).toMatchObject({ field: 'ø', scans: [] });
  });

  test('a key that an input method takes within a scan is read by its place', () => {
    const keys = typed('https://qr.vipps.no/p/AbC=xYz', { layout: 'SE' }).map((key, index, all) =>
      all[index - 1]?.key === 'Dead' ? { ...key, key: 'Process' } : key,
    );
    expect(scanned(play(keys))).toEqual(['https://qr.vipps.no/p/AbC=xYz']);
  });

  test('a person who composes is left alone', () => {
    const keys = typed('nihao', { gap: 90, suffix: [] }).map((key) => ({ ...key, key: 'Process' }));
    const after = typed('5', { from: 500, suffix: [] });
    expect(play([...keys, ...after])).toMatchObject({ field: '5', scans: [], held: 0 });
  });
});
