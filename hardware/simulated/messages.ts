/**
 * What a test or training mode says to the simulated devices over the local socket, and their answers: one JSON object
 * a line, each answered by one line, in order.
 */

import type { ScannerDetail, ScannerStatus } from '../../app/ports/Scanner.ts';

/** A simulated device by its name; `scanner` where none is given. */
export type DeviceName = string;

export type SimulatedMessage =
  /** The device reads a code: sent as HID POS reports, in layout A with a symbology (AIM, `]Q1`), in C without. */
  | {
      readonly kind: 'scan';
      readonly text: string;
      readonly symbology?: string | null;
      readonly device?: DeviceName;
    }
  /** The device sends one input report, byte 0 = report id. */
  | { readonly kind: 'report'; readonly device?: DeviceName; readonly hex: string }
  /** Plugs a device in; the vendor id and the report descriptor (hex) decide which layout it is taken for. */
  | {
      readonly kind: 'plug';
      readonly device?: DeviceName;
      readonly vendorId?: number;
      readonly productId?: number;
      readonly descriptor?: string;
    }
  | { readonly kind: 'unplug'; readonly device?: DeviceName }
  /** From now on opening any simulated device fails so; `null` ends that. Takes effect at the next opening. */
  | { readonly kind: 'refuse'; readonly fault: 'deviceDenied' | 'deviceBusy' | null }
  | { readonly kind: 'status' };

export interface SimulatedStatus extends ScannerStatus {
  readonly devices: readonly Omit<ScannerDetail, 'dropped' | 'remedy'>[];
}

export type SimulatedAnswer =
  | { readonly ok: true; readonly value: SimulatedStatus | null }
  /** `unreadable` no such message · `noDevice` nothing of that name is plugged in and open. */
  | { readonly ok: false; readonly why: 'unreadable' | 'noDevice' };
