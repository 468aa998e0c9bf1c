/** Who checked in and waits: what is offered for each, and when a check-in's own time is worth saying. */

import { expect, test } from 'vitest';
import type { CashierView } from '../../../app/contract/view.ts';
import { at } from '../../gallery/cashierParts.ts';
import { cashierStates } from '../../gallery/cashierStates.ts';
import { defaultTaste, freshView, type View } from '../../stores/viewStore.ts';
import { minutesLeft } from './arrivalsModel.ts';
import { sellingModel } from './model.ts';

const now = new Date(2026, 10, 23, 14, 32, 0).getTime();

function stateOf(name: string): CashierView {
  const found = cashierStates[name];
  if (found === undefined) throw new Error(`no state ${name}`);
  return found.state;
}

function modelOf(state: CashierView, more: Partial<View> = {}) {
  return sellingModel(state, { ...defaultTaste, ...freshView, language: 'en', ...more }, now);
}

function offered(name: string) {
  const { rows, reason } = modelOf(stateOf(name)).arrivals;
  const of = rows.map(({ mask, words, serve }) => [mask ?? words, serve?.label, serve?.disabled]);
  return { of, reason };
}

test('two at once are both in sight, each a choice of its own', () => {
  expect(offered('arrivals-two')).toEqual({
    of: [
      ['••• 32', 'Serve', false],
      ['••• 05', 'Serve', false],
    ],
    reason: null,
  });
  const { rows } = modelOf(stateOf('arrivals-two')).arrivals;
  expect(rows.map(({ serve, dismiss }) => [serve?.action, dismiss.action])).toEqual([
    [
      { do: 'takeArrival', id: 'a1' },
      { do: 'dismissArrival', id: 'a1' },
    ],
    [
      { do: 'takeArrival', id: 'a2' },
      { do: 'dismissArrival', id: 'a2' },
    ],
  ]);
});

test('where the till has several codes, each row says at which one', () => {
  const places = (name: string) => modelOf(stateOf(name)).arrivals.rows.map(({ place }) => place);
  expect(places('arrivals-places')).toEqual(['Selvbetjening ved utgangen mot torg 2', 'Kasse 1']);
  expect(places('arrivals-two')).toEqual([null, null]);
});

test('one who is being looked up waits for that, and one who could not be can be tried again', () => {
  expect(offered('arrivals-many').of).toEqual([
    ['Not looked up', 'Try again', false],
    ['••• 32', 'Serve', false],
    ['••• 05', 'Serve', false],
    ['Looking up', undefined, undefined],
  ]);
});

test('nobody is served into an open payment, and the reason stands beside it', () => {
  const reason = 'Can be served when this payment is over.';
  expect(offered('arrivals-paying')).toEqual({
    of: [
      ['••• 32', 'Serve', true],
      ['••• 05', 'Serve', true],
    ],
    reason,
  });
  expect(offered('arrivals-unknown').reason).toBe(reason);
  expect(offered('waiting').reason).toBeNull();
});

test('while one is being taken no other can be', () => {
  const { rows } = modelOf(stateOf('arrivals-two'), { pending: 'takeArrival' }).arrivals;
  expect(rows.map(({ serve }) => serve?.disabled)).toEqual([true, true]);
});

test('minutes that are begun count, none are left once it is over, and never more than a check-in has', () => {
  const untils = [at(14, 47, 1), at(14, 47, 0), at(14, 32, 1), at(14, 32, 0), at(14, 20, 0)];
  expect(untils.map((one) => minutesLeft(one, now))).toEqual([15, 15, 1, 0, 0]);
});

test('a check-in tells its end only in its last minutes, and then what happens instead', () => {
  const says = (name: string) => modelOf(stateOf(name)).customer.checkIn;
  expect(says('check-in')).toBeNull();
  expect(says('member')).toBeNull();
  expect(says('check-in-ends')?.says).toBe('The check-in lasts 3 minutes more.');
  expect(says('check-in-over')).toEqual({
    says: 'Check-in over: the request goes to the number.',
    comfort: 'Nothing is lost.',
  });
  const { sale } = stateOf('waiting');
  expect(modelOf({ ...stateOf('check-in-over'), sale }).customer.checkIn).toBeNull();
});
