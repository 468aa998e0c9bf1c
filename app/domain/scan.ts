/**
 * What a scanned text means. A personal QR goes to the exchange whole; its clear-text form is also read here, so that
 * the screen reacts at once (payments.md 5.1, scanners.md 8). The text is personal and is never logged.
 */

import { readCommand, type TillCommand } from './command.ts';
import { type Gtin, readGtin } from './gtin.ts';
import { type Msisdn, readMsisdn } from './msisdn.ts';

export type ScanMeaning =
  | { readonly kind: 'goods'; readonly gtin: Gtin }
  /** `msisdn` where the code carries a readable number; the exchange confirms or corrects it. */
  | { readonly kind: 'personalQr'; readonly text: string; readonly msisdn: Msisdn | null }
  /** The store's own static code: the customer's phone scans it, not the till. */
  | { readonly kind: 'storeQr' }
  /** Typed by a scanner that is set to another keyboard layout than this computer. */
  | { readonly kind: 'damagedByLayout' }
  /** A printed code of the till's own. */
  | { readonly kind: 'command'; readonly command: TillCommand }
  /** Perhaps an article number of the store. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' };

/** Which way a scanner faces: one at the customer's side identifies, and does nothing else unless the store allows it. */
export type ScanSide = 'cashier' | 'customer';

/** Hosts of personal codes, old and new brand names alike (payments.md 1 and 5.1). */
const personalHosts = ['qr.vipps.no', 'qr.vipps.dk', 'qr.vipps.fi', 'qr.mobilepay.dk', 'qr.mobilepay.fi'];

/** `https://qr.` typed by a US-layout scanner on a Nordic or German keyboard: `:` and `/` come out as other signs. */
const damaged = /^https[ØÆÖÄ;>].{0,4}qr[.](vipps|mobilepay)[.](no|dk|fi)/i;
/** Caps Lock turns every letter over; codes are case-sensitive, so the text cannot be mended. */
const capsLocked = /^HTTPS:\/\/QR[.](VIPPS|MOBILEPAY)[.](NO|DK|FI)\//;

export function meaningOf(scanned: string): ScanMeaning {
  const text = scanned.trim();
  if (text === '') return { kind: 'nothing' };
  const gtin = readGtin(text);
  if (gtin !== null) return { kind: 'goods', gtin };
  const command = readCommand(text);
  if (command !== null) return { kind: 'command', command };
  const address = /^https:\/\/([a-z.]+)(\/[^\s]*)$/.exec(text);
  if (address === null)
    return damaged.test(text) || capsLocked.test(text) ? { kind: 'damagedByLayout' } : { kind: 'text', text };
  const [, host = '', path = ''] = address;
  if (!personalHosts.includes(host)) return { kind: 'text', text };
  if (/^\/p\/./.test(path)) return { kind: 'personalQr', text, msisdn: null };
  const clear = /^\/28\/2\/01\/031\/(\d{9,15})\?v=1$/.exec(path);
  if (clear) return { kind: 'personalQr', text, msisdn: readMsisdn(`+${clear[1]}`, '47') };
  if (path.startsWith('/28/2/01/031/')) return { kind: 'personalQr', text, msisdn: null };
  // A shared payment link is somebody's, but neither a customer nor the store's code.
  if (path.startsWith('/box/')) return { kind: 'text', text };
  return { kind: 'storeQr' };
}
