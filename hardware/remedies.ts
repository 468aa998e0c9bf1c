/** What the store can do about a scanner that does not work: the traps of each operating system (scanners.md 10). */

import type { ScannerRemedy } from '../app/domain/scanner.ts';
import type { ScannerDetail } from '../app/ports/Scanner.ts';

/** `null` where nothing is wrong, or nothing is known that would help. */
export function remedyFor(
  { mode, vendorId, state }: Pick<ScannerDetail, 'mode' | 'vendorId' | 'state'>,
  platform: NodeJS.Platform,
): ScannerRemedy | null {
  if (mode === 'keyboard') return { kind: 'hidPosMode' };
  if (state === 'lost' || state === 'absent') return { kind: 'plugIn' };
  if (state === 'busy') return { kind: 'otherProgram' };
  if (state !== 'denied') return null;
  if (platform === 'darwin') return { kind: 'inputMonitoring' };
  // Windows denies what another program has claimed; there is no right that one could be given.
  if (platform !== 'linux') return { kind: 'otherProgram' };
  if (mode === 'serial') return { kind: 'serialGroup' };
  return { kind: 'udevRule', file: udevFile, rule: udevRule(vendorId) };
}

/** Its number is below 73: later rules no longer hand a device to the user at the screen. */
const udevFile = '/etc/udev/rules.d/70-klubbkassa-scanner.rules';

/** One line; ids in lower-case hex. `uaccess`: whoever sits at the machine may read it, nobody else. */
function udevRule(vendorId: number): string {
  const vendor = vendorId.toString(16).padStart(4, '0');
  return `KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="${vendor}", MODE="0660", TAG+="uaccess"`;
}
