/**
 * Identifiers and secrets of the simulated service. All of them come from the port `Ids` by hashing, so the same seed
 * gives the same world.
 */

import { createHash } from 'node:crypto';
import type { Ids } from '../../app/ports/Ids.ts';

export interface Mint {
  uuid(): string;
  /** W3C trace id as the APIs print it: `00-<32 hex>-<16 hex>-01`. */
  traceId(): string;
  /** `length` characters out of the URL-safe base64 alphabet, at most 86. */
  token(length: number): string;
  /** Plain base64 of 64 bytes: the look of a webhook secret. */
  secret(): string;
}

export function createMint(ids: Ids): Mint {
  const bytes = (): Buffer => createHash('sha512').update(ids.unique()).digest();
  return {
    uuid: () => uuidOf(bytes().toString('hex')),
    traceId() {
      const hex = bytes().toString('hex');
      return `00-${hex.slice(0, 32)}-${hex.slice(32, 48)}-01`;
    },
    token: (length) => bytes().toString('base64url').slice(0, length),
    secret: () => bytes().toString('base64'),
  };
}

/** Always the same UUID for the same text; for identities that must be stable, such as a pairwise `sub`. */
export function stableUuid(text: string): string {
  return uuidOf(createHash('sha256').update(text).digest('hex'));
}

function uuidOf(hex: string): string {
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4] ?? '8';
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
