/** The layouts as data: every place once, and the places on which they differ (scanners.md 8). */

import { describe, expect, it } from 'vitest';
import { deadAccents, keyOn, type Layout, layouts, pressFor } from './keyboardLayouts.ts';

const made = (layout: Layout, code: string, shift = false) => {
  const key = keyOn(layout, { code, shift });
  return key === null ? null : `${key.dead ? 'dead ' : ''}${key.character}`;
};
const pair = (layout: Layout, code: string) => [made(layout, code), made(layout, code, true)];

describe.each(layouts)('%s', (layout) => {
  it('has every letter and digit, and a key again for each character it makes', () => {
    for (const one of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:/.?=-_&% ') {
      const press = pressFor(layout, one);
      expect([one, press && keyOn(layout, press)]).toEqual([one, { character: one, dead: false }]);
    }
  });

  it('types no accent that waits for the next key, and knows no other place', () => {
    expect(deadAccents(layout).map((one) => pressFor(layout, one))).toEqual(
      deadAccents(layout).map(() => null),
    );
    expect([keyOn(layout, { code: 'Enter', shift: false }), pressFor(layout, '€')]).toEqual([null, null]);
  });

  it('makes a character on each of its 49 places, plain and shifted', () => {
    const row = (from: string, codes: readonly string[]) => codes.map((code) => `${from}${code}`);
    const codes = [
      ...row('Key', [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']),
      ...row('Digit', [...'0123456789']),
      ...['Backquote', 'Minus', 'Equal', 'BracketLeft', 'BracketRight', 'Backslash', 'IntlBackslash'],
      ...['Semicolon', 'Quote', 'Comma', 'Period', 'Slash', 'Space'],
    ];
    expect(codes).toHaveLength(49);
    expect(codes.filter((code) => pair(layout, code).includes(null))).toEqual([]);
  });
});

it.each<[code: string, of: Partial<Record<Layout, readonly [string, string]>>]>([
  ['Semicolon', { US: [';', ':'], NO: ['ø', 'Ø'], DK: ['æ', 'Æ'], SE: ['ö', 'Ö'], DE: ['ö', 'Ö'] }],
  ['Quote', { US: ["'", '"'], NO: ['æ', 'Æ'], DK: ['ø', 'Ø'], FI: ['ä', 'Ä'], DE: ['ä', 'Ä'] }],
  ['BracketLeft', { US: ['[', '{'], NO: ['å', 'Å'], DK: ['å', 'Å'], SE: ['å', 'Å'], DE: ['ü', 'Ü'] }],
  ['BracketRight', { US: [']', '}'], NO: ['dead ¨', 'dead ^'], SE: ['dead ¨', 'dead ^'], DE: ['+', '*'] }],
  ['Backslash', { US: ['\\', '|'], NO: ["'", '*'], DK: ["'", '*'], FI: ["'", '*'], DE: ['#', "'"] }],
  ['Backquote', { US: ['`', '~'], NO: ['|', '§'], DK: ['½', '§'], SE: ['§', '½'], DE: ['dead ^', '°'] }],
  ['Minus', { US: ['-', '_'], NO: ['+', '?'], DK: ['+', '?'], SE: ['+', '?'], DE: ['ß', '?'] }],
  [
    'Equal',
    {
      US: ['=', '+'],
      NO: ['\\', 'dead `'],
      DK: ['dead ´', 'dead `'],
      FI: ['dead ´', 'dead `'],
      DE: ['dead ´', 'dead `'],
    },
  ],
  ['IntlBackslash', { NO: ['<', '>'], DK: ['<', '>'], SE: ['<', '>'], DE: ['<', '>'] }],
  ['Comma', { US: [',', '<'], NO: [',', ';'], DE: [',', ';'] }],
  ['Period', { US: ['.', '>'], NO: ['.', ':'], DE: ['.', ':'] }],
  ['Slash', { US: ['/', '?'], NO: ['-', '_'], DK: ['-', '_'], SE: ['-', '_'], DE: ['-', '_'] }],
  ['Digit2', { US: ['2', '@'], NO: ['2', '"'], DE: ['2', '"'] }],
  ['Digit3', { US: ['3', '#'], NO: ['3', '#'], DE: ['3', '§'] }],
  ['Digit4', { US: ['4', '$'], NO: ['4', '¤'], DK: ['4', '¤'], DE: ['4', '$'] }],
  ['Digit6', { US: ['6', '^'], NO: ['6', '&'], DE: ['6', '&'] }],
  ['Digit7', { US: ['7', '&'], NO: ['7', '/'], SE: ['7', '/'], DE: ['7', '/'] }],
  ['Digit0', { US: ['0', ')'], NO: ['0', '='], DK: ['0', '='], DE: ['0', '='] }],
  ['KeyY', { US: ['y', 'Y'], NO: ['y', 'Y'], DE: ['z', 'Z'] }],
  ['KeyZ', { US: ['z', 'Z'], FI: ['z', 'Z'], DE: ['y', 'Y'] }],
])('%s', (code, of) => {
  for (const [layout, characters] of Object.entries(of)) {
    expect([layout, ...pair(layout as Layout, code)]).toEqual([layout, ...characters]);
  }
});
