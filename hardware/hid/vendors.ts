/**
 * Which of the listed HID devices are scanners, what they are called and how they are told apart. Ids are hints;
 * a scanner is recognised by its usage (scanners.md 2 and 6).
 */

import type { HidDevice } from './hid.ts';

/** Makers that sell scanners only, so a keyboard of theirs is a scanner in keyboard mode (scanners.md 6). */
export const scannerMakers: ReadonlyMap<number, string> = new Map([
  [0x0c2e, 'Honeywell'],
  [0x0536, 'Honeywell'],
  [0x23d0, 'Youjie'],
  [0x05e0, 'Zebra'],
  [0x05f9, 'Datalogic'],
  [0x1eab, 'Newland'],
  [0x067e, 'Intermec'],
  [0x065a, 'Opticon'],
]);

/** Usage 0x02 and no other: some keyboards have a configuration interface at 0x8C:0x01 (scanners.md 2). */
export function isPosScanner(device: HidDevice): boolean {
  return device.usagePage === 0x8c && device.usage === 0x02;
}

/** A scanner that types (usage keyboard, by a maker of scanners): it can be switched to HID POS. */
export function isKeyboardScanner(device: HidDevice): boolean {
  return device.usagePage === 0x01 && device.usage === 0x06 && scannerMakers.has(device.vendorId);
}

/** Maker and product as the device names itself, else the maker by id, else the bare ids. */
export function deviceName(device: HidDevice): string {
  const maker = device.manufacturer ?? scannerMakers.get(device.vendorId) ?? null;
  const product = device.product ?? `${hex4(device.vendorId)}:${hex4(device.productId)}`;
  if (maker === null || product.toLowerCase().startsWith(maker.toLowerCase())) return product;
  return `${maker} ${product}`;
}

/** The same for the same device wherever it is plugged in, as far as it has a serial number of its own. */
export function baseId(device: HidDevice): string {
  const serial = device.serialNumber === null ? '' : `:${device.serialNumber}`;
  return `hid:${hex4(device.vendorId)}:${hex4(device.productId)}${serial}`;
}

/**
 * An id for each device, by path. Devices that cannot be told apart by serial number are numbered `#2`, `#3` in the
 * order in which they came; one that is still at its path keeps the id it had.
 */
export function assignIds(
  devices: readonly HidDevice[],
  before: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const device of devices) {
    const kept = before.get(device.path);
    if (kept === baseId(device) || kept?.startsWith(`${baseId(device)}#`)) ids.set(device.path, kept);
  }
  const taken = new Set(ids.values());
  for (const device of devices) {
    if (ids.has(device.path)) continue;
    let id = baseId(device);
    for (let number = 2; taken.has(id); number += 1) id = `${baseId(device)}#${number}`;
    taken.add(id);
    ids.set(device.path, id);
  }
  return ids;
}

function hex4(value: number): string {
  return value.toString(16).padStart(4, '0');
}
