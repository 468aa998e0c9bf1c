import { expect, test } from 'vitest';
import { fewestSteps } from './useGivingWay.ts';

test('no more gives way than must', () => {
  expect(fewestSteps((steps) => steps >= 3, 7)).toBe(3);
});

test('with room for everything nothing gives way, and nothing more is tried', () => {
  const tried: number[] = [];
  const steps = fewestSteps((one) => {
    tried.push(one);
    return true;
  }, 7);
  expect({ steps, tried }).toEqual({ steps: 0, tried: [0] });
});

test('where nothing suffices, everything has given way', () => {
  expect(fewestSteps(() => false, 7)).toBe(7);
});
