/** Days in the life of a till, by seed: faults at every call, deaths at every step, and an auditor at the end. */

import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allCores, makeScratch, runBatch } from './batch.ts';
import { missing } from './kindOfDay.ts';
import { type KindName, kinds } from './kinds.ts';
import { prepareScratch, runSeed } from './runSeed.ts';
import { storyOfFailure } from './shrink.ts';
import { inOrder, sideBySide } from './story.ts';

const minutes = 60_000;

let scratch = '';
beforeAll(async () => {
  scratch = makeScratch();
  await prepareScratch(scratch);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it.each<[KindName, number]>([
  ['till', kinds.till.enoughSeeds],
  ['machine', kinds.machine.enoughSeeds],
])(
  'days of a %s: %i seeds break no rule and reach everything that must be reached',
  async (kind, seeds) => {
    const batch = await runBatch({ kind, from: 1, seeds, workers: allCores });
    const [first] = batch.failed;
    expect(first === undefined ? [] : await storyOfFailure(first.seed, scratch, kind)).toEqual([]);
    expect(batch.failed).toEqual([]);
    expect(missing(kinds[kind], batch.counts)).toEqual([]);
  },
  10 * minutes,
);

describe('a day', () => {
  it('is the same for the same seed, word by word', async () => {
    const first = await runSeed({ seed: 7, scratch });
    const second = await runSeed({ seed: 7, scratch });
    expect(second.story).toEqual(first.story);
    expect(second.fingerprint).toBe(first.fingerprint);
    expect((await runSeed({ seed: 8, scratch })).fingerprint).not.toBe(first.fingerprint);
  });

  it('can be lived again without one of the things that happened, and with the others', async () => {
    const whole = await runSeed({ seed: 7, scratch });
    const last = whole.strokes.at(-1);
    if (last === undefined) throw new Error('nothing happened on that day');
    const without = await runSeed({ seed: 7, scratch, leftOut: new Set([last.id]) });
    expect(without.strokes).toEqual(whole.strokes.slice(0, -1));
  });
});

it('a story stands in three columns, by time', () => {
  const story = inOrder([
    { at: 2000, where: 'screen', what: 'paid' },
    { at: 1000, where: 'till', what: 'ask for the money' },
    { at: 1500, where: 'service', what: 'CREATED' },
  ]);
  const [head = '', ...rows] = sideBySide(story);
  expect(rows.map((row) => row.trim().split(/\s{2,}/))).toEqual([
    ['1 s', 'ask for the money'],
    ['1.5 s', 'CREATED'],
    ['2 s', 'paid'],
  ]);
  expect(rows.map((row) => row.indexOf(row.trim().split(/\s{2,}/)[1] ?? ''))).toEqual(
    ['till', 'service', 'screen'].map((name) => head.indexOf(name)),
  );
});
