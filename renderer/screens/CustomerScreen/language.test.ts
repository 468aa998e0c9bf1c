/** When the customer's own language is forgotten. */

import { expect, test } from 'vitest';
import { otherLanguage, saleEnded } from './language.ts';

test('the button offers the language that is not on the screen', () => {
  expect([otherLanguage('nb'), otherLanguage('en')]).toEqual(['en', 'nb']);
});

test('the choice lasts through the sale, whatever happens in it', () => {
  expect(saleEnded('idle', 'greeting')).toBe(false);
  expect(saleEnded('greeting', 'basket')).toBe(false);
  expect(saleEnded('basket', 'waiting')).toBe(false);
  expect(saleEnded('waiting', 'notCompleted')).toBe(false);
  expect(saleEnded('notCompleted', 'waiting')).toBe(false);
  expect(saleEnded('checking', 'thanks')).toBe(false);
});

test('it ends when the screen is wiped, and when the next customer comes during the thanks', () => {
  expect(saleEnded('thanks', 'idle')).toBe(true);
  expect(saleEnded('basket', 'idle')).toBe(true);
  expect(saleEnded('thanks', 'greeting')).toBe(true);
  expect(saleEnded('idle', 'idle')).toBe(false);
  expect(saleEnded('thanks', 'thanks')).toBe(false);
});

test('at a machine it lasts until the result has stood, and through goods that fail', () => {
  expect(saleEnded('asking', 'choosing')).toBe(false);
  expect(saleEnded('dispensing', 'choosing')).toBe(false);
  expect(saleEnded('settling', 'result')).toBe(false);
  expect(saleEnded('result', 'idle')).toBe(true);
  expect(saleEnded('result', 'outOfOrder')).toBe(true);
  expect(saleEnded('result', 'asking')).toBe(true);
});
