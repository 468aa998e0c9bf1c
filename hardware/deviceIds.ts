/** How devices are told apart: the same id for the same device wherever it is plugged in, as far as it can be known. */

export interface UsbIdentity {
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber: string | null;
}

/** `hid:0c2e:0b81` or, with a serial number of its own, `hid:0c2e:0b81:18016B`. */
export function usbId(kind: 'hid' | 'serial', device: UsbIdentity): string {
  const serial = device.serialNumber === null ? '' : `:${device.serialNumber}`;
  return `${kind}:${hex4(device.vendorId)}:${hex4(device.productId)}${serial}`;
}

/**
 * An id for each device, by path. Devices that cannot be told apart by serial number are numbered `#2`, `#3` in the
 * order in which they came; one that is still at its path keeps the id it had.
 */
export function assignIds<D extends { readonly path: string }>(
  devices: readonly D[],
  before: ReadonlyMap<string, string>,
  baseId: (device: D) => string,
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

export function hex4(value: number): string {
  return value.toString(16).padStart(4, '0');
}
