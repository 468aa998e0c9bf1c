/** The whole of `hardware` as main uses it, played over a real socket with real time. */

import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Log } from '../app/ports/Log.ts';
import type { Scan, ScannerState } from '../app/ports/Scanner.ts';
import { type Hardware, openHardware } from './index.ts';
import { connectSimulated, type SimulatedClient } from './simulated/client.ts';
import { realClock as clock } from './testing/realClock.ts';

const errors: string[] = [];
const log: Log = { info: () => undefined, warn: () => undefined, error: (event) => errors.push(event) };

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
  errors.length = 0;
});

async function till(): Promise<{ hardware: Hardware; client: SimulatedClient; path: string; scans: Scan[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'scanner-'));
  opened.push({ close: () => rm(folder, { recursive: true, force: true }) });
  const path = platform() === 'win32' ? `\\\\.\\pipe\\${folder.slice(-12)}` : join(folder, 'scanner.sock');
  const hardware = await openHardware({ scanner: { kind: 'none' }, simulatedSocket: path }, { clock, log });
  opened.push(hardware);
  const scans: Scan[] = [];
  hardware.scanner.onScan((scan) => scans.push(scan));
  const client = await connectSimulated(path);
  opened.push(client);
  return { hardware, client, path, scans };
}

test('scans of every kind over the socket, in order', async () => {
  const { client, scans } = await till();
  const long = `https://qr.vipps.no/p/${'x'.repeat(400)}æøå`;
  await Promise.all([
    client.send({ kind: 'scan', text: '5901234123457', symbology: ']E0' }),
    client.send({ kind: 'scan', text: long, symbology: ']Q1' }),
    client.send({ kind: 'scan', text: ']Q1 is not a prefix here' }),
    client.send({ kind: 'report', hex: `02055d433141424331${'00'.repeat(55)}`.padEnd(128, '0') }),
  ]);
  expect(scans.map((scan) => [scan.text, scan.symbology, scan.device])).toEqual([
    ['5901234123457', ']E0', 'hid:0000:0000:scanner'],
    [long, ']Q1', 'hid:0000:0000:scanner'],
    [']Q1 is not a prefix here', null, 'hid:0000:0000:scanner'],
    ['ABC1\0', ']C1', 'hid:0000:0000:scanner'],
  ]);
});

test('unplug, scan into nothing, plug: the till sees each, and the answers tell', async () => {
  const { hardware, client, scans } = await till();
  expect(await client.send({ kind: 'scan', text: 'first' })).toEqual({ ok: true, value: null });
  const states: ScannerState[] = [];
  hardware.scanner.onStatus((status) => states.push(status.state));

  expect(await client.send({ kind: 'unplug' })).toEqual({ ok: true, value: null });
  expect(await client.send({ kind: 'scan', text: 'nobody' })).toEqual({ ok: false, why: 'noDevice' });
  expect(await client.send({ kind: 'plug' })).toEqual({ ok: true, value: null });
  expect(await client.send({ kind: 'scan', text: 'second' })).toEqual({ ok: true, value: null });

  expect(states).toEqual(['lost', 'ready']);
  expect(scans.map((scan) => scan.text)).toEqual(['first', 'second']);
  expect(await client.send({ kind: 'status' })).toEqual({
    ok: true,
    value: {
      state: 'ready',
      name: 'Simulated scanner',
      devices: [
        {
          id: 'hid:0000:0000:scanner',
          name: 'Simulated scanner',
          vendorId: 0,
          productId: 0,
          mode: 'simulated',
        },
      ],
    },
  });
});

test('a second device of another make is told apart, and taken for what it is', async () => {
  const { client, scans } = await till();
  await client.send({ kind: 'plug', device: 'guest', vendorId: 0x1eab, productId: 0x0d10 });
  const report = `02045d513121${'00'.repeat(58)}`;
  await client.send({ kind: 'report', device: 'guest', hex: report });
  await client.send({ kind: 'scan', text: 'desk' });
  expect(scans.map((scan) => [scan.text, scan.symbology, scan.device])).toEqual([
    [']Q1!', null, 'hid:1eab:0d10:guest'],
    ['desk', null, 'hid:0000:0000:scanner'],
  ]);
});

test('a device that the operating system refuses is seen as such', async () => {
  const { hardware, client } = await till();
  await client.send({ kind: 'unplug' });
  await client.send({ kind: 'refuse', fault: 'deviceDenied' });
  await client.send({ kind: 'plug' });
  await client.send({ kind: 'status' });
  expect(hardware.scanner.status().state).toBe('denied');
});

test('rubbish is answered and harms nobody', async () => {
  const { client, scans } = await till();
  const rubbish = [
    '',
    'null',
    '[]',
    '{',
    '{"kind":"scan"}',
    '{"kind":"scan","text":""}',
    '{"kind":"scan","text":"x","symbology":"QR"}',
    '{"kind":"scan","text":7}',
    '{"kind":"report","hex":"0"}',
    '{"kind":"report","hex":"zz"}',
    '{"kind":"plug","device":"../x"}',
    '{"kind":"plug","vendorId":70000}',
    '{"kind":"plug","descriptor":1}',
    '{"kind":"refuse"}',
    '{"kind":"explode"}',
  ];
  const answers = await Promise.all(rubbish.map((line) => client.sendRaw(line)));
  expect(answers).toEqual(rubbish.map(() => ({ ok: false, why: 'unreadable' })));
  await client.send({ kind: 'scan', text: 'still here' });
  expect(scans.map((scan) => scan.text)).toEqual(['still here']);
});

test('window scans arrive beside the devices', async () => {
  const { hardware, scans } = await till();
  hardware.windowScan('5901234123457', ']E0');
  expect(scans.map((scan) => [scan.text, scan.symbology, scan.device])).toEqual([
    ['5901234123457', ']E0', 'window'],
  ]);
});

test.skipIf(platform() === 'win32')(
  'the socket is the owner’s alone, and a left one is replaced',
  async () => {
    const { hardware, client, path } = await till();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const next = await openHardware({ scanner: { kind: 'none' }, simulatedSocket: path }, { clock, log });
    opened.push(next);
    const again = await connectSimulated(path);
    opened.push(again);
    expect((await again.send({ kind: 'status' })).ok).toBe(true);
    await client.close();
    await hardware.close();
  },
);

test.skipIf(platform() === 'win32')(
  'a path that is no socket is left alone: the till starts without simulation',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'scanner-'));
    opened.push({ close: () => rm(folder, { recursive: true, force: true }) });
    const path = join(folder, 'precious.txt');
    await writeFile(path, 'precious');
    const hardware = await openHardware({ scanner: { kind: 'none' }, simulatedSocket: path }, { clock, log });
    opened.push(hardware);
    expect(errors).toEqual(['simulated.notListening']);
    expect((await stat(path)).size).toBe(8);
  },
);

test('real devices are looked for on this machine without harm, and closing ends it', async () => {
  const hardware = await openHardware({ scanner: { kind: 'auto' } }, { clock, log });
  expect(hardware.scanner.status()).toEqual({ state: 'opening', name: null });
  expect(Array.isArray(await hardware.scanner.list())).toBe(true);
  await hardware.close();
  // A machine without the native module's libraries says so once and has a till all the same.
  expect([[], ['hid.moduleMissing']]).toContainEqual(errors);
});
