import { type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { instant } from '../../app/kernel/time.ts';
import { msisdn } from './testing/goods.ts';
import {
  claimsFor,
  clientId,
  discoveryOf,
  type SigningKey,
  signingKey,
  sub,
} from './testing/loginService.ts';
import { startTestTill, type TestTill } from './testing/till.ts';

const discoveryRoute = 'GET /access-management-1.0/access/.well-known/openid-configuration';
const keysRoute = 'GET /somewhere/jwks.json';
const startRoute = 'POST /somewhere/backchannel';
const tokenRoute = 'POST /somewhere/token';
const userinfoRoute = 'GET /somewhere/userinfo';
const existsRoute = 'POST /vipps-login-ciba/api/v1/user-exists';

const authReqId = 'VYGaaAMRkI6SyAm_uIywhxsN2K0';
const started = { status: 200, body: { auth_req_id: authReqId, expires_in: 600, interval: 5 } };
const userinfo = {
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
const basic = `Basic ${Buffer.from(`${clientId}:Y8Kteew6GE2ZmeycEt6egg==`).toString('base64')}`;

let key: SigningKey;
let till: TestTill;

beforeAll(async () => {
  key = await signingKey('public:ee36d3f5-3934-4029-926f-77fa65bf0b4b');
});

async function open(change: Parameters<typeof startTestTill>[0] = {}): Promise<void> {
  till = await startTestTill(change);
  const { server } = till;
  server.on(discoveryRoute, {
    status: 200,
    headers: { 'Cache-Control': 'public, max-age=3600' },
    body: discoveryOf(server.url),
  });
  server.on(keysRoute, { status: 200, body: { keys: [key.publicJwk] } });
  server.on(startRoute, started);
  server.on(userinfoRoute, { status: 200, body: userinfo });
}

beforeEach(() => open());
afterEach(() => till.close());

const start = () => till.vipps.login.start({ msisdn, bindingMessage: '4MZ-CQ3', expirySeconds: 120 });
const claims = () => claimsFor(till.server.url, till.clock);

function approveWith(idToken: string): void {
  const body = { access_token: 'ciba.W_IfBcSr', token_type: 'Bearer', expires_in: 300, id_token: idToken };
  till.server.on(tokenRoute, { status: 200, body }, { status: 400, body: { error: 'invalid_grant' } });
}

async function approve(change: JWTPayload = {}): Promise<void> {
  approveWith(await key.sign({ ...claims(), ...change }));
}

function formOf(route: string): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(till.server.askedOf(route)[0]?.body));
}

describe('start', () => {
  test('sends the form with basic authentication and believes the answer', async () => {
    expect(await start()).toEqual({
      ok: true,
      value: {
        authReqId,
        until: instant(Date.parse('2026-11-23T06:50:54Z')),
        intervalMs: 5_000,
      },
    });
    expect(formOf(startRoute)).toEqual({
      scope: 'openid name phoneNumber email',
      login_hint: 'urn:msisdn:4712345678',
      binding_message: '4MZ-CQ3',
      requested_expiry: '120',
    });
    const headers = till.server.askedOf(startRoute)[0]?.headers;
    expect(headers).toMatchObject({
      authorization: basic,
      'content-type': 'application/x-www-form-urlencoded',
      'vipps-system-name': 'Klubbkassa',
    });
    expect(headers).not.toHaveProperty('ocp-apim-subscription-key');
    expect(till.server.askedOf('POST /accesstoken/get')).toEqual([]);
  });

  test('with client_secret_post the keys are in the form', async () => {
    await till.close();
    await open({ loginAuth: 'post' });
    await start();
    expect(formOf(startRoute)).toMatchObject({
      client_id: clientId,
      client_secret: 'Y8Kteew6GE2ZmeycEt6egg==',
    });
    expect(till.server.askedOf(startRoute)[0]?.headers).not.toHaveProperty('authorization');
  });

  test('without interval it is 5 s', async () => {
    till.server.on(startRoute, { status: 200, body: { auth_req_id: 'a', expires_in: '60' } });
    expect(await start()).toMatchObject({ value: { intervalMs: 5_000 } });
  });

  test.each([
    [400, { error: 'unknown_user_id', error_description: 'x' }, 'notWalletUser'],
    [400, { error: 'invalid_request', error_code: 'invalid_user' }, 'notWalletUser'],
    [400, { error: 'invalid_request', error_code: 'OLD_APP' }, 'appTooOld'],
    [400, { error: 'invalid_request', error_description: 'Missing login_hint' }, 'rejected'],
    [400, { error: 'invalid_scope' }, 'rejected'],
    [400, { error: 'invalid_binding_message' }, 'rejected'],
    [401, { error: 'invalid_client' }, 'unauthorised'],
    [502, '', 'serviceDown'],
  ])('%s %o is %s', async (status, body, kind) => {
    till.server.on(startRoute, { status, body });
    expect(await start()).toMatchObject({ ok: false, fault: { kind, service: { api: 'login', status } } });
    expect(till.server.askedOf(startRoute)).toHaveLength(1);
  });

  test('several logins at once toward one person', async () => {
    till.server.on(startRoute, { status: 429, headers: { 'Retry-After': '30' } });
    expect(await start()).toEqual({
      ok: false,
      fault: { kind: 'tooManyRequests', service: { api: 'login', status: 429 }, retryAfterMs: 30_000 },
    });
  });

  test('is not sent twice when the answer is lost', async () => {
    till.server.on(startRoute, 'hangUp');
    expect(await start()).toMatchObject({ fault: { kind: 'noAnswer' } });
    expect(till.server.askedOf(startRoute)).toHaveLength(1);
  });
});

describe('discovery', () => {
  test('is fetched once and again after its max-age', async () => {
    await Promise.all([start(), start(), start()]);
    till.clock.advance(3_599_000);
    await start();
    expect(till.server.askedOf(discoveryRoute)).toHaveLength(1);
    till.clock.advance(1_000);
    await start();
    expect(till.server.askedOf(discoveryRoute)).toHaveLength(2);
  });

  test('the secret goes to no unencrypted stranger', async () => {
    const body = { ...discoveryOf(till.server.url), token_endpoint: 'http://elsewhere.example/token' };
    till.server.on(discoveryRoute, { status: 200, body });
    expect(await start()).toEqual({
      ok: false,
      fault: { kind: 'badAnswer', service: { api: 'login', code: 'endpoints' } },
    });
  });

  test.each([
    [{ status: 404, body: { title: 'x' } }, 'badAnswer'],
    [{ status: 200, body: { issuer: 'x' } }, 'badAnswer'],
    [{ status: 503 }, 'serviceDown'],
  ])('%o is %s', async (reply, kind) => {
    till.server.on(discoveryRoute, reply);
    expect(await start()).toMatchObject({ fault: { kind } });
  });
});

describe('user-exists', () => {
  test.each([true, false])('%s', async (exists) => {
    till.server.on(existsRoute, { status: 200, body: { exists } });
    expect(await till.vipps.login.userExists(msisdn)).toEqual({ ok: true, value: exists });
    expect(formOf(existsRoute)).toEqual({ login_hint: 'urn:msisdn:4712345678' });
    expect(till.server.askedOf(existsRoute)[0]?.headers).toMatchObject({ authorization: basic });
    expect(JSON.stringify(till.log)).not.toContain('4712345678');
  });

  test('an answer without it', async () => {
    till.server.on(existsRoute, { status: 200, body: {} });
    expect(await till.vipps.login.userExists(msisdn)).toMatchObject({ fault: { kind: 'badAnswer' } });
  });
});

describe('poll', () => {
  test.each([
    ['authorization_pending', { kind: 'pending', slowDown: false }],
    ['slow_down', { kind: 'pending', slowDown: true }],
    ['expired_token', { kind: 'expired' }],
    ['access_denied', { kind: 'refused' }],
  ])('%s', async (error, value) => {
    till.server.on(tokenRoute, { status: 400, body: { error } });
    expect(await till.vipps.login.poll(authReqId)).toEqual({ ok: true, value });
    expect(formOf(tokenRoute)).toEqual({
      grant_type: 'urn:openid:params:grant-type:ciba',
      auth_req_id: authReqId,
    });
    expect(till.log).toEqual([]);
  });

  test.each([
    [400, { error: 'invalid_grant' }, 'rejected'],
    [400, { error: 'invalid_request', error_code: 'invalid_user' }, 'rejected'],
    [401, { error: 'invalid_client' }, 'unauthorised'],
    [429, '', 'tooManyRequests'],
    [500, { error: 'access_denied' }, 'serviceDown'],
    [200, { access_token: 'x' }, 'badAnswer'],
  ])('%s %o is %s', async (status, body, kind) => {
    till.server.on(tokenRoute, { status, body });
    expect(await till.vipps.login.poll(authReqId)).toMatchObject({ ok: false, fault: { kind } });
  });

  test('an approval: the token is validated, the profile read with the user’s token alone', async () => {
    await start();
    await approve();
    expect(await till.vipps.login.poll(authReqId)).toEqual({
      ok: true,
      value: {
        kind: 'approved',
        consented: {
          sub,
          msisdn: '4748571123',
          name: 'Test User',
          givenName: 'Test',
          email: 'user@example.com',
          channels: {},
          consentedAt: till.clock.now(),
          consentText: 'I join the customer club.',
        },
      },
    });
    const headers = till.server.askedOf(userinfoRoute)[0]?.headers;
    expect(headers).toMatchObject({ authorization: 'Bearer ciba.W_IfBcSr' });
    expect(headers).not.toHaveProperty('ocp-apim-subscription-key');
    expect(headers).not.toHaveProperty('merchant-serial-number');
  });

  test('the one token answer is kept while the profile cannot be read', async () => {
    await start();
    await approve();
    till.server.on(userinfoRoute, { status: 503 }, { status: 503 }, { status: 200, body: userinfo });
    expect(await till.vipps.login.poll(authReqId)).toMatchObject({ fault: { kind: 'serviceDown' } });
    expect(await till.vipps.login.poll(authReqId)).toMatchObject({ value: { kind: 'approved' } });
    expect(till.server.askedOf(tokenRoute)).toHaveLength(1);
    // It has been used: nothing of it stays.
    expect(await till.vipps.login.poll(authReqId)).toMatchObject({
      fault: { service: { code: 'invalid_grant' } },
    });
  });

  test('a login begun before a restart can be finished', async () => {
    await approve();
    expect(await till.vipps.login.poll(authReqId)).toMatchObject({ value: { kind: 'approved' } });
  });

  test('a number that was not passed on is the one that was asked', async () => {
    await start();
    await approve();
    const { phone_number: _left, ...rest } = userinfo;
    till.server.on(userinfoRoute, { status: 200, body: rest });
    expect(await till.vipps.login.poll(authReqId)).toMatchObject({
      value: { consented: { msisdn: '4712345678' } },
    });
  });

  test('nobody can be enrolled without any number', async () => {
    await approve();
    till.server.on(userinfoRoute, { status: 200, body: { sub } });
    expect(await till.vipps.login.poll(authReqId)).toMatchObject({
      fault: { kind: 'rejected', service: { code: 'phoneNumberMissing' } },
    });
  });

  test('the profile of somebody else is refused', async () => {
    await start();
    await approve();
    till.server.on(userinfoRoute, { status: 200, body: { ...userinfo, sub: 'another' } });
    expect(await till.vipps.login.poll(authReqId)).toMatchObject({
      fault: { kind: 'rejected', service: { code: 'otherSubject' } },
    });
  });

  test('a 401 at userinfo is about the user’s token, not about the keys', async () => {
    await approve();
    till.server.on(userinfoRoute, { status: 401, body: {} });
    expect(await till.vipps.login.poll(authReqId)).toMatchObject({ fault: { kind: 'rejected' } });
  });
});

describe('id_token', () => {
  const now = () => Math.floor(till.clock.now() / 1000);
  const without = (claim: string): JWTPayload =>
    Object.fromEntries(Object.entries(claims()).filter(([name]) => name !== claim));
  const outcome = async (idToken: string) => {
    await start();
    approveWith(idToken);
    const answer = await till.vipps.login.poll(authReqId);
    if (answer.ok) return answer.value.kind;
    expect(answer.fault).toEqual({ kind: 'rejected', service: { api: 'login', code: 'idToken' } });
    expect(till.server.askedOf(userinfoRoute)).toEqual([]);
    const { why } = till.log.at(-1)?.facts ?? {};
    return why;
  };

  test('aud as text, and an exp within the skew, pass', async () => {
    expect(await outcome(await key.sign({ ...claims(), aud: clientId, exp: now() - 30 }))).toBe('approved');
  });

  test.each([
    ['wrong iss', () => key.sign({ ...claims(), iss: 'https://api.example.com/' }), 'iss'],
    ['iss without its slash', () => key.sign({ ...claims(), iss: claims().iss?.slice(0, -1) ?? '' }), 'iss'],
    ['wrong aud', () => key.sign({ ...claims(), aud: ['somebody-else'] }), 'aud'],
    ['no aud', () => key.sign(without('aud')), 'aud'],
    ['expired', () => key.sign({ ...claims(), exp: now() - 61 }), 'exp'],
    ['no exp', () => key.sign(without('exp')), 'exp'],
    ['no iat', () => key.sign(without('iat')), 'iat'],
    ['no sub', () => key.sign(without('sub')), 'sub'],
    ['alg none', async () => new UnsecuredJWT(claims()).encode(), 'ERR_JOSE_ALG_NOT_ALLOWED'],
    [
      'HS256 with the client secret',
      () =>
        new SignJWT(claims())
          .setProtectedHeader({ alg: 'HS256', kid: key.kid })
          .sign(new TextEncoder().encode('Y8Kteew6GE2ZmeycEt6egg==')),
      'ERR_JOSE_ALG_NOT_ALLOWED',
    ],
    ['no token', async () => 'not.a.token', 'ERR_JWS_INVALID'],
    [
      'another key under a known kid',
      async () => (await signingKey(key.kid)).sign(claims()),
      'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    ],
  ])('%s is refused', async (_what, make, why) => {
    expect(await outcome(await make())).toBe(why);
  });

  test('a rotated key is found by fetching the set once more', async () => {
    const next = await signingKey('public:next');
    till.server.on(
      keysRoute,
      { status: 200, body: { keys: [key.publicJwk] } },
      { status: 200, body: { keys: [key.publicJwk, next.publicJwk] } },
    );
    expect(await outcome(await next.sign(claims()))).toBe('approved');
    expect(till.server.askedOf(keysRoute)).toHaveLength(2);
  });

  test('an unknown key is looked for once and then refused', async () => {
    const stranger = await signingKey('public:stranger');
    expect(await outcome(await stranger.sign(claims()))).toBe('unknownKey');
    expect(till.server.askedOf(keysRoute)).toHaveLength(2);
  });

  test('keys that cannot be fetched leave the login open', async () => {
    await start();
    await approve();
    till.server.on(
      keysRoute,
      { status: 503 },
      { status: 503 },
      { status: 200, body: { keys: [key.publicJwk] } },
    );
    expect(await till.vipps.login.poll(authReqId)).toMatchObject({ fault: { kind: 'serviceDown' } });
    expect(await till.vipps.login.poll(authReqId)).toMatchObject({ value: { kind: 'approved' } });
  });
});
