/** A till with a login service behind it, ready to enrol somebody. */

import type { JWTPayload } from 'jose';
import type { VippsConfig } from '../config.ts';
import { msisdn } from './goods.ts';
import { claimsFor, clientId, discoveryOf, type SigningKey, sub } from './loginService.ts';
import { startTestTill, type TestTill } from './till.ts';

export const discoveryRoute = 'GET /access-management-1.0/access/.well-known/openid-configuration';
export const keysRoute = 'GET /somewhere/jwks.json';
export const startRoute = 'POST /somewhere/backchannel';
export const tokenRoute = 'POST /somewhere/token';
export const userinfoRoute = 'GET /somewhere/userinfo';

export const authReqId = 'VYGaaAMRkI6SyAm_uIywhxsN2K0';
export const basic = `Basic ${Buffer.from(`${clientId}:Y8Kteew6GE2ZmeycEt6egg==`).toString('base64')}`;

/** As published for Login's userinfo. */
export const userinfo = {
  sub,
  sid: 'f2373816-439c-40e4-9882-afe7d79dd170',
  name: 'Test User',
  given_name: 'Test',
  family_name: 'User',
  email: 'user@example.com',
  email_verified: true,
  phone_number: '4748571123',
  phone_number_verified: true,
};

export interface LoginTill extends TestTill {
  start(): ReturnType<TestTill['vipps']['login']['start']>;
  poll(): ReturnType<TestTill['vipps']['login']['poll']>;
  /** Claims of a good id_token, now. */
  claims(): JWTPayload;
  /** The customer approved; the token endpoint gives this id_token out, once. */
  approveWith(idToken: string): void;
  /** The form sent first to a route. */
  formOf(route: string): Readonly<Record<string, string>>;
}

export async function startLoginTill(key: SigningKey, change: Partial<VippsConfig> = {}): Promise<LoginTill> {
  const till = await startTestTill(change);
  const { server, vipps } = till;
  server.on(discoveryRoute, {
    status: 200,
    headers: { 'Cache-Control': 'public, max-age=3600' },
    body: discoveryOf(server.url),
  });
  server.on(keysRoute, { status: 200, body: { keys: [key.publicJwk] } });
  server.on(startRoute, { status: 200, body: { auth_req_id: authReqId, expires_in: 600, interval: 5 } });
  server.on(userinfoRoute, { status: 200, body: userinfo });
  return {
    ...till,
    start: () =>
      vipps.login.start({ msisdn, customerToken: null, bindingMessage: '4MZ-CQ3', expirySeconds: 120 }),
    poll: () => vipps.login.poll(authReqId),
    claims: () => claimsFor(server.url, till.clock),
    approveWith(idToken) {
      const body = {
        access_token: 'ciba.W_IfBcSr',
        token_type: 'Bearer',
        expires_in: 300,
        id_token: idToken,
      };
      server.on(tokenRoute, { status: 200, body }, { status: 400, body: { error: 'invalid_grant' } });
    },
    formOf: (route) => Object.fromEntries(new URLSearchParams(server.askedOf(route)[0]?.body)),
  };
}
