/** What goes back, and whether it may be asked for. */

import { expect, test } from 'vitest';
import type { RefundView } from '../../../app/contract/view.ts';
import { nok } from '../../gallery/cashierParts.ts';
import { eventful, paid } from '../../gallery/paymentsStates.ts';
import { textsFor } from '../../text/index.ts';
import {
  freshForm,
  goesBack,
  isTooMuch,
  missing,
  type RefundForm,
  refundInput,
  withUnits,
} from './refund.ts';
import { refundPrimary } from './refundPrimary.ts';
import { isLost, newestOf } from './useRefund.ts';

const text = textsFor('en', 'NO', 0);
const form = (more: Partial<RefundForm>): RefundForm => ({ ...freshForm(paid), ...more });

test('by line: the shares that the till tells, never the price times the quantity', () => {
  const sale = {
    ...paid,
    lines: [
      {
        lineId: 'l0',
        name: 'Three for two',
        quantity: 3,
        left: 3,
        worth: [nok(6667), nok(13333), nok(20000)],
        total: nok(20000),
      },
    ],
  };
  const back = (units: number) => goesBack(form({ units: { l0: units } }), sale)?.minor;
  expect([0, 1, 2, 3].map(back)).toEqual([0, 6667, 13333, 20000]);
});

test('a stepper stays between none and what is left', () => {
  const sale = { lines: paid.lines.map((line) => ({ ...line, left: line.lineId === 'l4' ? 1 : 0 })) };
  const units = (lineId: string, wished: number) => withUnits(form({}), sale, lineId, wished).units[lineId];
  expect([units('l4', 2), units('l4', -1), units('l0', 1)]).toEqual([1, 0, 0]);
});

test('what is missing is named in the order in which it is put right', () => {
  const asked = { kind: 'amount', reason: 'faulty' } as const;
  expect(missing(form({}), paid)).toBe('what');
  expect(missing(form({ kind: 'amount', amountText: '12,x' }), paid)).toBe('what');
  expect(missing(form({ kind: 'amount', amountText: '-5' }), paid)).toBe('what');
  expect(missing(form({ ...asked, amountText: '2225,21' }), paid)).toBe('tooMuch');
  expect(missing(form({ ...asked, amountText: '2225,20', reason: null }), paid)).toBe('reason');
  expect(missing(form({ kind: 'all', reason: 'other', reasonText: '  ' }), paid)).toBe('reason');
  expect(missing(form({ ...asked, amountText: '2 225,20' }), paid)).toBeNull();
});

test('lines that come to more than may go back are not asked for', () => {
  const units = Object.fromEntries(paid.lines.map((line) => [line.lineId, line.left]));
  expect(isTooMuch(form({ units }), eventful)).toBe(true);
  expect(missing(form({ units, reason: 'faulty' }), eventful)).toBe('tooMuch');
});

test('what is asked: all that is left, an amount, or only the lines that go back', () => {
  const reason = 'changedMind';
  expect(refundInput(form({ kind: 'all', reason }), paid, 'nb')).toEqual({
    saleId: 's142',
    reason: 'Ombestemte seg',
  });
  expect(refundInput(form({ kind: 'amount', amountText: '100', reason }), paid, 'en')).toEqual({
    saleId: 's142',
    amount: 10000,
    reason: 'Changed mind',
  });
  const byLine = form({ units: { l0: 0, l1: 1 }, reason: 'other', reasonText: ' Seam came apart ' });
  expect(refundInput(byLine, paid, 'nb')).toEqual({
    saleId: 's142',
    lines: [{ lineId: 'l1', quantity: 1 }],
    reason: 'Seam came apart',
  });
});

test('the button says how much, what is missing, or that it is on its way', () => {
  const ready = form({ kind: 'amount', amountText: '520,10', reason: 'wrongSize' });
  const choosing = { at: 'choosing', fault: null } as const;
  const words = (one: RefundForm, stage: Parameters<typeof refundPrimary>[1]) => {
    const { look, label } = refundPrimary(one, stage, paid, text);
    return `${look}: ${label.replaceAll('\u00a0', ' ')}`;
  };
  expect(words(ready, choosing)).toBe('go: Refund 520,10 kr');
  expect(words(form({}), choosing)).toBe('hold: Choose what goes back');
  expect(words(ready, { at: 'asking' })).toBe('hold: Sending the refund');
  expect(words(ready, { at: 'lost', fault: { kind: 'doorClosed' } })).toBe('go: Close');
});

test('a refund under way is told anew with the sale, and one that ended stays as it ended', () => {
  const refund: RefundView = {
    key: 'r1',
    amount: nok(100),
    lines: [],
    reason: 'Faulty',
    outcome: 'underway',
    askedAt: paid.at,
    endedAt: null,
    code: null,
  };
  const done: RefundView = { ...refund, outcome: 'done' };
  expect(newestOf({ at: 'asked', refund }, { refunds: [done] })).toEqual({ at: 'asked', refund: done });
  expect(newestOf({ at: 'asked', refund }, { refunds: [] })).toEqual({ at: 'asked', refund });
  expect(newestOf({ at: 'asked', refund: done }, { refunds: [refund] })).toEqual({
    at: 'asked',
    refund: done,
  });
});

test('only a till that was lost leaves open whether the refund was asked for', () => {
  expect([isLost({ kind: 'doorClosed' }), isLost({ kind: 'defect', id: 'd' })]).toEqual([true, true]);
  expect([isLost({ kind: 'notAllowed' }), isLost({ kind: 'refundUnderway' })]).toEqual([false, false]);
});
