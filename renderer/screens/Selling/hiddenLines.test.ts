import { expect, test } from 'vitest';
import { hiddenOf } from './hiddenLines.ts';

const rowsFrom = (top: number) =>
  [0, 1, 2, 3, 4, 5].map((row) => ({ top: top + row * 60, bottom: top + row * 60 + 60 }));

test('lines above and below the part in sight are counted', () => {
  expect(hiddenOf(rowsFrom(-120), { top: 0, bottom: 180 })).toEqual({ above: 2, below: 1 });
});

test('a line that is cut counts by its middle', () => {
  expect(hiddenOf(rowsFrom(-40), { top: 0, bottom: 300 })).toEqual({ above: 1, below: 0 });
  expect(hiddenOf(rowsFrom(-20), { top: 0, bottom: 300 })).toEqual({ above: 0, below: 1 });
});
