/** The addresses in codes of Vipps and MobilePay: a person's, a store's, or something else (payments.md 1 and 5.1). */

import { type Msisdn, readMsisdn } from './msisdn.ts';

export type WalletAddress =
  /** `msisdn` where the code carries a readable number. */
  | { readonly kind: 'personalQr'; readonly msisdn: Msisdn | null }
  | { readonly kind: 'storeQr' }
  /** A shared payment link is somebody's, but neither a customer nor the store's code. */
  | { readonly kind: 'sharedLink' };

/** Old and new brand names alike. */
export const walletHosts = [
  'qr.vipps.no',
  'qr.vipps.dk',
  'qr.vipps.fi',
  'qr.mobilepay.dk',
  'qr.mobilepay.fi',
] as const;

/** How the path of a personal code begins: the token of today, and the number in clear text of before. */
export const tokenPath = '/p/';
export const numberPath = '/28/2/01/031/';

/** `null` for whatever is no address of the wallet. */
export function readWalletAddress(text: string): WalletAddress | null {
  const [, host = '', path = ''] = /^https:\/\/([a-z.]+)(\/[^\s]*)$/.exec(text) ?? [];
  if (!walletHosts.some((one) => one === host)) return null;
  if (path.startsWith(tokenPath) && path.length > tokenPath.length)
    return { kind: 'personalQr', msisdn: null };
  if (path.startsWith(numberPath)) {
    const number = /^(\d{9,15})\?v=1$/.exec(path.slice(numberPath.length))?.[1];
    return { kind: 'personalQr', msisdn: number === undefined ? null : readMsisdn(`+${number}`, '47') };
  }
  return path.startsWith('/box/') ? { kind: 'sharedLink' } : { kind: 'storeQr' };
}
