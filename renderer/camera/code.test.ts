import { expect, test } from 'vitest';
import { codesOf } from './code.ts';

const reading = (symbologyIdentifier: string, text = '2000001047859') => ({ text, symbologyIdentifier });

test.each([']E0', ']E4', ']C0', ']C1', ']Q1', ']Q3'])('%s is told as a scanner would tell it', (aim) => {
  expect(codesOf([reading(aim)])).toEqual([{ text: '2000001047859', symbology: aim }]);
});

test('nothing else is: no other family, no identifier, no text', () => {
  const others = [reading(']d1'), reading(']X0'), reading(''), reading(']E0x'), reading(']Q1', '')];
  expect(codesOf(others)).toEqual([]);
});
