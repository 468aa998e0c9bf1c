/** The code that customer and cashier compare. */

import { expect, it } from 'vitest';
import { seeded } from '../testing/stories.ts';
import { bindingMessage } from './enrolment.ts';

it('is what the wallet takes, and has no signs that are taken for one another', () => {
  const codes = Array.from({ length: 2000 }, (_, seed) => bindingMessage(seeded(seed)));
  // identity-and-loyalty.md 1.4
  expect(codes.filter((code) => !/^[A-Z0-9-]{5,8}$/.test(code))).toEqual([]);
  expect(codes.filter((code) => !/^[A-Z]\d[A-Z]-\d[A-Z][A-Z]$/.test(code))).toEqual([]);
  expect([...new Set(codes.join(''))].filter((sign) => '0O1I2Z5S8BLUVGQ'.includes(sign))).toEqual([]);
  expect(new Set(codes).size).toBeGreaterThan(1900);
});

it('is drawn from the chance it is given', () => {
  expect(bindingMessage(() => 0)).toBe('A3A-3AA');
  expect(bindingMessage((below) => below - 1)).toBe('Y9Y-9YY');
});
