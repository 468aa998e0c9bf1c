/** The service's own answers against the published OpenAPI documents, and the reference's requests against the service. */

import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { afterEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loginPaths } from './login.ts';
import { type Answer, aCreate, aReceipt, aWorld, type World } from './testing/anAccess.ts';

const specs = '../shared/specs';
const examples = '../shared/reference/examples';

let world: World | null = null;
afterEach(() => world?.service.stop());

async function started(options: Parameters<typeof aWorld>[0] = {}): Promise<World> {
  world = await aWorld({ baseUrl: 'http://127.0.0.1:4000', ...options });
  return world;
}

const key = (text: string) => ({ 'idempotency-key': text });
const nok = (value: number) => ({ modificationAmount: { currency: 'NOK', value } });

interface Spec {
  /** Whether a value fits a schema of the document; the reasons when it does not. */
  check(schema: string, value: unknown): string | null;
}

function spec(file: string): Spec {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  formats(ajv);
  ajv.addFormat('IATA 3-digit accounting code (PAX)', true);
  // `nullable` of OpenAPI 3.0 is known to ajv; examples and extensions are not schema words and are left alone.
  ajv.addSchema(parse(readFileSync(`${specs}/${file}`, 'utf8')), 'spec');
  return {
    check(schema, value) {
      const validate = ajv.compile({ $ref: `spec#/components/schemas/${schema}` });
      return validate(value) ? null : JSON.stringify(validate.errors);
    },
  };
}

function fits(document: Spec, schema: string, answer: Answer, status: number): void {
  expect([answer.status, document.check(schema, answer.body)]).toEqual([status, null]);
}

describe.skipIf(!existsSync(specs))('answers fit the OpenAPI documents', () => {
  test('ePayment 1.8.1: every answer of a payment with profile and metadata', async () => {
    const oas = spec('epayment.v1.8.1.yaml');
    const { call, clock } = await started();
    const one = '/epayment/v1/payments/till1-sale-0001';
    const wish = aCreate({
      metadata: { a: 'b' },
      profile: { scope: 'name phoneNumber email birthDate address' },
      receipt: aReceipt(),
    });
    fits(oas, 'CreatePaymentResponse', await call('POST', '/epayment/v1/payments', wish, key('c')), 201);
    fits(oas, 'GetPaymentResponse', await call('GET', one), 200);
    fits(oas, 'Problem', await call('POST', `${one}/capture`, nok(1), key('early')), 400);
    await clock.advance(3000);
    fits(oas, 'GetPaymentResponse', await call('GET', one), 200);
    fits(oas, 'ModificationResponse', await call('POST', `${one}/capture`, nok(20000), key('p')), 200);
    fits(oas, 'ModificationResponse', await call('POST', `${one}/refund`, nok(100), key('r')), 200);
    fits(oas, 'ModificationResponse', await call('POST', `${one}/cancel`, undefined, key('x')), 200);
    const events = await call('GET', `${one}/events`);
    expect(events.list).toHaveLength(5);
    for (const event of events.list) expect(oas.check('PaymentEvent', event)).toBeNull();
    fits(
      oas,
      'Problem',
      await call('POST', '/epayment/v1/payments', aCreate({ reference: 'x' }), key('v')),
      400,
    );
    fits(oas, 'Problem', await call('GET', '/epayment/v1/payments/nobody-knows'), 404);
    const code = await call(
      'POST',
      '/epayment/v1/payments',
      aCreate({ reference: 'till1-sale-0002', userFlow: 'QR', customer: undefined }),
      key('q'),
    );
    fits(oas, 'CreatePaymentResponse', code, 201);
  });

  test('ePayment 1.8.1: every webhook', async () => {
    const oas = spec('epayment.v1.8.1.yaml');
    const bodies: unknown[] = [];
    const { call, clock, service } = await started({
      sendWebhook: async (delivery) => {
        bodies.push(JSON.parse(delivery.body));
        return { kind: 'answered', status: 200 };
      },
    });
    const events = ['created', 'authorized', 'captured', 'expired', 'aborted'].map(
      (name) => `epayments.payment.${name}.v1`,
    );
    await call('POST', '/webhooks/v1/webhooks', { url: 'https://store.example/', events });
    await call(
      'POST',
      '/epayment/v1/payments',
      aCreate({ profile: { scope: 'name email phoneNumber' } }),
      key('a'),
    );
    service.setCustomer('4520123456', { does: 'never' });
    await call(
      'POST',
      '/epayment/v1/payments',
      aCreate({ reference: 'till1-sale-0002', customer: { phoneNumber: '4520123456' } }),
      key('b'),
    );
    await clock.advance(600_000);
    await call('POST', '/epayment/v1/payments/till1-sale-0001/capture', nok(49900), key('c'));
    await clock.advance(0);
    expect(bodies).toHaveLength(5);
    for (const body of bodies) expect(oas.check('WebhookEvent', body)).toBeNull();
  });

  test('QR 1.0: exchange, static codes and their errors', async () => {
    const oas = spec('qr.v1.0.yaml');
    const { call, service } = await started({ personalQr: 'token' });
    const qrCode = service.phone('4791234567').personalQr.text;
    fits(oas, 'QrExchangeResponse', await call('POST', '/qr/v1/exchange', { qrCode }), 200);
    fits(oas, 'QrExchangeErrorResponse', await call('POST', '/qr/v1/exchange', { qrCode: 'x' }), 400);
    await call('PUT', '/qr/v1/merchant-callback/a', { locationDescription: 'Kasse 1' });
    fits(oas, 'MerchantCallbackQr', await call('GET', '/qr/v1/merchant-callback/a'), 200);
    fits(oas, 'QrErrorResponse', await call('PUT', '/qr/v1/merchant-callback/a', {}), 400);
    const customer = { customer: { customerToken: 'x' }, requestedData: ['MSISDN'] };
    fits(oas, 'CustomerExchangeErrorResponse', await call('POST', '/qr/v1/exchange/customer', customer), 400);
  });

  test('Webhooks v1', async () => {
    const oas = spec('webhooks.v1.yaml');
    const { call } = await started();
    const hook = { url: 'https://store.example/', events: ['user.checked-in.v1'] };
    fits(oas, 'RegisterResponse', await call('POST', '/webhooks/v1/webhooks', hook), 201);
    fits(oas, 'QueryResponse', await call('GET', '/webhooks/v1/webhooks'), 200);
    fits(oas, 'ProblemDetails', await call('POST', '/webhooks/v1/webhooks', { events: [] }), 400);
  });

  test('Order Management 2.1, Check-in 1.0.2', async () => {
    const orders = spec('order-management.v2.1.yaml');
    const checkIn = spec('check-in-api.swagger.yaml');
    const { call } = await started();
    await call('POST', '/order-management/v2/ecom/receipts/order-1', aReceipt());
    fits(orders, 'OrderV2Response', await call('GET', '/order-management/v2/ECOM/order-1'), 200);
    fits(
      orders,
      'ErrorResponse',
      await call('POST', '/order-management/v2/ecom/receipts/order-1', aReceipt()),
      409,
    );
    const path = '/point-of-sale/v1/loyalty-check-in';
    fits(
      checkIn,
      'LoyaltyCheckInResponse',
      await call('POST', path, { phoneNumber: '4791234567', isMember: true }),
      200,
    );
    fits(
      checkIn,
      'ErrorResponse',
      await call('POST', path, { phoneNumber: '91234567', isMember: true }),
      400,
    );
  });
});

describe.skipIf(!existsSync(examples))("the reference's own requests are accepted", () => {
  const read = (file: string): unknown => JSON.parse(readFileSync(`${examples}/${file}`, 'utf8'));

  test.each([
    ['payments/epayment.create.push-phone.request.json'],
    ['payments/epayment.create.push-personalqr.request.json'],
    ['payments/epayment.create.push-profile-scope.request.json'],
    ['payments/epayment.create.qr.request.json'],
    ['payments/epayment.create.web-redirect.request.json'],
  ])('%s', async (file) => {
    const { call, service } = await started();
    service.addPersonalQrToken('qwjhewqhueheuqwhuqwhe', '4712345678');
    expect((await call('POST', '/epayment/v1/payments', read(file), key('c'))).status).toBe(201);
  });

  test('capture, cancel, refund, force approve', async () => {
    const { call, service } = await started();
    service.setCustomer('4712345678', { does: 'never' });
    const one = '/epayment/v1/payments/store0042-till03-20261123-000187-1';
    await call(
      'POST',
      '/epayment/v1/payments',
      read('payments/epayment.create.push-phone.request.json'),
      key('c'),
    );
    const approve = one.replace('/v1/', '/v1/test/');
    expect(
      (await call('POST', `${approve}/approve`, read('payments/epayment.force-approve.request.json'))).status,
    ).toBe(200);
    expect(
      (await call('POST', `${one}/capture`, read('payments/epayment.capture.request.json'), key('p'))).status,
    ).toBe(200);
    expect(
      (await call('POST', `${one}/refund`, read('payments/epayment.refund.request.json'), key('r'))).body,
    ).toMatchObject({ aggregate: { refundedAmount: { value: 9950 } } });
    expect(service.ledger().payments[0]).toMatchObject({ receiptAddsUp: true, captured: 67268 });
  });

  test('codes, receipts, links, webhooks, check-in', async () => {
    const { call, service } = await started();
    service.addPersonalQrToken('qwjhewqhueheuqwhuqwhe', '4798765432');
    expect(await call('POST', '/qr/v1/exchange', read('payments/qr.exchange.request.json'))).toMatchObject({
      status: 200,
      body: { msisdn: '4798765432', version: '2.0' },
    });
    expect(
      (await call('POST', '/qr/v1/exchange', read('payments/qr.exchange.request.cleartext.json'))).status,
    ).toBe(200);
    const put = read('payments/qr.merchant-callback.put.request.json');
    expect((await call('PUT', '/qr/v1/merchant-callback/till-3', put)).status).toBe(200);
    const orders = '/order-management/v2/ecom';
    const receipt = read('payments/order-management.receipt.request.json');
    const category = read('payments/order-management.category.put.request.json');
    expect((await call('POST', `${orders}/receipts/order-1`, receipt)).status).toBe(201);
    expect((await call('PUT', `${orders}/categories/order-1`, category)).status).toBe(200);
    expect((await call('GET', `${orders}/order-1`)).body).toEqual({ category, receipt });
    const hook = read('payments/webhooks.register.request.json');
    expect((await call('POST', '/webhooks/v1/webhooks', hook)).status).toBe(201);
    const notice = read('identity/check-in.request.json');
    expect((await call('POST', '/point-of-sale/v1/loyalty-check-in', notice)).status).toBe(200);
  });

  test('login: start, poll, discovery', async () => {
    const { form, call } = await started({ baseUrl: 'https://apitest.vipps.no' });
    const start = read('identity/login.backchannel.request.json') as { form: Record<string, string> };
    expect((await form(loginPaths.start, start.form)).status).toBe(200);
    const exists = read('identity/login.user-exists.request.json') as { form: Record<string, string> };
    expect((await form(loginPaths.userExists, exists.form)).body).toEqual({ exists: true });
    expect((await call('GET', loginPaths.discovery)).body).toEqual(
      read('identity/login.openid-configuration.json'),
    );
    const missing = await form(loginPaths.start, { scope: 'openid' });
    expect(missing.body).toEqual(read('identity/login.backchannel.response.400.missing-hint.json'));
    const bad = await form(loginPaths.start, { scope: 'openid', login_hint: 'urn:msisdn:1' });
    expect(bad.body).toEqual(read('identity/login.backchannel.response.400.bad-hint.json'));
  });
});
