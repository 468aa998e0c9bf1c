import { type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { clientId, type SigningKey, signingKey } from './testing/loginService.ts';
import { keysRoute, type LoginTill, startLoginTill, userinfoRoute } from './testing/loginTill.ts';

let key: SigningKey;
let till: LoginTill;

beforeAll(async () => {
  key = await signingKey('public:ee36d3f5-3934-4029-926f-77fa65bf0b4b');
});
beforeEach(async () => {
  till = await startLoginTill(key);
});
afterEach(() => till.close());

const now = () => Math.floor(till.clock.now() / 1000);
const without = (claim: string): JWTPayload =>
  Object.fromEntries(Object.entries(till.claims()).filter(([name]) => name !== claim));
const outcome = async (idToken: string) => {
  await till.start();
  till.approveWith(idToken);
  const answer = await till.poll();
  if (answer.ok) return answer.value.kind;
  expect(answer.fault).toEqual({ kind: 'rejected', service: { api: 'login', code: 'idToken' } });
  expect(till.server.askedOf(userinfoRoute)).toEqual([]);
  const { why } = till.log.at(-1)?.facts ?? {};
  return why;
};

test('aud as text, and an exp within the skew, pass', async () => {
  expect(await outcome(await key.sign({ ...till.claims(), aud: clientId, exp: now() - 30 }))).toBe(
    'approved',
  );
});

test.each([
  ['wrong iss', () => key.sign({ ...till.claims(), iss: 'https://api.example.com/' }), 'iss'],
  [
    'iss without its slash',
    () => key.sign({ ...till.claims(), iss: till.claims().iss?.slice(0, -1) ?? '' }),
    'iss',
  ],
  ['wrong aud', () => key.sign({ ...till.claims(), aud: ['somebody-else'] }), 'aud'],
  ['no aud', () => key.sign(without('aud')), 'aud'],
  ['expired', () => key.sign({ ...till.claims(), exp: now() - 61 }), 'exp'],
  ['no exp', () => key.sign(without('exp')), 'exp'],
  ['no iat', () => key.sign(without('iat')), 'iat'],
  ['no sub', () => key.sign(without('sub')), 'sub'],
  ['alg none', async () => new UnsecuredJWT(till.claims()).encode(), 'ERR_JOSE_ALG_NOT_ALLOWED'],
  [
    'HS256 with the client secret',
    () =>
      new SignJWT(till.claims())
        .setProtectedHeader({ alg: 'HS256', kid: key.kid })
        .sign(new TextEncoder().encode('Y8Kteew6GE2ZmeycEt6egg==')),
    'ERR_JOSE_ALG_NOT_ALLOWED',
  ],
  ['no token', async () => 'not.a.token', 'ERR_JWS_INVALID'],
  [
    'another key under a known kid',
    async () => (await signingKey(key.kid)).sign(till.claims()),
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
  expect(await outcome(await next.sign(till.claims()))).toBe('approved');
  expect(till.server.askedOf(keysRoute)).toHaveLength(2);
});

test('an unknown key is looked for once and then refused', async () => {
  const stranger = await signingKey('public:stranger');
  expect(await outcome(await stranger.sign(till.claims()))).toBe('unknownKey');
  expect(till.server.askedOf(keysRoute)).toHaveLength(2);
});

test('keys that cannot be fetched leave the login open', async () => {
  await till.start();
  till.approveWith(await key.sign(till.claims()));
  till.server.on(
    keysRoute,
    { status: 503 },
    { status: 503 },
    { status: 200, body: { keys: [key.publicJwk] } },
  );
  expect(await till.poll()).toMatchObject({ fault: { kind: 'serviceDown' } });
  expect(await till.poll()).toMatchObject({ value: { kind: 'approved' } });
});
