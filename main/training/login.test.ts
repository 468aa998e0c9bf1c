import { createPublicKey, verify } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { CustomerScript } from './customers.ts';
import { loginPaths } from './login.ts';
import { trainingKeys } from './options.ts';
import { type Answer, aWorld, type World } from './testing/anAccess.ts';

const ask = {
  scope: 'openid name phoneNumber email',
  login_hint: 'urn:msisdn:4791234567',
  binding_message: '4MZ-CQ3',
};

let world: World | null = null;
afterEach(() => world?.service.stop());

async function started(options: Parameters<typeof aWorld>[0] = {}): Promise<World> {
  world = await aWorld(options);
  return world;
}

function poll(from: World, start: Answer): Promise<Answer> {
  const grant_type = 'urn:openid:params:grant-type:ciba';
  return from.form(loginPaths.token, { grant_type, auth_req_id: start.body.auth_req_id });
}

/** Header and claims of a token whose signature fits the published keys. */
async function verified(
  from: World,
  token: string,
): Promise<{ readonly fits: boolean; readonly claims: Record<string, unknown> }> {
  const [head = '', claims = '', signature = ''] = token.split('.');
  const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString());
  const { keys } = (await from.call('GET', loginPaths.jwks)).body;
  const jwk = keys.find((one) => one.kid === kid);
  if (!jwk) return { fits: false, claims: {} };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const fits = verify(
    'RSA-SHA256',
    Buffer.from(`${head}.${claims}`),
    key,
    Buffer.from(signature, 'base64url'),
  );
  return { fits, claims: JSON.parse(Buffer.from(claims, 'base64url').toString()) };
}

describe('a login that ends well', () => {
  test('start, wait, tokens once, userinfo', async () => {
    const w = await started({ baseUrl: 'http://127.0.0.1:4000' });
    const start = await w.form(loginPaths.start, { ...ask, nonce: 'n-1', requested_expiry: '120' });
    expect(start).toMatchObject({ status: 200, body: { expires_in: 120, interval: 5 } });
    expect(start.body.auth_req_id).toMatch(/^[\w-]{27}$/);
    expect(w.service.phone('4791234567').login).toMatchObject({
      bindingMessage: '4MZ-CQ3',
      scopes: ['openid', 'name', 'phoneNumber', 'email'],
    });
    expect((await poll(w, start)).body.error).toBe('authorization_pending');

    await w.clock.advance(5000);
    const done = await poll(w, start);
    expect(done).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 300 } });
    const { fits, claims } = await verified(w, done.body.id_token);
    expect(fits).toBe(true);
    expect(claims).toMatchObject({
      iss: 'http://127.0.0.1:4000/access-management-1.0/access/',
      aud: [trainingKeys.clientId],
      nonce: 'n-1',
      email: 'user@example.com',
    });

    const bearer = {
      authorization: `Bearer ${done.body.access_token}`,
      'ocp-apim-subscription-key': undefined,
    };
    const info = await w.call('GET', loginPaths.userinfo, undefined, bearer);
    expect(info.body).toMatchObject({
      sub: claims['sub'],
      name: 'Test User',
      phone_number: '4791234567',
      email_verified: true,
    });
    expect(info.body.address).toBeUndefined();
    const withKey = { ...bearer, 'ocp-apim-subscription-key': trainingKeys.subscriptionKey };
    expect((await w.call('GET', loginPaths.userinfo, undefined, withKey)).status).toBe(401);
    await w.clock.advance(300_000);
    expect((await w.call('GET', loginPaths.userinfo, undefined, bearer)).status).toBe(401);
    expect((await poll(w, start)).body.error).toBe('invalid_grant');
  });

  test('consents come with the first login only; no address is an object of empty strings', async () => {
    const w = await started();
    w.service.setCustomer('4791234567', { enrolment: 'approve', enrolmentAfterMs: 0, address: 'none' });
    const login = async () => {
      const start = await w.form(loginPaths.start, { ...ask, scope: 'openid address delegatedConsents' });
      await w.clock.advance(1);
      const token = (await poll(w, start)).body.access_token;
      const headers = { authorization: `Bearer ${token}`, 'ocp-apim-subscription-key': undefined };
      return (await w.call('GET', loginPaths.userinfo, undefined, headers)).body;
    };
    const first = await login();
    expect(first.delegatedConsents?.consents.map((one) => one.id)).toEqual([
      'email',
      'sms',
      'digital',
      'personal',
    ]);
    expect(first.address).toEqual({
      address_type: '',
      country: '',
      formatted: '',
      postal_code: '',
      region: '',
      street_address: '',
    });
    const second = await login();
    expect(second.delegatedConsents).toBeUndefined();
    expect(second.sub).toBe(first.sub);
  });

  test('a rotated key is published at once, the old one still verifies', async () => {
    const w = await started({ idTokenAudience: 'string' });
    w.service.setCustomer('4791234567', { enrolmentAfterMs: 0 });
    const login = async () => {
      const start = await w.form(loginPaths.start, ask);
      await w.clock.advance(1);
      return (await poll(w, start)).body.id_token;
    };
    const before = await login();
    w.service.rotateLoginKey();
    const after = await login();
    expect(await verified(w, before)).toMatchObject({ fits: true, claims: { aud: trainingKeys.clientId } });
    expect(await verified(w, after)).toMatchObject({ fits: true });
    expect(before.split('.')[0]).not.toBe(after.split('.')[0]);
  });

  test.each([
    ['wrongIssuer', { iss: 'https://issuer.example/' }, true],
    ['wrongAudience', { aud: ['somebody-else'] }, true],
    ['wrongToken', {}, false],
  ] as const)('a spoiled id_token: %s', async (what, claims, fits) => {
    const w = await started();
    w.service.setCustomer('4791234567', { enrolmentAfterMs: 0 });
    w.service.addFault({ endpoint: 'login.poll', what });
    const start = await w.form(loginPaths.start, ask);
    await w.clock.advance(1);
    expect(await verified(w, (await poll(w, start)).body.id_token)).toMatchObject({ fits, claims });
  });
});

describe('a login that does not', () => {
  test('refused by the customer, and late by the clock', async () => {
    const w = await started();
    w.service.setCustomer('4791234567', { enrolment: 'refuse' });
    w.service.setCustomer('4520123456', { enrolment: 'never' });
    const refused = await w.form(loginPaths.start, ask);
    const expired = await w.form(loginPaths.start, {
      ...ask,
      login_hint: 'urn:msisdn:4520123456',
      requested_expiry: '60',
    });
    await w.clock.advance(60_000);
    expect((await poll(w, refused)).body.error).toBe('access_denied');
    expect((await poll(w, expired)).body.error).toBe('expired_token');
  });

  test('polled too fast: slow_down, and five seconds more from then on', async () => {
    const w = await started();
    w.service.setCustomer('4791234567', { enrolment: 'never' });
    const start = await w.form(loginPaths.start, ask);
    const errors: string[] = [];
    for (const wait of [0, 1000, 5000, 10_000, 10_000]) {
      await w.clock.advance(wait);
      errors.push((await poll(w, start)).body.error);
    }
    // One second: slow, ten from now on. Five: slow, fifteen from now on. Ten: slow, twenty. Ten: slow.
    expect(errors).toEqual(['authorization_pending', 'slow_down', 'slow_down', 'slow_down', 'slow_down']);
    await w.clock.advance(25_000);
    expect((await poll(w, start)).body.error).toBe('authorization_pending');
  });

  test.each<readonly [string, CustomerScript, number, object]>([
    ['notUser', { enrolment: 'notUser' }, 400, { error: 'unknown_user_id' }],
    ['noWallet', { does: 'noWallet' }, 400, { error: 'unknown_user_id' }],
    ['underAge', { enrolment: 'underAge' }, 400, { error_code: 'invalid_user' }],
    ['fourteen', { age: 14 }, 400, { error_code: 'invalid_user' }],
    ['oldApp', { enrolment: 'oldApp' }, 400, { error_code: 'old_app' }],
  ])('the person cannot: %s', async (_, script, status, body) => {
    const w = await started();
    w.service.setCustomer('4791234567', script);
    expect(await w.form(loginPaths.start, ask)).toMatchObject({ status, body });
  });

  test('a third open request towards one person is one too many', async () => {
    const w = await started();
    w.service.setCustomer('4791234567', { enrolment: 'never' });
    await w.form(loginPaths.start, ask);
    await w.form(loginPaths.start, ask);
    expect(await w.form(loginPaths.start, ask)).toMatchObject({
      status: 429,
      headers: { 'retry-after': '30' },
    });
  });

  test.each([
    ['no hint', { login_hint: '' }, 'invalid_request'],
    ['a plus', { login_hint: 'urn:msisdn:+4791234567' }, 'invalid_request'],
    ['a German number', { login_hint: 'urn:msisdn:491701234567' }, 'invalid_request'],
    ['the obsolete hint', { login_hint: 'urn:mobilenumber:4791234567' }, 'invalid_request'],
    ['no openid', { scope: 'name' }, 'invalid_scope'],
    ['the old nnin', { scope: 'openid nnin' }, 'invalid_scope'],
    ['a long code', { binding_message: 'ABCDEFGHI' }, 'invalid_binding_message'],
    ['a code in small letters', { binding_message: '4mz-cq3' }, 'invalid_binding_message'],
    ['too short a life', { requested_expiry: '59' }, 'invalid_request'],
  ])('the form is wrong: %s', async (_, change, error) => {
    const w = await started();
    expect(await w.form(loginPaths.start, { ...ask, ...change })).toMatchObject({
      status: 400,
      body: { error },
    });
    expect(w.service.ledger().logins).toEqual([]);
  });

  test('wrong keys, and keys in the wrong place', async () => {
    const w = await started();
    const wrong = { authorization: `Basic ${Buffer.from('a:b').toString('base64')}` };
    expect(await w.form(loginPaths.start, ask, wrong)).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    });
    w.service.setSalesUnit({ loginAuth: 'post' });
    expect((await w.form(loginPaths.start, ask)).status).toBe(401);
    const posted = { ...ask, client_id: trainingKeys.clientId, client_secret: trainingKeys.clientSecret };
    expect((await w.form(loginPaths.start, posted, { authorization: undefined })).status).toBe(200);
  });
});

describe('around it', () => {
  test('user-exists', async () => {
    const w = await started();
    w.service.setCustomer('4520123456', { does: 'noWallet' });
    const exists = async (phone: string) =>
      (await w.form(loginPaths.userExists, { login_hint: `urn:msisdn:${phone}` })).body;
    expect([await exists('4791234567'), await exists('4520123456')]).toEqual([
      { exists: true },
      { exists: false },
    ]);
  });

  test('the discovery document does not list the CIBA grant and may be kept for an hour', async () => {
    const w = await started({ baseUrl: 'http://127.0.0.1:4000' });
    const found = await w.call('GET', loginPaths.discovery);
    expect(found.headers['cache-control']).toBe('max-age=3600');
    expect(found.body).toMatchObject({
      issuer: 'http://127.0.0.1:4000/access-management-1.0/access/',
      grant_types_supported: ['authorization_code', 'client_credentials'],
      backchannel_authentication_endpoint: `http://127.0.0.1:4000${loginPaths.start}`,
    });
  });
});
