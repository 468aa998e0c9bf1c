/** Whole drivers over simulated HID devices: plugging, unplugging, refusals, several scanners, the settling time. */

import { afterEach, expect, test } from 'vitest';
import type { Log, LogFacts } from '../../app/ports/Log.ts';
import type { Scan, ScannerStatus } from '../../app/ports/Scanner.ts';
import { createManualClock, type ManualClock } from '../simulated/manualClock.ts';
import { createSimulatedHid, type SimulatedHid } from '../simulated/simulatedHid.ts';
import { type AllScanners, fanIn } from './allScanners.ts';
import { composeReports } from './compose.ts';
import { type ScannerChoice, startHidScanners } from './hidScanners.ts';

const token = 'https://qr.vipps.no/p/0f8c2c6e-6d1c-4b0a-9a3e-6c1f0b7d2a55.AbCdEf0123456789-_xyz';
const gtin = '5901234123457';

interface Bench {
  readonly hid: SimulatedHid;
  readonly clock: ManualClock;
  readonly all: AllScanners;
  readonly scans: Scan[];
  readonly statuses: ScannerStatus[];
  readonly lines: string[];
  play(name: string, text: string): void;
}

let running: AllScanners | null = null;
afterEach(async () => {
  await running?.scanner.close();
  running = null;
});

async function bench(choice: ScannerChoice = { kind: 'auto' }, settleMs = 0): Promise<Bench> {
  const hid = createSimulatedHid(settleMs);
  const clock = createManualClock();
  const lines: string[] = [];
  const write = (event: string, facts?: LogFacts) => lines.push(`${event} ${JSON.stringify(facts ?? {})}`);
  const log: Log = { info: write, warn: write, error: write };
  const all = fanIn({ clock, log }, [(ports) => startHidScanners(hid, 'simulated', choice, ports)]);
  running = all;
  const scans: Scan[] = [];
  const statuses: ScannerStatus[] = [];
  all.scanner.onScan((scan) => scans.push(scan));
  all.scanner.onStatus((status) => statuses.push(status));
  await clock.settle();
  const play = (name: string, text: string) => {
    for (const report of composeReports(text, ']Q1')) hid.report(name, report);
  };
  return { hid, clock, all, scans, statuses, lines, play };
}

test('no device, then one is plugged in and read from', async () => {
  const { hid, clock, all, scans, statuses, play } = await bench();
  expect(all.scanner.status()).toEqual({ state: 'absent', name: null, away: 0 });

  hid.plug({ name: 'desk' });
  await clock.settle();
  play('desk', token);

  expect(statuses.map((one) => one.state)).toEqual(['absent', 'opening', 'ready']);
  expect(all.scanner.status()).toEqual({ state: 'ready', name: 'Simulated desk', away: 0 });
  expect(scans).toEqual([{ text: token, symbology: ']Q1', device: 'hid:0000:0000:desk', at: clock.now() }]);
});

test('unplugged in the middle of a scan: no scan, status lost; plugged again: ready without a second wait', async () => {
  const { hid, clock, all, scans, statuses, lines, play } = await bench();
  hid.plug({ name: 'desk' });
  await clock.settle();
  const [first] = composeReports(token, ']Q1');
  hid.report('desk', first ?? new Uint8Array());
  hid.unplug('desk');
  await clock.settle();
  expect(all.scanner.status()).toEqual({ state: 'lost', name: 'Simulated desk', away: 0 });

  await clock.advance(60_000);
  hid.plug({ name: 'desk' });
  await clock.settle();
  expect(all.scanner.status().state).toBe('ready');
  play('desk', gtin);

  expect(scans.map((scan) => [scan.text, scan.device])).toEqual([[gtin, 'hid:0000:0000:desk']]);
  expect(statuses.map((one) => one.state)).toEqual(['absent', 'opening', 'ready', 'lost', 'ready']);
  expect(lines.filter((line) => line.includes('removed'))).toEqual([
    'scanner.dropped {"device":"hid:0000:0000:desk","why":"removed","total":1}',
  ]);
});

test('the second half of a torn scan is not glued to the first after plugging in again', async () => {
  const { hid, clock, scans } = await bench();
  const [first, second] = composeReports(token, ']Q1');
  hid.plug({ name: 'desk' });
  await clock.settle();
  hid.report('desk', first ?? new Uint8Array());
  hid.plug({ name: 'desk' });
  await clock.settle();
  hid.report('desk', second ?? new Uint8Array());
  expect(scans.map((scan) => scan.text)).toEqual([token.slice(56)]);
});

test('a till that was busy while the parts came reads the whole scan; a part that is really late is none of it', async () => {
  const { hid, clock, scans } = await bench();
  hid.plug({ name: 'desk' });
  await clock.settle();
  const [first, second] = composeReports(token, ']Q1').map((part) => () => hid.report('desk', part));
  first?.();
  clock.stall(4000);
  second?.();
  expect(scans.map((scan) => scan.text)).toEqual([token]);

  first?.();
  await clock.advance(501);
  hid.report('desk', composeReports(gtin, ']E0')[0] ?? new Uint8Array());
  expect(scans.map((scan) => scan.text)).toEqual([token, gtin]);
});

test('a till that was busy after an unreadable part does not take the rest for a scan', async () => {
  const { hid, clock, scans, lines, play } = await bench();
  hid.plug({ name: 'desk', vendorId: 0x0c2e });
  await clock.settle();
  const [first, second] = composeReports(token, ']Q1');
  hid.report('desk', first?.slice(0, 12) ?? new Uint8Array());
  clock.stall(4000);
  hid.report('desk', second ?? new Uint8Array());
  expect(scans).toEqual([]);
  expect(lines.filter((line) => line.includes('"rest"'))).toHaveLength(1);
  play('desk', gtin);
  expect(scans.map((scan) => scan.text)).toEqual([gtin]);
});

test('two scanners are told apart, also when their maker gave both one serial number', async () => {
  const { hid, clock, all, scans, play } = await bench();
  const twin = { vendorId: 0x1234, productId: 1, serialNumber: '000' };
  hid.plug({ name: 'left', ...twin });
  await clock.settle();
  hid.plug({ name: 'right', ...twin });
  await clock.settle();

  hid.report('left', composeReports(token, ']Q1')[0] ?? new Uint8Array());
  play('right', gtin);
  hid.report('left', composeReports(token, ']Q1')[1] ?? new Uint8Array());
  expect(scans.map((scan) => [scan.text, scan.device])).toEqual([
    [gtin, 'hid:1234:0001:000#2'],
    [token, 'hid:1234:0001:000'],
  ]);

  hid.unplug('left');
  await clock.settle();
  expect(all.scanner.status()).toEqual({ state: 'ready', name: 'Simulated right', away: 1 });
  play('right', gtin);
  expect(scans.at(-1)?.device).toBe('hid:1234:0001:000#2');
});

test('refused by the operating system, then busy, then allowed: visible, and back by itself', async () => {
  const { hid, clock, all, statuses } = await bench();
  hid.refuse({ kind: 'deviceDenied' });
  hid.plug({ name: 'desk' });
  await clock.settle();
  expect(all.scanner.status().state).toBe('denied');

  hid.refuse({ kind: 'deviceBusy' });
  await clock.advance(1000);
  expect(all.scanner.status().state).toBe('busy');

  hid.refuse(null);
  await clock.advance(1000);
  expect(statuses.map((one) => one.state)).toEqual(['absent', 'opening', 'denied', 'busy', 'ready']);
});

test('what was read within 250 ms of opening is old and dropped, what comes later counts', async () => {
  const { hid, clock, scans, play } = await bench({ kind: 'auto' }, 250);
  hid.plug({ name: 'desk' });
  await clock.settle();
  play('desk', 'old');
  await clock.advance(249);
  play('desk', 'old too');
  await clock.advance(1);
  play('desk', gtin);
  expect(scans.map((scan) => scan.text)).toEqual([gtin]);
});

test('only the chosen scanner is open, and the choice can change', async () => {
  const { hid, clock, all, scans, play } = await bench({ kind: 'device', id: 'hid:0000:0000:left' });
  hid.plug({ name: 'left' });
  hid.plug({ name: 'right' });
  await clock.settle();
  play('left', 'one');
  play('right', 'nobody hears this');

  all.choose({ kind: 'device', id: 'hid:0000:0000:right' });
  await clock.settle();
  play('left', 'nobody hears this');
  play('right', 'two');

  all.choose({ kind: 'none' });
  await clock.settle();
  play('right', 'nobody hears this');
  expect(all.scanner.status()).toEqual({ state: 'absent', name: null, away: 0 });

  all.choose({ kind: 'auto' });
  await clock.settle();
  play('left', 'three');
  expect(scans.map((scan) => scan.text)).toEqual(['one', 'two', 'three']);
});

test('only usage 0x8C:0x02 is a scanner; a maker’s keyboard is listed as one to be switched', async () => {
  const { hid, clock, all } = await bench();
  hid.plug({ name: 'keychron', vendorId: 0x3434, usagePage: 0x8c, usage: 0x01 });
  hid.plug({ name: 'typist', vendorId: 0x05f9, productId: 0x2204, usagePage: 0x01, usage: 0x06 });
  hid.plug({ name: 'keyboard', vendorId: 0x046d, usagePage: 0x01, usage: 0x06 });
  hid.plug({ name: 'desk', vendorId: 0x0c2e, productId: 0x1007 });
  await clock.settle();
  expect(await all.scanner.list()).toMatchObject([
    {
      id: 'hid:0c2e:1007:desk',
      name: 'Honeywell Simulated desk',
      vendorId: 0x0c2e,
      productId: 0x1007,
      mode: 'simulated',
      state: 'ready',
      remedy: null,
    },
    {
      id: 'hid:05f9:2204:typist',
      name: 'Datalogic Simulated typist',
      vendorId: 0x05f9,
      productId: 0x2204,
      mode: 'keyboard',
      state: 'unused',
      remedy: { kind: 'hidPosMode' },
    },
  ]);
  expect(all.scanner.status().name).toBe('Honeywell Simulated desk');
});

test('a listener that fails takes the scan from nobody', async () => {
  const { hid, clock, all, play, lines } = await bench();
  all.scanner.onScan(() => {
    throw new TypeError('a defect');
  });
  const heard: string[] = [];
  all.scanner.onScan((scan) => heard.push(scan.text));
  hid.plug({ name: 'desk' });
  await clock.settle();
  play('desk', gtin);
  expect(heard).toEqual([gtin]);
  expect(lines.at(-1)).toBe('scanner.listenerFailed {"why":"TypeError"}');
});

test('no log line holds what was scanned', async () => {
  const { hid, clock, lines, play } = await bench();
  hid.plug({ name: 'desk' });
  await clock.settle();
  play('desk', 'https://qr.vipps.no/28/2/01/031/4712345678?v=1');
  expect(lines.filter((line) => line.startsWith('scanner.scan '))).toHaveLength(1);
  expect(lines.filter((line) => /4712345678|vipps/.test(line))).toEqual([]);
});

test('after close nothing is heard', async () => {
  const { hid, clock, all, scans, play } = await bench();
  hid.plug({ name: 'desk' });
  await clock.settle();
  await all.scanner.close();
  play('desk', gtin);
  expect(scans).toEqual([]);
  expect(all.scanner.status().state).toBe('absent');
});
