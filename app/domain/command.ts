/**
 * Printed codes that a cashier scans instead of pressing a key. Upper-case letters and digits only, without Y and Z:
 * they come out the same on every keyboard layout of scanners.md 8 and on the German one, and fit a Code 128.
 */

/** `park`: set aside · `cancel`: cancel the payment that waits · `request`: ask the customer for the payment. */
export type TillCommand = 'park' | 'cancel' | 'request';

/** What every code of ours begins with. */
export const ownCodes = 'KLUBBKASSA0';

export const commandCodes: Readonly<Record<TillCommand, string>> = {
  park: `${ownCodes}PARK`,
  cancel: `${ownCodes}CANCEL`,
  request: `${ownCodes}REQUEST`,
};

export const tillCommands: readonly TillCommand[] = ['request', 'cancel', 'park'];

/** Caps Lock turns a code over without hurting it. */
export function readCommand(text: string): TillCommand | null {
  const code = text.toUpperCase();
  return tillCommands.find((command) => commandCodes[command] === code) ?? null;
}
