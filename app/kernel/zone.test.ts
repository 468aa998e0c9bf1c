import { describe, expect, it } from 'vitest';
import { boundsOf } from '../domain/day.ts';
import { instant } from './time.ts';
import { dayOf, readDay } from './zone.ts';

const at = (iso: string) => instant(Date.parse(iso));

describe('days of a store', () => {
  it('begin and end at the store’s midnight, also when the clocks change', () => {
    const lengths = ['2026-03-29', '2026-10-25', '2026-11-25'].map((text) => {
      const date = readDay(text);
      if (date === null) throw new Error(text);
      const { from, to } = boundsOf(date, 'Europe/Oslo');
      return [new Date(from).toISOString(), (to - from) / 3_600_000];
    });
    expect(lengths).toEqual([
      ['2026-03-28T23:00:00.000Z', 23],
      ['2026-10-24T22:00:00.000Z', 25],
      ['2026-11-24T23:00:00.000Z', 24],
    ]);
  });

  it('are the market’s and not the machine’s', () => {
    const late = at('2026-11-25T22:30:00Z');
    expect([dayOf(late, 'Europe/Oslo'), dayOf(late, 'Europe/Helsinki')]).toEqual([
      '2026-11-25',
      '2026-11-26',
    ]);
  });

  it('hold every moment in exactly one day', () => {
    for (let hour = 0; hour < 24 * 400; hour += 1) {
      const moment = instant(Date.UTC(2026, 0, 1) + hour * 3_600_000);
      const { from, to } = boundsOf(dayOf(moment, 'Europe/Copenhagen'), 'Europe/Copenhagen');
      expect(moment >= from && moment < to).toBe(true);
    }
  });

  it('are not read from anything else', () => {
    expect(['2026-02-30', '25.11.2026', '2026-1-1', ''].map(readDay)).toEqual([null, null, null, null]);
  });
});
