/** Phone numbers as people say them and codes carry them; what a screen shows of them. */

import { describe, expect, it } from 'vitest';
import { type CallingCode, type Msisdn, mask, readCallable, readMsisdn } from './msisdn.ts';

describe('reading a number', () => {
  it.each<[string, CallingCode, string]>([
    // Norway and Denmark: eight digits, the store's country decides.
    ['91234567', '47', '4791234567'],
    ['912 34 567', '47', '4791234567'],
    ['91 23 45 67', '45', '4591234567'],
    ['20 12 34 56', '45', '4520123456'],
    // Sweden and Finland: a trunk zero that falls away.
    ['070-123 45 67', '46', '46701234567'],
    ['(070) 123 45 67', '46', '46701234567'],
    ['701234567', '46', '46701234567'],
    ['040 123 4567', '358', '358401234567'],
    ['0401234567', '358', '358401234567'],
    // With calling code, in any store.
    ['+47 912 34 567', '46', '4791234567'],
    ['004791234567', '45', '4791234567'],
    ['4791234567', '45', '4791234567'],
    ['+45 20 12 34 56', '47', '4520123456'],
    ['+46 (0)70 123 45 67', '47', '46701234567'],
    ['+46 70 123 45 67', '47', '46701234567'],
    ['00358 40 123 4567', '47', '358401234567'],
    ['+358 040 1234567', '45', '358401234567'],
    // Greenland.
    ['+299 123456', '45', '299123456'],
    ['00299123456', '47', '299123456'],
    ['+47\u00a0912.34.567', '47', '4791234567'],
  ])('%j in a store of +%s is %s', (text, home, msisdn) => expect(readMsisdn(text, home)).toBe(msisdn));

  it.each<[string, CallingCode]>([
    ['', '47'],
    ['9123456', '47'],
    ['912345678', '47'],
    ['+47 9123 456', '47'],
    ['+47 912 34 5678', '47'],
    ['0047', '47'],
    ['+44 7700 900123', '47'],
    ['+299 12345', '45'],
    ['91234567a', '47'],
    ['9123+4567', '47'],
    ['++4791234567', '47'],
    ['९१२३४५६७', '47'],
    ['0701', '46'],
    ['+46', '46'],
    ['070 123 45 67 89 01', '46'],
  ])('%j in a store of +%s is none', (text, home) => expect(readMsisdn(text, home)).toBeNull());

  it('reads back what it gives, in every store', () => {
    const given = ['4791234567', '4520123456', '46701234567', '358401234567', '299123456'];
    for (const home of ['47', '45', '46', '358'] as const) {
      expect(given.map((msisdn) => readMsisdn(`+${msisdn}`, home))).toEqual(given);
    }
  });
});

it.each(['4791234567', '46701234567', '299123467'])('shows the last two digits of %s', (msisdn) => {
  expect(mask(msisdn as Msisdn)).toBe('••• 67');
});

describe('a number that others are told to call', () => {
  it.each<[string, CallingCode, string | null]>([
    ['99 88 77 66', '47', '+4799887766'],
    ['22000000', '47', '+4722000000'],
    ['22000000', '45', '+4522000000'],
    ['0201 234 567', '358', '+358201234567'],
    ['+47 22 00 00 00', '358', '+4722000000'],
    // Of a country that the wallet does not serve.
    ['+44 20 7946 0000', '47', '+442079460000'],
    ['0044 20 7946 0000', '47', '+442079460000'],
    // Of one that it serves, and too short or too long there.
    ['+47 2200 000', '47', null],
    ['+45 220000001', '47', null],
    ['02800', '47', null],
    ['+44', '47', null],
    ['+44 20 7946 0000 0000', '47', null],
    ['ring Kari', '47', null],
    ['', '47', null],
  ])('%j in a store of +%s is %j', (text, home, callable) => expect(readCallable(text, home)).toBe(callable));
});
