/** Scanners that can face the customer: devices that the till reads itself. What types in a window is the cashier's. */

import type { ScannerDeviceView } from '../../../../app/contract/view.ts';

export interface FacingRow {
  readonly id: string;
  /** `null` while it is not plugged in. */
  readonly name: string | null;
  readonly faces: boolean;
}

export function facingRows(
  devices: readonly Pick<ScannerDeviceView, 'id' | 'name' | 'mode'>[],
  facing: readonly string[],
): readonly FacingRow[] {
  const readByTill = devices.filter(({ mode }) => mode !== 'keyboard');
  const away = facing.filter((id) => readByTill.every((device) => device.id !== id));
  return [
    ...readByTill.map(({ id, name }) => ({ id, name, faces: facing.includes(id) })),
    ...away.map((id) => ({ id, name: null, faces: true })),
  ];
}

export function turned(facing: readonly string[], id: string, on: boolean): readonly string[] {
  const others = facing.filter((one) => one !== id);
  return on ? [...others, id].sort() : others;
}
