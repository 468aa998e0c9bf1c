/** The unpacked build of this platform starts, sells, keeps to itself and ends in order, on nothing but what is in it. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { connectSimulated, type SimulatedClient } from '../../hardware/simulated/client.ts';
import { startWallet, type Wallet } from '../fixtures/wallet.ts';
import { changedBetween, coloursIn, type Display, openDisplay } from './display.ts';
import { executable, type PackedTill, pack, readFuses, startPacked } from './packed.ts';

test.skip(process.platform !== 'linux', 'looks at the picture of an Xvfb');
// One build and one till for all.
test.describe.configure({ mode: 'serial' });
test.setTimeout(240_000);

/** Of the sample catalogue, which lies inside the package. */
const vest = '2000001047859';

let display: Display;
let wallet: Wallet;
let till: PackedTill;
let scanner: SimulatedClient;
let environment: Readonly<Record<string, string>>;
let home: string;

test.beforeAll(async () => {
  pack();
  display = await openDisplay();
  wallet = await startWallet();
  home = mkdtempSync(join(tmpdir(), 'klubbkassa-package-'));
  mkdirSync(join(home, 'training'), { mode: 0o700 });
  // One window only, so that the picture is the cashier's screen. A serial port, so that its library is loaded.
  const serialScanner = { id: `serial:${join(home, 'port')}`, suffix: 'any' };
  const settings = { customerScreen: 'off', serialScanner };
  writeFileSync(join(home, 'training', 'settings.json'), JSON.stringify(settings));
  environment = {
    ...wallet.environment,
    DISPLAY: display.name,
    KLUBBKASSA_HOME: home,
    KLUBBKASSA_SIMULATED_SCANNER: join(home, 'scanner'),
  };
});

test.afterAll(async () => {
  till?.process.kill('SIGKILL');
  await till?.ended;
  await wallet?.close();
  await display?.close();
  if (home !== undefined) rmSync(home, { recursive: true, force: true });
});

test('starts, draws its window and opens its devices', async () => {
  till = startPacked({ environment });
  await expect(async () => {
    expect(till.process.exitCode, till.errors()).toBeNull();
    scanner = await connectSimulated(join(home, 'scanner'));
  }).toPass();
  expect(await scanner.send({ kind: 'status' })).toMatchObject({ ok: true, value: { state: 'ready' } });
  await expect.poll(() => coloursIn(display.picture())).toBeGreaterThan(200);
  // The native modules are there: those of HID and of serial ports were loaded and the journal is open.
  expect(till.errors()).not.toContain('"level":"error"');
});

test('a scan becomes a line on the screen', async () => {
  const settled = await atRest(display);
  expect(await scanner.send({ kind: 'scan', text: vest, symbology: ']E0' })).toEqual({
    ok: true,
    value: null,
  });
  await expect.poll(() => changedBetween(settled, display.picture())).toBeGreaterThan(10_000);
  await test.info().attach('log', { body: till.errors() });
});

test('a second one ends at once, and no switch turns it into something else', async () => {
  const second = startPacked({
    environment: { ...environment, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--throw-deprecation' },
    args: ['--inspect=0', '-e', 'process.exit(3)'],
  });
  expect(await second.ended).toBe(0);
  expect(second.errors()).toContain('this till runs already');
  expect(second.errors()).not.toContain('Debugger listening');
  expect(till.process.exitCode).toBeNull();
});

test('ends in order when it is told to', async () => {
  await scanner.close();
  till.process.kill('SIGTERM');
  expect(await till.ended, till.errors()).toBe(0);
  expect(till.errors()).not.toContain('"level":"error"');
});

test('has its fuses as electron-builder.yml says', () => {
  const settings = readFileSync('electron-builder.yml', 'utf8');
  const block = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(settings)?.[1] ?? '';
  const wanted = [...block.matchAll(/^ {2}(\w)(\w+): (true|false)$/gm)].map(
    ([, first = '', rest = '', on]) => [first.toUpperCase() + rest, on === 'true'] as const,
  );
  expect(wanted.length, executable).toBeGreaterThan(0);
  expect(Object.fromEntries(readFuses())).toMatchObject(Object.fromEntries(wanted));
});

/** A picture that stays as it is for a moment: what is drawn at the start has been drawn. */
async function atRest({ picture }: Display): Promise<ReturnType<Display['picture']>> {
  let last = picture();
  await expect
    .poll(
      () => {
        const next = picture();
        const changed = changedBetween(last, next);
        last = next;
        return changed;
      },
      { intervals: [500] },
    )
    .toBe(0);
  return last;
}
