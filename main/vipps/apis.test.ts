/** The smaller APIs: exchange, static codes, check-in, receipts, registrations. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Msisdn } from '../../app/domain/msisdn.ts';
import { msisdn, receipt, reference } from './testing/goods.ts';
import { startTestTill, type TestTill } from './testing/till.ts';

let till: TestTill;
beforeEach(async () => {
  till = await startTestTill();
});
afterEach(() => till.close());

function bodiesOf(route: string): readonly unknown[] {
  return till.server.askedOf(route).map((one) => JSON.parse(one.body));
}

describe('exchange', () => {
  const route = 'POST /qr/v1/exchange';

  test.each([
    { msisdn: '4798765432', version: '1.0' },
    { msisdn: '4798765432', timestamp: 1634025600, version: '2.0' },
  ])('the whole code goes out unchanged, a number comes back (%o)', async (body) => {
    till.server.on(route, { status: 200, body });
    const code = 'https://qr.vipps.no/28/2/01/031/4712345678?v=1';
    expect(await till.vipps.codes.exchange(code)).toEqual({ ok: true, value: '4798765432' });
    expect(bodiesOf(route)).toEqual([{ qrCode: code, requestedData: ['MSISDN'] }]);
    expect(till.server.askedOf(route)[0]?.headers['merchant-serial-number']).toBe('123456');
  });

  test('a foreign or outdated code', async () => {
    till.server.on(route, {
      status: 400,
      body: {
        title: 'Bad request',
        status: 400,
        detail: 'The request body contains one or more invalid parameters.',
        extraDetails: [{ name: 'qrCode', reason: 'The complete data contained in the QR code is required.' }],
      },
    });
    expect(await till.vipps.codes.exchange('https://qr.vipps.no/p/old')).toEqual({
      ok: false,
      fault: { kind: 'codeRefused', service: { api: 'qr', status: 400, title: 'Bad request' } },
    });
  });

  test('415 is not the code’s fault', async () => {
    till.server.on(route, { status: 415, body: {} });
    expect(await till.vipps.codes.exchange('x')).toMatchObject({ fault: { kind: 'rejected' } });
  });

  test('an answer without a number', async () => {
    till.server.on(route, { status: 200, body: { msisdn: '+47 98765432', version: '2.0' } });
    expect(await till.vipps.codes.exchange('x')).toMatchObject({ fault: { kind: 'badAnswer' } });
  });

  test('takes no longer than 2 s, the token included', async () => {
    till.server.on('POST /accesstoken/get', () => {
      till.clock.advance(2_000);
      return 'never';
    });
    expect(await till.vipps.codes.exchange('x')).toMatchObject({ ok: false, fault: { kind: 'noAnswer' } });
    expect(till.clock.monotonic()).toBe(2_000);
    till.server.on('POST /accesstoken/get', { status: 500 });
  });

  test('of a customer token', async () => {
    const tokenRoute = `${route}/customer`;
    till.server.on(tokenRoute, { status: 200, body: { msisdn: '4798765432' } });
    expect(await till.vipps.codes.exchangeToken('wbA8ceVR=')).toEqual({ ok: true, value: '4798765432' });
    expect(bodiesOf(tokenRoute)).toEqual([
      { customer: { customerToken: 'wbA8ceVR=' }, requestedData: ['MSISDN'] },
    ]);
  });
});

describe('static codes', () => {
  const one = {
    merchantSerialNumber: '12345',
    merchantQrId: '27072f82-c4b6-49cd-9838-10f21d87496e',
    locationDescription: 'Kasse 1',
    qrImageUrl: 'https://qr.vipps.no/generate/qr.png?a=1',
    qrContent: 'https://qr.vipps.no/x',
  };
  const read = {
    id: '27072f82-c4b6-49cd-9838-10f21d87496e',
    locationDescription: 'Kasse 1',
    imageUrl: 'https://qr.vipps.no/generate/qr.png?a=1',
    content: 'https://qr.vipps.no/x',
  };

  test('put has no answer but its status; the place is cut to 36 characters', async () => {
    till.server.on('PUT /qr/v1/merchant-callback/till%203', { status: 200 });
    expect(await till.vipps.merchantQr.put('till 3', 'x'.repeat(40), 'VENDING')).toEqual({
      ok: true,
      value: undefined,
    });
    expect(bodiesOf('PUT /qr/v1/merchant-callback/till%203')).toEqual([
      { locationDescription: 'x'.repeat(36), category: 'VENDING' },
    ]);
  });

  test('get and list', async () => {
    till.server.on(`GET /qr/v1/merchant-callback/${one.merchantQrId}`, { status: 200, body: one });
    till.server.on('GET /qr/v1/merchant-callback', { status: 200, body: [one] });
    const { merchantQr } = till.vipps;
    for (const picture of [{ format: 'svg' }, { format: 'png', size: 2000 }] as const)
      expect(await merchantQr.get(one.merchantQrId, picture)).toEqual({ ok: true, value: read });
    expect(
      till.server
        .askedOf(`GET /qr/v1/merchant-callback/${one.merchantQrId}`)
        .map(({ path }) => path.split('?')[1]),
    ).toEqual(['QrImageFormat=SVG', 'QrImageFormat=PNG&QrImageSize=2000']);
    expect(await till.vipps.merchantQr.list()).toEqual({ ok: true, value: [read] });
  });

  test('delete, also of one that is gone', async () => {
    till.server.on('DELETE /qr/v1/merchant-callback/a', { status: 200 }, { status: 404 }, { status: 500 });
    expect((await till.vipps.merchantQr.delete('a')).ok).toBe(true);
    expect((await till.vipps.merchantQr.delete('a')).ok).toBe(true);
    expect(await till.vipps.merchantQr.delete('a')).toMatchObject({ fault: { kind: 'serviceDown' } });
  });
});

describe('the notice in the customer’s app', () => {
  const route = 'POST /point-of-sale/v1/loyalty-check-in';

  test('for a Norwegian number', async () => {
    till.server.on(route, { status: 200, body: '"9b0c7f6a-2f7d-4f1c-8f8e-3d5f1b2a4c6d"' });
    expect(await till.vipps.checkIn.notify(msisdn, true)).toEqual({ ok: true, value: undefined });
    expect(bodiesOf(route)).toEqual([{ phoneNumber: '4712345678', isMember: true }]);
  });

  test.each(['4512345678', '46701234567', '35840123456', '4712345'])('%s is not sent', async (number) => {
    expect(await till.vipps.checkIn.notify(number as Msisdn, true)).toEqual({ ok: true, value: undefined });
    expect(till.server.asked).toEqual([]);
  });

  test('500, the constant answer of the test environment, and silence', async () => {
    till.server.on(route, { status: 500 });
    expect(await till.vipps.checkIn.notify(msisdn, true)).toMatchObject({ fault: { kind: 'serviceDown' } });
    expect(till.server.askedOf(route)).toHaveLength(1);
    till.server.on(route, () => {
      till.clock.advance(2_000);
      return 'never';
    });
    expect(await till.vipps.checkIn.notify(msisdn, true)).toMatchObject({ fault: { kind: 'noAnswer' } });
  });
});

describe('the receipt in the customer’s app', () => {
  const route = `POST /order-management/v2/ecom/receipts/${reference}`;

  test('is added, and one that is there already is as good', async () => {
    till.server.on(
      route,
      { status: 201, body: '"16328cb8-d769-4c53-90ad-e19777823f0a"' },
      { status: 409, body: { title: 'Conflict' } },
    );
    expect(await till.vipps.receipts.add(reference, receipt)).toEqual({ ok: true, value: undefined });
    expect(await till.vipps.receipts.add(reference, receipt)).toEqual({ ok: true, value: undefined });
    expect(bodiesOf(route)[0]).toMatchObject({
      orderLines: [{ id: '7090012345678' }, { id: '7090012345685' }],
      bottomLine: { currency: 'NOK', posId: 'till07', receiptNumber: '0042-03-000187' },
    });
  });

  test('names the configured till where it names none; weights are text', async () => {
    till.server.on(route, { status: 201, body: '"a"' });
    const [first] = receipt.lines;
    if (first === undefined) throw new Error('the sample has lines');
    const weighed = [0.822, 1.5, 12345.678901234, 1e-7].map((quantity) => ({ ...first, quantity }));
    await till.vipps.receipts.add(reference, { ...receipt, posId: '', lines: weighed });
    expect(bodiesOf(route)).toMatchObject([
      {
        bottomLine: { posId: 'till03' },
        orderLines: ['0.822', '1.5', '12345.6789', '0.0000001'].map((quantity) => ({
          unitInfo: { quantity },
        })),
      },
    ]);
  });

  test('for an unknown payment', async () => {
    till.server.on(route, { status: 404, body: { title: 'Not found', instance: 'x' } });
    expect(await till.vipps.receipts.add(reference, receipt)).toMatchObject({ fault: { kind: 'notFound' } });
  });
});

describe('registrations of webhooks', () => {
  const route = 'POST /webhooks/v1/webhooks';
  const id = '497f6eca-6276-4993-bfeb-53cbbbba6f08';

  test('register gives id and secret', async () => {
    const registered = { id, secret: '090a478d-37ff-4e77-970e-d457aeb26a3a' };
    till.server.on(route, { status: 201, body: registered });
    const events = ['user.checked-in.v1'];
    expect(await till.vipps.webhooks.register('https://example.com/hooks/vipps', events)).toEqual({
      ok: true,
      value: registered,
    });
    expect(bodiesOf(route)).toEqual([{ url: 'https://example.com/hooks/vipps', events }]);
    expect(JSON.stringify(till.log)).not.toContain('090a478d');
  });

  test('a refusal names its trace', async () => {
    const traceId = '00-bb841c551513e233de8a01472013fa9f-542c71e40916a6ce-00';
    till.server.on(route, {
      status: 400,
      body: {
        title: 'Bad Request',
        status: 400,
        traceId,
        extraDetails: [{ name: 'url', reason: 'required' }],
      },
    });
    expect(await till.vipps.webhooks.register('', [])).toEqual({
      ok: false,
      fault: { kind: 'rejected', service: { api: 'webhooks', status: 400, title: 'Bad Request', traceId } },
    });
  });

  test('list and delete', async () => {
    const known = { id, url: 'https://example.com/hooks/vipps', events: ['epayments.payment.captured.v1'] };
    till.server.on('GET /webhooks/v1/webhooks', { status: 200, body: { webhooks: [known] } });
    till.server.on(`DELETE /webhooks/v1/webhooks/${id}`, { status: 204 }, { status: 404 });
    expect(await till.vipps.webhooks.list()).toEqual({ ok: true, value: [known] });
    expect((await till.vipps.webhooks.delete(id)).ok).toBe(true);
    expect((await till.vipps.webhooks.delete(id)).ok).toBe(true);
  });
});

test('without keys every one of them says so', async () => {
  const bare = await startTestTill({ clientSecret: '' });
  const { vipps } = bare;
  const answers = await Promise.all([
    vipps.codes.exchange('x'),
    vipps.codes.exchangeToken('x'),
    vipps.checkIn.notify(msisdn, true),
    vipps.receipts.add(reference, receipt),
    vipps.webhooks.list(),
    vipps.merchantQr.list(),
    vipps.login.userExists(msisdn),
    vipps.login.poll('x'),
    vipps.login.start({ msisdn, customerToken: null, bindingMessage: 'ABC-12', expirySeconds: 120 }),
  ]);
  expect(answers.map((one) => (one.ok ? 'ok' : one.fault.kind))).toEqual(answers.map(() => 'notConfigured'));
  expect((await vipps.testConnection()).map((one) => one.result.ok)).toEqual(Array(6).fill(false));
  expect(bare.server.asked).toEqual([]);
  await bare.close();
});
