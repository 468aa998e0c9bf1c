/** A serial scanner as the till has it: real ports of the system through the real library, with real time. */

import { mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { ScannerState } from '../../app/domain/scanner.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { Scan } from '../../app/ports/Scanner.ts';
import { type Hardware, openHardware, type SerialChoice } from '../index.ts';
import { hasSocat, plugTerminal } from '../testing/pseudoTerminal.ts';
import { realClock } from '../testing/realClock.ts';
import { idleMs } from './lines.ts';

const gtin = '5901234123457';
const token = 'https://qr.vipps.no/p/0f8c2c6e-6d1c-4b0a-9a3e-6c1f0b7d2a55.AbCdEf0123456789-_xyz';

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

async function aPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'serial-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'scanner');
}

async function plug(path: string) {
  const terminal = await plugTerminal(path);
  undo.push(terminal.unplug);
  return terminal;
}

interface Till {
  readonly hardware: Hardware;
  readonly scans: Scan[];
  readonly logged: string[];
  /** Resolves when the scanner is in this state. */
  is(state: ScannerState): Promise<void>;
  /** Resolves when so many scans are there, with their texts. */
  texts(count: number): Promise<readonly string[]>;
}

/** No silence ends a code, however slow the machine of the test is. */
const patient: Clock = {
  ...realClock,
  sleep: (ms, signal) => realClock.sleep(ms < idleMs ? ms * 1000 : ms, signal),
};

async function till(serial: SerialChoice, clock = patient): Promise<Till> {
  const logged: string[] = [];
  const write = (event: string) => logged.push(event);
  const log: Log = { info: () => undefined, warn: write, error: write };
  const hardware = await openHardware({ scanner: { kind: 'none' }, serial }, { clock, log });
  undo.push(hardware.close);
  const { scanner } = hardware;
  const scans: Scan[] = [];
  const waiting = new Set<() => void>();
  const look = () => {
    for (const one of waiting) one();
  };
  scanner.onStatus(look);
  scanner.onScan((scan) => {
    scans.push(scan);
    look();
  });
  const until = (there: () => boolean) =>
    new Promise<void>((resolve) => {
      const one = () => {
        if (!there()) return;
        waiting.delete(one);
        resolve();
      };
      waiting.add(one);
      one();
    });
  return {
    hardware,
    scans,
    logged,
    is: (state) => until(() => scanner.status().state === state),
    async texts(count) {
      await until(() => scans.length >= count);
      return scans.map(({ text }) => text);
    },
  };
}

test.skipIf(!hasSocat)('codes in one write and in halves, short and long, in order', async () => {
  const path = await aPath();
  const terminal = await plug(path);
  const { hardware, scans, is, texts } = await till({ id: `serial:${path}`, suffix: 'any' });
  await is('ready');
  expect(hardware.scanner.status().name).toBe(path);

  terminal.send(`]E0${gtin}\r`);
  expect(await texts(1)).toEqual([gtin]);
  expect(scans[0]).toMatchObject({ symbology: ']E0', device: `serial:${path}` });

  terminal.send(`${token}\r\nblåbær\r\n12`);
  expect(await texts(3)).toEqual([gtin, token, 'blåbær']);
  terminal.send('34\r');
  expect(await texts(4)).toEqual([gtin, token, 'blåbær', '1234']);

  const long = 'x'.repeat(7089);
  terminal.send(`${long}\r`);
  expect((await texts(5)).at(-1)).toBe(long);
});

test.skipIf(!hasSocat)('a code without suffix is there after a silence', async () => {
  const path = await aPath();
  const terminal = await plug(path);
  const { is, texts } = await till({ id: `serial:${path}`, suffix: 'cr' }, realClock);
  await is('ready');
  terminal.send(gtin);
  expect(await texts(1)).toEqual([gtin]);
});

test.skipIf(!hasSocat)(
  'pulled and plugged in again it is read without a restart, and half a code stays half',
  async () => {
    const path = await aPath();
    const first = await plug(path);
    const { is, texts, logged } = await till({ id: `serial:${path}`, suffix: 'any' });
    await is('ready');
    first.send(`${gtin}\r590123`);
    await texts(1);
    await first.unplug();
    await is('lost');

    const second = await plug(path);
    await is('ready');
    second.send('4123457\r');
    expect(await texts(2)).toEqual([gtin, '4123457']);
    expect(logged).toContain('scanner.lost');
  },
);

test.skipIf(!hasSocat)(
  'a port that hangs up while a code is being handled is lost, not read for ever',
  async () => {
    const path = await aPath();
    const terminal = await plug(path);
    const { hardware, is } = await till({ id: `serial:${path}`, suffix: 'any' });
    await is('ready');
    hardware.scanner.onScan(() => terminal.unplugNow());
    terminal.send(`${gtin}\r`);
    await is('lost');
  },
);

test.skipIf(!hasSocat)(
  'a port is had by one: the other says so, and has it when the first lets go',
  async () => {
    const path = await aPath();
    const terminal = await plug(path);
    const choice = { id: `serial:${path}`, suffix: 'any' } as const;
    const first = await till(choice);
    await first.is('ready');
    const second = await till(choice);
    await second.is('busy');
    first.hardware.chooseSerial(null);
    await second.is('ready');
    terminal.send(`${gtin}\r`);
    expect([await second.texts(1), first.scans]).toEqual([[gtin], []]);
  },
);

test.skipIf(platform() !== 'linux')('what is no port is no scanner and is not kept open', async () => {
  const path = await aPath();
  await writeFile(path, `${gtin}\r`);
  const { is, scans } = await till({ id: `serial:${path}`, suffix: 'any' });
  await is('lost');
  const open = await Promise.all(
    (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')),
  );
  expect([scans, open.filter((file) => file === path)]).toEqual([[], []]);
});
