/**
 * Somebody who scanned the store's own code with the phone and now stands at the till (payments.md 5.3, 6.4). Of the
 * moment: an arrival is not written down, and whoever is lost with a restart scans once more.
 */

import type { CustomerToken } from './customer.ts';
import type { Msisdn } from './msisdn.ts';

/** A token lives 15 minutes from the scan (payments.md 5.3). */
export const tokenMs = 900_000;

export interface Arrival {
  readonly id: string;
  /** The store's id of the code that was scanned. */
  readonly qrId: string;
  readonly token: CustomerToken;
  /** `null` until the wallet has said whose token it is. */
  readonly msisdn: Msisdn | null;
  /** `unreadable`: the wallet could not be asked; it can be tried again while the token lives. */
  readonly state: 'reading' | 'here' | 'unreadable';
}
