/** Calm waiting: no time is named before the last quarter. */

import { expect, test } from 'vitest';
import { minutesLeft, nextMinute, waitFrom } from './timeLeft.ts';

const start = Date.parse('2026-11-12T14:31:40.000Z');
const minute = 60_000;
const tenMinutes = { from: start, until: start + 10 * minute };

test('a wait begins when the window first sees its end', () => {
  expect(waitFrom('2026-11-12T14:41:40.000Z', start)).toEqual(tenMinutes);
});

test('no end, an end that cannot be read and an end that has passed are no wait', () => {
  expect(waitFrom(null, start)).toBeNull();
  expect(waitFrom('soon', start)).toBeNull();
  expect(waitFrom('2026-11-12T14:31:40.000Z', start)).toBeNull();
});

test('of ten minutes the last two and a half are told, rounded up to whole minutes', () => {
  const told = [0, 7, 7.49, 7.5, 8, 8.5, 9, 9.99, 10].map((at) =>
    minutesLeft(tenMinutes, start + at * minute),
  );
  expect(told).toEqual([null, null, null, 3, 2, 2, 1, 1, null]);
});

test('following the looks from the start passes each answer once', () => {
  const answers: (number | null)[] = [];
  let now = start;
  for (let wait = nextMinute(tenMinutes, now); wait !== null; wait = nextMinute(tenMinutes, now)) {
    answers.push(minutesLeft(tenMinutes, now));
    now += wait;
  }
  expect(answers).toEqual([null, 3, 2, 1]);
  expect(now).toBe(tenMinutes.until);
});
