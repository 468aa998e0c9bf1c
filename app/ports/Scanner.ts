/** Everything that reads codes: HID POS devices, serial ports, keyboard wedges, simulated devices. */

import type { Unsubscribe } from '../kernel/brand.ts';
import type { Instant } from '../kernel/time.ts';

/** One complete scan, as text. Personal: it may hold a phone number, so it is never logged. */
export interface Scan {
  readonly text: string;
  /** AIM identifier such as `]Q1` or `]E0`, where the device tells. */
  readonly symbology: string | null;
  /** Which device read it: its stable id, `window` for a keyboard wedge in a window. */
  readonly device: string;
  readonly at: Instant;
}

/**
 * `absent` no device found · `opening` · `ready` · `denied` the operating system forbids it · `busy` another program
 * holds it · `lost` it was unplugged and is awaited.
 */
export type ScannerState = 'absent' | 'opening' | 'ready' | 'denied' | 'busy' | 'lost';

export interface ScannerStatus {
  readonly state: ScannerState;
  /** Maker and product as the device names itself; `null` while there is none. */
  readonly name: string | null;
}

/** A device that could be chosen in settings. */
export interface ScannerDevice {
  readonly id: string;
  readonly name: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly mode: 'hidPos' | 'serial' | 'keyboard' | 'simulated';
}

export interface Scanner {
  status(): ScannerStatus;
  onStatus(listener: (status: ScannerStatus) => void): Unsubscribe;
  onScan(listener: (scan: Scan) => void): Unsubscribe;
  /** Devices at hand now, for the settings page. */
  list(): Promise<readonly ScannerDevice[]>;
  close(): Promise<void>;
}
