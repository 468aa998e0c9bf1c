/** The list and the explanation as they are drawn and copied, and how often the till is asked. */

import { expect, test } from 'vitest';
import type { ExplainedItem, SaleExplained } from '../../../app/contract/view.ts';
import { base } from '../../gallery/cashierParts.ts';
import { nothingTaken, ofReservation } from '../../gallery/paymentsMachineStates.ts';
import { eventful, olderRows, paid, rows, unresolved } from '../../gallery/paymentsStates.ts';
import { dayInWords } from '../../text/days.ts';
import { textsFor } from '../../text/index.ts';
import { atMostOnceA } from './atMostOnceA.ts';
import { explanationOf, plainText } from './explanation.ts';
import { daysOfRows } from './rows.ts';
import { standingChip } from './standing.ts';
import { searchInput, signatureOf } from './usePayments.ts';

const now = new Date(2026, 10, 23, 14, 32, 0).getTime();
const text = textsFor('en', 'NO', now);
const plain = (words: string) => words.replaceAll('\u00a0', ' ');

test('a list of today needs no heading; an older one stands under its days', () => {
  expect(daysOfRows(rows, text, now).map((day) => day.heading)).toEqual([null]);
  const days = daysOfRows(olderRows, text, now);
  expect(days.map(({ heading, rows: of }) => [heading, of.length])).toEqual([
    ['Today', 3],
    ['Yesterday', 2],
    ['Thursday 19 November', 2],
  ]);
  expect(daysOfRows([], text, now)).toEqual([]);
});

test('another year is named', () => {
  expect(dayInWords(new Date(2025, 11, 31, 23, 0, 0).getTime(), 'nb', now)).toBe('Onsdag 31. desember 2025');
});

test('a row tells whose it is without a number, or that a code was scanned', () => {
  const who = daysOfRows(rows, text, now).flatMap((day) => day.rows.map((row) => row.who));
  expect(who.slice(0, 2)).toEqual(['Kari ••• 67', '••• 12']);
  expect(who[5]).toBe('QR');
});

test('a refund under way is not called paid', () => {
  expect(standingChip({ standing: 'paid', unresolved: false }, text).children).toBe('Paid');
  expect(standingChip({ standing: 'paid', unresolved: true }, text).children).toBe('Refund under way');
  expect(standingChip({ standing: 'waiting', unresolved: true }, text).children).toBe('Waiting');
});

test('every step has its fact, its sentence without a gap, and the service’s own event where there is one', () => {
  for (const sale of [paid, eventful, unresolved, ofReservation, nothingTaken]) {
    const { steps, sentence } = explanationOf(sale, base.till, text, now);
    expect(sentence).not.toMatch(/[{}]/);
    for (const step of steps) expect(`${step.fact} ${step.sentence}`).not.toMatch(/[{}]/);
  }
  const { steps } = explanationOf(paid, base.till, text, now);
  expect(steps.map((step) => step.event !== null)).toEqual([
    false,
    false,
    true,
    true,
    false,
    true,
    false,
    false,
  ]);
  expect(plain(steps[5]?.event ?? '')).toMatch(/^CAPTURED · 2 225,20 kr · 14:31:53 · [0-9a-f-]{36}$/);
});

test('a refusal is said by what its code means, and another day than the sale’s is named', () => {
  const steps = explanationOf(eventful, base.till, text, now).steps;
  const refused = steps.find((step) => step.sentence.includes('5100'));
  expect(refused?.sentence).toBe('No money went back. The sales unit cannot refund. (5100)');
  expect(steps.map((step) => step.day).filter((day) => day !== null)).toEqual(['Tuesday 24 November']);
});

test('each attempt has its sums, and a log that could not be read is said', () => {
  const { attempts } = explanationOf(eventful, base.till, text, now);
  expect(attempts.map(({ name, sums, unread }) => [name, plain(sums), unread])).toEqual([
    ['Attempt 1 · Push to phone', 'Nothing taken', null],
    [
      'Attempt 2 · Push to phone',
      '2 225,20 kr captured, 520,10 kr given back',
      'The service’s own log could not be read now.',
    ],
  ]);
});

test('what is copied is the whole explanation, line by line', () => {
  const copied = plain(plainText(explanationOf(paid, base.till, text, now), 'Explain', '2 225,20 kr'));
  expect(copied.split('\n').slice(0, 9)).toEqual([
    'Explain: 2 225,20 kr, Paid',
    'The customer approved 2 225,20 kr once. The till captured it once. No refund.',
    '',
    'Sale: 01-000142',
    'Customer: Kari ••• 67',
    'Club: Turklubben',
    'Till: 01',
    'bek-01-7QF4-0142 (Push to phone): 2 225,20 kr captured',
    '',
  ]);
  expect(copied).toContain(
    '14:31:53  Captured. 2 225,20 kr. Read back from the service.\n          CAPTURED · 2 225,20 kr',
  );
});

test('a machine’s items stand in what is copied, each with what became of it and of its money', () => {
  const copied = (sale: SaleExplained) =>
    plain(plainText(explanationOf(sale, base.till, text, now), 'Explain', '149,00 kr')).split('\n');
  expect(copied(ofReservation).slice(0, 7)).toEqual([
    'Explain: 149,00 kr, Paid',
    'Goods for 149,00 kr left the machine and were paid. The rest of the reservation of 399,00 kr, 250,00 kr, was released. No refund.',
    '',
    '13:31:20  Termos stål 0,75 l, 399,00 kr: Did not come out. The machine said so at 13:31:31. Not paid.',
    '13:31:44  Kaffekopp emalje, 3 dl, blå, 149,00 kr: Came out at 13:31:52. Paid.',
    '13:32:03  Turmat pasta bolognese, 119,00 kr: The machine had not said by 13:33:03 what became of it. Not paid.',
    '',
  ]);
  expect(copied(nothingTaken).slice(1, 5)).toEqual([
    'No item was seen to leave the machine, so nothing was paid. The whole reservation of 399,00 kr was released. The power went, or the till was stopped, while the customer was there.',
    '',
    '13:13:01  Termos stål 0,75 l, 399,00 kr: The power went, or the till was stopped, before the machine said what became of it. The till was back at 13:15:20. Not paid.',
    '',
  ]);
});

test('an item whose payment does not match is not called paid, and one that goes out now not yet', () => {
  const became = (change: Partial<ExplainedItem>) =>
    explanationOf(
      { ...ofReservation, items: ofReservation.items.slice(0, 1).map((one) => ({ ...one, ...change })) },
      base.till,
      textsFor('nb', 'NO', now),
      now,
    ).items.map((one) => one.became);
  expect(became({ state: 'dispensed', money: 'unclear' })).toEqual(['Kom ut kl. 13:31:31.']);
  expect(became({ state: 'asked', money: 'notYet', endedAt: null })).toEqual([
    'Leveres ut nå. Ikke trukket ennå.',
  ]);
  expect(became({ state: 'notApproved' })).toEqual([
    'Aldri godkjent, så den ble ikke levert ut. Ikke betalt.',
  ]);
});

test('the search leaves out what was not asked', () => {
  expect(searchInput({ only: 'all', text: ' ' })).toEqual({});
  expect(searchInput({ only: 'unresolved', text: ' 479,00 ' })).toEqual({
    only: 'unresolved',
    text: '479,00',
  });
});

test('the explanation is asked for anew when something of this sale moved, and not for the others', () => {
  const view = { sale: null, attention: [] };
  const before = signatureOf('s141', rows, view);
  expect(
    signatureOf(
      's141',
      rows.map((row) => (row.saleId === 's142' ? (olderRows[3] ?? row) : row)),
      view,
    ),
  ).toBe(before);
  const paidNow = rows.map((row) => (row.saleId === 's141' ? { ...row, standing: 'paid' as const } : row));
  expect(signatureOf('s141', paidNow, view)).not.toBe(before);
});

test('at most once a second, and the last wish is not lost', () => {
  let time = 0;
  let waiting: { run: () => void; at: number } | null = null;
  const ran: number[] = [];
  const paced = atMostOnceA(1000, () => ran.push(time), {
    now: () => time,
    setTimeout: (run, ms) => {
      waiting = { run, at: time + ms };
      return waiting;
    },
    clearTimeout: () => {
      waiting = null;
    },
  });
  const wait = (until: number) => {
    time = until;
    const due = waiting;
    if (due === null || due.at > time) return;
    waiting = null;
    due.run();
  };
  paced.wish();
  wait(100);
  paced.wish();
  paced.wish();
  wait(999);
  expect(ran).toEqual([0]);
  wait(1000);
  expect(ran).toEqual([0, 1000]);
  wait(1500);
  paced.wish();
  paced.stop();
  wait(5000);
  expect(ran).toEqual([0, 1000]);
});
