import { afterEach, describe, expect, test } from 'vitest';
import { aCreate, aReceipt, aWorld, codeOf, type World } from './testing/anAccess.ts';

const payments = '/epayment/v1/payments';
const one = `${payments}/till1-sale-0001`;
const key = (text: string) => ({ 'idempotency-key': text });
const nok = (value: number) => ({ modificationAmount: { currency: 'NOK', value } });

let world: World | null = null;
afterEach(() => world?.service.stop());

async function started(options: Parameters<typeof aWorld>[0] = {}): Promise<World> {
  world = await aWorld(options);
  return world;
}

async function approved(options: Parameters<typeof aWorld>[0] = {}, change: object = {}): Promise<World> {
  const fresh = await started(options);
  expect((await fresh.call('POST', payments, aCreate(change), key('create'))).status).toBe(201);
  await fresh.clock.advance(3000);
  return fresh;
}

describe('create is refused', () => {
  test.each([
    ['another currency', { amount: { currency: 'DKK', value: 49900 } }, '5040', 400],
    ['less than a krone', { amount: { currency: 'NOK', value: 99 } }, '6010', 400],
    ['a push to nobody', { customer: undefined }, '4140', 400],
    ['a card', { paymentMethod: { type: 'CARD' } }, '4160', 400],
    ['an unknown personal code', { customer: { personalQr: 'https://qr.vipps.no/p/nobody' } }, '4060', 400],
    ['an unknown customer token', { customer: { customerToken: 'AAAA' } }, '4050', 400],
    ['a number outside the Nordic countries', { customer: { phoneNumber: '491701234567' } }, '7010', 400],
    ['an unknown scope', { profile: { scope: 'name shoeSize' } }, '4080', 400],
    [
      'a late expiry without approval',
      { expiresAt: '2026-11-23T12:00:00Z', receipt: aReceipt() },
      '5050',
      403,
    ],
    ['six pairs of metadata', { metadata: { a: '', b: '', c: '', d: '', e: '', f: '' } }, '4100', 400],
  ])('%s', async (_, change, code, status) => {
    const { call, service } = await started();
    const answer = await call('POST', payments, aCreate(change), key('create'));
    expect([codeOf(answer), answer.status]).toEqual([code, status]);
    expect(service.ledger().payments).toEqual([]);
  });

  test.each([
    ['a short reference', { reference: 'short' }, 'reference'],
    ['a number sent as a number', { customer: { phoneNumber: 4791234567 } }, 'customer.phoneNumber'],
    ['a plus sign', { customer: { phoneNumber: '+4791234567' } }, 'customer.phoneNumber'],
    ['two identities', { customer: { phoneNumber: '4791234567', customerToken: 'x' } }, 'customer'],
    ['an unknown member', { captureNow: true }, 'captureNow'],
    ['an amount of parts', { amount: { currency: 'NOK', value: 1.5 } }, 'amount.value'],
    ['too much', { amount: { currency: 'NOK', value: 65_000_001 } }, 'amount.value'],
    [
      'tax of the gross amount',
      { receipt: aReceipt({ totalAmountExcludingTax: 37425, totalTaxAmount: 12475 }) },
      'receipt.orderLines[0].totalTaxAmount',
    ],
    [
      'a line that does not add up',
      { receipt: aReceipt({ discount: 0 }) },
      'receipt.orderLines[0].totalAmount',
    ],
    [
      'a quantity that is no text',
      { receipt: aReceipt({ unitInfo: { unitPrice: 54900, quantity: 1 } }) },
      'receipt.orderLines[0].unitInfo.quantity',
    ],
  ])('%s', async (_, change, where) => {
    const { call } = await started();
    const answer = await call('POST', payments, aCreate(change), key('create'));
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      title: 'Bad Request',
      instance: '/v1/payments',
      extraDetails: [{ name: where }],
    });
  });

  test('where the sales unit may not push: 5080, and a one-time code works instead', async () => {
    const { call } = await started({ salesUnit: { pushAllowed: false } });
    const push = await call('POST', payments, aCreate(), key('push'));
    expect([push.status, codeOf(push)]).toEqual([403, '5080']);
    const code = await call('POST', payments, aCreate({ userFlow: 'QR', customer: undefined }), key('code'));
    expect(code.status).toBe(201);
  });

  test('a number without the wallet', async () => {
    const { call, service } = await started();
    service.setCustomer('4791234567', { does: 'noWallet' });
    expect(codeOf(await call('POST', payments, aCreate(), key('create')))).toBe('7010');
  });
});

describe('keys and references', () => {
  test('the same key and body is answered again and does nothing twice', async () => {
    const { call, service } = await approved();
    const capture = () => call('POST', `${one}/capture`, nok(20000), key('capture'));
    const first = await capture();
    const second = await capture();
    expect(second.body).toEqual(first.body);
    const ledger = service.ledger().payments[0];
    expect(ledger?.captured).toBe(20000);
    expect(ledger?.operations.map((each) => [each.endpoint, each.key, each.kind])).toEqual([
      ['epayment.create', 'create', 'fresh'],
      ['epayment.capture', 'capture', 'fresh'],
      ['epayment.capture', 'capture', 'replayed'],
    ]);
  });

  test.each([
    ['capture', '4010'],
    ['refund', '4150'],
    ['cancel', '4020'],
  ])('another body under a used key of %s: 409 with %s', async (operation, code) => {
    const { call } = await approved();
    const body = operation === 'cancel' ? {} : nok(100);
    const other = operation === 'cancel' ? { cancelTransactionOnly: true } : nok(200);
    await call('POST', `${one}/${operation}`, body, key('used'));
    const answer = await call('POST', `${one}/${operation}`, other, key('used'));
    expect([answer.status, codeOf(answer)]).toEqual([409, code]);
  });

  test('one key for two operations is a conflict', async () => {
    const { call } = await approved();
    const answer = await call('POST', `${one}/capture`, nok(100), key('create'));
    expect([answer.status, codeOf(answer)]).toEqual([409, '4010']);
  });

  test('a refusal stays a refusal for its key, also when the reason is gone', async () => {
    const { call, clock } = await started();
    await call('POST', payments, aCreate(), key('create'));
    const capture = (name: string) => call('POST', `${one}/capture`, nok(49900), key(name));
    expect(codeOf(await capture('early'))).toBe('6080');
    await clock.advance(3000);
    expect(codeOf(await capture('early'))).toBe('6080');
    expect((await capture('new')).status).toBe(200);
  });

  test('a reference is used once', async () => {
    const { call } = await approved();
    const answer = await call('POST', payments, aCreate(), key('other'));
    expect([answer.status, codeOf(answer)]).toEqual([409, '4150']);
  });

  test('keys are compulsory and at most 50 characters long', async () => {
    const { call } = await started();
    const without = await call('POST', payments, aCreate());
    const long = await call('POST', payments, aCreate(), key('k'.repeat(51)));
    expect(without).toMatchObject({ status: 400, body: { extraDetails: [{ name: 'Idempotency-Key' }] } });
    expect(long).toMatchObject({ status: 400, body: { extraDetails: [{ name: 'Idempotency-Key' }] } });
  });
});

describe('before the rules', () => {
  test('five changes a minute and reference, then a foreign 429; a minute later again', async () => {
    const { call, clock } = await approved();
    for (let at = 0; at < 5; at += 1) await call('POST', `${one}/capture`, nok(100), key(`c${at}`));
    const sixth = await call('POST', `${one}/capture`, nok(100), key('c5'));
    expect(sixth).toMatchObject({ status: 429, body: { statusCode: 429 } });
    expect(sixth.body.traceId).toBeUndefined();
    await clock.advance(60_000);
    expect((await call('POST', `${one}/capture`, nok(100), key('c5'))).status).toBe(200);
  });

  test('120 reads a minute and reference', async () => {
    const { call } = await approved();
    for (let at = 0; at < 120; at += 1) expect((await call('GET', one)).status).toBe(200);
    expect((await call('GET', one)).status).toBe(429);
    expect((await call('GET', `${one}/events`)).status).toBe(200);
  });

  test('without the member reference all payments share one counter', async () => {
    const { call } = await started();
    const send = (at: number) =>
      call('POST', payments, aCreate({ reference: undefined, Reference: `r-${at}-00000` }), key(`k${at}`));
    for (let at = 0; at < 5; at += 1) expect((await send(at)).status).toBe(400);
    expect((await send(5)).status).toBe(429);
  });

  test.each([
    ['no subscription key', { 'ocp-apim-subscription-key': undefined }, 401],
    ['a wrong subscription key', { 'ocp-apim-subscription-key': 'no' }, 401],
    ['no token', { authorization: undefined }, 401],
    ['a token without Bearer', { authorization: 'token' }, 401],
    ['bearer in small letters', { authorization: 'bearer token' }, 401],
    ['no serial number', { 'merchant-serial-number': undefined }, 400],
    ['a foreign serial number', { 'merchant-serial-number': '999999' }, 403],
    ['a long system name', { 'vipps-system-name': 'x'.repeat(31) }, 400],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ])('%s', async (_, headers, status) => {
    const { call, service } = await started();
    expect((await call('POST', payments, aCreate(), { ...key('create'), ...headers })).status).toBe(status);
    expect(service.ledger().payments).toEqual([]);
  });

  test('a token dies after its time', async () => {
    const { call, clock } = await started();
    await clock.advance(3_599_999);
    expect((await call('GET', one)).status).toBe(404);
    await clock.advance(1);
    expect((await call('GET', one)).status).toBe(401);
  });
});
