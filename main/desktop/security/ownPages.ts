/** Which addresses are the till's own. Whole labels are compared, never beginnings or endings of names. */

import type { ScreenName } from '../../../app/contract/door.ts';

export const scheme = 'app';
const host = 'till';

export function pageAddress(screen: ScreenName): string {
  return `${scheme}://${host}/index.html?screen=${screen}`;
}

/** Whether this is an address under `app://till/`. */
export function isOwn(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    url.protocol === `${scheme}:` &&
    url.host === host &&
    url.username === '' &&
    url.password === '' &&
    url.port === ''
  );
}

/** Whether a window that shows the page `shown` may ask for `wanted`, as a sub-resource of that page or at all. */
export function mayRequest(wanted: string, allowedOrigin: string): boolean {
  if (!URL.canParse(wanted)) return false;
  if (allowedOrigin === ownOrigin) return isOwn(wanted);
  const url = new URL(wanted);
  // A page of the training service may carry its own pictures inline.
  return url.protocol === 'data:' || url.origin === allowedOrigin;
}

/** The origin of the till's own windows, in the form this module uses; custom schemes have no origin of their own in Node. */
export const ownOrigin = `${scheme}://${host}`;
