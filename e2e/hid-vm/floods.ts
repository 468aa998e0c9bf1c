/** Very many reports, and such as are none of a scan. */

import { strict as assert } from 'node:assert';
import { composeReports } from '../../hardware/scanner/compose.ts';
import { foreign, idOf, scanner, silentScanner } from './devices.ts';
import type { Scenario } from './world.ts';

/** The kernel keeps 64 reports for each reader and throws away what does not fit: that many are never on the way. */
const onTheWay = 32;
const burstReports = 20_000;
const honeywell = 0x0c2e;

/** A scan of one, two or three reports, and another one each time. */
function burstText(number: number): string {
  return `${number}:${'x'.repeat((number % 3) * 56)}`;
}

function edited(report: Uint8Array, changes: Readonly<Record<number, number>>): Uint8Array {
  const copy = Uint8Array.from(report);
  for (const [at, byte] of Object.entries(changes)) copy[Number(at)] = byte;
  return copy;
}

function heap(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

export const floods: readonly Scenario[] = [
  {
    name: `${burstReports.toLocaleString('en-GB')} reports in a burst: every scan, in order, none twice, memory flat`,
    async play(world) {
      const device = scanner('BURST');
      const plugged = world.plug(device);
      const till = await world.till();
      await till.until('ready', () => till.stateOf(idOf(device)) === 'ready');
      const from = performance.now();
      let [reports, scans, halfway] = [0, 0, 0];
      while (reports < burstReports) {
        const texts: string[] = [];
        const chunk: Uint8Array[] = [];
        for (;;) {
          const text = burstText(scans + texts.length);
          const next = composeReports(text, ']Q1');
          if (chunk.length + next.length > onTheWay) break;
          texts.push(text);
          chunk.push(...next);
        }
        for (const report of chunk) plugged.input(report);
        await till.until(`${texts.length} scans after ${scans}`, () => till.scans.length >= texts.length);
        assert.deepEqual(till.texts(), texts);
        till.forget();
        scans += texts.length;
        reports += chunk.length;
        if (halfway === 0 && reports > burstReports / 2) halfway = heap();
      }
      const seconds = (performance.now() - from) / 1000;
      const growth = heap() - halfway;
      // Had it kept the reports of the second half, it would have grown by this.
      assert.ok(growth < (burstReports / 2) * 64, `grew by ${growth} bytes`);
      return {
        reports,
        scans,
        'reports a second': reports / seconds,
        'growth of the second half, bytes': growth,
      };
    },
  },
  {
    name: 'rubbish between the scans is counted and gives nothing',
    async play(world) {
      const device = silentScanner('RUBBISH', honeywell);
      const plugged = world.plug(device);
      const till = await world.till();
      await till.until('ready', () => till.stateOf(idOf(device)) === 'ready');
      const [report] = composeReports('5901234123457', ']E0');
      assert.ok(report);
      const rubbish = [
        foreign(),
        edited(report, { 1: 57 }),
        edited(report, { 2: 0x21, 3: 0x21, 4: 0x21 }),
        edited(report, { 1: 0 }),
        edited(report, { 3: 0x58, 4: 0x30 }),
      ];
      const texts = Array.from({ length: 10 }, (_, index) => `scan ${index}`);
      for (const [index, text] of texts.entries()) {
        for (const one of [...rubbish, ...composeReports(text, ']Q1')]) plugged.input(one);
        await till.until(`scan ${index}`, () => till.scans.length > index);
      }
      assert.deepEqual(till.texts(), texts);
      const counted = ['foreign', 'count', 'garbled', 'empty', 'reply'].map((why) =>
        till.dropped(idOf(device), why),
      );
      assert.deepEqual(counted, [10, 10, 10, 10, 10]);
      return undefined;
    },
  },
  {
    name: 'a till that is busy for a second in the middle of a scan reads it whole',
    async play(world) {
      const device = scanner('BUSY');
      const plugged = world.plug(device);
      const till = await world.till();
      await till.until('ready', () => till.stateOf(idOf(device)) === 'ready');
      const text = burstText(2);
      const [first, ...rest] = composeReports(text, ']Q1');
      assert.ok(first);
      plugged.input(first);
      plugged.input(foreign());
      await till.until('the part read', () => till.dropped(idOf(device), 'foreign') === 1);
      for (const report of rest) plugged.input(report);
      for (const from = performance.now(); performance.now() - from < 1000; );
      await till.until('a scan', () => till.scans.length > 0);
      assert.deepEqual(till.texts(), [text]);
      return undefined;
    },
  },
  {
    name: 'a report shorter than the descriptor says is refused by the kernel, and the next scan is whole',
    async play(world) {
      const device = scanner('SHORT');
      const plugged = world.plug(device);
      const till = await world.till();
      await till.until('ready', () => till.stateOf(idOf(device)) === 'ready');
      const [report] = composeReports('5901234123457', ']E0');
      assert.ok(report);
      plugged.input(report.slice(0, 12));
      plugged.input(report);
      await till.until('a scan', () => till.scans.length > 0);
      assert.deepEqual(till.texts(), ['5901234123457']);
      return undefined;
    },
  },
];
