/** Which codes are this till's, learned also by a till that started while the service was down. */

import { expect, test } from 'vitest';
import type { RemoteFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { virtualClock } from '../../app/testing/virtualClock.ts';
import { learnCodes } from './learnCodes.ts';

const down: RemoteFault = { kind: 'noConnection', service: { api: 'qr' } };
const day = 86_400_000;

function aLearner(answer: Result<null>) {
  const clock = virtualClock();
  let asked = 0;
  let now = answer;
  const learner = learnCodes({
    async list() {
      asked += 1;
      return now;
    },
    clock,
    log: { info() {}, warn() {}, error() {} },
  });
  return {
    clock,
    learner,
    asked: () => asked,
    answers(next: Result<null>): void {
      now = next;
    },
  };
}

test('a service that answers is asked once, whatever becomes of the line', async () => {
  const { clock, learner, asked } = aLearner(ok(null));
  await clock.settle();
  learner.lineIsBack();
  await clock.pass(day);
  expect(asked()).toBe(1);
});

test('a till without keys asks nobody again', async () => {
  const { clock, learner, asked } = aLearner(err({ kind: 'notConfigured', service: { api: 'qr' } }));
  await clock.settle();
  learner.lineIsBack();
  await clock.pass(day);
  expect(asked()).toBe(1);
});

test('one that refuses is asked again as one that cannot be reached', async () => {
  const { clock, learner, asked, answers } = aLearner(err({ kind: 'forbidden', service: { api: 'qr' } }));
  await clock.pass(day);
  expect(asked()).toBe(5);
  answers(ok(null));
  learner.lineIsBack();
  learner.lineIsBack();
  await clock.pass(day);
  expect(asked()).toBe(6);
});

test('while it cannot be reached it is asked ever more slowly, and not for ever', async () => {
  const { clock, asked } = aLearner(err(down));
  const counts: number[] = [];
  for (const ms of [0, 5_000, 30_000, 120_000, 600_000, day]) {
    await clock.pass(ms);
    counts.push(asked());
  }
  expect(counts).toEqual([1, 2, 3, 4, 5, 5]);
});

test('the line that is back ends the wait, and begins no second one', async () => {
  const { clock, learner, asked, answers } = aLearner(err(down));
  await clock.pass(10_000);
  expect(asked()).toBe(2);
  answers(ok(null));
  learner.lineIsBack();
  learner.lineIsBack();
  await clock.settle();
  expect(asked()).toBe(3);
  await clock.pass(day);
  expect(asked()).toBe(3);
});

test('long after the last attempt, the line that is back asks once, each time until it is answered', async () => {
  const { clock, learner, asked, answers } = aLearner(err(down));
  await clock.pass(day);
  learner.lineIsBack();
  await clock.pass(day);
  expect(asked()).toBe(6);
  answers(ok(null));
  learner.lineIsBack();
  await clock.pass(day);
  learner.lineIsBack();
  await clock.pass(day);
  expect(asked()).toBe(7);
});

test('a till that is closed asks nobody any more', async () => {
  const { clock, learner, asked } = aLearner(err(down));
  await clock.settle();
  learner.close();
  await clock.pass(day);
  learner.lineIsBack();
  await clock.pass(day);
  expect(asked()).toBe(1);
});
