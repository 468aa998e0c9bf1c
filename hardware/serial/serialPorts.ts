/**
 * Our own small view of serial ports: list, open, hear bytes, hear the loss. Implemented by `nodeSerial.ts`; the driver
 * knows no other way to a port.
 */

import type { Result } from '../../app/kernel/result.ts';
import type { Line } from '../connection.ts';
import type { DeviceFault } from '../hid/hid.ts';

export interface SerialPort {
  /** What `open` takes. May change when the device is plugged in again. */
  readonly path: string;
  /** `null` where the port is not on USB, or the operating system does not tell. */
  readonly usb: { readonly vendorId: number; readonly productId: number } | null;
  readonly serialNumber: string | null;
  readonly manufacturer: string | null;
}

export interface SerialListener {
  /** The bytes as they came, however the device or the system cut them. The same memory is used for the next. */
  bytes(bytes: Uint8Array): void;
  /** The port is gone or cannot be read any more; called at most once, nothing follows. */
  lost(why: string): void;
}

export interface SerialPorts {
  /** `deviceMissing` when this machine has no access to serial ports at all (no native module). */
  list(): Promise<Result<readonly SerialPort[], DeviceFault>>;
  /** After the line's `close` neither `bytes` nor `lost` is called; it never rejects. */
  open(path: string, listener: SerialListener): Promise<Result<Line, DeviceFault>>;
}
