import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PaymentRequest } from '../../app/domain/payment.ts';
import { createKey, problemAnswer, pushRequest, qrRequest, reference, traceId } from './testing/goods.ts';
import { accessToken, startTestTill, type TestTill } from './testing/till.ts';

let till: TestTill;
beforeEach(async () => {
  till = await startTestTill();
});
afterEach(() => till.close());

const createRoute = 'POST /epayment/v1/payments';
const created = { status: 201, body: { reference } };

function onlyBody(): unknown {
  const [asked, ...more] = till.server.askedOf(createRoute);
  expect(more).toEqual([]);
  return JSON.parse(asked?.body ?? 'null');
}

test('a push to a phone: the whole body, the key and the headers', async () => {
  till.server.on(createRoute, created);
  expect(await till.vipps.payments.create(reference, pushRequest, createKey)).toEqual({
    ok: true,
    value: { qrImageUrl: null },
  });
  expect(onlyBody()).toEqual({
    amount: { currency: 'NOK', value: 46_800 },
    paymentMethod: { type: 'WALLET' },
    customerInteraction: 'CUSTOMER_PRESENT',
    reference: 'store0042-till03-20261123-000187-1',
    userFlow: 'PUSH_MESSAGE',
    customer: { phoneNumber: '4712345678' },
    paymentDescription: 'Kjøp hos Butikken, kasse 3',
    receipt: {
      orderLines: [
        {
          id: '7090012345678',
          name: 'Oransje hettegenser',
          totalAmount: 26_900,
          totalAmountExcludingTax: 21_520,
          totalTaxAmount: 5_380,
          taxRate: 2_500,
          unitInfo: { unitPrice: 29_900, quantity: '1', quantityUnit: 'PCS' },
          discount: 3_000,
        },
        {
          id: '7090012345685',
          name: 'Hvit T-skjorte',
          totalAmount: 19_900,
          totalAmountExcludingTax: 15_920,
          totalTaxAmount: 3_980,
          taxRate: 2_500,
          unitInfo: { unitPrice: 9_950, quantity: '2', quantityUnit: 'PCS' },
          discount: 0,
        },
      ],
      bottomLine: { currency: 'NOK', posId: 'till07', receiptNumber: '0042-03-000187' },
    },
    metadata: { saleId: 'sale-000187' },
  });
  expect(till.server.askedOf(createRoute)[0]?.headers).toMatchObject({
    authorization: `Bearer ${accessToken}`,
    'content-type': 'application/json',
    'idempotency-key': 'store0042-till03-20261123-000187-1:create',
    'merchant-serial-number': '123456',
    'ocp-apim-subscription-key': '0f14ebcab0ec4b29ae0cb90d91b4a84a',
    'vipps-system-name': 'Klubbkassa',
    'vipps-system-version': '0.1.0',
    'vipps-system-plugin-name': 'klubbkassa-till',
    'vipps-system-plugin-version': '0.1.0',
  });
});

test('a one-time QR: no customer, an image asked for, its address given', async () => {
  const redirectUrl = 'https://qr-image.vipps.no/v1?token=eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1Ni';
  till.server.on(createRoute, { status: 201, body: { reference, redirectUrl } });
  expect(await till.vipps.payments.create(reference, qrRequest, createKey)).toEqual({
    ok: true,
    value: { qrImageUrl: redirectUrl },
  });
  const body = onlyBody();
  expect(body).toMatchObject({ userFlow: 'QR', qrFormat: { format: 'IMAGE/SVG+XML' } });
  expect(body).not.toHaveProperty('customer');
});

test('a customer token from the static code', async () => {
  till.server.on(createRoute, created);
  const payer = { by: 'customerToken', customerToken: 'wbA8ceVRKkoYiQAVELHeFCC3' } as const;
  await till.vipps.payments.create(reference, { ...pushRequest, payer }, createKey);
  expect(onlyBody()).toMatchObject({
    userFlow: 'PUSH_MESSAGE',
    customer: { customerToken: 'wbA8ceVRKkoYiQAVELHeFCC3' },
  });
});

test('a receipt the service did not want is left out', async () => {
  till.server.on(createRoute, created);
  await till.vipps.payments.create(reference, { ...pushRequest, receipt: null }, createKey);
  expect(onlyBody()).not.toHaveProperty('receipt');
});

test.each([
  ['x'.repeat(120), 'x'.repeat(100)],
  ['  Kasse 3 ', 'Kasse 3'],
  ['ab', undefined],
])('the description %s is sent as %s', async (description, sent) => {
  till.server.on(createRoute, created);
  await till.vipps.payments.create(reference, { ...pushRequest, description }, createKey);
  expect(onlyBody()).toHaveProperty('amount');
  expect((onlyBody() as { paymentDescription?: string }).paymentDescription).toBe(sent);
});

test('sent twice it is the same, byte by byte', async () => {
  till.server.on(createRoute, 'hangUp', created);
  const copy: PaymentRequest = JSON.parse(JSON.stringify(pushRequest));
  expect(await till.vipps.payments.create(reference, pushRequest, createKey)).toMatchObject({
    ok: false,
    fault: { kind: 'noAnswer' },
  });
  expect((await till.vipps.payments.create(reference, copy, createKey)).ok).toBe(true);
  const [first, second] = till.server.askedOf(createRoute);
  expect(second?.body).toBe(first?.body);
  expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
});

test.each([
  ['5080', 'pushNotAllowed'],
  ['7010', 'cannotSendToNumber'],
  ['4050', 'codeRefused'],
  ['4060', 'codeRefused'],
  ['4150', 'conflict'],
  ['5040', 'rejected'],
])('code %s is %s', async (code, kind) => {
  till.server.on(createRoute, problemAnswer(400, code, 'Reworded any time'));
  expect(await till.vipps.payments.create(reference, pushRequest, createKey)).toEqual({
    ok: false,
    fault: {
      kind,
      service: { api: 'epayment', status: 400, code, title: 'Reworded any time', traceId },
    },
  });
});

test('7010 decides whatever the status', async () => {
  till.server.on(createRoute, problemAnswer(404, '7010', 'Customer not found'));
  expect(await till.vipps.payments.create(reference, pushRequest, createKey)).toMatchObject({
    fault: { kind: 'cannotSendToNumber' },
  });
});

test.each([
  [['receipt.orderLines[0].taxRate'], 'receiptRefused'],
  [['Receipt', 'Receipt.BottomLine.PosId'], 'receiptRefused'],
  [['orderLines[1].unitInfo.quantity'], 'receiptRefused'],
  [['receipt.orderLines[0].name', 'reference'], 'rejected'],
  [['receiptUrl'], 'rejected'],
  [[], 'rejected'],
])('complaints about %s are %s', async (names, kind) => {
  const extraDetails = names.map((name) => ({ name, reason: 'The field is invalid.' }));
  till.server.on(createRoute, { status: 400, body: { title: 'Bad Request', status: 400, extraDetails } });
  expect(await till.vipps.payments.create(reference, pushRequest, createKey)).toMatchObject({
    ok: false,
    fault: { kind },
  });
});

test.each([
  [{ status: 500, body: {} }, 'serviceDown'],
  [{ status: 503, body: '<html>' }, 'serviceDown'],
  [{ status: 201, body: '{"refer' }, 'badAnswer'],
  [{ status: 201, body: { reference: 'store0042-till03-20261123-000188-1' } }, 'badAnswer'],
  [{ status: 403, body: '' }, 'forbidden'],
  [{ status: 423, body: {} }, 'busyThere'],
  [{ status: 429, headers: { 'Retry-After': '7' }, body: {} }, 'tooManyRequests'],
  ['halfAnswer' as const, 'noAnswer'],
])('%o is %s and is not repeated here', async (reply, kind) => {
  till.server.on(createRoute, reply);
  expect(await till.vipps.payments.create(reference, pushRequest, createKey)).toMatchObject({
    ok: false,
    fault: { kind },
  });
  expect(till.server.askedOf(createRoute)).toHaveLength(1);
});

test('is given up at its deadline', async () => {
  till.server.on(createRoute, () => {
    till.clock.advance(15_000);
    return 'never';
  });
  expect(await till.vipps.payments.create(reference, pushRequest, createKey)).toEqual({
    ok: false,
    fault: { kind: 'noAnswer', service: { api: 'epayment', code: 'deadline' } },
  });
});
