/** The day as it is drawn, said, exported and typed at. */

import { describe, expect, test } from 'vitest';
import type { DayReport } from '../../../app/contract/view.ts';
import { money } from '../../../app/domain/money.ts';
import {
  closed,
  closedDiffering,
  empty,
  manyOpen,
  older,
  settled,
  unread,
  withOpen,
} from '../../gallery/dayStates.ts';
import { dayPageText } from '../../text/day.ts';
import { dateInWords } from '../../text/days.ts';
import { textsFor } from '../../text/index.ts';
import { dayCsv } from './dayCsv.ts';
import {
  comparedRows,
  dayBefore,
  figuresKey,
  hoursBetween,
  isExplained,
  membersOf,
  momentOf,
  oldestFirst,
  primaryOf,
  ticksTo,
  totalOf,
} from './dayModel.ts';

const now = new Date(2026, 10, 23, 17, 12, 0).getTime();
const text = textsFor('en', 'NO', now);
const plain = (words: string) => words.replaceAll('\u00a0', ' ');
const of = (report: DayReport | null, busy: Parameters<typeof primaryOf>[1] = null, unreadable = false) =>
  primaryOf({ report, unreadable }, busy, text);

test('the hours without a payment stand between those that had one, and none around them', () => {
  const hours = hoursBetween([
    { hour: 9, members: 1, others: 0 },
    { hour: 12, members: 0, others: 2 },
  ]);
  expect(hours.map(({ hour, members, others }) => [hour, members, others])).toEqual([
    [9, 1, 0],
    [10, 0, 0],
    [11, 0, 0],
    [12, 0, 2],
  ]);
  expect(hoursBetween([])).toEqual([]);
});

test('the lines of the chart are round, few, and none is above the highest bar', () => {
  expect(ticksTo(17)).toEqual([0, 5, 10, 15]);
  expect(ticksTo(1)).toEqual([0, 1]);
  expect(ticksTo(4)).toEqual([0, 1, 2, 3, 4]);
  expect(ticksTo(60)).toEqual([0, 20, 40, 60]);
  for (let peak = 1; peak < 3000; peak += 1) {
    const ticks = ticksTo(peak);
    expect(ticks.length, `${peak}`).toBeLessThanOrEqual(5);
    expect(ticks.at(-1), `${peak}`).toBeLessThanOrEqual(peak);
  }
});

test('the share of members is of the captures, and a day without any has none', () => {
  expect(membersOf(settled.hours)).toEqual({ members: 56, others: 40, percent: 58 });
  expect(membersOf([{ hour: 9, members: 0, others: 3 }])).toEqual({ members: 0, others: 3, percent: 0 });
  expect(membersOf([])).toBeNull();
});

test('the longest waiting is resolved first; the figure is of all that wait', () => {
  expect(oldestFirst(manyOpen.unresolved).map(({ number }) => number)).toEqual(['01-00098', '01-000141']);
  expect(totalOf(manyOpen.unresolved, 'NOK')).toEqual(money(98_300, 'NOK'));
});

test('what cannot be opened as a sale is explained: also at a machine, where nobody opens one', () => {
  expect((['saleUnknown', 'staffedOnly', 'diskFull'] as const).map((kind) => isExplained({ kind }))).toEqual([
    true,
    true,
    false,
  ]);
});

describe('what the one button offers', () => {
  test('while nothing is read it holds; what cannot be read is read again', () => {
    expect(of(null)).toMatchObject({ does: 'none', look: 'hold' });
    expect(of(null, null, true)).toMatchObject({ does: 'read', look: 'go' });
  });

  test('what is open goes first, on any day and after the closing too', () => {
    for (const report of [withOpen, { ...withOpen, today: false }]) {
      const { does, label } = of(report);
      expect([does, plain(label)]).toEqual(['resolve', 'Resolve 784,00 kr']);
    }
    const after = of({ ...withOpen, closed: closed.closed });
    expect([after.does, after.says]).toEqual(['resolve', 'Closed at 17:12.']);
    expect(plain(of(manyOpen).label)).toBe('Resolve 199,00 kr');
  });

  test('only today is closed, once', () => {
    expect(of(settled)).toMatchObject({ does: 'close', look: 'go', label: 'Close the day' });
    expect(of(older)).toMatchObject({ does: 'none', look: 'hold', says: 'Only today can be closed.' });
    expect(of(closed)).toMatchObject({ does: 'none', look: 'hold', label: 'Closed at 17:12', icon: 'done' });
  });

  test('a closing over a difference says so', () => {
    expect(of(closedDiffering)).toMatchObject({ label: 'Closed at 17:12', icon: 'attention' });
    expect(of(closedDiffering).says).toContain('did not agree');
  });

  test('one press at a time', () => {
    expect(of(withOpen, 'resolve')).toMatchObject({ does: 'none', look: 'hold' });
    expect(of(settled, 'close')).toMatchObject({ does: 'none', look: 'hold' });
  });
});

test('what differs is said with its sum and its direction, what agrees is not', () => {
  const { agreement } = withOpen;
  if (agreement === null) throw new Error('the picture has no comparison');
  const said = comparedRows(agreement, text).map(({ what, differs }) => [
    what,
    differs && plain(differs.sum),
  ]);
  expect(said).toEqual([
    ['approved', null],
    ['captured', null],
    ['released', '784,00 kr differs.'],
    ['refunded', null],
  ]);
  const more = agreement.rows.map((row) => ({ ...row, wallet: money(row.till.minor + 100, 'NOK') }));
  for (const language of ['nb', 'en'] as const) {
    const words = textsFor(language, 'NO', now);
    for (const row of comparedRows({ ...agreement, rows: more }, words)) {
      expect(row.differs?.why).not.toMatch(/[{}]/);
      expect(row.differs?.why).not.toBe(dayPageText[language].why[row.what].tillMore);
    }
  }
});

test('a comparison is of its figures until money has moved', () => {
  expect(figuresKey(withOpen)).toBe(figuresKey(settled));
  expect(figuresKey({ ...settled, captured: { ...settled.captured, count: 97 } })).not.toBe(
    figuresKey(settled),
  );
  expect(figuresKey(older)).not.toBe(figuresKey(settled));
});

describe('the file', () => {
  const rows = (report: DayReport, language: 'nb' | 'en' = 'en') =>
    dayCsv(report, report.agreement, textsFor(language, 'NO', now)).split('\r\n');

  test('has the figures, the comparison, the hours, the reasons and what is open', () => {
    const lines = rows(withOpen);
    expect(lines[0]).toBe('Part;What;Till;Vipps;Count');
    expect(lines).toContain('Vipps reconciliation;Day;2026-11-23;;');
    expect(lines).toContain('Vipps reconciliation;Captured;68412,50;;96');
    expect(lines).toContain('Vipps reconciliation;Net;66566,50;;');
    expect(lines).toContain('Till and Vipps;Released;784,00;0,00;');
    expect(lines).toContain('Payments per hour;12 Members;;;9');
    expect(lines).toContain('Refunds by reason;Outside of this till;127,00;;');
    expect(lines.at(-1)).toMatch(/^To resolve;01-000141 .* Waiting;784,00;;$/);
    expect(rows(unread)).toContain('Till and Vipps;Not read;;;3');
    expect(rows(closed, 'nb').some((line) => line.startsWith('Vipps-avstemming;Avsluttet;2026-11-23T'))).toBe(
      true,
    );
  });

  test('an empty day and one that was not compared are files too', () => {
    expect(rows(empty)).toContain('Vipps reconciliation;Captured;0,00;;0');
    expect(rows({ ...settled, agreement: null }).join()).not.toContain('Till and Vipps');
  });

  test('a reason that somebody typed is neither a formula nor a new column', () => {
    const typed = (reason: string) =>
      rows({ ...settled, refundsByReason: [{ reason, sum: money(-5, 'NOK') }] }).at(-1);
    expect(typed('=1+2')).toBe("Refunds by reason;'=1+2;-0,05;;");
    expect(typed('@cmd')).toBe("Refunds by reason;'@cmd;-0,05;;");
    expect(typed('a;b "c"')).toBe('Refunds by reason;"a;b ""c""";-0,05;;');
  });
});

test('a day is written out in words, and the one before it is found over a month', () => {
  expect(dateInWords(momentOf('2026-11-23'), 'nb', now)).toBe('Mandag 23. november');
  expect(dateInWords(momentOf('2025-11-23'), 'en', now)).toBe('Sunday 23 November 2025');
  expect(dayBefore('2026-03-01')).toBe('2026-02-28');
  expect(dayBefore('2027-01-01')).toBe('2026-12-31');
});

test('the page has the wallet’s name of the day, and is never called an X or a Z', () => {
  const before = new Date(2027, 0, 11, 12, 0, 0).getTime();
  const after = new Date(2027, 0, 12, 12, 0, 0).getTime();
  const title = (at: number) => dayPageText.en.title(textsFor('en', 'DK', at).wallet);
  expect([title(before), title(after)]).toEqual(['MobilePay reconciliation', 'Vipps reconciliation']);
  expect(title(before)).not.toMatch(/\b[XZ]\b/);
});
