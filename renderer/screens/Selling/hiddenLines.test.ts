import { expect, test } from 'vitest';
import { beginFor, freeBelow, hiddenOf } from './hiddenLines.ts';

/** Six lines of 60 px. */
const rows = [0, 60, 120, 180, 240, 300].map((top) => ({ top, bottom: top + 60 }));
const [first = { top: 0, bottom: 0 }] = rows;
const last = { top: 300, bottom: 360 };

test('lines above and below the part in sight are counted', () => {
  expect(hiddenOf(rows, { top: 120, bottom: 300 })).toEqual({ above: 2, below: 1 });
});

test('a line that is cut counts by its middle', () => {
  expect(hiddenOf(rows, { top: 40, bottom: 360 })).toEqual({ above: 1, below: 0 });
  expect(hiddenOf(rows, { top: 20, bottom: 320 })).toEqual({ above: 0, below: 1 });
});

test('at its end the list begins with a whole line, and the rest of its room stays free', () => {
  expect(freeBelow(rows, 200)).toBe(20);
  expect(beginFor(last, rows, { top: 0, bottom: 200 })).toBe(180);
  expect(freeBelow(rows, 180)).toBe(0);
});

test('a list that has room leaves none free of its own', () => {
  expect(freeBelow(rows, 500)).toBe(0);
});

test('a line in sight moves no whole line, one above comes to the top', () => {
  expect(beginFor(last, rows, { top: 180, bottom: 380 })).toBe(180);
  expect(beginFor(last, rows, { top: 170, bottom: 370 })).toBe(180);
  expect(beginFor(first, rows, { top: 170, bottom: 370 })).toBe(0);
});
