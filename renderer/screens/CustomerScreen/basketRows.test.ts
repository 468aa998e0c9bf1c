/** The last five lines, and the count of those before. */

import { expect, test } from 'vitest';
import type { DisplayLine } from '../../../app/contract/view.ts';
import { money } from '../../../app/domain/money.ts';
import { basketRows, isReduced } from './basketRows.ts';

function line(name: string, before: number, total: number): DisplayLine {
  return {
    name,
    quantity: 1,
    before: money(before, 'NOK'),
    total: money(total, 'NOK'),
    memberPrice: before !== total,
  };
}

const eight = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => line(name, 100, 100));

test('of eight lines the newest five are shown in their order and three are counted', () => {
  const shown = basketRows(eight);
  expect(shown.older).toBe(3);
  expect(shown.rows.map((row) => `${row.place} ${row.line.name}`)).toEqual([
    '4 d',
    '5 e',
    '6 f',
    '7 g',
    '8 h',
  ]);
});

test('up to five lines nothing is counted', () => {
  expect(basketRows(eight.slice(0, 5)).older).toBe(0);
  expect(basketRows(eight.slice(0, 5)).rows.map((row) => row.line)).toEqual(eight.slice(0, 5));
  expect(basketRows([])).toEqual({ older: 0, rows: [] });
});

test('a price before is shown only where it was higher', () => {
  expect(isReduced(line('Hodelykt', 44_900, 35_900))).toBe(true);
  expect(isReduced(line('Bærepose', 300, 300))).toBe(false);
});
