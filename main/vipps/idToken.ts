/** Validation of an id_token (identity-and-loyalty.md 1.7), on `jose`. RS256 only: `none` and HS* never pass. */

import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Instant } from '../../app/kernel/time.ts';
import type { KeySet } from './wire/login.ts';

export interface IdTokenRules {
  /** From discovery, trailing slash included. */
  readonly issuer: string;
  /** Own client id; the token's `aud` is a string or an array that has it. */
  readonly audience: string;
  readonly now: Instant;
}

/** `unknownKey`: no key of this `kid`; another key set may have it. Otherwise the reason, for the log. */
export type IdTokenFault =
  | { readonly kind: 'unknownKey' }
  | { readonly kind: 'invalid'; readonly why: string };

/** How far the service's clock and the till's may be apart. */
const skewSeconds = 60;

export async function verifyIdToken(
  token: string,
  keys: KeySet,
  rules: IdTokenRules,
): Promise<Result<{ readonly sub: string }, IdTokenFault>> {
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys as JSONWebKeySet), {
      algorithms: ['RS256'],
      issuer: rules.issuer,
      audience: rules.audience,
      currentDate: new Date(rules.now),
      clockTolerance: skewSeconds,
      requiredClaims: ['sub', 'exp', 'iat'],
    });
    if (typeof payload.sub !== 'string' || payload.sub === '') return err({ kind: 'invalid', why: 'sub' });
    return ok({ sub: payload.sub });
  } catch (thrown) {
    if (thrown instanceof errors.JWKSNoMatchingKey) return err({ kind: 'unknownKey' });
    if (thrown instanceof errors.JWTClaimValidationFailed || thrown instanceof errors.JWTExpired) {
      return err({ kind: 'invalid', why: thrown.claim });
    }
    if (thrown instanceof errors.JOSEError) return err({ kind: 'invalid', why: thrown.code });
    // A key that cannot be imported comes as a plain error of the engine.
    return err({ kind: 'invalid', why: 'key' });
  }
}
