/**
 * Our own small view of USB HID: list, open, hear reports, hear the loss. Implemented for real devices by `nodeHid.ts`
 * and for simulated ones by `../simulated/simulatedHid.ts`; the drivers know no other way to a device.
 */

import type { Unsubscribe } from '../../app/kernel/brand.ts';
import type { HouseFault } from '../../app/kernel/fault.ts';
import type { Result } from '../../app/kernel/result.ts';

export type DeviceFault = Extract<HouseFault, { kind: 'deviceMissing' | 'deviceDenied' | 'deviceBusy' }>;

/** One top-level collection of one device, as the operating system lists it. */
export interface HidDevice {
  /** What `open` takes. May change when the device is plugged in again. */
  readonly path: string;
  readonly vendorId: number;
  readonly productId: number;
  /** 0 where the operating system does not tell. */
  readonly usagePage: number;
  readonly usage: number;
  readonly serialNumber: string | null;
  readonly manufacturer: string | null;
  readonly product: string | null;
}

export interface HidListener {
  /** One input report; byte 0 is the report id where the device numbers its reports. */
  report(bytes: Uint8Array): void;
  /** The device is gone or cannot be read any more; called at most once, nothing follows. */
  lost(why: string): void;
}

export interface HidLine {
  /** After this neither `report` nor `lost` is called. Never rejects. */
  close(): Promise<void>;
}

export interface Hid {
  /**
   * Reports that arrive so soon after opening are old: Windows queues what nobody read and hands it over on open
   * (scanners.md 10). Milliseconds.
   */
  readonly settleMs: number;
  /** `deviceMissing` when this machine has no HID access at all (no native module). */
  list(): Promise<Result<readonly HidDevice[], DeviceFault>>;
  /**
   * A cheap mark that changes whenever a device comes or goes; `null` where there is none and only `list` can tell.
   */
  mark(): Promise<string | null>;
  /** Called when a device came or went, by those who can tell at once; others are asked about once a second. */
  onChange(listener: () => void): Unsubscribe;
  /** The device's report descriptor; `null` where the platform does not give it (Windows, macOS). */
  descriptor(path: string): Promise<Uint8Array | null>;
  open(path: string, listener: HidListener): Promise<Result<HidLine, DeviceFault>>;
}
