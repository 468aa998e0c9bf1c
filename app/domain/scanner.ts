/** What a till knows of a scanner: how it is connected, whether it works, and what would help where it does not. */

/** `keyboard`: it types, and the till knows it for a scanner by its maker. */
export type ScannerMode = 'hidPos' | 'serial' | 'keyboard' | 'simulated';

/**
 * `absent` no device found · `opening` · `ready` · `denied` the operating system forbids it · `busy` another program
 * holds it · `lost` it was unplugged and is awaited.
 */
export type ScannerState = 'absent' | 'opening' | 'ready' | 'denied' | 'busy' | 'lost';

/** What the store can do about a scanner that does not work, or works worse than it could. */
export type ScannerRemedy =
  /** Linux: a rule that lets the desktop's user read it (scanners.md 10). */
  | { readonly kind: 'udevRule'; readonly file: string; readonly rule: string }
  /** Linux: the user is not in the group that may open serial ports (scanners.md 9). */
  | { readonly kind: 'serialGroup' }
  /** macOS: the right to read this device is missing. */
  | { readonly kind: 'inputMonitoring' }
  | { readonly kind: 'otherProgram' }
  | { readonly kind: 'plugIn' }
  /** It types like a keyboard and could be switched to HID POS. */
  | { readonly kind: 'hidPosMode' };
