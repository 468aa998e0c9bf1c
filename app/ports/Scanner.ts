/** Everything that reads codes: HID POS devices, serial ones, keyboard wedges, simulated devices. */

import type { ScannerMode, ScannerRemedy, ScannerState } from '../domain/scanner.ts';
import type { Unsubscribe } from '../kernel/brand.ts';
import type { Instant } from '../kernel/time.ts';

/** One complete scan, as text. Personal: it may hold a phone number, so it is never logged. */
export interface Scan {
  readonly text: string;
  /** AIM identifier such as `]Q1` or `]E0`, where the device tells. */
  readonly symbology: string | null;
  /** Which device read it: its stable id. */
  readonly device: string;
  readonly at: Instant;
}

export interface ScannerStatus {
  readonly state: ScannerState;
  /** Maker and product as the device names itself; `null` while there is none. */
  readonly name: string | null;
  /** How many other scanners are in use and do not work now. */
  readonly away: number;
}

/** A device that could be chosen in settings. */
export interface ScannerDevice {
  readonly id: string;
  readonly name: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly mode: ScannerMode;
}

/** A scanner that the till listens to, or would if it could. */
export interface ScannerInUse extends ScannerDevice {
  readonly state: ScannerState;
  /** How often something arrived that gave no scan, by reason, since the till started. */
  readonly dropped: ReadonlyMap<string, number>;
}

/** Any scanner at hand or awaited. `unused`: plugged in, and the till was not told to read it. */
export interface ScannerDetail extends ScannerDevice {
  readonly state: ScannerState | 'unused';
  readonly dropped: ReadonlyMap<string, number>;
  readonly remedy: ScannerRemedy | null;
}

export interface Scanner {
  status(): ScannerStatus;
  onStatus(listener: (status: ScannerStatus) => void): Unsubscribe;
  onScan(listener: (scan: Scan) => void): Unsubscribe;
  /** Those in use, the unplugged ones too. */
  inUse(): readonly ScannerInUse[];
  /** Looks for devices now: those at hand, and those that are awaited. For the settings page. */
  list(): Promise<readonly ScannerDetail[]>;
  close(): Promise<void>;
}
