import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type SigningKey, signingKey, sub } from './testing/loginService.ts';
import {
  authReqId,
  type LoginTill,
  startLoginTill,
  tokenRoute,
  userinfo,
  userinfoRoute,
} from './testing/loginTill.ts';

let key: SigningKey;
let till: LoginTill;

beforeAll(async () => {
  key = await signingKey('public:ee36d3f5-3934-4029-926f-77fa65bf0b4b');
});
beforeEach(async () => {
  till = await startLoginTill(key);
});
afterEach(() => till.close());

test.each([
  ['authorization_pending', { kind: 'pending', slowDown: false }],
  ['slow_down', { kind: 'pending', slowDown: true }],
  ['expired_token', { kind: 'expired' }],
  ['access_denied', { kind: 'refused' }],
])('%s', async (error, value) => {
  till.server.on(tokenRoute, { status: 400, body: { error } });
  expect(await till.poll()).toEqual({ ok: true, value });
  expect(till.formOf(tokenRoute)).toEqual({
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
  expect(await till.poll()).toMatchObject({ ok: false, fault: { kind } });
});

test('an approval: the token is validated, the profile read with the user’s token alone', async () => {
  await till.start();
  till.approveWith(await key.sign(till.claims()));
  expect(await till.poll()).toEqual({
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
  await till.start();
  till.approveWith(await key.sign(till.claims()));
  till.server.on(userinfoRoute, { status: 503 }, { status: 503 }, { status: 200, body: userinfo });
  expect(await till.poll()).toMatchObject({ fault: { kind: 'serviceDown' } });
  expect(await till.poll()).toMatchObject({ value: { kind: 'approved' } });
  expect(till.server.askedOf(tokenRoute)).toHaveLength(1);
  // It has been used: nothing of it stays.
  expect(await till.poll()).toMatchObject({
    fault: { service: { code: 'invalid_grant' } },
  });
});

test('a login begun before a restart can be finished', async () => {
  till.approveWith(await key.sign(till.claims()));
  expect(await till.poll()).toMatchObject({ value: { kind: 'approved' } });
});

test('a number that was not passed on is the one that was asked', async () => {
  await till.start();
  till.approveWith(await key.sign(till.claims()));
  const { phone_number: _left, ...rest } = userinfo;
  till.server.on(userinfoRoute, { status: 200, body: rest });
  expect(await till.poll()).toMatchObject({
    value: { consented: { msisdn: '4712345678' } },
  });
});

test('nobody can be enrolled without any number', async () => {
  till.approveWith(await key.sign(till.claims()));
  till.server.on(userinfoRoute, { status: 200, body: { sub } });
  expect(await till.poll()).toMatchObject({
    fault: { kind: 'rejected', service: { code: 'phoneNumberMissing' } },
  });
});

test('the profile of somebody else is refused', async () => {
  await till.start();
  till.approveWith(await key.sign(till.claims()));
  till.server.on(userinfoRoute, { status: 200, body: { ...userinfo, sub: 'another' } });
  expect(await till.poll()).toMatchObject({
    fault: { kind: 'rejected', service: { code: 'otherSubject' } },
  });
});

test('a 401 at userinfo is about the user’s token, not about the keys', async () => {
  till.approveWith(await key.sign(till.claims()));
  till.server.on(userinfoRoute, { status: 401, body: {} });
  expect(await till.poll()).toMatchObject({ fault: { kind: 'rejected' } });
});
