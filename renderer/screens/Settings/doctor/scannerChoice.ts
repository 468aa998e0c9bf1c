/** The scanner as one choice among rows: by itself, one of the devices, or none. */

import type { ScannerDeviceView } from '../../../../app/contract/view.ts';
import type { SettingsForm } from '../form.ts';

export type ScannerValue = 'auto' | 'none' | `device:${string}`;

type Part = Pick<SettingsForm, 'scannerKind' | 'scannerDevice'>;

export function scannerValue(form: Part): ScannerValue {
  return form.scannerKind === 'device' ? `device:${form.scannerDevice}` : form.scannerKind;
}

export function scannerPart(value: ScannerValue): Part {
  if (value === 'auto' || value === 'none') return { scannerKind: value, scannerDevice: '' };
  return { scannerKind: 'device', scannerDevice: value.slice('device:'.length) };
}

/** Whether the chosen device is not among those that are plugged in. */
export function scannerIsAway(form: Part, devices: readonly ScannerDeviceView[]): boolean {
  return form.scannerKind === 'device' && devices.every((device) => device.id !== form.scannerDevice);
}
