/**
 * The serial ports of Linux, out of the files of sysfs: they tell at once what is plugged in, while udev's answer needs a
 * process for each look and comes late for a new port.
 */

import { readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { filled } from '../fromSystem.ts';
import type { SerialPort } from './serialPorts.ts';

export async function readTtys(root = '/sys/class/tty'): Promise<readonly SerialPort[]> {
  const names = await readdir(root).catch(() => []);
  const ports = await Promise.all(names.sort().map((name) => readTty(root, name)));
  return ports.filter((port) => port !== null);
}

async function readTty(root: string, name: string): Promise<SerialPort | null> {
  // Consoles and pseudo-terminals have no device.
  const device = await realpath(join(root, name, 'device')).catch(() => null);
  if (device === null) return null;
  // The kernel keeps places for UARTs that are not there: their type is 0.
  if ((await line(join(root, name, 'type'))) === '0') return null;
  const path = `/dev/${name}`;

  // A CDC port hangs on an interface of its device, a converter's port one level below that.
  for (let folder = device, level = 0; level < 4; folder = dirname(folder), level += 1) {
    const vendorId = hex(await line(join(folder, 'idVendor')));
    const productId = hex(await line(join(folder, 'idProduct')));
    if (vendorId === null || productId === null) continue;
    const serialNumber = await line(join(folder, 'serial'));
    const manufacturer = await line(join(folder, 'manufacturer'));
    return { path, usb: { vendorId, productId }, serialNumber, manufacturer };
  }
  return { path, usb: null, serialNumber: null, manufacturer: null };
}

async function line(path: string): Promise<string | null> {
  return filled(await readFile(path, 'utf8').catch(() => undefined));
}

/** Ids stand as four hexadecimal digits, here and in what the library tells. */
export function hex(text: string | null | undefined): number | null {
  return /^[0-9a-f]{1,4}$/i.test(text ?? '') ? Number.parseInt(text ?? '', 16) : null;
}
