/**
 * What a scanned text means. A personal QR goes to the exchange whole; its clear-text form is also read here, so that
 * the screen reacts at once (payments.md 5.1, scanners.md 8). The text is personal and is never logged.
 */

import type { Fault } from '../kernel/fault.ts';
import { readCommand, type TillCommand } from './command.ts';
import { type Gtin, readGtin } from './gtin.ts';
import { type Damage, readDamage } from './layoutDamage.ts';
import type { Msisdn } from './msisdn.ts';
import { readWalletAddress } from './walletAddress.ts';

/** More characters than any code holds, which are 7089 in a QR; the rest is room for prefixes. */
export const mostScanned = 8192;

export type ScanMeaning =
  | { readonly kind: 'goods'; readonly gtin: Gtin }
  /** `msisdn` where the code carries a readable number; the exchange confirms or corrects it. */
  | { readonly kind: 'personalQr'; readonly text: string; readonly msisdn: Msisdn | null }
  /** The store's own static code: the customer's phone scans it, not the till. */
  | { readonly kind: 'storeQr' }
  /** Typed with Caps Lock on, or by a scanner that is set to another keyboard layout than this computer. */
  | { readonly kind: 'damagedByLayout'; readonly damage: Damage }
  /** A printed code of the till's own. */
  | { readonly kind: 'command'; readonly command: TillCommand }
  /** Perhaps an article number of the store. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' };

/** Which way a scanner faces: one at the customer's side identifies, and does nothing else unless the store allows it. */
export type ScanSide = 'cashier' | 'customer';

export function meaningOf(scanned: string): ScanMeaning {
  const text = scanned.trim();
  if (text === '') return { kind: 'nothing' };
  const gtin = readGtin(text);
  if (gtin !== null) return { kind: 'goods', gtin };
  const command = readCommand(text);
  if (command !== null) return { kind: 'command', command };
  const address = readWalletAddress(text);
  if (address?.kind === 'personalQr') return { kind: 'personalQr', text, msisdn: address.msisdn };
  if (address?.kind === 'storeQr') return { kind: 'storeQr' };
  // What it would be if it were repaired is a guess: the layout is put right, and nobody is served by a guess.
  const damage = readDamage(text);
  return damage === null ? { kind: 'text', text } : { kind: 'damagedByLayout', damage };
}

/** Caps Lock is told alone: what else is wrong shows at the next scan. */
export function damageFault(damage: Damage): Fault {
  if (damage.capsLock) return { kind: 'codeDamagedByCapsLock' };
  return { kind: 'codeDamagedByLayout', scanner: damage.scanner, computer: damage.computer };
}
