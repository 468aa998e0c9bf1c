/**
 * Mutated and random reports, seeded: nothing throws, and no text comes out that was not scanned. Mutations are those
 * that a report lets one notice; HID POS has no checksum, so a flipped letter inside the data cannot be seen by anyone.
 */

import { expect, test } from 'vitest';
import { seeded } from '../simulated/seeded.ts';
import { createAssembly } from './assembly.ts';
import { type ComposedLayout, composeReports } from './compose.ts';
import { readForms } from './descriptor.ts';
import type { FormHints } from './layouts.ts';

const described = readForms(
  Buffer.from(
    '058c0902a101850209 12a102150026ff00750895010501093b8102058c950309fb09fc09fd8102953809fe820201750895020bf400008c8102150025017501950109ff810295078103c0c0'.replace(
      / /g,
      '',
    ),
    'hex',
  ),
);

const devices: readonly { readonly hints: FormHints; readonly layout: ComposedLayout }[] = [
  { hints: { vendorId: 0x0c2e, described: [] }, layout: 'A' },
  { hints: { vendorId: 0x05e0, described: [] }, layout: 'B' },
  { hints: { vendorId: 0x1eab, described: [] }, layout: 'C' },
  { hints: { vendorId: 0x0c2e, described }, layout: 'A' },
];

const alphabet = 'abcXYZ0123456789/.:?=-_]ÆøÅ';
const aims = [']Q1', ']E0', ']C0', ']d2'];
const mutations = [
  'none',
  'truncated',
  'count',
  'symbology',
  'foreign',
  'unplugged',
  'cutOff',
  'emptied',
] as const;

test('20 000 mutated scans: only what was scanned comes out, and whatever was not damaged does', () => {
  expect(described).toHaveLength(1);
  const seen = new Map<string, number>();
  let reportsFed = 0;

  for (let seed = 1; seed <= 200; seed += 1) {
    const random = seeded(seed);
    const { hints, layout } = devices[random(devices.length)] ?? {
      hints: devices[0]?.hints,
      layout: 'A' as const,
    };
    if (!hints) throw new Error('no device');
    const assembly = createAssembly(hints);
    let at = 1000;

    for (let scan = 0; scan < 100; scan += 1) {
      const length = 1 + random(random(4) === 0 ? 300 : 60);
      const text = Array.from({ length }, () => alphabet[random(alphabet.length)]).join('');
      const aim = layout === 'C' ? null : (aims[random(aims.length)] ?? null);
      const reports = composeReports(text, aim, layout).map((one) => Uint8Array.from(one));
      const mutation = mutations[random(mutations.length)] ?? 'none';
      const target = random(reports.length);
      const out: string[] = [];
      const feed = (bytes: Uint8Array) => {
        reportsFed += 1;
        at += random(20);
        const outcome = assembly.feed(bytes, at, false);
        if (outcome.kind === 'scan') out.push(outcome.text);
      };

      let damaged = false;
      for (const [index, report] of reports.entries()) {
        const here = index === target;
        if (here && mutation === 'foreign') {
          const other = Uint8Array.from(report);
          other[0] = 3 + random(253);
          feed(other);
        }
        if (here && mutation === 'unplugged' && index > 0) {
          assembly.removed();
          damaged = true;
          break;
        }
        if (here && mutation === 'cutOff' && index > 0) {
          damaged = true;
          break;
        }
        if (here && mutation === 'truncated') {
          damaged = true;
          feed(report.slice(0, random(60)));
          continue;
        }
        if (here && mutation === 'count') {
          damaged = true;
          report[1] = 57 + random(199);
        }
        if (here && mutation === 'symbology' && layout !== 'C' && reports.length > 1) {
          damaged = true;
          report[layout === 'A' ? 3 : 4] = 0x49;
        }
        if (here && mutation === 'emptied' && reports.length === 1) {
          damaged = true;
          report[1] = 0;
        }
        feed(report);
      }
      expect({ seed, scan, mutation, out }).toEqual({ seed, scan, mutation, out: damaged ? [] : [text] });
      // A damaged scan may have left the assembly waiting for its end: the next one comes after the limit.
      if (damaged) at += 501;
      const key = `${mutation} ${damaged ? 'dropped' : 'read'}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }

  expect([...seen.keys()].sort()).toEqual([
    'count dropped',
    'cutOff dropped',
    'cutOff read',
    'emptied dropped',
    'emptied read',
    'foreign read',
    'none read',
    'symbology dropped',
    'symbology read',
    'truncated dropped',
    'unplugged dropped',
    'unplugged read',
  ]);
  expect(reportsFed).toBeGreaterThan(20_000);
});

test('50 000 reports of chance, each on its own: nothing throws, every text stands in the report that gave it', () => {
  const random = seeded(7);
  let scans = 0;
  for (const vendorId of [0x0c2e, 0x05e0, 0x1eab, 0x05f9, 0x1234]) {
    const assembly = createAssembly({ vendorId, described: [] });
    for (let index = 0; index < 10_000; index += 1) {
      const report = Buffer.from(
        Array.from({ length: random(3) === 0 ? random(80) : 64 }, () => random(256)),
      );
      if (random(4) > 0 && report.length > 0) report[0] = 1 + random(2);
      if (random(4) > 0 && report.length > 1) report[1] = random(58);
      if (random(2) > 0 && report.length === 64) report.write(']Q1', 2 + random(2));
      if (report.length > 63) report.writeUInt8((report[63] ?? 0) & 0xfe, 63);
      const outcome = assembly.feed(report, index * 10, false);
      if (outcome.kind !== 'scan') continue;
      scans += 1;
      const { text } = outcome;
      expect(report.includes(Buffer.from(text, 'utf8')) || report.includes(Buffer.from(text, 'latin1'))).toBe(
        true,
      );
    }
    expect([...assembly.dropped().values()].reduce((sum, one) => sum + one, 0)).toBeGreaterThan(1000);
  }
  expect(scans).toBeGreaterThan(1000);
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
