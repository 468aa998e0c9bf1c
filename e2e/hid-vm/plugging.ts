/** Which devices are opened, how they are told apart, and what comes of pulling them. */

import { strict as assert } from 'node:assert';
import { composeReports } from '../../hardware/scanner/compose.ts';
import { keyboard, keyboardWithSetup, mouse } from './descriptors.ts';
import { foreign, idOf, scanner, silentScanner } from './devices.ts';
import type { VirtualDevice } from './uhid.ts';
import { fileOf, openFiles, type Scenario } from './world.ts';

const code = 'https://qr.vipps.no/28/2/01/031/4712345678?v=1';
const long = `https://qr.vipps.no/p/${'0f8c2c6e-6d1c-4b0a-9a3e-6c1f0b7d2a55.'.repeat(4)}`;

const other = (name: string, vendorId: number, descriptor: Uint8Array): VirtualDevice => ({
  name,
  vendorId,
  productId: 1,
  serialNumber: name,
  descriptor,
});

export const plugging: readonly Scenario[] = [
  {
    name: 'among keyboards, mice and a keyboard with a setup interface only the scanner is opened',
    async play(world) {
      const pos = scanner('POS');
      const wedge = other('wedge', 0x0c2e, keyboard);
      const rest = [other('keys', 0x1234, keyboard), other('mouse', 0x1234, mouse)];
      for (const device of [...rest, other('setup', 0x3434, keyboardWithSetup), pos, wedge]) {
        world.plug(device);
        await fileOf(device.serialNumber);
      }
      const till = await world.till();
      await till.until('ready', () => till.stateOf(idOf(pos)) === 'ready');
      const listed = await till.hardware.scanner.list();
      assert.deepEqual(
        // The machine's own serial lines are no scanners until somebody says so.
        listed.filter(({ mode }) => mode !== 'serial').map(({ id, mode }) => [id, mode]),
        [
          [idOf(pos), 'hidPos'],
          [idOf(wedge), 'keyboard'],
        ],
      );
      assert.deepEqual(openFiles(), [await fileOf(pos.serialNumber)]);
      const { state, name } = till.hardware.scanner.status();
      assert.deepEqual([state, name], ['ready', 'Honeywell HID POS scanner']);
      return undefined;
    },
  },
  {
    name: 'two scanners at once are told apart by their serial numbers',
    async play(world) {
      const [left, right] = [scanner('LEFT'), scanner('RIGHT')];
      const [first, second] = [world.plug(left), world.plug(right)];
      const till = await world.till();
      await till.until('both ready', () => [left, right].every((one) => till.stateOf(idOf(one)) === 'ready'));
      // In turns, part by part: no part may reach the other's scan.
      const [ofLeft, ofRight] = [composeReports(long, ']Q1'), composeReports(`${long}!`, ']Q1')];
      for (const [index, report] of ofLeft.entries()) {
        first.input(report);
        second.input(ofRight[index] ?? report);
      }
      await till.until('two scans', () => till.scans.length === 2);
      assert.deepEqual(
        new Map(till.scans.map((scan) => [scan.device, scan.text])),
        new Map([
          [idOf(left), long],
          [idOf(right), `${long}!`],
        ]),
      );
      return undefined;
    },
  },
  {
    name: 'twins without a serial number are told apart, also when one was pulled and is back',
    async play(world) {
      const twin = silentScanner('', 0x1eab);
      const [id, idOfSecond] = [idOf(twin), `${idOf(twin)}#2`];
      const till = await world.till();
      const first = world.plug(twin);
      await till.until('the first ready', () => till.stateOf(id) === 'ready');
      const second = world.plug(twin);
      await till.until('the second ready', () => till.stateOf(idOfSecond) === 'ready');
      first.pull();
      await till.until('the first lost', () => till.stateOf(id) === 'lost');
      second.input(composeReports('second alone', null)[0] ?? new Uint8Array());
      await till.until('one scan', () => till.scans.length === 1);
      const back = world.plug(twin);
      await till.until('the first back', () => till.stateOf(id) === 'ready');
      back.input(composeReports('first again', null)[0] ?? new Uint8Array());
      await till.until('two scans', () => till.scans.length === 2);
      assert.deepEqual(
        till.scans.map((scan) => [scan.device, scan.text]),
        [
          [idOfSecond, 'second alone'],
          [id, 'first again'],
        ],
      );
      return undefined;
    },
  },
  {
    name: 'pulled in the middle of a scan: no text, counted; plugged again, the next scan is whole',
    async play(world) {
      const device = scanner('PULLED');
      const till = await world.till();
      const before = world.plug(device);
      await till.until('ready', () => till.stateOf(idOf(device)) === 'ready');
      before.input(composeReports(long, ']Q1')[0] ?? new Uint8Array());
      before.input(foreign());
      await till.until('the part read', () => till.dropped(idOf(device), 'foreign') === 1);
      before.pull();
      await till.until('lost', () => till.stateOf(idOf(device)) === 'lost');
      assert.deepEqual([till.texts(), till.dropped(idOf(device), 'removed')], [[], 1]);

      const from = performance.now();
      const after = world.plug(device);
      await till.until('ready again', () => till.stateOf(idOf(device)) === 'ready');
      const ready = performance.now() - from;
      for (const report of composeReports(long, ']Q1')) after.input(report);
      await till.until('a scan', () => till.scans.length > 0);
      assert.deepEqual(till.texts(), [long]);
      return { 'plugged to ready, ms': ready, 'plugged to scan, ms': performance.now() - from };
    },
  },
  {
    name: 'plugged and pulled 50 times with a scan each time: 50 scans',
    async play(world) {
      const device = scanner('LOOSE');
      const till = await world.till();
      const took: number[] = [];
      for (let round = 1; round <= 50; round += 1) {
        const from = performance.now();
        const plugged = world.plug(device);
        await till.until(`ready ${round}`, () => till.stateOf(idOf(device)) === 'ready');
        took.push(performance.now() - from);
        for (const report of composeReports(`${code}&round=${round}`, ']Q1')) plugged.input(report);
        await till.until(`scan ${round}`, () => till.scans.length === round);
        plugged.pull();
        await till.until(`lost ${round}`, () => till.stateOf(idOf(device)) === 'lost');
      }
      const expected = Array.from({ length: 50 }, (_, index) => `${code}&round=${index + 1}`);
      assert.deepEqual(till.texts(), expected);
      assert.deepEqual(openFiles(), []);
      return { 'longest from plugged to ready, ms': Math.max(...took) };
    },
  },
];
