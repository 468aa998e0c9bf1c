import { afterEach, describe, expect, test } from 'vitest';
import { qrModules } from './qrImage.ts';
import { aCreate, aReceipt, aWorld, codeOf, type World } from './testing/anAccess.ts';

let world: World | null = null;
afterEach(() => world?.service.stop());

async function started(options: Parameters<typeof aWorld>[0] = {}): Promise<World> {
  world = await aWorld(options);
  return world;
}

const key = (text: string) => ({ 'idempotency-key': text });

describe('personal codes', () => {
  test('clear text in Norway, tokens in Denmark and Finland; both are exchanged', async () => {
    const { call, service } = await started();
    const texts = ['4791234567', '4520123456', '358401234567'].map(
      (phone) => service.phone(phone).personalQr.text,
    );
    expect(texts[0]).toBe('https://qr.vipps.no/28/2/01/031/4791234567?v=1');
    expect(texts[1]).toMatch(/^https:\/\/qr\.mobilepay\.dk\/p\/[\w-]{27}$/);
    expect(texts[2]).toMatch(/^https:\/\/qr\.mobilepay\.fi\/p\//);
    const answers = [];
    for (const qrCode of texts) answers.push((await call('POST', '/qr/v1/exchange', { qrCode })).body);
    expect(answers).toEqual([
      { msisdn: '4791234567', version: '1.0' },
      { msisdn: '4520123456', version: '2.0', timestamp: expect.any(Number) },
      { msisdn: '358401234567', version: '2.0', timestamp: expect.any(Number) },
    ]);
  });

  test('everybody gets tokens when switched so, and a new one on demand', async () => {
    const { service } = await started({ personalQr: 'token' });
    const first = service.phone('4791234567').personalQr.text;
    expect(first).toMatch(/^https:\/\/qr\.vipps\.no\/p\//);
    expect(service.phone('4791234567').personalQr.text).toBe(first);
    service.phoneActs('4791234567', { kind: 'newPersonalQr' });
    expect(service.phone('4791234567').personalQr.text).not.toBe(first);
  });

  test.each([
    ['a foreign code', { qrCode: 'https://qr.vipps.no/p/unknown' }],
    ['a shared payment link', { qrCode: 'https://qr.vipps.no/28/2/01/031/4791234567?v=1&m=hei&a=100' }],
    ['a box', { qrCode: 'https://qr.mobilepay.dk/box/5d5b9f2e-0000-4000-8000-000000000000/pay-in' }],
    ['goods', { qrCode: '7090012345678' }],
    ['nothing', {}],
    ['more than asked for', { qrCode: 'https://qr.vipps.no/28/2/01/031/4791234567?v=1', store: 1 }],
  ])('400 for %s', async (_, body) => {
    const { call } = await started();
    const answer = await call('POST', '/qr/v1/exchange', body);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body).sort()).toEqual(['detail', 'extraDetails', 'status', 'title']);
  });

  test('a payment takes the personal code itself', async () => {
    const { call, service } = await started();
    const customer = { personalQr: service.phone('4520123456').personalQr.text };
    expect((await call('POST', '/epayment/v1/payments', aCreate({ customer }), key('c'))).status).toBe(201);
    expect(service.phone('4520123456').payments).toHaveLength(1);
  });
});

describe("the store's static code", () => {
  const codes = '/qr/v1/merchant-callback';

  test('made, renamed without changing, listed, drawn, deleted', async () => {
    const { call, service } = await started();
    expect(await call('PUT', `${codes}/till-1`, { locationDescription: 'Kasse 1' })).toMatchObject({
      status: 200,
      text: '',
    });
    const first = (await call('GET', `${codes}/till-1`)).body;
    await call('PUT', `${codes}/till-1`, { locationDescription: 'Kasse A', category: 'VENDING' });
    const second = (await call('GET', `${codes}/till-1?QrImageFormat=PNG&QrImageSize=200`)).body;
    expect(second).toMatchObject({
      merchantQrId: 'till-1',
      locationDescription: 'Kasse A',
      qrContent: first.qrContent,
    });
    expect((await call('GET', codes)).body).toHaveLength(1);
    const picture = await service.handle({
      method: 'GET',
      url: second.qrImageUrl.replace(/^http:\/\/[^/]+/, ''),
      headers: {},
      body: '',
    });
    expect(picture).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
    expect((await call('DELETE', `${codes}/till-1`)).status).toBe(200);
    expect((await call('GET', `${codes}/till-1`)).status).toBe(404);
  });

  test('a scan brings a token that can pay, log in and be exchanged, for 15 minutes', async () => {
    const seen: string[] = [];
    const { call, clock, service, form } = await started({
      sendWebhook: async (delivery) => {
        seen.push(delivery.body);
        return { kind: 'answered', status: 200 };
      },
    });
    await call('PUT', `${codes}/till-1`, { locationDescription: 'Kasse 1' });
    const text = (await call('GET', `${codes}/till-1`)).body.qrContent;
    expect(service.phoneActs('4791234567', { kind: 'scanQr', text })).toBe('shopSilent');
    const hook = { url: 'https://store.example/hook', events: ['user.checked-in.v1'] };
    await call('POST', '/webhooks/v1/webhooks', hook);
    expect(service.phoneActs('4791234567', { kind: 'scanQr', text })).toBe('done');
    await clock.advance(0);
    const event = JSON.parse(seen[0] ?? '');
    expect(event).toMatchObject({ merchantQrId: 'till-1', msn: '100001' });

    const { customerToken } = event;
    const exchange = () =>
      call('POST', '/qr/v1/exchange/customer', { customer: { customerToken }, requestedData: ['MSISDN'] });
    expect((await exchange()).body).toMatchObject({ msisdn: '4791234567' });
    const customer = { customerToken };
    expect((await call('POST', '/epayment/v1/payments', aCreate({ customer }), key('c'))).status).toBe(201);
    const start = { scope: 'openid', login_hint: `urn:customer-token:${customerToken}` };
    expect((await form('/vipps-login-ciba/api/backchannel/authentication', start)).status).toBe(200);
    await clock.advance(15 * 60_000);
    expect((await exchange()).status).toBe(400);
    const late = aCreate({ customer, reference: 'till1-sale-0002' });
    expect(codeOf(await call('POST', '/epayment/v1/payments', late, key('d')))).toBe('4050');
  });
});

describe('the one-time code', () => {
  test('is an image of an address that only this service knows; gone when the payment is settled', async () => {
    const { call, service, clock } = await started({ baseUrl: 'http://127.0.0.1:4000' });
    service.setCustomer('walkIn', { does: 'never' });
    const made = await call(
      'POST',
      '/epayment/v1/payments',
      aCreate({ userFlow: 'QR', customer: undefined }),
      key('c'),
    );
    const url = made.body.redirectUrl?.replace('http://127.0.0.1:4000', '') ?? '';
    const token = new URLSearchParams(url.split('?')[1]).get('token');
    const picture = await call('GET', url);
    expect(picture.headers['content-type']).toBe('image/svg+xml');
    const modules = qrModules(`http://127.0.0.1:4000/landing?token=${token}`) ?? [];
    const dark = modules.flat().filter(Boolean).length;
    expect(picture.text.match(/h1v1h-1z/g)).toHaveLength(dark);

    const inSight = service.phone('4520123456').inSight;
    expect(inSight).toEqual([
      { text: token, what: 'payment', label: 'till1-sale-0001', amount: { currency: 'NOK', value: 49900 } },
    ]);
    expect(service.phoneActs('4520123456', { kind: 'scanQr', text: token ?? '' })).toBe('done');
    await clock.advance(3000);
    expect(service.ledger().payments[0]).toMatchObject({ state: 'AUTHORIZED', phone: '4520123456' });
    expect((await call('GET', url)).status).toBe(404);
  });

  test('who is younger than the payment asks for does not take it, and the next one may', async () => {
    const { call, service } = await started();
    service.setCustomer('4520123456', { does: 'approve', age: 17 });
    const create = aCreate({ userFlow: 'QR', customer: undefined, minimumUserAge: 18 });
    const made = await call('POST', '/epayment/v1/payments', create, key('c'));
    const scan = { kind: 'scanQr', text: made.body.redirectUrl ?? '' } as const;
    expect(service.phoneActs('4520123456', scan)).toBe('tooYoung');
    expect(service.phoneActs('4791234567', scan)).toBe('done');
  });

  test('somebody walks in and pays when nobody is told otherwise', async () => {
    const { call, service, clock } = await started();
    await call('POST', '/epayment/v1/payments', aCreate({ userFlow: 'QR', customer: undefined }), key('c'));
    await clock.advance(3000);
    expect(service.ledger().payments[0]?.state).toBe('AUTHORIZED');
  });
});

describe('receipts and check-in', () => {
  const orders = '/order-management/v2/ecom';

  test('a receipt is added once and read back', async () => {
    const { call } = await started();
    const added = await call('POST', `${orders}/receipts/any-order`, aReceipt());
    expect(added.status).toBe(201);
    expect(added.body).toMatch(/^[0-9a-f-]{36}$/);
    expect((await call('POST', `${orders}/receipts/any-order`, aReceipt())).status).toBe(409);
    expect((await call('GET', `${orders}/any-order`)).body).toEqual({ receipt: aReceipt() });
    expect((await call('GET', `${orders}/other-order`)).status).toBe(404);
    const wrong = await call('POST', `${orders}/receipts/third`, aReceipt({ totalTaxAmount: 1 }));
    expect(wrong).toMatchObject({
      status: 400,
      body: { invalidParams: [{ name: 'orderLines[0].totalAmount' }, {}] },
    });
  });

  test('the receipt of create is the one receipt', async () => {
    const { call, service } = await started();
    await call('POST', '/epayment/v1/payments', aCreate({ receipt: aReceipt() }), key('c'));
    expect((await call('GET', `${orders}/till1-sale-0001`)).body.receipt).toEqual(aReceipt());
    expect((await call('POST', `${orders}/receipts/till1-sale-0001`, aReceipt())).status).toBe(409);
    expect(service.ledger().payments[0]).toMatchObject({ receiptAddsUp: true });
    expect(service.phone('4791234567').payments[0]?.orderLines).toEqual([
      { name: 'Jacket', quantity: '1', total: 49900 },
    ]);
  });

  test('check-in shows a notice for Norwegian numbers only', async () => {
    const { call, service } = await started();
    const path = '/point-of-sale/v1/loyalty-check-in';
    expect((await call('POST', path, { phoneNumber: '4520123456', isMember: true })).status).toBe(400);
    expect((await call('POST', path, { phoneNumber: '4791234567', isMember: false })).status).toBe(200);
    expect(service.phone('4791234567').checkIn).toBeNull();
    await call('POST', path, { phoneNumber: '4791234567', isMember: true });
    expect(service.phone('4791234567').checkIn).toEqual({ clubName: 'Klubbkassa training club' });
  });
});
