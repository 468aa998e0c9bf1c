/** The scanners that are plugged in most often. */

import { silent, telling } from './descriptors.ts';
import type { VirtualDevice } from './uhid.ts';

/** Its descriptor says all, as a Honeywell's does. */
export function scanner(serialNumber: string, over: Partial<VirtualDevice> = {}): VirtualDevice {
  return {
    name: 'HID POS scanner',
    vendorId: 0x0c2e,
    productId: 0x1007,
    serialNumber,
    descriptor: telling('A'),
    ...over,
  };
}

/** It has to be known by its maker or by what it sends. */
export function silentScanner(serialNumber: string, vendorId: number): VirtualDevice {
  return scanner(serialNumber, { vendorId, descriptor: silent });
}

/** As the till names it. */
export function idOf(device: VirtualDevice): string {
  const hex4 = (value: number): string => value.toString(16).padStart(4, '0');
  const serial = device.serialNumber === '' ? '' : `:${device.serialNumber}`;
  return `hid:${hex4(device.vendorId)}:${hex4(device.productId)}${serial}`;
}

/** A report that is none of a scan: what came before it has been read when the till has counted it. */
export function foreign(): Uint8Array {
  const report = new Uint8Array(64);
  report[0] = 3;
  return report;
}
