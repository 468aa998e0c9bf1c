/** Barcodes of goods: each length, one spelling, no wrong digit. */

import { describe, expect, it } from 'vitest';
import { checkDigit, readGtin } from './gtin.ts';

describe('a GTIN', () => {
  it.each([
    ['96385074', '00000096385074'],
    ['036000291452', '00036000291452'],
    ['5901234123457', '05901234123457'],
    ['4006381333931', '04006381333931'],
    ['2000000010014', '02000000010014'],
    ['10614141000415', '10614141000415'],
  ])('%s is %s', (text, gtin) => expect(readGtin(text)).toBe(gtin));

  it('in its short form and zero filled is the same product', () => {
    expect(readGtin('036000291452')).toBe(readGtin('0036000291452'));
    expect(readGtin('00036000291452')).toBe(readGtin('036000291452'));
  });

  it.each([
    '',
    '5901234123458',
    '590123412345',
    '590123412',
    '123456789012345',
    '59012341 3457',
    '590123412345X',
  ])('%j is none', (text) => expect(readGtin(text)).toBeNull());

  it('refuses every single wrong digit, and most neighbours swapped', () => {
    const right = '5901234123457';
    for (let at = 0; at < right.length; at += 1) {
      for (let digit = 0; digit <= 9; digit += 1) {
        const changed = `${right.slice(0, at)}${digit}${right.slice(at + 1)}`;
        expect(readGtin(changed) !== null).toBe(changed === right);
      }
    }
    expect(readGtin('5910234123457')).toBeNull();
  });

  it('weighs three and one from the left of thirteen digits', () => {
    expect(checkDigit('0590123412345')).toBe('7');
    expect(checkDigit('0000000000000')).toBe('0');
  });
});
