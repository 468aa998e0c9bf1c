/** Who may read the device: a till that may not says so, and goes on by itself once it may; nobody else is in its way. */

import { strict as assert } from 'node:assert';
import { chmodSync } from 'node:fs';
import { composeReports } from '../../hardware/scanner/compose.ts';
import { idOf, scanner } from './devices.ts';
import { startOtherTill } from './otherTill.ts';
import { fileOf, type Scenario } from './world.ts';

const code = 'https://qr.vipps.no/28/2/01/031/4712345678?v=1';
const goods = '5901234123457';

export const access: readonly Scenario[] = [
  {
    name: 'a device file that the till may not open: denied; allowed again, it is ready by itself',
    async play(world) {
      const device = scanner('DENIED');
      const plugged = world.plug(device);
      const file = await fileOf(device.serialNumber);
      chmodSync(file, 0o000);
      const till = startOtherTill();
      world.atEnd(till.close);
      await till.until('denied', () => till.states.at(-1) === 'denied');
      chmodSync(file, 0o666);
      const from = performance.now();
      await till.until('ready', () => till.states.at(-1) === 'ready');
      const took = performance.now() - from;
      for (const report of composeReports(code, ']Q1')) plugged.input(report);
      await till.until('a scan', () => till.texts.length > 0);
      assert.deepEqual(till.texts, [code]);
      return { 'allowed to ready, ms': took };
    },
  },
  {
    // The kernel gives every report to everybody who has the file open, so on Linux there is no state `busy` to be seen.
    name: 'another program has the device open too: neither takes a scan from the other',
    async play(world) {
      const device = scanner('SHARED');
      const plugged = world.plug(device);
      chmodSync(await fileOf(device.serialNumber), 0o666);
      const other = startOtherTill();
      world.atEnd(other.close);
      const till = await world.till();
      await till.until('ready', () => till.stateOf(idOf(device)) === 'ready');
      await other.until('the other ready', () => other.states.at(-1) === 'ready');
      for (const text of [code, goods]) {
        for (const report of composeReports(text, ']Q1')) plugged.input(report);
      }
      await till.until('both scans', () => till.scans.length === 2);
      await other.until('both scans of the other', () => other.texts.length === 2);
      assert.deepEqual(
        [till.texts(), other.texts],
        [
          [code, goods],
          [code, goods],
        ],
      );
      return undefined;
    },
  },
];
