/** What can be taken, why not, and when the customer is asked whether more time is needed. */

import { expect, test } from 'vitest';
import type { MachineView, OfferView } from '../../../app/contract/view.ts';
import { money } from '../../../app/domain/money.ts';
import {
  goodsOf,
  lastNotSeen,
  momentOf,
  mostReserved,
  paidOf,
  paidShare,
  secondsToAnswer,
  taken,
  toPay,
} from './kioskModel.ts';

const kr = (minor: number) => money(minor, 'NOK');

function offer(sku: string, price: number, more: Partial<OfferView> = {}): OfferView {
  return { sku, name: sku, price: kr(price), stock: 1, minimumAge: null, takeable: false, ...more };
}

test('what can be taken comes first, in the order of the machine', () => {
  const offers = [
    offer('a', 90_00),
    offer('b', 20_00, { takeable: true }),
    offer('c', 10_00, { takeable: true }),
  ];
  const { takeable, notNow } = goodsOf({ offers, left: kr(30_00) });
  expect(takeable.map(({ sku }) => sku)).toEqual(['b', 'c']);
  expect(notNow.map(({ offer: { sku } }) => sku)).toEqual(['a']);
});

test('an empty slot is sold out before anything else, then the money decides, then the age', () => {
  const offers = [
    offer('empty', 90_00, { stock: 0, minimumAge: 18 }),
    offer('dear', 90_00, { minimumAge: 18 }),
    offer('exact', 30_00, { minimumAge: 18 }),
  ];
  const { notNow } = goodsOf({ offers, left: kr(30_00) });
  expect(notNow.map(({ why }) => why)).toEqual(['soldOut', 'reservedTooLittle', 'ageLimit']);
});

test('the most that is reserved is the highest price of what is there', () => {
  expect(mostReserved([offer('a', 20_00), offer('b', 50_00), offer('c', 90_00, { stock: 0 })])).toEqual(
    kr(50_00),
  );
  expect(mostReserved([offer('a', 20_00, { stock: 0 })])).toBeNull();
  expect(mostReserved([])).toBeNull();
});

test('with less than twenty seconds left, and only while goods are chosen, it asks', () => {
  const until = '2026-11-25T12:00:20.000Z';
  const at = (second: number) => Date.parse('2026-11-25T12:00:00.000Z') + second * 1000;
  const asked = [0, 0.001, 1, 10.5, 20, 25].map((second) =>
    secondsToAnswer({ phase: 'choosing', until }, at(second)),
  );
  expect(asked).toEqual([null, 20, 19, 10, 0, 0]);
  expect(secondsToAnswer({ phase: 'dispensing', until }, at(15))).toBeNull();
  expect(secondsToAnswer({ phase: 'choosing', until: null }, at(15))).toBeNull();
});

test('only what left the machine counts as taken', () => {
  const states = ['dispensed', 'failed', 'tooLate', 'unknown', 'asked'] as const;
  const items = states.map((state) => ({ id: state, name: state, price: kr(1), state }));
  expect(taken({ items }).map(({ id }) => id)).toEqual(['dispensed']);
});

test('nothing captured, or nothing known of it, is not paid', () => {
  const back = kr(22_00);
  expect(paidOf({ paid: kr(28_00), released: back })).toEqual({ captured: kr(28_00), released: back });
  expect(paidOf({ paid: kr(0), released: back })).toBeNull();
  expect(paidOf({ paid: null, released: null })).toBeNull();
});

test('the customer hears of the last one that was not seen to leave, and only of that', () => {
  const item = (state: 'dispensed' | 'failed' | 'unknown') => ({
    id: state,
    name: state,
    price: kr(1),
    state,
  });
  expect(lastNotSeen({ items: [item('failed')] })).toBe('failed');
  expect(lastNotSeen({ items: [item('dispensed'), item('unknown')] })).toBe('unknown');
  expect(lastNotSeen({ items: [item('failed'), item('dispensed')] })).toBeNull();
  expect(lastNotSeen({ items: [] })).toBeNull();
});

test('what is paid is what has come out and what is on its way, and nothing that failed', () => {
  const states = ['dispensed', 'failed', 'asked'] as const;
  const items = states.map((state, index) => ({ id: state, name: state, price: kr(10 ** index), state }));
  expect(toPay({ items })).toEqual(kr(101));
  expect(toPay({ items: [] })).toBeNull();
});

test('an idle machine with nothing in it says so, and one that asks for an answer asks', () => {
  const idle: MachineView = {
    phase: 'idle',
    qrImage: null,
    code: null,
    offers: [offer('a', 20_00)],
    reserved: null,
    left: null,
    items: [],
    paid: null,
    released: null,
    until: null,
  };
  expect(momentOf(idle, 0)).toBe('idle');
  expect(momentOf({ ...idle, offers: [offer('a', 20_00, { stock: 0 })] }, 0)).toBe('empty');
  const choosing: MachineView = { ...idle, phase: 'choosing', until: new Date(30_000).toISOString() };
  expect([momentOf(choosing, 10_000), momentOf(choosing, 10_001)]).toEqual(['choosing', 'moreTime']);
});

test('the bar is in true proportion', () => {
  expect(paidShare(kr(28_00), kr(22_00))).toBe(0.56);
  expect(paidShare(kr(50_00), kr(0))).toBe(1);
  expect(paidShare(kr(0), kr(0))).toBe(0);
});
