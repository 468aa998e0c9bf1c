/** Mutated and random reports, seeded: nothing throws, and no text comes out that was not scanned. */

import { expect, test } from 'vitest';
import { seeded } from '../simulated/seeded.ts';
import type { Dropped } from './assembly.ts';
import { readForms } from './descriptor.ts';
import { createFuzz, devices, mutations } from './fuzz.ts';

const seeds = 300;
const episodes = 100;

test('30 000 mutated scans and reports of chance: only what was scanned comes out, and whatever was not damaged does', () => {
  const seen = new Map<string, number>();
  const reasons = new Set<Dropped>();
  const played = new Set<string>();
  let reports = 0;

  for (let seed = 1; seed <= seeds; seed += 1) {
    const fuzz = createFuzz(seed);
    for (let number = 0; number < episodes; number += 1) {
      const { device, mutation, damaged, sent, got, neverSent, ...episode } = fuzz.next();
      const where = { seed, number, device, mutation };
      expect({ ...where, neverSent }).toEqual({ ...where, neverSent: 0 });
      if (sent !== null) expect({ ...where, got }).toEqual({ ...where, got: damaged ? [] : [sent] });
      const key = `${mutation} ${got.length > 0 ? 'read' : 'dropped'}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
      played.add(device);
      reports += episode.reports;
    }
    for (const why of fuzz.dropped().keys()) reasons.add(why);
  }

  expect([...seen.keys()].sort()).toEqual([
    'chance dropped',
    'chance read',
    'count dropped',
    'count read',
    'cutOff dropped',
    'cutOff read',
    'emptied dropped',
    'emptied read',
    'foreign read',
    'none read',
    'rubbishBefore dropped',
    'rubbishBefore read',
    'rubbishWithin dropped',
    'rubbishWithin read',
    'symbology dropped',
    'symbology read',
    'truncated dropped',
    'unplugged dropped',
    'unplugged read',
  ]);
  expect(mutations.every((mutation) => [...seen.keys()].some((key) => key.startsWith(mutation)))).toBe(true);
  expect([...played].sort()).toEqual(devices.map(({ name }) => name).sort());
  expect([...reasons].sort()).toEqual([
    'count',
    'empty',
    'foreign',
    'garbled',
    'removed',
    'rest',
    'short',
    'timeout',
    'torn',
  ]);
  expect(reports).toBeGreaterThan(40_000);
});

test('20 000 descriptors of chance: nothing throws or hangs', () => {
  const random = seeded(11);
  let forms = 0;
  for (let index = 0; index < 20_000; index += 1) {
    const bytes = Uint8Array.from(
      Buffer.from('058c0902a10185027508950109fb09fc09fd8102953809fe8202017501950109ff8102c0', 'hex'),
    );
    const damaged = bytes.slice(0, 4 + random(bytes.length));
    for (let hit = random(3); hit > 0; hit -= 1) damaged[random(damaged.length)] = random(256);
    forms += readForms(damaged).length;
  }
  expect(forms).toBeGreaterThan(1000);
});
