import { expect, it } from 'vitest';
import { createSystemIds } from './ids.ts';

it('makes ids of the promised alphabet and length, none twice', () => {
  const ids = createSystemIds();
  const made = Array.from({ length: 1000 }, () => ids.unique());
  expect(made.filter((id) => !/^[a-z0-9-]{12,36}$/.test(id))).toEqual([]);
  expect(new Set(made).size).toBe(1000);
});

it('draws every whole number below the bound and no other', () => {
  const ids = createSystemIds();
  const drawn = new Set(Array.from({ length: 2000 }, () => ids.below(5)));
  expect([...drawn].sort()).toEqual([0, 1, 2, 3, 4]);
});
