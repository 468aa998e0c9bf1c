/** What can be taken, why not, and when the customer is asked whether more time is needed. */

import { expect, test } from 'vitest';
import type { MachineView, OfferView } from '../../../app/contract/view.ts';
import { money } from '../../../app/domain/money.ts';
import { idle } from '../../gallery/customerMachineStates.ts';
import {
  type Good,
  goodsOf,
  hasRest,
  isAgeLeftOut,
  lastNotSeen,
  momentOf,
  mostReserved,
  onItsWay,
  pageOf,
  paidOf,
  paidShare,
  placed,
  secondsToAnswer,
  taken,
  toPay,
} from './kioskModel.ts';

const kr = (minor: number) => money(minor, 'NOK');

function offer(sku: string, price: number, more: Partial<OfferView> = {}): OfferView {
  return {
    sku,
    name: sku,
    price: kr(price),
    stock: 1,
    minimumAge: null,
    code: null,
    takeable: false,
    ...more,
  };
}

const whys = (goods: readonly Good[]) => goods.map(({ offer: { sku }, why }) => [sku, why]);

test('what can be taken comes first, in the order of the machine', () => {
  const offers = [
    offer('a', 90_00),
    offer('b', 20_00, { takeable: true }),
    offer('c', 10_00, { takeable: true }),
  ];
  expect(whys(goodsOf({ phase: 'choosing', offers, left: kr(30_00) }))).toEqual([
    ['b', null],
    ['c', null],
    ['a', 'reservedTooLittle'],
  ]);
});

test('an empty slot is sold out before anything else, then the money decides, then the age', () => {
  const offers = [
    offer('empty', 90_00, { stock: 0, minimumAge: 18 }),
    offer('dear', 90_00, { minimumAge: 18 }),
    offer('exact', 30_00, { minimumAge: 18 }),
  ];
  const goods = goodsOf({ phase: 'choosing', offers, left: kr(30_00) });
  expect(goods.map(({ why }) => why)).toEqual(['soldOut', 'reservedTooLittle', 'ageLimit']);
  expect([isAgeLeftOut(goods), isAgeLeftOut(goods.slice(0, 2))]).toEqual([true, false]);
});

test('before anything is reserved whatever is there can be chosen, also what has an age limit', () => {
  const offers = [offer('empty', 90_00, { stock: 0 }), offer('beer', 90_00, { minimumAge: 18 })];
  expect(whys(goodsOf({ phase: 'idle', offers, left: null }))).toEqual([
    ['beer', null],
    ['empty', 'soldOut'],
  ]);
});

test('eight tiles stand on a page, within low reach two rows of them, and the last page keeps their size', () => {
  const goods = Array.from({ length: 10 }, (_, index): Good => ({ offer: offer(`${index}`, 1), why: null }));
  const at = (page: number, low: boolean, portrait: boolean, larger = false) => {
    const { goods: shown, ...of } = pageOf(goods, { page, low, larger, portrait });
    return { ...of, shown: shown.map(({ offer: { sku } }) => sku).join('') };
  };
  expect(at(0, false, true)).toEqual({ page: 0, pages: 2, rows: 4, columns: 2, shown: '01234567' });
  expect(at(1, false, true)).toEqual({ page: 1, pages: 2, rows: 4, columns: 2, shown: '89' });
  expect(at(2, true, true)).toEqual({ page: 2, pages: 3, rows: 2, columns: 2, shown: '89' });
  expect(at(0, true, false)).toEqual({ page: 0, pages: 2, rows: 2, columns: 4, shown: '01234567' });
  expect(at(1, false, true, true)).toEqual({ page: 1, pages: 2, rows: 3, columns: 2, shown: '6789' });
  expect(at(1, false, false, true)).toEqual({ page: 1, pages: 2, rows: 2, columns: 3, shown: '6789' });
});

test('a page that is gone shows the last there is, and few goods take few rows', () => {
  const goods = [offer('a', 1), offer('b', 1), offer('c', 1)].map((one): Good => ({ offer: one, why: null }));
  const asked = { page: 4, low: false, larger: false, portrait: true };
  expect(pageOf(goods, asked)).toEqual({ goods, page: 0, pages: 1, rows: 2, columns: 2 });
  expect(pageOf([], asked)).toEqual({ goods: [], page: 0, pages: 1, rows: 1, columns: 2 });
});

test('the most that is reserved is the highest price of what is there', () => {
  expect(mostReserved([offer('a', 20_00), offer('b', 50_00), offer('c', 90_00, { stock: 0 })])).toEqual(
    kr(50_00),
  );
  expect(mostReserved([offer('a', 20_00, { stock: 0 })])).toBeNull();
  expect(mostReserved([])).toBeNull();
});

test('with twenty seconds left to answer in, and only while something is chosen or approved, it asks', () => {
  const until = '2026-11-25T12:00:25.000Z';
  const at = (second: number) => Date.parse('2026-11-25T12:00:00.000Z') + second * 1000;
  const asked = [0, 0.001, 5, 15.5, 25, 30].map((second) =>
    secondsToAnswer({ phase: 'choosing', until }, at(second)),
  );
  expect(asked).toEqual([null, 25, 20, 10, 0, 0]);
  expect(secondsToAnswer({ phase: 'asking', until }, at(20))).toBe(5);
  expect(secondsToAnswer({ phase: 'dispensing', until }, at(15))).toBeNull();
  expect(secondsToAnswer({ phase: 'choosing', until: null }, at(15))).toBeNull();
});

test('only what left the machine counts as taken', () => {
  const states = ['dispensed', 'failed', 'tooLate', 'unknown', 'notApproved', 'asked'] as const;
  const items = states.map((state) => ({
    id: state,
    sku: state,
    name: state,
    price: kr(1),
    code: null,
    state,
  }));
  expect(taken({ items }).map(({ id }) => id)).toEqual(['dispensed']);
});

test('nothing captured, or nothing known of it, is not paid', () => {
  const back = kr(22_00);
  expect(paidOf({ paid: kr(28_00), released: back })).toEqual({ captured: kr(28_00), released: back });
  expect(paidOf({ paid: kr(0), released: back })).toBeNull();
  expect(paidOf({ paid: null, released: null })).toBeNull();
});

test('the customer hears of the last one that was not seen to leave, and only of that', () => {
  const item = (state: 'dispensed' | 'failed' | 'unknown' | 'notApproved') => ({
    id: state,
    sku: state,
    name: state,
    price: kr(1),
    code: null,
    state,
  });
  expect(lastNotSeen({ items: [item('failed')] })).toBe('failed');
  expect(lastNotSeen({ items: [item('dispensed'), item('unknown')] })).toBe('unknown');
  expect(lastNotSeen({ items: [item('failed'), item('dispensed')] })).toBeNull();
  expect(lastNotSeen({ items: [item('notApproved')] })).toBeNull();
  expect(lastNotSeen({ items: [] })).toBeNull();
});

test('what is paid is what has come out and what is on its way, and nothing that failed', () => {
  const states = ['dispensed', 'failed', 'asked'] as const;
  const items = states.map((state, index) => ({
    id: state,
    sku: state,
    name: state,
    price: kr(10 ** index),
    code: null,
    state,
  }));
  expect(toPay({ items })).toEqual(kr(101));
  expect(toPay({ items: [] })).toBeNull();
});

test('an idle machine with nothing in it says so, and one that asks for an answer asks', () => {
  expect(momentOf(idle, 0)).toBe('code');
  // Who cannot scan the code chooses here; where no scan can come, everybody does.
  expect(momentOf(idle, 0, true)).toBe('goods');
  expect(momentOf({ ...idle, sells: 'chooseFirst' }, 0)).toBe('goods');
  expect(momentOf({ ...idle, offers: [offer('a', 20_00, { stock: 0 })] }, 0)).toBe('empty');
  // Whoever is served goes on; nobody is invited to what can only fail.
  const away = { ...idle, serviceAway: true };
  expect(momentOf(away, 0)).toBe('away');
  expect(momentOf(away, 0, true)).toBe('away');
  expect(momentOf({ ...away, sells: 'chooseFirst' }, 0)).toBe('away');
  for (const phase of ['asking', 'choosing', 'dispensing', 'settling', 'result', 'outOfOrder'] as const)
    expect(momentOf({ ...away, phase }, 0)).toBe(phase);
  expect(momentOf({ ...away, offers: [] }, 0)).toBe('empty');
  const choosing: MachineView = { ...idle, phase: 'choosing', until: new Date(30_000).toISOString() };
  expect([momentOf(choosing, 5000), momentOf(choosing, 5001)]).toEqual(['choosing', 'moreTime']);
  // A code that is being scanned is not taken away for a question.
  expect(momentOf({ ...choosing, phase: 'asking' }, 5001)).toBe('asking');
});

test('the bar is in true proportion', () => {
  expect(paidShare(kr(28_00), kr(22_00))).toBe(0.56);
  expect(paidShare(kr(50_00), kr(0))).toBe(1);
  expect(paidShare(kr(0), kr(0))).toBe(0);
});

test('the one that is to come out is found, and named with its door', () => {
  const one = { id: 'a', sku: '1', name: 'Kaffe', price: kr(28_00), code: 'A1', state: 'asked' } as const;
  const gone = { ...one, id: 'b', state: 'failed' } as const;
  expect([onItsWay({ items: [gone, one] }), onItsWay({ items: [gone] })]).toEqual([one, null]);
  expect([placed(one), placed({ ...one, code: null })]).toEqual(['Kaffe (A1)', 'Kaffe']);
});

test('what is left of a reservation is spoken of only where something is', () => {
  expect([{ left: kr(1) }, { left: kr(0) }, { left: null }].map(hasRest)).toEqual([true, false, false]);
});
