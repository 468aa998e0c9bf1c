import { describe, expect, it } from 'vitest';
import { err, ok } from '../kernel/result.ts';
import { instant, later } from '../kernel/time.ts';
import { freeTriesLeft, nextTryAt, readPin, waitAfter } from './pin.ts';

describe('a PIN', () => {
  it.each(['274913', '000001', '909090', '112233', '193748261058'])('may be %s', (text) => {
    expect(readPin(text)).toEqual(ok(text));
  });

  it.each(['', '27491', '2749131234567', '27491a', ' 274913', '２７４９１３'])('may not be “%s”', (text) => {
    expect(readPin(text)).toEqual(err({ kind: 'pinTooShort', least: 6, most: 12 }));
  });

  it.each(['000000', '77777777', '123456', '987654', '890123', '210987'])(
    'is not guessed first: %s',
    (text) => {
      expect(readPin(text)).toEqual(err({ kind: 'pinTooSimple' }));
    },
  );
});

describe('wrong tries', () => {
  const at = instant(1_700_000_000_000);

  it('are free five times; then each doubles the wait, up to an hour', () => {
    expect([0, 1, 4].map(waitAfter)).toEqual([0, 0, 0]);
    expect([5, 6, 7].map(waitAfter)).toEqual([30_000, 60_000, 120_000]);
    expect([12, 13, 200].map(waitAfter)).toEqual([3_600_000, 3_600_000, 3_600_000]);
    expect([0, 4, 5, 9].map(freeTriesLeft)).toEqual([5, 1, 0, 0]);
  });

  it('are waited out and no longer', () => {
    const tries = { wrong: 5, lastAt: at };
    expect(nextTryAt(tries, later(at, 29_999))).toBe(later(at, 30_000));
    expect(nextTryAt(tries, later(at, 30_000))).toBeNull();
    expect(nextTryAt({ wrong: 4, lastAt: at }, at)).toBeNull();
  });
});
