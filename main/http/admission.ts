/**
 * Which requests are ours at all, before anybody looks at a token. A web page elsewhere can make a browser on this
 * machine send requests here, and a name under its control can be made to resolve to this address (DNS rebinding); both
 * give themselves away in `Host` and `Origin`.
 */

import { isIP } from 'node:net';

export interface Asking {
  readonly host: string | undefined;
  readonly origin: string | undefined;
}

/** Whether the till answers to the name it was called by, and whether the asking page, if any, is its own. */
export function isAdmitted(asking: Asking, boundTo: string): boolean {
  const name = hostName(asking.host);
  if (name === null || !answersTo(name, boundTo)) return false;
  return asking.origin === undefined || asking.origin === `http://${asking.host}`;
}

function answersTo(name: string, boundTo: string): boolean {
  if (name === 'localhost' || name === '127.0.0.1' || name === '::1') return true;
  if (name === boundTo.toLowerCase()) return true;
  // Bound to every address of the machine: any address will do, but no name, since a name is what rebinding needs.
  const everywhere = boundTo === '0.0.0.0' || boundTo === '::';
  return everywhere && isIP(name) !== 0;
}

function hostName(host: string | undefined): string | null {
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+))(?::\d{1,5})?$/i.exec(host ?? '');
  return (match?.[1] ?? match?.[2])?.toLowerCase() ?? null;
}
