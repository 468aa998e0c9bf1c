/** What a finished login brings: id_token, user token, userinfo (identity-and-loyalty.md 1.5, 1.7, 1.9). */

import { createHash } from 'node:crypto';
import type { Clock } from '../../app/ports/Clock.ts';
import { marketingConsents } from './consents.ts';
import type { Customers, Person } from './customers.ts';
import { birthDate } from './customers.ts';
import type { Call, Route, ServiceResponse } from './exchange.ts';
import { empty, json } from './exchange.ts';
import type { FaultName } from './faults.ts';
import type { LoginKeys } from './loginKeys.ts';
import type { Login } from './logins.ts';
import type { Mint } from './mint.ts';
import type { Settled } from './options.ts';

export interface LoginTokens {
  readonly routes: readonly Route[];
  /** Answer of the one successful token call. */
  issue(login: Login, issuer: string): object;
  /** Spoils the next id_token; used by faults at `login.poll`. */
  spoilNext(how: FaultName | null): void;
}

/** The user token lives 300 s; the id_token an hour since August 2025. */
const userTokenSeconds = 300;
const idTokenSeconds = 3600;

export function createLoginTokens(
  clock: Clock,
  mint: Mint,
  settled: Settled,
  customers: Customers,
  keys: LoginKeys,
): LoginTokens {
  const byToken = new Map<string, { readonly login: Login; readonly until: number; readonly sid: string }>();
  const consented = new Set<string>();
  let spoiled: FaultName | null = null;

  function issue(login: Login, issuer: string): object {
    const accessToken = `ciba.${mint.token(40)}`;
    const sid = mint.uuid();
    byToken.set(accessToken, { login, sid, until: clock.monotonic() + userTokenSeconds * 1000 });
    const claims = claimsOf(login, issuer, accessToken, sid);
    const idToken = spoiled === 'wrongToken' ? keys.signedByStranger(claims) : keys.signed(claims);
    spoiled = null;
    return {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: userTokenSeconds,
      id_token: idToken,
    };
  }

  function claimsOf(login: Login, issuer: string, accessToken: string, sid: string): object {
    const person = customers.personOf(login.phone);
    const now = Math.floor(clock.now() / 1000);
    const iat = spoiled === 'expiredToken' ? now - 2 * idTokenSeconds : now;
    const half = createHash('sha256').update(accessToken).digest().subarray(0, 16);
    const audience = spoiled === 'wrongAudience' ? 'somebody-else' : settled.keys.clientId;
    return {
      at_hash: half.toString('base64url'),
      aud: settled.idTokenAudience === 'array' ? [audience] : audience,
      auth_time: iat,
      exp: iat + idTokenSeconds,
      iat,
      iss: spoiled === 'wrongIssuer' ? 'https://issuer.example/' : issuer,
      jti: mint.uuid(),
      msn: settled.keys.merchantSerialNumber,
      rat: Math.floor(login.startedAt / 1000),
      sid,
      sub: person.sub,
      ...(login.nonce === null ? {} : { nonce: login.nonce }),
      ...(login.scopes.includes('email') ? { email: person.email, email_verified: true } : {}),
    };
  }

  function userinfo(call: Call): ServiceResponse {
    const refusal = empty(401, { 'www-authenticate': 'Bearer error="invalid_token"' });
    // The subscription key belongs to `/userinfo/{sub}`; here it causes 401 (identity-and-loyalty.md 1.3).
    if (call.headers['ocp-apim-subscription-key'] !== undefined) return refusal;
    const header = call.headers['authorization'] ?? '';
    const held = header.startsWith('Bearer ') ? byToken.get(header.slice('Bearer '.length)) : undefined;
    if (!held || clock.monotonic() >= held.until) return refusal;
    const { login, sid } = held;
    const person = customers.personOf(login.phone);
    return json(200, {
      ...profileOf(person, (scope) => login.scopes.includes(scope), clock.now(), true),
      sid,
      ...consents(login, person),
    });
  }

  /** Present only on the login in which it was shown, which is the first one. */
  function consents(login: Login, person: Person): object {
    if (!login.scopes.includes('delegatedConsents') || consented.has(person.sub)) return {};
    consented.add(person.sub);
    return { delegatedConsents: marketingConsents(settled.salesUnit.clubName, clock.now()) };
  }

  return {
    routes: [
      {
        method: 'GET',
        pattern: '/vipps-userinfo-api/userinfo',
        endpoint: 'login.userinfo',
        handler: userinfo,
      },
    ],
    issue,
    spoilNext(how) {
      spoiled = how;
    },
  };
}

/** Claims of one person for the scopes that were consented to. */
export function profileOf(
  person: Person,
  has: (scope: string) => boolean,
  now: number,
  emailVerified: boolean,
): Readonly<Record<string, unknown>> {
  const name = {
    name: `${person.givenName} ${person.familyName}`,
    given_name: person.givenName,
    family_name: person.familyName,
  };
  return {
    sub: person.sub,
    ...(has('name') ? name : {}),
    ...(has('birthDate') ? { birthdate: birthDate(person, now) } : {}),
    ...(has('email') ? { email: person.email, email_verified: emailVerified } : {}),
    ...(has('phoneNumber') ? { phone_number: person.phone, phone_number_verified: true } : {}),
    ...(has('address') ? { address: person.hasAddress ? home : noAddress, other_addresses: [] } : {}),
  };
}

const home = {
  address_type: 'home',
  country: 'NO',
  formatted: 'BOKS 6300, ETTERSTAD\n0603\nOSLO\nNO',
  postal_code: '0603',
  region: 'OSLO',
  street_address: 'BOKS 6300, ETTERSTAD',
} as const;

/** A person without an address: an object of empty strings, not an absent one. */
const noAddress = {
  address_type: '',
  country: '',
  formatted: '',
  postal_code: '',
  region: '',
  street_address: '',
} as const;
