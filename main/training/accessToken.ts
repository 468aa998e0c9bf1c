/** Access Token API: `POST /accesstoken/get` (payments.md 3, OAS Access Token 2.0.0). */

import { createHash } from 'node:crypto';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Call, Route, ServiceResponse } from './exchange.ts';
import { json } from './exchange.ts';
import { subscriptionKeyRefusal } from './gateway.ts';
import type { Mint } from './mint.ts';
import type { Settled } from './options.ts';

export interface AccessTokens {
  readonly routes: readonly Route[];
  valid(token: string): boolean;
  /** Every token given out so far. */
  issued(): number;
  /** Lets all tokens die at once, as when keys are rotated. */
  expireAll(): void;
}

export function createAccessTokens(clock: Clock, mint: Mint, settled: Settled): AccessTokens {
  const endOf = new Map<string, number>();
  let issued = 0;

  function get(call: Call): ServiceResponse {
    const refusal = subscriptionKeyRefusal(call, settled);
    if (refusal) return refusal;
    const id = call.headers['client_id'];
    const secret = call.headers['client_secret'];
    if (id === undefined || secret === undefined) {
      return oauthError(400, 'invalid_request', 'The headers client_id and client_secret are required.');
    }
    if (call.text.trim() !== '') return oauthError(400, 'invalid_request', 'The body must be empty.');
    if (id !== settled.keys.clientId || secret !== settled.keys.clientSecret) {
      return oauthError(401, 'invalid_client', 'Invalid client_id or client_secret.');
    }
    const nowSeconds = Math.floor(clock.now() / 1000);
    const life = settled.tokenLifeSeconds;
    const token = tokenOf(id, nowSeconds, life, mint);
    endOf.set(token, clock.monotonic() + life * 1000);
    issued += 1;
    // All numbers of this answer are JSON strings.
    return json(200, {
      token_type: 'Bearer',
      expires_in: String(life),
      ext_expires_in: String(life),
      expires_on: String(nowSeconds + life),
      not_before: String(nowSeconds - 300),
      resource: '00000002-0000-0000-c000-000000000000',
      access_token: token,
    });
  }

  return {
    routes: [{ method: 'POST', pattern: '/accesstoken/get', endpoint: 'accessToken', handler: get }],
    valid(token) {
      const end = endOf.get(token);
      return end !== undefined && clock.monotonic() < end;
    },
    issued: () => issued,
    expireAll: () => endOf.clear(),
  };
}

function oauthError(status: number, error: string, description: string): ServiceResponse {
  return json(status, { error, error_description: description });
}

/** The look of the real thing: a JWT of more than a thousand characters. Nobody but this service reads it. */
function tokenOf(clientId: string, nowSeconds: number, life: number, mint: Mint): string {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = encode({ typ: 'JWT', alg: 'RS256', kid: 'training' });
  const claims = encode({
    aud: '00000002-0000-0000-c000-000000000000',
    appid: clientId,
    iat: nowSeconds,
    exp: nowSeconds + life,
    jti: mint.uuid(),
    padding: 'training '.repeat(60),
  });
  const end = createHash('sha512').update(`${head}.${claims}.${mint.uuid()}`).digest('base64url');
  return `${head}.${claims}.${end}`;
}
