/** Days in the life of a till, by seed: faults at every call, deaths at every step, and an auditor at the end. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runSeed } from './runSeed.ts';

let scratch = '';
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'klubbkassa-simulation-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const seeds = 60;

it(`${seeds} seeds break no rule, and reach every ending`, async () => {
  const endings = new Set<string>();
  const problems: string[] = [];
  let crashes = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const result = await runSeed({ seed, scratch });
    problems.push(...result.problems.map((problem) => `seed ${seed}: ${problem}`));
    for (const ending of result.endings.keys()) endings.add(ending);
    crashes += result.crashes;
  }
  expect(problems).toEqual([]);
  expect([...endings]).toEqual(
    expect.arrayContaining([
      'payment.paid',
      'payment.declined',
      'payment.expired',
      'payment.cancelled',
      'payment.released',
      'payment.refused.cannotSendToNumber',
    ]),
  );
  expect(crashes).toBeGreaterThan(seeds / 2);
}, 120_000);

it('the same seed lives the same day, word by word', async () => {
  const first = await runSeed({ seed: 7, scratch });
  const second = await runSeed({ seed: 7, scratch });
  expect(second.story).toEqual(first.story);
  expect(second.fingerprint).toBe(first.fingerprint);
  expect((await runSeed({ seed: 8, scratch })).fingerprint).not.toBe(first.fingerprint);
});

it('a planted mistake is caught: a new key at every repeat of a capture', async () => {
  let count = 0;
  const found = await firstFinding((ports) => ({
    ...ports,
    payments: {
      ...ports.payments,
      capture: (reference, amount, key) => {
        count += 1;
        return ports.payments.capture(reference, amount, `${key}-${count}`);
      },
    },
  }));
  expect(found).toContain('I6');
});

it('a planted mistake is caught: a cancel that is believed without reading back', async () => {
  const found = await firstFinding((ports) => ({
    ...ports,
    payments: {
      ...ports.payments,
      cancel: async (reference, onlyUnapproved, key) => {
        const sent = await ports.payments.cancel(reference, onlyUnapproved, key);
        if (sent.ok) return sent;
        const none = { amount: 0, authorised: 0, captured: 0, cancelled: 0, refunded: 0 };
        return { ok: true, value: { ...none, state: 'TERMINATED', qrImageUrl: null, saleId: null } };
      },
    },
  }));
  expect(found).toMatch(/I1|I4|I8|I9/);
});

it('a planted mistake is caught: a time-out of create that is taken for a refusal', async () => {
  const found = await firstFinding((ports) => ({
    ...ports,
    payments: {
      ...ports.payments,
      create: async (reference, request, key) => {
        const sent = await ports.payments.create(reference, request, key);
        if (sent.ok || sent.fault.kind !== 'noAnswer') return sent;
        return { ok: false, fault: { kind: 'rejected', service: sent.fault.service } };
      },
    },
  }));
  expect(found).toMatch(/I1|I4|I8|I9/);
});

async function firstFinding(plant: Parameters<typeof runSeed>[0]['plant']): Promise<string> {
  for (let seed = 1; seed <= 80; seed += 1) {
    const { problems } = await runSeed({ seed, scratch, ...(plant === undefined ? {} : { plant }) });
    const [first] = problems;
    if (first !== undefined) return first;
  }
  return 'nothing was found';
}
