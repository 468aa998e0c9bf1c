/**
 * Which of the listed HID devices are scanners, and what they are called. Ids are hints; a scanner is recognised
 * by its usage (scanners.md 2 and 6).
 */

import { hex4 } from '../deviceIds.ts';
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
