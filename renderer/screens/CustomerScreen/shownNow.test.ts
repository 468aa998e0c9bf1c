/** The limits that the customer's window keeps by itself. */

import { expect, test } from 'vitest';
import { nextLook, type Shows, shownNow } from './shownNow.ts';

test('a greeting gives way to the basket after two seconds', () => {
  expect([0, 1_999, 2_000, 60_000].map((ms) => shownNow('greeting', ms))).toEqual([
    'greeting',
    'greeting',
    'basket',
    'basket',
  ]);
});

test('thanks and a payment that was not completed are wiped even if the till says nothing more', () => {
  expect(shownNow('thanks', 9_999)).toBe('thanks');
  expect(shownNow('thanks', 10_000)).toBe('idle');
  expect(shownNow('notCompleted', 29_999)).toBe('notCompleted');
  expect(shownNow('notCompleted', 30_000)).toBe('idle');
});

test('what the customer must act on, or must be told, stays for as long as the till says so', () => {
  const staying: readonly Shows[] = ['idle', 'basket', 'join', 'waiting', 'qr', 'checking'];
  const day = 86_400_000;
  expect(staying.map((shows) => shownNow(shows, day))).toEqual(staying);
  expect(staying.map((shows) => nextLook(shows, 0))).toEqual(staying.map(() => null));
});

test('the window looks again exactly at the limit and then no more', () => {
  expect(nextLook('greeting', 500)).toBe(1_500);
  expect(shownNow('greeting', 500 + (nextLook('greeting', 500) ?? 0))).toBe('basket');
  expect(nextLook('thanks', 10_000)).toBeNull();
});
