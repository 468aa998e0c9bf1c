import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { err, ok } from '../../app/kernel/result.ts';
import { isoUtc, later } from '../../app/kernel/time.ts';
import type { Log } from '../../app/ports/Log.ts';
import { virtualClock } from '../../app/testing/virtualClock.ts';
import { openPin, type Pin } from './pin.ts';

let folder: string;
const clock = virtualClock();
const said: string[] = [];
const keep = (event: string, facts: unknown) => void said.push(event + JSON.stringify(facts));
const log: Log = { info: keep, warn: keep, error: keep };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klubbkassa-pin-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function opened(): Pin {
  const pin = openPin(folder, { clock, log });
  if (!pin.ok) throw new Error(pin.fault.kind);
  return pin.value;
}

async function withPin(): Promise<Pin> {
  const pin = opened();
  expect(await pin.set('274913')).toEqual(ok(null));
  return pin;
}

const file = () => join(folder, 'pin.json');

it('is missing, then set, and known again after a start; neither file nor log holds it', async () => {
  const first = opened();
  expect(first.isSet()).toBe(false);
  expect(await first.check('274913')).toEqual(err({ kind: 'pinMissing' }));
  await withPin();
  const again = opened();
  expect(again.isSet()).toBe(true);
  expect(await again.check('274913')).toEqual(ok(null));
  expect(await again.check('274914')).toEqual(err({ kind: 'pinWrong', left: 4 }));
  expect(readFileSync(file(), 'utf8') + said.join()).not.toMatch(/27491[34]/);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

it('the same PIN has another hash each time', async () => {
  await withPin();
  const first = readFileSync(file(), 'utf8');
  await withPin();
  expect(readFileSync(file(), 'utf8')).not.toBe(first);
});

it('one too short or too simple changes nothing', async () => {
  const pin = await withPin();
  expect(await pin.set('1234')).toEqual(err({ kind: 'pinTooShort', least: 6, most: 12 }));
  expect(await pin.set('111111')).toEqual(err({ kind: 'pinTooSimple' }));
  expect(await pin.check('274913')).toEqual(ok(null));
});

it('after five wrong ones nothing is looked at for 30 s, not even the right one, and a start changes nothing of it', async () => {
  const pin = await withPin();
  const until = isoUtc(later(clock.now(), 30_000));
  const answers = [];
  for (const wrong of ['1', '2', '3', '4', '5']) answers.push(await pin.check(wrong));
  expect(answers).toEqual([
    ...[4, 3, 2, 1].map((left) => err({ kind: 'pinWrong', left })),
    err({ kind: 'pinWait', until }),
  ]);
  const restarted = opened();
  expect(await restarted.check('274913')).toEqual(err({ kind: 'pinWait', until }));
  await clock.pass(30_000);
  expect(await restarted.check('274914')).toEqual(
    err({ kind: 'pinWait', until: isoUtc(later(clock.now(), 60_000)) }),
  );
  await clock.pass(60_000);
  expect(await restarted.check('274913')).toEqual(ok(null));
  expect(await restarted.check('274914')).toEqual(err({ kind: 'pinWrong', left: 4 }));
});

it('under a clock that was set back a year, the wait is had once and not again', async () => {
  const pin = await withPin();
  for (const wrong of ['1', '2', '3', '4', '5']) await pin.check(wrong);
  const kept = JSON.parse(readFileSync(file(), 'utf8')) as { lastAt: number };
  writeFileSync(file(), JSON.stringify({ ...kept, lastAt: kept.lastAt + 365 * 86_400_000 }));
  const restarted = opened();
  expect(await restarted.check('274913')).toMatchObject({ ok: false, fault: { kind: 'pinWait' } });
  await clock.pass(29_000);
  expect(await restarted.check('274913')).toMatchObject({ ok: false, fault: { kind: 'pinWait' } });
  await clock.pass(1_000);
  expect(await restarted.check('274913')).toEqual(ok(null));
});

it('tries made at once are counted one by one', async () => {
  const pin = await withPin();
  const answers = await Promise.all(['1', '2', '3', '4', '5', '6', '274913'].map((one) => pin.check(one)));
  expect(answers.map((answer) => (answer.ok ? 'right' : answer.fault.kind))).toEqual([
    ...Array.from({ length: 4 }, () => 'pinWrong'),
    ...Array.from({ length: 3 }, () => 'pinWait'),
  ]);
});

it.each([
  ['torn', '{"salt": "ab'],
  ['something else', '{"pin": "274913"}'],
])('a file that is %s is never taken for no PIN', (_what, text) => {
  writeFileSync(file(), text);
  const pin = openPin(folder, { clock, log });
  expect(pin).toMatchObject({ ok: false, fault: { kind: 'fileUnreadable' } });
  expect(readFileSync(file(), 'utf8')).toBe(text);
});
