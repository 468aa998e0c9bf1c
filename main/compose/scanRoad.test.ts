/** Which way a scan goes: to the doctor or to the till, and with whose rights. */

import { beforeEach, expect, test } from 'vitest';
import type { Gtin } from '../../app/domain/gtin.ts';
import type { ScanRights } from '../../app/flows/takeScan.ts';
import { ok } from '../../app/kernel/result.ts';
import type { ScannerInUse } from '../../app/ports/Scanner.ts';
import { virtualClock } from '../../app/testing/virtualClock.ts';

import { createDoctor } from './doctor.ts';
import { createScanRoad } from './scanRoad.ts';

const desk: ScannerInUse = {
  id: 'hid:0c2e:0b81',
  name: 'Honeywell Xenon',
  vendorId: 0x0c2e,
  productId: 0x0b81,
  mode: 'hidPos',
  state: 'ready',
  dropped: new Map([['torn', 2]]),
};
const guest: ScannerInUse = { ...desk, id: 'hid:05e0:2100', name: 'Zebra DS9308' };
const personal = 'https://qr.vipps.no/28/2/01/031/4791234567?v=1';
const typed = { usText: null, suffix: 'none', meanGapMs: 12 } as const;
const scanOf = (text: string) => ({ text, symbology: ']Q1', typed: null });

let clock = virtualClock();
let given: (readonly [string, ScanRights | undefined])[] = [];
let changes = 0;
const changed = () => {
  changes += 1;
};
let settings = { customerScanners: [guest.id], customerScannerAddsGoods: false };

function road() {
  const goods = { bySku: () => null, byBarcode: (_gtin: Gtin) => null };
  const doctor = createDoctor({ clock, goods, changed });
  const scans = createScanRoad({
    till: {
      scan: async (text, rights) => {
        given.push([text, rights]);
        return ok({ meaning: 'goods' });
      },
    },
    scanner: { inUse: () => [desk, guest], list: async () => [{ ...guest, remedy: { kind: 'plugIn' } }] },
    doctor,
    settings: () => settings,
    clock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  return { doctor, scans };
}

beforeEach(() => {
  clock = virtualClock();
  given = [];
  changes = 0;
  settings = { customerScanners: [guest.id], customerScannerAddsGoods: false };
});

test('the cashier’s scanner may all, the customer’s only identify, a window is the cashier’s', async () => {
  const { scans } = road();
  for (const device of [desk.id, guest.id, null]) await scans.take(scanOf('a'), device);
  expect(given.map(([, rights]) => rights)).toEqual([
    { goods: true, commands: true },
    { goods: false, commands: false },
    { goods: true, commands: true },
  ]);
  settings = { ...settings, customerScannerAddsGoods: true };
  await scans.take(scanOf('a'), guest.id);
  expect(given.at(-1)?.[1]).toEqual({ goods: true, commands: false });
});

test('the controller of a machine may call no more by a scan than by its own calls', async () => {
  const { scans } = road();
  settings = { ...settings, customerScannerAddsGoods: true };
  await scans.take(scanOf('a'), null, 'kiosk');
  expect(given.map(([, rights]) => rights)).toEqual([{ goods: false, commands: false }]);
});

test('open, the doctor has every scan and the till has none; closed, the till has them again', async () => {
  const { doctor, scans } = road();
  expect(doctor.view()).toBeNull();
  doctor.open('a');
  expect(await scans.take(scanOf(personal), guest.id)).toEqual(ok({ meaning: 'examined' }));
  await scans.take({ ...scanOf('5901234123457'), symbology: null, typed }, null);
  expect(given).toEqual([]);
  expect(doctor.view()?.scans).toMatchObject([
    {
      number: 2,
      device: null,
      side: 'cashier',
      verdict: 'noSuffix',
      typed: { suffix: 'none', meanGapMs: 12 },
    },
    {
      number: 1,
      device: { name: 'Zebra DS9308', mode: 'hidPos' },
      side: 'customer',
      symbology: ']Q1',
      length: personal.length,
      meaning: { kind: 'personalQr', masked: '••• 67' },
      verdict: 'readsWell',
    },
  ]);
  expect(JSON.stringify(doctor.view())).not.toMatch(/91234/);
  doctor.close();
  expect(doctor.view()).toBeNull();
  await scans.take(scanOf(personal), guest.id);
  expect(given).toHaveLength(1);
});

test('a page that is gone gives the scanners back after 15 seconds; one that is there keeps them', async () => {
  const { doctor } = road();
  doctor.open('a');
  await clock.pass(14_000);
  doctor.open('a');
  await clock.pass(14_000);
  expect(doctor.isOpen()).toBe(true);
  const before = changes;
  await clock.pass(1_000);
  expect(doctor.isOpen()).toBe(false);
  expect(changes).toBe(before + 1);
});

test('two pages: the first to leave takes nothing from the other, and neither keeps the other’s scanners', async () => {
  const { doctor, scans } = road();
  doctor.open('a');
  await clock.pass(5_000);
  doctor.open('b');
  expect(doctor.view()?.pages).toEqual(['a', 'b']);
  doctor.leave('c');
  doctor.leave('b');
  await scans.take(scanOf('a'), desk.id);
  expect([given, doctor.view()?.pages, doctor.view()?.scans.length]).toEqual([[], ['a'], 1]);
  doctor.open('b');
  await clock.pass(10_000);
  expect(doctor.view()?.pages).toEqual(['b']);
  await clock.pass(5_000);
  expect(doctor.isOpen()).toBe(false);
});

test('opened anew after it was closed, the time begins anew and the old scans are gone', async () => {
  const { doctor, scans } = road();
  doctor.open('a');
  await scans.take(scanOf('a'), null);
  await clock.pass(10_000);
  doctor.close();
  doctor.open('a');
  expect(doctor.view()?.scans).toEqual([]);
  await clock.pass(10_000);
  expect(doctor.isOpen()).toBe(true);
});

test('a personal code that a device reads twice at once is one; goods are two, and so is another device', async () => {
  const { scans } = road();
  for (const text of [personal, personal, '5901234123457', '5901234123457'])
    await scans.take(scanOf(text), desk.id);
  expect(given.map(([text]) => text)).toEqual([personal, '5901234123457', '5901234123457']);
  await scans.take(scanOf(personal), desk.id);
  await scans.take(scanOf(personal), guest.id);
  await clock.pass(1000);
  await scans.take(scanOf(personal), guest.id);
  expect(given.slice(3).map(([text]) => text)).toEqual([personal, personal, personal]);
});

test('it keeps the last twelve', async () => {
  const { doctor, scans } = road();
  doctor.open('a');
  for (let index = 0; index < 30; index += 1) await scans.take(scanOf(`code ${index}`), null);
  expect(doctor.view()?.scans.map(({ shown }) => shown)).toHaveLength(12);
  expect(doctor.view()?.scans[0]?.shown).toBe('code 29');
});

test('the settings page hears of each device: its side, what it dropped, what would help', async () => {
  const { scans } = road();
  expect(await scans.devices()).toEqual([
    {
      id: guest.id,
      name: guest.name,
      mode: 'hidPos',
      state: 'ready',
      side: 'customer',
      dropped: [{ why: 'torn', count: 2 }],
      remedy: { kind: 'plugIn' },
    },
  ]);
});
