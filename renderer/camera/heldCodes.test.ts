/** One scan for a code that is held, however long and however badly it is seen. */

import { expect, test } from 'vitest';
import type { Code } from './code.ts';
import { look, nothingHeld } from './heldCodes.ts';

const vest: Code = { text: '2000001047859', symbology: ']E0' };
const kari: Code = { text: 'https://qr.vipps.no/28/2/01/031/4791234567?v=1', symbology: ']Q1' };

/** The texts that were scans, by the moment of their picture. */
function scansOf(pictures: readonly (readonly [at: number, ...codes: Code[]])[]) {
  let held = nothingHeld;
  const scans: (readonly [number, string])[] = [];
  for (const [at, ...codes] of pictures) {
    const seen = look(held, codes, at);
    held = seen.held;
    scans.push(...seen.scans.map(({ text }) => [at, text] as const));
  }
  return scans;
}

test('a code in every picture is one scan', () => {
  expect(
    scansOf([
      [0, vest],
      [100, vest],
      [5000, vest],
      [60_000, vest],
    ]),
  ).toEqual([[0, vest.text]]);
});

test('a hand before it for less than a second changes nothing', () => {
  expect(scansOf([[0, vest], [100], [1099, vest]])).toEqual([[0, vest.text]]);
});

test('after a second out of the picture it is another scan', () => {
  expect(scansOf([[0, vest], [100], [1100], [1200, vest]])).toEqual([
    [0, vest.text],
    [1200, vest.text],
  ]);
  expect(scansOf([[0, vest], [100], [1100, vest]])).toEqual([
    [0, vest.text],
    [1100, vest.text],
  ]);
});

test('time in which nobody looked is not time out of the picture', () => {
  expect(
    scansOf([
      [0, vest],
      [30_000, vest],
    ]),
  ).toEqual([[0, vest.text]]);
  expect(scansOf([[0, vest], [30_000], [30_500, vest]])).toEqual([[0, vest.text]]);
});

test('badly seen now and then, it is still the same: each time away is measured for itself', () => {
  expect(scansOf([[0, vest], [100], [900, vest], [1000], [1800, vest]])).toEqual([[0, vest.text]]);
});

test('several codes are scans of their own, and one code printed twice is one', () => {
  expect(
    scansOf([
      [0, vest, kari, vest],
      [100, kari],
      [1100, kari],
      [1200, vest, kari],
    ]),
  ).toEqual([
    [0, vest.text],
    [0, kari.text],
    [1200, vest.text],
  ]);
});

test('what has been away is forgotten', () => {
  const seen = look(look(look(nothingHeld, [kari], 0).held, [], 100).held, [], 1100);
  expect(seen.held.size).toBe(0);
});
