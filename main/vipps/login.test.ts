import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { instant } from '../../app/kernel/time.ts';
import { msisdn } from './testing/goods.ts';
import { clientId, discoveryOf, type SigningKey, signingKey } from './testing/loginService.ts';
import {
  authReqId,
  basic,
  discoveryRoute,
  type LoginTill,
  startLoginTill,
  startRoute,
} from './testing/loginTill.ts';

const existsRoute = 'POST /vipps-login-ciba/api/v1/user-exists';

let key: SigningKey;
let till: LoginTill;

beforeAll(async () => {
  key = await signingKey('public:ee36d3f5-3934-4029-926f-77fa65bf0b4b');
});
beforeEach(async () => {
  till = await startLoginTill(key);
});
afterEach(() => till.close());

describe('start', () => {
  test('sends the form with basic authentication and believes the answer', async () => {
    expect(await till.start()).toEqual({
      ok: true,
      value: {
        authReqId,
        until: instant(Date.parse('2026-11-23T06:50:54Z')),
        intervalMs: 5_000,
      },
    });
    expect(till.formOf(startRoute)).toEqual({
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
    till = await startLoginTill(key, { loginAuth: 'post' });
    await till.start();
    expect(till.formOf(startRoute)).toMatchObject({
      client_id: clientId,
      client_secret: 'Y8Kteew6GE2ZmeycEt6egg==',
    });
    expect(till.server.askedOf(startRoute)[0]?.headers).not.toHaveProperty('authorization');
  });

  test('without interval it is 5 s', async () => {
    till.server.on(startRoute, { status: 200, body: { auth_req_id: 'a', expires_in: '60' } });
    expect(await till.start()).toMatchObject({ value: { intervalMs: 5_000 } });
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
    expect(await till.start()).toMatchObject({
      ok: false,
      fault: { kind, service: { api: 'login', status } },
    });
    expect(till.server.askedOf(startRoute)).toHaveLength(1);
  });

  test('several logins at once toward one person', async () => {
    till.server.on(startRoute, { status: 429, headers: { 'Retry-After': '30' } });
    expect(await till.start()).toEqual({
      ok: false,
      fault: { kind: 'tooManyRequests', service: { api: 'login', status: 429 }, retryAfterMs: 30_000 },
    });
  });

  test('is not sent twice when the answer is lost', async () => {
    till.server.on(startRoute, 'hangUp');
    expect(await till.start()).toMatchObject({ fault: { kind: 'noAnswer' } });
    expect(till.server.askedOf(startRoute)).toHaveLength(1);
  });
});

describe('discovery', () => {
  test('is fetched once and again after its max-age', async () => {
    await Promise.all([till.start(), till.start(), till.start()]);
    till.clock.advance(3_599_000);
    await till.start();
    expect(till.server.askedOf(discoveryRoute)).toHaveLength(1);
    till.clock.advance(1_000);
    await till.start();
    expect(till.server.askedOf(discoveryRoute)).toHaveLength(2);
  });

  test('the secret goes to no unencrypted stranger', async () => {
    const body = { ...discoveryOf(till.server.url), token_endpoint: 'http://elsewhere.example/token' };
    till.server.on(discoveryRoute, { status: 200, body });
    expect(await till.start()).toEqual({
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
    expect(await till.start()).toMatchObject({ fault: { kind } });
  });
});

describe('user-exists', () => {
  test.each([true, false])('%s', async (exists) => {
    till.server.on(existsRoute, { status: 200, body: { exists } });
    expect(await till.vipps.login.userExists(msisdn)).toEqual({ ok: true, value: exists });
    expect(till.formOf(existsRoute)).toEqual({ login_hint: 'urn:msisdn:4712345678' });
    expect(till.server.askedOf(existsRoute)[0]?.headers).toMatchObject({ authorization: basic });
    expect(JSON.stringify(till.log)).not.toContain('4712345678');
  });

  test('an answer without it', async () => {
    till.server.on(existsRoute, { status: 200, body: {} });
    expect(await till.vipps.login.userExists(msisdn)).toMatchObject({ fault: { kind: 'badAnswer' } });
  });
});
