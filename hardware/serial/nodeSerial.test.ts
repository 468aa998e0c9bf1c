/** What surrounds the library: words and codes of the operating systems, files of Linux. */

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openingFault } from './nodeSerial.ts';
import { readTtys } from './ttys.ts';

test.each([
  ['Error: Permission denied, cannot open /dev/ttyACM0', 'EACCES', 'deviceDenied'],
  ['Error: Ikke tilgang, cannot open /dev/ttyACM0', 'EACCES', 'deviceDenied'],
  ['Error: Operation not permitted, cannot open /dev/tty.usbmodem1', 'EPERM', 'deviceDenied'],
  ['Error: Device or resource busy, cannot open /dev/ttyACM0', 'EBUSY', 'deviceBusy'],
  ['Error Resource temporarily unavailable Cannot lock port', null, 'deviceBusy'],
  ['Error: No such file or directory, cannot open /dev/ttyACM0', 'ENOENT', 'deviceMissing'],
  ['Error: No such device or address, cannot open /dev/ttyACM0', 'ENXIO', 'deviceMissing'],
  ['Error: Input/output error, cannot open /dev/ttyS9', 'EIO', 'deviceMissing'],
  ['Opening COM3: Access denied', null, 'deviceBusy'],
  ['Opening COM3: Unknown error code 32', null, 'deviceBusy'],
  ['Opening COM3: Unknown error code 170', null, 'deviceBusy'],
  ['Opening COM3: Unknown error code 1705', null, 'deviceMissing'],
  ['Opening COM3: File not found', null, 'deviceMissing'],
  ['Open (GetCommState): The parameter is incorrect', null, 'deviceMissing'],
] as const)('%s (%s) is %s', (why, code, kind) => {
  expect(openingFault(why, code).kind).toBe(kind);
});

test('the ports of Linux: CDC, a converter, an UART; no consoles, no empty places', async () => {
  const root = await mkdtemp(join(tmpdir(), 'tty-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const shelf = join(root, 'class', 'tty');
  async function tty(name: string, device: string | null, files: Readonly<Record<string, string>> = {}) {
    const place = join(shelf, name);
    await mkdir(place, { recursive: true });
    for (const [file, text] of Object.entries(files)) await writeFile(join(place, file), `${text}\n`);
    if (device === null) return;
    await mkdir(join(root, 'devices', device), { recursive: true });
    await symlink(join(root, 'devices', device), join(place, 'device'));
  }
  async function usb(device: string, files: Readonly<Record<string, string>>) {
    await mkdir(join(root, 'devices', device), { recursive: true });
    for (const [file, text] of Object.entries(files)) {
      await writeFile(join(root, 'devices', device, file), `${text}\n`);
    }
  }
  await usb('usb1', { idVendor: '1d6b', idProduct: '0002', manufacturer: 'Linux xhci-hcd' });
  await usb('usb1/1-2', {
    idVendor: '05e0',
    idProduct: '1701',
    serial: 'S1',
    manufacturer: 'Symbol Technologies',
  });
  await usb('usb1/1-3', { idVendor: '1a86', idProduct: '7523' });
  await tty('ttyACM0', 'usb1/1-2/1-2:1.0');
  await tty('ttyUSB0', 'usb1/1-3/1-3:1.0/ttyUSB0');
  await tty('ttyS0', 'platform/serial8250', { type: '4' });
  await tty('ttyS1', 'platform/serial8250/1', { type: '0' });
  await tty('tty1', null);

  const none = { serialNumber: null, manufacturer: null };
  expect(await readTtys(shelf)).toEqual([
    {
      path: '/dev/ttyACM0',
      usb: { vendorId: 0x05e0, productId: 0x1701 },
      serialNumber: 'S1',
      manufacturer: 'Symbol Technologies',
    },
    { path: '/dev/ttyS0', usb: null, ...none },
    { path: '/dev/ttyUSB0', usb: { vendorId: 0x1a86, productId: 0x7523 }, ...none },
  ]);
  expect(await readTtys(join(root, 'nowhere'))).toEqual([]);
});
