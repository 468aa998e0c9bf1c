import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changedAnswer, paymentAnswer, problemAnswer, reference } from './testing/goods.ts';
import type { Asked } from './testing/testServer.ts';
import { startTestTill, type TestTill, tokenAnswer, tokenRoute } from './testing/till.ts';

let till: TestTill;
const readRoute = `GET /epayment/v1/payments/${reference}`;
const cancelRoute = `POST /epayment/v1/payments/${reference}/cancel`;
const created = { status: 200, body: paymentAnswer('CREATED', [0, 0, 0, 0]) };

beforeEach(async () => {
  till = await startTestTill();
  till.server.on(readRoute, created);
});
afterEach(() => till.close());

const authorization = ({ headers: { authorization: sent } }: Asked) => sent;
const tokensUsed = () => till.server.askedOf(readRoute).map((one) => authorization(one));

describe('the token call', () => {
  test('carries the keys as headers and an empty body', async () => {
    await till.vipps.payments.read(reference);
    const [asked] = till.server.askedOf(tokenRoute);
    expect(asked?.body).toBe('');
    expect(asked?.headers).toMatchObject({
      client_id: 'fb492b5e-7907-4d83-ba20-c7fb60ca35de',
      client_secret: 'Y8Kteew6GE2ZmeycEt6egg==',
      'ocp-apim-subscription-key': '0f14ebcab0ec4b29ae0cb90d91b4a84a',
      'merchant-serial-number': '123456',
      'vipps-system-name': 'Klubbkassa',
      'vipps-system-version': '0.1.0',
      'vipps-system-plugin-name': 'klubbkassa-till',
      'vipps-system-plugin-version': '0.1.0',
    });
  });

  test('ten who wait share one fetch', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => till.vipps.payments.read(reference)));
    expect(all.every((one) => one.ok)).toBe(true);
    expect(till.server.askedOf(tokenRoute)).toHaveLength(1);
    expect(tokensUsed()).toHaveLength(10);
  });

  test('a token serves for its life, is renewed ahead of its end, and never used in its last minute', async () => {
    till.server.on(tokenRoute, tokenAnswer('first'), tokenAnswer('second'), tokenAnswer('third'));
    await till.vipps.payments.read(reference);
    till.clock.advance(3_239_000);
    await till.vipps.payments.read(reference);
    expect(till.server.askedOf(tokenRoute)).toHaveLength(1);
    // A tenth of its life is left: it still serves while the next one is fetched.
    till.clock.advance(1_000);
    await till.vipps.payments.read(reference);
    expect(till.server.askedOf(tokenRoute)).toHaveLength(2);
    expect(tokensUsed()).toEqual(['Bearer first', 'Bearer first', 'Bearer first']);
    till.clock.advance(3_600_000);
    await till.vipps.payments.read(reference);
    expect(tokensUsed().at(-1)).toBe('Bearer third');
  });

  test('a number in place of a numeric text is taken too', async () => {
    const { body } = tokenAnswer();
    till.server.on(tokenRoute, { status: 200, body: { ...body, expires_in: 3600 } });
    expect((await till.vipps.payments.read(reference)).ok).toBe(true);
  });
});

describe('a 401', () => {
  test('drops the token, fetches one and repeats once', async () => {
    till.server.on(tokenRoute, tokenAnswer('old'), tokenAnswer('new'));
    till.server.on(readRoute, { status: 401, body: {} }, created);
    expect((await till.vipps.payments.read(reference)).ok).toBe(true);
    expect(tokensUsed()).toEqual(['Bearer old', 'Bearer new']);
    expect(till.server.askedOf(tokenRoute)).toHaveLength(2);
  });

  test('twice is `unauthorised`, and that was all', async () => {
    till.server.on(readRoute, { status: 401, body: { statusCode: 401, message: 'Access denied' } });
    expect(await till.vipps.payments.read(reference)).toEqual({
      ok: false,
      fault: {
        kind: 'unauthorised',
        service: { api: 'epayment', status: 401, title: 'Access denied' },
      },
    });
    expect(tokensUsed()).toHaveLength(2);
  });

  test('repeats a write with the same key and body', async () => {
    const body = changedAnswer('TERMINATED', [0, 46_800, 0, 0]);
    till.server.on(cancelRoute, { status: 401, body: {} }, { status: 200, body });
    expect((await till.vipps.payments.cancel(reference, true, 'key-1')).ok).toBe(true);
    const sent = till.server.askedOf(cancelRoute);
    expect(sent.map((one) => [one.headers['idempotency-key'], one.body])).toEqual([
      ['key-1', '{"cancelTransactionOnly":true}'],
      ['key-1', '{"cancelTransactionOnly":true}'],
    ]);
  });

  test('of ten calls at once costs one fetch', async () => {
    till.server.on(tokenRoute, tokenAnswer('old'), tokenAnswer('new'));
    await till.vipps.payments.read(reference);
    till.server.on(readRoute, (asked) =>
      authorization(asked) === 'Bearer new' ? created : { status: 401, body: {} },
    );
    const all = await Promise.all(Array.from({ length: 10 }, () => till.vipps.payments.read(reference)));
    expect(all.every((one) => one.ok)).toBe(true);
    expect(till.server.askedOf(tokenRoute)).toHaveLength(2);
  });
});

describe('no token to be had', () => {
  test.each([
    [{ status: 400, body: {} }, 'unauthorised'],
    [{ status: 401, body: { statusCode: 401 } }, 'unauthorised'],
    [{ status: 403, body: {} }, 'unauthorised'],
    [{ status: 404, body: {} }, 'badAnswer'],
    [{ status: 409, body: {} }, 'badAnswer'],
    [{ status: 500, body: {} }, 'serviceDown'],
    [{ status: 200, body: { token_type: 'Bearer' } }, 'badAnswer'],
    [{ status: 200, body: '<html>' }, 'badAnswer'],
  ])('%o makes a read %s, never `notFound`', async (reply, kind) => {
    till.server.on(tokenRoute, reply);
    expect(await till.vipps.payments.read(reference)).toMatchObject({
      ok: false,
      fault: { kind, service: { api: 'accessToken' } },
    });
    expect(till.server.askedOf(readRoute)).toEqual([]);
  });

  test('leaves no doubt about a write: it was never sent', async () => {
    till.server.on(tokenRoute, problemAnswer(500, '3010', 'Internal error'));
    expect(await till.vipps.payments.cancel(reference, false, 'key-1')).toMatchObject({
      ok: false,
      fault: { kind: 'noConnection', service: { api: 'accessToken', status: 500 } },
    });
    expect(till.server.askedOf(cancelRoute)).toEqual([]);
  });

  test('a failed fetch is not remembered', async () => {
    till.server.on(tokenRoute, { status: 400, body: {} }, tokenAnswer());
    expect((await till.vipps.payments.read(reference)).ok).toBe(false);
    expect((await till.vipps.payments.read(reference)).ok).toBe(true);
  });
});

test('no token and no key is in the log', async () => {
  till.server.on(readRoute, { status: 500, body: {} });
  till.server.on(cancelRoute, 'hangUp');
  await till.vipps.payments.read(reference);
  await till.vipps.payments.cancel(reference, false, 'key-1');
  const told = JSON.stringify(till.log);
  expect(till.log.length).toBeGreaterThan(0);
  expect(told).not.toContain('eyJ0eXAi');
  expect(told).not.toContain('Y8Kteew6');
  expect(told).not.toContain('0f14ebca');
});
