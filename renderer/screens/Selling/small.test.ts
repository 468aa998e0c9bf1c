/** The small readers of this screen: what was searched, what was typed as a number, what became of a parked payment. */

import { expect, test } from 'vitest';
import { roomFor } from '../../stores/useRoom.ts';
import { around } from './emphasised.ts';
import { parkedState } from './parkedState.ts';
import { grouped, readTyped } from './phoneDigits.ts';
import { searchOf } from './searchText.ts';

test.each([
  ['termos', { quantity: 1, text: 'termos' }],
  ['5*termos', { quantity: 5, text: 'termos' }],
  [' 12 x ulltrøye ', { quantity: 12, text: 'ulltrøye' }],
  ['0*termos', { quantity: 1, text: '0*termos' }],
  ['7038010004217', { quantity: 1, text: '7038010004217' }],
])('search %j', (typed, expected) => expect(searchOf(typed)).toEqual(expected));

test.each([
  ['912 34 567', '47', { digits: '91234567', country: '47' }],
  ['+45 20 12 34 56', '47', { digits: '20123456', country: '45' }],
  ['00358401234567', '47', { digits: '401234567', country: '358' }],
  ['91x23', '46', { digits: '9123', country: '46' }],
])('number %j', (typed, country, expected) => expect(readTyped(typed, country)).toEqual(expected));

test('digits that have been there for a second are dots', () => {
  expect(grouped('9123446', 5)).toBe('••• •• 46');
  expect(grouped('91234567', 8)).toBe('••• •• •••');
});

test('a state of a parked payment that this window does not know is not yet an answer', () => {
  const known = [null, 'waiting', 'captured', 'declined', 'cancelling', 'somethingNew'].map(parkedState);
  expect(known).toEqual(['none', 'waiting', 'paid', 'notPaid', 'checking', 'checking']);
});

test('the amount is set bold in its own place of the sentence', () => {
  expect(around('Would save {sum} on this', '120,00 kr')).toEqual({
    before: 'Would save ',
    strong: '120,00 kr',
    after: ' on this',
  });
});

test('room is what is left at the chosen text size', () => {
  expect([roomFor(1280, '100'), roomFor(1024, '100'), roomFor(1280, '125'), roomFor(1280, '150')]).toEqual([
    'wide',
    'narrow',
    'narrow',
    'tight',
  ]);
});
