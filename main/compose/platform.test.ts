/**
 * The till's clients against the training service over real HTTP: two independent readings of the same documents, each
 * of which finds the other's mistakes.
 */

import { afterEach, describe, expect, it } from 'vitest';
import type { Consented } from '../../app/domain/member.ts';
import { basisPoints, money } from '../../app/domain/money.ts';
import type { Msisdn } from '../../app/domain/msisdn.ts';
import type { Payer, PaymentReference, PaymentRequest } from '../../app/domain/payment.ts';
import type { Result } from '../../app/kernel/result.ts';
import { createSystemClock } from '../clock.ts';
import { createSystemIds } from '../ids.ts';
import { startTrainingServer, type TrainingServer, trainingKeys } from '../training/index.ts';
import { createVipps, webhookEvents } from '../vipps/index.ts';

const kari = '4791234567' as Msisdn;
const reference = 'K01-000001-abcdef-1' as PaymentReference;
const servers: TrainingServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function aPlatform(change: { clientSecret?: string } = {}) {
  const server = await startTrainingServer();
  servers.push(server);
  const vipps = createVipps(
    {
      baseUrl: server.url,
      clientId: trainingKeys.clientId,
      clientSecret: change.clientSecret ?? trainingKeys.clientSecret,
      subscriptionKey: trainingKeys.subscriptionKey,
      msn: trainingKeys.merchantSerialNumber,
      systemVersion: '0.1.0',
      posId: 'kasse-1',
      loginAuth: 'basic',
      scopes: 'openid name phoneNumber email',
      consentText: 'v1',
    },
    {
      clock: createSystemClock(),
      ids: createSystemIds(),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    },
  );
  return { service: server.service, vipps };
}

function aRequest(payer: Payer): PaymentRequest {
  const vat = { vat: money(2000, 'NOK'), vatRate: basisPoints(2500) };
  const line = { id: '1', name: 'Ulltrøye', quantity: 2, unitPrice: money(6000, 'NOK'), ...vat };
  const total = money(10_000, 'NOK');
  return {
    saleId: 'sale-1',
    amount: total,
    payer,
    description: 'Bekkelund Sport 01-000001',
    receipt: {
      lines: [{ ...line, discount: money(2000, 'NOK'), total }],
      total,
      posId: 'kasse-1',
      receiptNumber: '01-000001',
    },
  };
}

function answered<T>(result: Result<T, { readonly kind: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

describe('payments', () => {
  it('create, read, capture, refund: the amounts agree at every step', async () => {
    const { service, vipps } = await aPlatform();
    service.setCustomer(kari, { does: 'manual' });
    const request = aRequest({ by: 'phone', msisdn: kari });
    expect(answered(await vipps.payments.create(reference, request, 'k-create'))).toEqual({
      qrImageUrl: null,
    });
    expect(answered(await vipps.payments.create(reference, request, 'k-create'))).toEqual({
      qrImageUrl: null,
    });
    expect(answered(await vipps.payments.read(reference))).toMatchObject({
      state: 'CREATED',
      amount: 10_000,
      authorised: 0,
      saleId: 'sale-1',
    });
    service.phoneActs(kari, { kind: 'approvePayment', reference });
    expect(answered(await vipps.payments.read(reference))).toMatchObject({
      state: 'AUTHORIZED',
      authorised: 10_000,
    });
    const whole = money(10_000, 'NOK');
    expect(answered(await vipps.payments.capture(reference, whole, 'k-capture'))).toMatchObject({
      captured: 10_000,
    });
    expect(answered(await vipps.payments.capture(reference, whole, 'k-capture'))).toMatchObject({
      captured: 10_000,
    });
    const part = money(2500, 'NOK');
    expect(answered(await vipps.payments.refund(reference, part, 'k-refund'))).toMatchObject({
      refunded: 2500,
    });
    expect(answered(await vipps.payments.log(reference)).map((entry) => entry.name)).toEqual([
      'CREATED',
      'AUTHORIZED',
      'CAPTURED',
      'REFUNDED',
    ]);
    expect(service.ledger().payments).toMatchObject([
      { receiptAddsUp: true, captured: 10_000, refunded: 2500 },
    ]);
  });

  it('a cancel that comes too late is told apart, and a release gives everything back', async () => {
    const { service, vipps } = await aPlatform();
    service.setCustomer(kari, { does: 'manual' });
    answered(await vipps.payments.create(reference, aRequest({ by: 'phone', msisdn: kari }), 'k-create'));
    service.phoneActs(kari, { kind: 'approvePayment', reference });
    const late = await vipps.payments.cancel(reference, true, 'k-cancel');
    expect(late).toMatchObject({ ok: false, fault: { kind: 'alreadyApproved', service: { code: '6060' } } });
    expect(answered(await vipps.payments.cancel(reference, false, 'k-release'))).toMatchObject({
      state: 'AUTHORIZED',
      cancelled: 10_000,
    });
  });

  it('a one-time QR has an image; push not allowed and nobody at the number are told apart', async () => {
    const { service, vipps } = await aPlatform();
    const qr = answered(await vipps.payments.create(reference, aRequest({ by: 'qrOnScreen' }), 'k-1'));
    expect(qr.qrImageUrl).toMatch(/^http/);
    service.setSalesUnit({ pushAllowed: false });
    const push = aRequest({ by: 'phone', msisdn: kari });
    const other = `${reference}2` as PaymentReference;
    expect(await vipps.payments.create(other, push, 'k-2')).toMatchObject({
      fault: { kind: 'pushNotAllowed' },
    });
    service.setSalesUnit({ pushAllowed: true });
    service.setCustomer(kari, { does: 'noWallet' });
    const third = `${reference}3` as PaymentReference;
    expect(await vipps.payments.create(third, push, 'k-3')).toMatchObject({
      fault: { kind: 'cannotSendToNumber' },
    });
  });

  it('an unknown reference, a reused reference, wrong keys', async () => {
    const { vipps } = await aPlatform();
    expect(await vipps.payments.read(reference)).toMatchObject({ fault: { kind: 'notFound' } });
    const request = aRequest({ by: 'qrOnScreen' });
    answered(await vipps.payments.create(reference, request, 'k-1'));
    expect(await vipps.payments.create(reference, request, 'k-2')).toMatchObject({
      fault: { kind: 'conflict' },
    });
    const stranger = await aPlatform({ clientSecret: 'wrong' });
    expect(await stranger.vipps.payments.read(reference)).toMatchObject({ fault: { kind: 'unauthorised' } });
  });

  it.each([
    ['dropBefore', 'noAnswer'],
    ['dropAfter', 'noAnswer'],
    ['http5xx', 'serviceDown'],
    ['malformed', 'badAnswer'],
    ['tooMany', 'tooManyRequests'],
  ] as const)('create with %s is %s', async (what, kind) => {
    const { service, vipps } = await aPlatform();
    service.addFault({ endpoint: 'epayment.create', what });
    const created = await vipps.payments.create(reference, aRequest({ by: 'qrOnScreen' }), 'k-1');
    expect(created).toMatchObject({ ok: false, fault: { kind } });
  });

  it('fields and states that nobody documented are survived', async () => {
    const { service, vipps } = await aPlatform();
    answered(await vipps.payments.create(reference, aRequest({ by: 'qrOnScreen' }), 'k-1'));
    service.addFault({ endpoint: 'epayment.get', what: 'unknownFields' });
    expect(answered(await vipps.payments.read(reference)).state).toBe('CREATED');
    service.addFault({ endpoint: 'epayment.get', what: 'unknownState' });
    expect(answered(await vipps.payments.read(reference)).state).toBe('unknown');
  });

  it('a token that died is renewed silently', async () => {
    const { service, vipps } = await aPlatform();
    answered(await vipps.payments.create(reference, aRequest({ by: 'qrOnScreen' }), 'k-1'));
    service.expireTokens();
    expect(answered(await vipps.payments.read(reference)).state).toBe('CREATED');
    expect(service.ledger().tokensIssued).toBe(2);
  });
});

describe('who the customer is', () => {
  it('exchanges both forms of a personal code, and refuses a foreign one', async () => {
    const { service, vipps } = await aPlatform();
    service.addPersonalQrToken('tok-1', kari);
    expect(answered(await vipps.codes.exchange(`https://qr.vipps.no/28/2/01/031/${kari}?v=1`))).toBe(kari);
    expect(answered(await vipps.codes.exchange('https://qr.vipps.no/p/tok-1'))).toBe(kari);
    const foreign = await vipps.codes.exchange('https://qr.vipps.no/p/nobody');
    expect(foreign).toMatchObject({ ok: false, fault: { kind: 'codeRefused' } });
  });

  it('sends the check-in notice', async () => {
    const { service, vipps } = await aPlatform();
    expect((await vipps.checkIn.notify(kari, true)).ok).toBe(true);
    expect(service.ledger().checkIns).toMatchObject([{ phone: kari, isMember: true }]);
  });

  it('enrols by a login push: start, poll, validated identity, consent', async () => {
    const { service, vipps } = await aPlatform();
    service.setCustomer(kari, { enrolment: 'manual', givenName: 'Kari', familyName: 'Nordmann' });
    expect(answered(await vipps.login.userExists(kari))).toBe(true);
    const request = { msisdn: kari, customerToken: null, bindingMessage: 'K7T-4MX', expirySeconds: 180 };
    const { authReqId, intervalMs } = answered(await vipps.login.start(request));
    expect(intervalMs).toBeGreaterThan(0);
    service.phoneActs(kari, { kind: 'approveLogin' });
    const answer = answered(await vipps.login.poll(authReqId));
    const consented: Partial<Consented> = { msisdn: kari, givenName: 'Kari', name: 'Kari Nordmann' };
    expect(answer).toMatchObject({ kind: 'approved', consented });
  });

  it.each([
    ['notUser', 'notWalletUser'],
    ['oldApp', 'appTooOld'],
    ['tooMany', 'tooManyRequests'],
  ] as const)('a login push to "%s" is %s', async (enrolment, kind) => {
    const { service, vipps } = await aPlatform();
    service.setCustomer(kari, { enrolment });
    const started = await vipps.login.start({
      msisdn: kari,
      customerToken: null,
      bindingMessage: 'K7T-4MX',
      expirySeconds: 180,
    });
    expect(started).toMatchObject({ ok: false, fault: { kind } });
  });

  it('an id_token signed by a stranger is not believed', async () => {
    const { service, vipps } = await aPlatform();
    service.setCustomer(kari, { enrolment: 'manual' });
    service.addFault({ endpoint: 'login.poll', what: 'wrongToken' });
    const request = { msisdn: kari, customerToken: null, bindingMessage: 'K7T-4MX', expirySeconds: 180 };
    const { authReqId } = answered(await vipps.login.start(request));
    service.phoneActs(kari, { kind: 'approveLogin' });
    expect(await vipps.login.poll(authReqId)).toMatchObject({ ok: false });
  });
});

describe('receipts, webhooks, the test of the connection', () => {
  it('a receipt is added once; a second time is no trouble', async () => {
    const { service, vipps } = await aPlatform();
    const request = { ...aRequest({ by: 'qrOnScreen' }), receipt: null };
    const { receipt } = aRequest({ by: 'qrOnScreen' });
    if (receipt === null) throw new Error('the request has a receipt');
    answered(await vipps.payments.create(reference, request, 'k-1'));
    expect((await vipps.receipts.add(reference, receipt)).ok).toBe(true);
    expect((await vipps.receipts.add(reference, receipt)).ok).toBe(true);
    expect(Object.keys(service.ledger().receipts)).toEqual([reference]);
  });

  it('registers, lists and deletes a webhook', async () => {
    const { vipps } = await aPlatform();
    const url = 'http://127.0.0.1:9/webhooks';
    const made = answered(await vipps.webhooks.register(url, webhookEvents));
    expect(made.secret.length).toBeGreaterThan(20);
    expect(answered(await vipps.webhooks.list())).toMatchObject([{ id: made.id, url }]);
    expect((await vipps.webhooks.delete(made.id)).ok).toBe(true);
    expect(answered(await vipps.webhooks.list())).toEqual([]);
  });

  it('every product answers the test of the connection', async () => {
    const { vipps } = await aPlatform();
    const tested = await vipps.testConnection();
    expect(tested.filter(({ result }) => !result.ok)).toEqual([]);
    expect(tested.length).toBeGreaterThan(4);
  });
});
