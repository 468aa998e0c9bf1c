/** What a login service answers, with real keys made for the test: discovery, key set, signed id_tokens. */

import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { FakeClock } from './fakeClock.ts';

export const clientId = 'fb492b5e-7907-4d83-ba20-c7fb60ca35de';
export const sub = '126684df-c056-4625-821d-f2905febe3f9';

export interface SigningKey {
  readonly kid: string;
  readonly publicJwk: Readonly<Record<string, unknown>>;
  sign(claims: JWTPayload, header?: { readonly alg?: string; readonly kid?: string }): Promise<string>;
}

export async function signingKey(kid: string): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  return {
    kid,
    publicJwk: { ...jwk, kid, use: 'sig', alg: 'RS256' },
    sign: (claims, header = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT', ...header }).sign(privateKey),
  };
}

export function issuerOf(baseUrl: string): string {
  return `${baseUrl}/access-management-1.0/access/`;
}

/** Paths as in the published document, on purpose not all of them: a client must not build any in. */
export function discoveryOf(baseUrl: string) {
  return {
    issuer: issuerOf(baseUrl),
    authorization_endpoint: `${baseUrl}/access-management-1.0/access/oauth2/auth`,
    token_endpoint: `${baseUrl}/somewhere/token`,
    userinfo_endpoint: `${baseUrl}/somewhere/userinfo`,
    jwks_uri: `${baseUrl}/somewhere/jwks.json`,
    backchannel_authentication_endpoint: `${baseUrl}/somewhere/backchannel`,
    backchannel_token_delivery_modes_supported: ['poll'],
    grant_types_supported: ['authorization_code', 'client_credentials'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

export function claimsFor(baseUrl: string, clock: FakeClock): JWTPayload {
  const now = Math.floor(clock.now() / 1000);
  return {
    iss: issuerOf(baseUrl),
    aud: [clientId],
    sub,
    iat: now,
    auth_time: now,
    exp: now + 3_600,
    msn: '123456',
  };
}
