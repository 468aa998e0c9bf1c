/** Signing keys of Login: RS256, published as JWKS, rotated on demand (identity-and-loyalty.md 1.7). */

import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Mint } from './mint.ts';

interface Pair {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export interface LoginKeys {
  /** The public keys, newest first; a rotated key stays until the next rotation. */
  jwks(): { readonly keys: readonly object[] };
  signed(claims: object): string;
  /** Signed by a key nobody published, under the newest `kid`. */
  signedByStranger(claims: object): string;
  rotate(): void;
}

/** Keys are made on first use: a pair costs tens of milliseconds that a payment never needs. */
export function createLoginKeys(mint: Mint): LoginKeys {
  let pairs: readonly Pair[] = [];

  function make(): Pair {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    return { kid: `public:${mint.uuid()}`, privateKey, publicKey };
  }

  function newest(): Pair {
    const known = pairs[0];
    if (known) return known;
    const made = make();
    pairs = [made];
    return made;
  }

  return {
    jwks() {
      newest();
      return {
        keys: pairs.map((pair) => ({
          ...pair.publicKey.export({ format: 'jwk' }),
          kid: pair.kid,
          use: 'sig',
          alg: 'RS256',
        })),
      };
    },
    signed(claims) {
      const pair = newest();
      return jws(pair.kid, pair.privateKey, claims);
    },
    signedByStranger: (claims) => jws(newest().kid, make().privateKey, claims),
    rotate() {
      pairs = [make(), ...pairs.slice(0, 1)];
    },
  };
}

function jws(kid: string, key: KeyObject, claims: object): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${encode({ alg: 'RS256', kid, typ: 'JWT' })}.${encode(claims)}`;
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), key).toString('base64url')}`;
}
