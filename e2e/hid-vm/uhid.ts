/**
 * HID devices that a program makes: through /dev/uhid the kernel is told of a device and gets its reports, and does with
 * them all that it does with those of a cable (Documentation/hid/uhid.rst, include/uapi/linux/uhid.h).
 */

import { closeSync, openSync, writeSync } from 'node:fs';

export interface VirtualDevice {
  readonly name: string;
  readonly vendorId: number;
  readonly productId: number;
  /** Empty: none, as cheap scanners have none. */
  readonly serialNumber: string;
  readonly descriptor: Uint8Array;
}

export interface Plugged {
  /** One input report, report id first. The kernel refuses one that is shorter than the descriptor says. */
  input(report: Uint8Array): void;
  /** As if the cable were pulled; a second time nothing happens. */
  pull(): void;
}

const kinds = { destroy: 1, create: 11, input: 12 } as const;
const busUsb = 3;
/** Where the fields of `struct uhid_create2_req` lie behind the kind of the event. */
const create = {
  name: 4,
  place: 132,
  serial: 196,
  length: 260,
  bus: 262,
  vendor: 264,
  product: 268,
  data: 280,
};
const bytes = { name: 128, serial: 64, descriptor: 4096 } as const;

export function plug(device: VirtualDevice): Plugged {
  const file = openSync('/dev/uhid', 'r+');
  let gone = false;
  const event = Buffer.alloc(create.data + bytes.descriptor);
  event.writeUInt32LE(kinds.create, 0);
  event.write(device.name, create.name, bytes.name - 1);
  event.write('virtual/input0', create.place);
  event.write(device.serialNumber, create.serial, bytes.serial - 1);
  event.writeUInt16LE(device.descriptor.length, create.length);
  event.writeUInt16LE(busUsb, create.bus);
  event.writeUInt32LE(device.vendorId, create.vendor);
  event.writeUInt32LE(device.productId, create.product);
  event.set(device.descriptor, create.data);
  writeSync(file, event);

  return {
    input(report) {
      const head = Buffer.alloc(6);
      head.writeUInt32LE(kinds.input, 0);
      head.writeUInt16LE(report.length, 4);
      writeSync(file, Buffer.concat([head, report]));
    },
    pull() {
      if (gone) return;
      gone = true;
      const end = Buffer.alloc(4);
      end.writeUInt32LE(kinds.destroy, 0);
      writeSync(file, end);
      closeSync(file);
    },
  };
}
