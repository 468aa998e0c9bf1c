/** The chosen port among others, over ports and a clock that the test moves: what is opened, found again, given up. */

import { afterEach, expect, test } from 'vitest';
import { ok } from '../../app/kernel/result.ts';
import type { Log, LogFacts } from '../../app/ports/Log.ts';
import type { Scan, ScannerStatus } from '../../app/ports/Scanner.ts';
import { fanIn } from '../scanner/allScanners.ts';
import { createManualClock, type ManualClock } from '../simulated/manualClock.ts';
import { createSerialMachine } from '../testing/serialMachine.ts';
import type { SerialPort } from './serialPorts.ts';
import { type SerialChoice, type SerialScanners, startSerialScanners } from './serialScanners.ts';

const gtin = '5901234123457';
const zebra = { vendorId: 0x05e0, productId: 0x1701 };

function port(path: string, rest: Partial<SerialPort> = {}): SerialPort {
  return { path, usb: zebra, serialNumber: null, manufacturer: null, ...rest };
}

let running: SerialScanners | null = null;
afterEach(async () => {
  await running?.close();
  running = null;
});

async function bench(choice: SerialChoice, ...plugged: readonly SerialPort[]) {
  const hardware = createSerialMachine();
  for (const one of plugged) hardware.plug(one);
  const clock: ManualClock = createManualClock();
  const logged: string[] = [];
  const write = (event: string, facts?: LogFacts) => logged.push(`${event} ${JSON.stringify(facts ?? {})}`);
  const log: Log = { info: write, warn: write, error: write };
  const scans: Scan[] = [];
  const statuses: ScannerStatus[] = [];
  const all = fanIn({ clock, log }, [
    (fan) => {
      const source = startSerialScanners(hardware.ports, choice, fan);
      running = source;
      return { ...source, choose: () => undefined };
    },
  ]);
  all.scanner.onScan((scan) => scans.push(scan));
  all.scanner.onStatus((status) => statuses.push(status));
  await clock.settle();
  const choose = async (next: SerialChoice) => {
    running?.choose(next);
    await clock.settle();
  };
  return { ...hardware, clock, logged, scans, statuses, scanner: all.scanner, choose };
}

const chosen: SerialChoice = { id: 'serial:05e0:1701', suffix: 'any' };

test('none chosen: nothing is opened or looked for, and all are listed', async () => {
  const { opened, lists, clock, scanner } = await bench(
    null,
    port('/dev/ttyACM0', { serialNumber: 'S1', manufacturer: 'Symbol Technologies' }),
    port('COM7', { usb: { vendorId: 0x1a86, productId: 0x7523 }, manufacturer: 'wch.cn' }),
    port('/dev/ttyS0', { usb: null }),
  );
  await clock.advance(60_000);
  expect([opened, lists(), scanner.status().state]).toEqual([[], 0, 'absent']);
  expect(await scanner.list()).toMatchObject([
    {
      id: 'serial:05e0:1701:S1',
      name: 'Zebra (/dev/ttyACM0)',
      vendorId: 0x05e0,
      productId: 0x1701,
      mode: 'serial',
    },
    { id: 'serial:1a86:7523', name: 'wch.cn (COM7)', vendorId: 0x1a86, productId: 0x7523, mode: 'serial' },
    { id: 'serial:/dev/ttyS0', name: '/dev/ttyS0', vendorId: 0, productId: 0, mode: 'serial' },
  ]);
  expect(opened).toEqual([]);
});

test('the chosen port is opened and no other; a code is a scan of it', async () => {
  const stranger = port('COM3', { usb: { vendorId: 0x2341, productId: 0x43 } });
  const { opened, clock, scanner, scans, send } = await bench(chosen, stranger, port('COM7'));
  expect(scanner.status()).toEqual({ state: 'ready', name: 'Zebra (COM7)', away: 0 });
  send('COM7', `]E0${gtin}\r`);
  expect(scans).toEqual([{ text: gtin, symbology: ']E0', device: chosen.id, at: clock.now() }]);
  expect(opened).toEqual(['COM7']);
});

test('while it is open nobody lists; unplugged it is looked for each second and found at another path', async () => {
  const { opened, lists, plug, unplug, clock, scanner, scans, statuses, send } = await bench(
    chosen,
    port('COM7'),
  );
  await clock.advance(60_000);
  expect(lists()).toBe(1);

  unplug('COM7');
  await clock.advance(10_000);
  expect(scanner.status()).toEqual({ state: 'lost', name: 'Zebra (COM7)', away: 0 });
  expect(lists()).toBe(12);

  plug(port('COM9'));
  await clock.advance(1000);
  expect(scanner.status()).toEqual({ state: 'ready', name: 'Zebra (COM9)', away: 0 });
  send('COM9', `${gtin}\r`);
  expect(scans.map(({ text, device }) => [text, device])).toEqual([[gtin, chosen.id]]);
  expect(statuses.map(({ state }) => state)).toEqual(['ready', 'lost', 'ready']);
  expect(opened).toEqual(['COM7', 'COM9']);
});

test('twins are numbered, and one that stays keeps its number', async () => {
  const second = { ...chosen, id: 'serial:05e0:1701#2' };
  const { opened, plug, unplug, clock, scanner } = await bench(second, port('COM4'), port('COM5'));
  expect(opened).toEqual(['COM5']);
  unplug('COM4');
  plug(port('COM6'));
  await clock.settle();
  expect((await scanner.list()).map(({ id, name }) => [id, name])).toEqual([
    [second.id, 'Zebra (COM5)'],
    [chosen.id, 'Zebra (COM6)'],
  ]);
});

test('unplugged in the middle of a code: the half is dropped at once and told', async () => {
  const { plug, unplug, clock, scans, send, logged } = await bench(chosen, port('COM7'));
  send('COM7', '59012');
  unplug('COM7');
  plug(port('COM7'));
  await clock.advance(2000);
  send('COM7', '34123457\r');
  expect(scans.map(({ text }) => text)).toEqual(['34123457']);
  expect(logged.filter((line) => line.startsWith('scanner.dropped'))).toEqual([
    'scanner.dropped {"device":"serial:05e0:1701","why":"removed","total":1}',
  ]);
});

test('silence of 100 ms ends a code without suffix; a shorter one does not', async () => {
  const { clock, scans, send } = await bench(chosen, port('COM7'));
  send('COM7', '590123');
  await clock.advance(99);
  send('COM7', '4123457');
  await clock.advance(99);
  expect(scans).toEqual([]);
  await clock.advance(1);
  expect(scans.map(({ text }) => text)).toEqual([gtin]);
  await clock.advance(1000);
  expect(scans).toHaveLength(1);
});

test('a process that was busy reads what has come before it takes half a code for a whole one', async () => {
  const sleepers: (() => void)[] = [];
  const { ports, send, plug } = createSerialMachine();
  plug(port('COM7'));
  const clock = createManualClock();
  const scans: string[] = [];
  const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  running = startSerialScanners(ports, chosen, {
    // Late for everything: all timers that are due go first, then comes what lay there to be read.
    clock: { ...clock, sleep: () => new Promise((resolve) => sleepers.push(resolve)) },
    log,
    onScan: ({ text }) => scans.push(text),
    onStatus: () => undefined,
  });
  await clock.settle();
  send('COM7', '590123');
  for (const wake of sleepers.splice(0)) wake();
  await clock.settle();
  send('COM7', '4123457\r');
  for (const wake of sleepers.splice(0)) wake();
  await clock.settle();
  expect(scans).toEqual([gtin]);
});

test.each([
  ['deviceDenied', 'denied'],
  ['deviceBusy', 'busy'],
  ['deviceMissing', 'lost'],
] as const)('%s is the state %s until it ends', async (kind, state) => {
  const { refuse, clock, scanner, choose } = await bench(null, port('COM7'));
  refuse({ kind });
  await choose(chosen);
  expect(scanner.status().state).toBe(state);
  refuse(null);
  await clock.advance(1000);
  expect(scanner.status().state).toBe('ready');
});

test('a port without USB ids is taken by its path, listed or not, unless another device is there now', async () => {
  const byPath: SerialChoice = { id: 'serial:/dev/ttyS4', suffix: 'any' };
  const { opened, plug, unplug, clock, scanner } = await bench(byPath, port('/dev/ttyS4', { usb: null }));
  expect(scanner.status()).toEqual({ state: 'ready', name: '/dev/ttyS4', away: 0 });
  unplug('/dev/ttyS4');
  await clock.advance(1000);
  plug(port('/dev/ttyS4'));
  const before = opened.length;
  await clock.advance(10_000);
  expect([scanner.status().state, opened.length]).toEqual(['lost', before]);
});

test('a bridge that the system does not list is listed all the same, open or awaited, and a listed port once', async () => {
  const bridge: SerialChoice = { id: 'serial:/run/bridge', suffix: 'any' };
  const { ports, plug, unplug, clock, scanner, choose } = await bench(
    bridge,
    port('/run/bridge', { usb: null }),
    port('/dev/ttyS0', { usb: null }),
  );
  const { list } = ports;
  const names = async () => (await scanner.list()).map(({ id }) => id);
  expect(await names()).toEqual([bridge.id, 'serial:/dev/ttyS0']);

  Object.assign(ports, { list: async () => ok([port('/dev/ttyS0', { usb: null })]) });
  expect(await names()).toEqual(['serial:/dev/ttyS0', bridge.id]);
  unplug('/run/bridge');
  await clock.settle();
  expect(await names()).toEqual(['serial:/dev/ttyS0', bridge.id]);

  Object.assign(ports, { list });
  plug(port('COM7'));
  await choose(chosen);
  expect(await names()).toEqual(['serial:/dev/ttyS0', chosen.id]);
});

test('another choice that is away does not go by the name of the one before', async () => {
  const { choose, scanner } = await bench(chosen, port('COM7'));
  await choose({ id: 'serial:1eab:0d06', suffix: 'any' });
  expect(scanner.status()).toEqual({ state: 'lost', name: null, away: 0 });
});

test('closed, the port is free for others and the choice is not opened again', async () => {
  const { ports, clock, opened, scanner } = await bench(chosen, port('COM7'));
  await scanner.close();
  await clock.advance(10_000);
  expect(opened).toEqual(['COM7']);
  expect((await ports.open('COM7', { bytes: () => undefined, lost: () => undefined })).ok).toBe(true);
});

test('a port away by its USB ids is never looked for by path', async () => {
  const { opened, clock, scanner } = await bench(chosen);
  await clock.advance(10_000);
  expect([scanner.status(), opened]).toEqual([{ state: 'lost', name: null, away: 0 }, []]);
});

test('another suffix opens the port anew, after it was closed; the same choice does nothing', async () => {
  let release: () => void = () => undefined;
  const { opened, choose, holdClosing, clock, scans, send, scanner } = await bench(chosen, port('COM7'));
  await choose({ ...chosen });
  expect(opened).toEqual(['COM7']);

  holdClosing(
    new Promise((resolve) => {
      release = resolve;
    }),
  );
  await choose({ ...chosen, suffix: 'lf' });
  expect([opened, scanner.status().state]).toEqual([['COM7'], 'opening']);
  release();
  await clock.settle();
  expect([opened, scanner.status().state]).toEqual([['COM7', 'COM7'], 'ready']);
  send('COM7', 'a\rb\n');
  expect(scans.map(({ text }) => text)).toEqual(['a\rb']);
});

test('no longer chosen: closed, its half code dropped, not heard again', async () => {
  const { choose, clock, scans, send, scanner, lists } = await bench(chosen, port('COM7'));
  send('COM7', '59012');
  await choose(null);
  await clock.advance(60_000);
  send('COM7', '34123457\r');
  expect([scans, scanner.status(), lists()]).toEqual([[], { state: 'absent', name: null, away: 0 }, 1]);
});
