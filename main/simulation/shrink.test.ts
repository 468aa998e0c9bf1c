/** A failure is made small by leaving out what it does not need. */

import { expect, it } from 'vitest';
import type { SeedResult } from './runSeed.ts';
import { type Live, shrink } from './shrink.ts';

/** A day of 60 strokes that breaks a rule where all of `needed` happened, and another rule without `calming`. */
function aDay(needed: readonly string[], calming?: string): Live {
  const all = Array.from({ length: 60 }, (_, index) => ({ id: `deed ${index + 1}`, what: 'something' }));
  return async (leftOut) => {
    const strokes = all.filter(({ id }) => !leftOut.has(id));
    const happened = strokes.map(({ id }) => id);
    const problems = needed.every((id) => happened.includes(id)) ? ['I4: K01 is reserved'] : [];
    if (calming !== undefined && !happened.includes(calming)) problems.unshift('I9: K01 is still open');
    const day: SeedResult = {
      seed: 1,
      problems,
      strokes,
      story: [],
      fingerprint: '',
      counts: new Map(),
      steps: 0,
    };
    return day;
  };
}

it('what is left is what the failure needs, in its order', async () => {
  const shrunk = await shrink(aDay(['deed 3', 'deed 31', 'deed 32', 'deed 60']));
  expect(shrunk?.day.strokes.map(({ id }) => id)).toEqual(['deed 3', 'deed 31', 'deed 32', 'deed 60']);
  expect(shrunk).toMatchObject({ rule: 'I4', strokesBefore: 60 });
  expect(shrunk?.lives).toBeLessThan(150);
});

it('a day that breaks another rule alone is not the failure', async () => {
  const shrunk = await shrink(aDay(['deed 3'], 'deed 40'));
  expect(shrunk?.day.strokes.map(({ id }) => id)).toEqual(['deed 3']);
});

it('a day without a failure has no story', async () => {
  expect(await shrink(aDay(['a deed that never happened']))).toBeNull();
});
