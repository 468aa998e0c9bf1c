/** Amounts: whole, rounded in one way, written as each market writes them, split without losing an øre. */

import { describe, expect, it } from 'vitest';
import { seeded } from '../testing/stories.ts';
import {
  add,
  basisPoints,
  type Currency,
  formatAmount,
  minor,
  money,
  readAmount,
  share,
  split,
  subtract,
  sum,
  times,
  unitOf,
  vatOutOf,
} from './money.ts';

const nok = (value: number) => money(value, 'NOK');

describe('VAT out of the gross', () => {
  it.each([
    // 25 % of a gross price is a fifth of it: several published samples take a quarter.
    [239_900, 2500, 47_980],
    [59_900, 2500, 11_980],
    [11_900, 1500, 1552],
    [100, 1200, 11],
    [100, 0, 0],
    [0, 2500, 0],
    // Halves go away from zero, in both directions.
    [25, 10_000, 13],
    [-25, 10_000, -13],
    [-239_900, 2500, -47_980],
    // Finland's 25.5 %.
    [100_00, 2550, 2032],
  ])('%i at %i basis points contains %i', (gross, rate, vat) => {
    expect(vatOutOf(nok(gross), basisPoints(rate))).toEqual(nok(vat));
  });

  it.each([
    [999, 5000, 500],
    [-999, 5000, -500],
    [333, 1000, 33],
    [65_000_000, 10_000, 65_000_000],
  ])('the share of %i at %i basis points is %i', (whole, rate, part) => {
    expect(share(nok(whole), basisPoints(rate))).toEqual(nok(part));
  });

  it.each([-1, 10_001, 12.5, Number.NaN])('%d is no rate', (rate) => {
    expect(() => basisPoints(rate)).toThrow('not a rate');
  });
});

describe('arithmetic', () => {
  it('adds, subtracts, multiplies and sums in one currency', () => {
    expect(add(nok(150), nok(50))).toEqual(nok(200));
    expect(subtract(nok(50), nok(150))).toEqual(nok(-100));
    expect(times(nok(59_900), 3)).toEqual(nok(179_700));
    expect(sum([nok(1), nok(2), nok(3)], 'NOK')).toEqual(nok(6));
    expect(sum([], 'DKK')).toEqual(money(0, 'DKK'));
  });

  it('never mixes two currencies', () => {
    expect(() => add(nok(1), money(1, 'DKK'))).toThrow('cannot mix NOK and DKK');
    expect(() => subtract(nok(1), money(1, 'EUR'))).toThrow('cannot mix NOK and EUR');
    expect(() => sum([nok(1)], 'EUR')).toThrow('cannot mix');
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no whole amount', (value) => {
    expect(() => minor(value)).toThrow('not a whole amount');
    expect(() => nok(value)).toThrow('not a whole amount');
  });
});

describe('reading an amount', () => {
  it.each([
    ['1 299,50', 129_950],
    ['1299.5', 129_950],
    ['1299', 129_900],
    ['0,05', 5],
    ['0,5', 50],
    ['-10', -1000],
    ['1\u00a0299,00', 129_900],
    ['1\u202f299,00', 129_900],
    // A float would make 1 010 of it.
    ['10,11', 1011],
    ['4.35', 435],
  ])('%j is %i', (text, value) => expect(readAmount(text)).toBe(value));

  it.each(['', ',', '1,', ',50', '1,234', '1.299,50', '1,2,3', '12a', '+5', '1e3', '1234567890', '−5'])(
    '%j is none',
    (text) => expect(readAmount(text)).toBeNull(),
  );
});

describe('writing an amount', () => {
  it.each([
    [222_520, 'NOK', '2\u00a0225,20'],
    [222_520, 'DKK', '2.225,20'],
    [222_520, 'EUR', '2\u00a0225,20'],
    [5, 'NOK', '0,05'],
    [0, 'NOK', '0,00'],
    [100_000_000, 'NOK', '1\u00a0000\u00a0000,00'],
    [123_456_789, 'DKK', '1.234.567,89'],
    [-12_000, 'NOK', '\u2212120,00'],
    [99_900, 'EUR', '999,00'],
  ] as const)('%i %s is %j', (value, currency, text) => {
    expect(formatAmount(money(value, currency))).toBe(text);
  });

  it('reads back what it writes', () => {
    const draw = seeded(3);
    for (let i = 0; i < 500; i += 1) {
      const value = draw(65_000_000);
      expect(readAmount(formatAmount(nok(value)))).toBe(value);
    }
  });

  it.each([
    ['NOK', 'kr'],
    ['DKK', 'kr'],
    ['EUR', '€'],
  ] as const)('%s is marked %s', (currency: Currency, unit) => expect(unitOf(currency)).toBe(unit));
});

describe('splitting', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [100, [2, 1], [67, 33]],
    [1, [1, 1], [1, 0]],
    [0, [1, 2], [0, 0]],
    [100, [0, 0], [0, 0]],
    [100, [], []],
    [1000, [599, 349, 119], [561, 327, 112]],
  ])('%i over %j is %j', (whole, weights, parts) => {
    expect(split(nok(whole), weights)).toEqual(parts.map(nok));
  });

  it('sums to the whole and gives nobody more than a unit too much, whatever the weights', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const draw = seeded(seed);
      const whole = draw(2) === 0 ? draw(65_000_000) : -draw(65_000_000);
      const weights = Array.from({ length: 1 + draw(12) }, () => draw(100_000));
      const total = weights.reduce((a, b) => a + b, 0);
      const parts = split(nok(whole), weights).map((part) => part.minor as number);
      const fair = parts.every(
        (part, i) => total === 0 || Math.abs(part - (whole * (weights[i] ?? 0)) / total) < 1,
      );
      const summed = parts.reduce((a, b) => a + b, 0);
      expect({ seed, summed, fair }).toEqual({ seed, summed: total === 0 ? 0 : whole, fair: true });
    }
  });
});
