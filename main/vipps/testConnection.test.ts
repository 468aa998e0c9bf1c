import { afterEach, beforeEach, expect, test } from 'vitest';
import { discoveryOf } from './testing/loginService.ts';
import { startTestTill, type TestTill } from './testing/till.ts';

let till: TestTill;
const paymentRoute = 'GET /epayment/v1/payments/check-unique-00000001';
const orderRoute = 'GET /order-management/v2/ecom/check-unique-00000001';
const qrRoute = 'GET /qr/v1/merchant-callback';
const webhooksRoute = 'GET /webhooks/v1/webhooks';
const loginRoute = 'POST /somewhere/token';

beforeEach(async () => {
  till = await startTestTill();
  const { server } = till;
  server.on('GET /access-management-1.0/access/.well-known/openid-configuration', {
    status: 200,
    body: discoveryOf(server.url),
  });
  server.on(paymentRoute, { status: 404, body: { title: 'Not Found' } });
  server.on(orderRoute, { status: 404, body: { title: 'Not Found' } });
  server.on(qrRoute, { status: 200, body: [] });
  server.on(webhooksRoute, { status: 200, body: { webhooks: [] } });
  server.on(loginRoute, { status: 400, body: { error: 'invalid_grant' } });
});
afterEach(() => till.close());

const kinds = async () =>
  (await till.vipps.testConnection()).map(({ product, result }) => [
    product,
    result.ok ? 'ok' : result.fault.kind,
  ]);

test('everything works, and nothing was changed by asking', async () => {
  expect(await kinds()).toEqual([
    ['accessToken', 'ok'],
    ['epayment', 'ok'],
    ['qr', 'ok'],
    ['login', 'ok'],
    ['orderManagement', 'ok'],
    ['webhooks', 'ok'],
  ]);
  expect(
    new Set(till.server.asked.map((one) => one.method + (one.method === 'POST' ? one.path : ''))),
  ).toEqual(new Set(['GET', 'POST/accesstoken/get', 'POST/somewhere/token']));
});

test('a product that is missing, another that is down, a wrong secret at login', async () => {
  till.server.on(paymentRoute, { status: 403, body: {} });
  till.server.on(webhooksRoute, { status: 503 });
  till.server.on(loginRoute, { status: 401, body: { error: 'invalid_client' } });
  expect(await kinds()).toEqual([
    ['accessToken', 'ok'],
    ['epayment', 'forbidden'],
    ['qr', 'ok'],
    ['login', 'unauthorised'],
    ['orderManagement', 'ok'],
    ['webhooks', 'serviceDown'],
  ]);
});

test('wrong keys', async () => {
  till.server.on('POST /accesstoken/get', { status: 401, body: { statusCode: 401 } });
  expect((await kinds()).map(([, kind]) => kind)).toEqual([
    'unauthorised',
    'unauthorised',
    'unauthorised',
    'ok',
    'unauthorised',
    'unauthorised',
  ]);
});
