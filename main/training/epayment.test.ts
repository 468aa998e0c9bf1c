import { afterEach, describe, expect, test } from 'vitest';
import { aCreate, aWorld, codeOf, type World } from './testing/anAccess.ts';

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

describe('a payment from create to refund', () => {
  test('a push that the customer approves, captured and refunded in part', async () => {
    const { call, clock, service } = await started();
    const made = await call('POST', payments, aCreate({ metadata: { sale: '1' } }), key('create'));
    expect(made).toMatchObject({ status: 201, body: { reference: 'till1-sale-0001' } });
    expect(made.body.redirectUrl).toBeUndefined();
    expect((await call('GET', one)).body).toMatchObject({
      state: 'CREATED',
      profile: {},
      metadata: { sale: '1' },
    });

    await clock.advance(3000);
    expect((await call('GET', one)).body).toMatchObject({
      state: 'AUTHORIZED',
      aggregate: { authorizedAmount: { currency: 'NOK', value: 49900 }, capturedAmount: { value: 0 } },
    });
    const captured = await call('POST', `${one}/capture`, nok(49900), key('capture'));
    expect(captured).toMatchObject({
      status: 200,
      body: { aggregate: { capturedAmount: { value: 49900 } } },
    });
    const refunded = await call('POST', `${one}/refund`, nok(9900), key('refund'));
    expect(refunded.body).toEqual({
      amount: { currency: 'NOK', value: 49900 },
      state: 'AUTHORIZED',
      aggregate: {
        authorizedAmount: { currency: 'NOK', value: 49900 },
        cancelledAmount: { currency: 'NOK', value: 0 },
        capturedAmount: { currency: 'NOK', value: 49900 },
        refundedAmount: { currency: 'NOK', value: 9900 },
      },
      pspReference: captured.body.pspReference,
      reference: 'till1-sale-0001',
    });

    const events = (await call('GET', `${one}/events`)).list;
    expect(events.map((event) => [event.name, event.amount.value])).toEqual([
      ['CREATED', 49900],
      ['AUTHORIZED', 49900],
      ['CAPTURED', 49900],
      ['REFUNDED', 9900],
    ]);
    const references = new Set(events.map((event) => event.pspReference));
    expect(references.size).toBe(4);
    // The response carries the reference of CREATED, the log that of each operation.
    expect(events[0]?.pspReference).toBe(captured.body.pspReference);
    expect(service.ledger().payments[0]).toMatchObject({
      state: 'AUTHORIZED',
      captured: 49900,
      refunded: 9900,
    });
  });

  test('declined by the customer', async () => {
    const { call, clock, service } = await started();
    service.setCustomer('4791234567', { does: 'decline', afterMs: 1000 });
    await call('POST', payments, aCreate(), key('create'));
    await clock.advance(1000);
    expect((await call('GET', one)).body.state).toBe('ABORTED');
    expect(codeOf(await call('POST', `${one}/cancel`, undefined, key('cancel')))).toBe('6050');
    expect(codeOf(await call('POST', `${one}/capture`, nok(100), key('capture')))).toBe('6200');
  });

  test('expires after ten minutes to the millisecond', async () => {
    const { call, clock, service } = await started();
    service.setCustomer('4791234567', { does: 'never' });
    await call('POST', payments, aCreate(), key('create'));
    await clock.advance(599_999);
    expect((await call('GET', one)).body.state).toBe('CREATED');
    await clock.advance(1);
    expect((await call('GET', one)).body.state).toBe('EXPIRED');
    expect(clock.sleepers()).toBe(0);
  });

  test('approved late, half a minute before it dies', async () => {
    const { call, clock, service } = await started();
    service.setCustomer('4791234567', { does: 'approveLate' });
    await call('POST', payments, aCreate(), key('create'));
    await clock.advance(569_999);
    expect((await call('GET', one)).body.state).toBe('CREATED');
    await clock.advance(1);
    expect((await call('GET', one)).body.state).toBe('AUTHORIZED');
  });

  test('cancelled while open: terminated, nothing authorised', async () => {
    const { call } = await started();
    await call('POST', payments, aCreate(), key('create'));
    const answer = await call('POST', `${one}/cancel`, undefined, key('cancel'));
    expect(answer.body).toMatchObject({
      state: 'TERMINATED',
      aggregate: { authorizedAmount: { value: 0 }, cancelledAmount: { value: 49900 } },
    });
    expect(codeOf(await call('POST', `${one}/cancel`, undefined, key('cancel-2')))).toBe('6190');
  });

  test('the customer approves while the cashier cancels: 6060, and the money stays reserved', async () => {
    const { call, service } = await started();
    service.setCustomer('4791234567', { does: 'approveWhileCancelled' });
    await call('POST', payments, aCreate(), key('create'));
    const late = await call('POST', `${one}/cancel`, { cancelTransactionOnly: true }, key('cancel'));
    expect([late.status, codeOf(late)]).toEqual([400, '6060']);
    expect((await call('GET', one)).body.state).toBe('AUTHORIZED');
    const released = await call('POST', `${one}/cancel`, {}, key('release'));
    expect(released.body).toMatchObject({
      state: 'AUTHORIZED',
      aggregate: { cancelledAmount: { value: 49900 } },
    });
  });

  test('a cancel in the middle of an approval is refused with 6250 and may come again with its key', async () => {
    const { call, clock, service } = await started();
    service.setCustomer('4791234567', { does: 'approve', afterMs: 1000, processingMs: 2000 });
    await call('POST', payments, aCreate(), key('create'));
    await clock.advance(1500);
    const cancel = () => call('POST', `${one}/cancel`, { cancelTransactionOnly: true }, key('cancel'));
    expect(codeOf(await cancel())).toBe('6250');
    await clock.advance(1500);
    expect(codeOf(await cancel())).toBe('6060');
  });

  test('captured in part and the rest released', async () => {
    const { call } = await approved();
    await call('POST', `${one}/capture`, nok(20000), key('capture'));
    const rest = await call('POST', `${one}/cancel`, undefined, key('release'));
    expect(rest.body.aggregate).toMatchObject({
      capturedAmount: { value: 20000 },
      cancelledAmount: { value: 29900 },
    });
    expect(codeOf(await call('POST', `${one}/capture`, nok(1), key('capture-2')))).toBe('6200');
  });

  test('the bank lets go of the money: 6260; or is asked again: 6280 and then well', async () => {
    const { call, service } = await approved();
    service.setCustomer('4791234567', { capture: 'tryAgainOnce' });
    const capture = () => call('POST', `${one}/capture`, nok(49900), key('capture'));
    expect(codeOf(await capture())).toBe('6280');
    expect((await capture()).status).toBe(200);
    const log = (await call('GET', `${one}/events`)).list;
    expect(log.filter((event) => event.name === 'CAPTURED').map((event) => event.success)).toEqual([
      false,
      true,
    ]);
  });

  test.each([
    ['capture before approval', 'capture', 100, '6080', 400],
    ['refund before approval', 'refund', 100, '6020', 400],
  ])('%s', async (_, operation, value, code, status) => {
    const { call } = await started();
    await call('POST', payments, aCreate(), key('create'));
    const answer = await call('POST', `${one}/${operation}`, nok(value), key('k'));
    expect([codeOf(answer), answer.status]).toEqual([code, status]);
  });

  test('never more than reserved, never more back than taken', async () => {
    const { call } = await approved();
    expect(codeOf(await call('POST', `${one}/capture`, nok(49901), key('c1')))).toBe('6090');
    expect(codeOf(await call('POST', `${one}/refund`, nok(1), key('r1')))).toBe('6210');
    await call('POST', `${one}/capture`, nok(49900), key('c2'));
    expect(codeOf(await call('POST', `${one}/capture`, nok(1), key('c3')))).toBe('6170');
    expect(codeOf(await call('POST', `${one}/cancel`, undefined, key('x1')))).toBe('6040');
    await call('POST', `${one}/refund`, nok(40000), key('r2'));
    expect(codeOf(await call('POST', `${one}/refund`, nok(9901), key('r3')))).toBe('6150');
  });
});

describe('odds and ends', () => {
  test('a test amount: the bank refuses, the payment stays open', async () => {
    const { call, service } = await approved({}, { amount: { currency: 'NOK', value: 151 } });
    expect((await call('GET', one)).body.state).toBe('CREATED');
    expect(service.phone('4791234567').payments[0]?.bankRefusal).toBe('insufficient funds');
  });

  test('approval by the test endpoint', async () => {
    const { call, service } = await started();
    service.setCustomer('4791234567', { does: 'never' });
    await call('POST', payments, aCreate(), key('create'));
    const approve = () =>
      call('POST', '/epayment/v1/test/payments/till1-sale-0001/approve', {
        customer: { phoneNumber: '4791234567' },
      });
    expect((await approve()).status).toBe(200);
    expect((await call('GET', one)).body.state).toBe('AUTHORIZED');
    expect(codeOf(await approve())).toBe('10020');
  });

  test('profile sharing: details at once, sub later, userinfo for a week', async () => {
    const { call, clock } = await approved(
      { profileSubDelayMs: 5000 },
      { profile: { scope: 'name phoneNumber' } },
    );
    const early = (await call('GET', one)).body;
    expect(early.userDetails).toEqual({ firstName: 'Test', lastName: 'User', mobileNumber: '4791234567' });
    expect(early.profile).toEqual({});
    await clock.advance(5000);
    const { sub } = (await call('GET', one)).body.profile;
    const info = `/vipps-userinfo-api/userinfo/${sub}`;
    expect((await call('GET', info)).body).toMatchObject({
      sub,
      name: 'Test User',
      phone_number: '4791234567',
    });
    expect((await call('GET', '/vipps-userinfo-api/userinfo/nobody')).body.status).toBe('404');
  });

  test('Danish units: kroner of Denmark, no partial capture, reservation of 14 days', async () => {
    const amount = { currency: 'DKK', value: 5000 };
    const change = { amount, customer: { phoneNumber: '4520123456' } };
    const { call } = await approved({ salesUnit: { country: 'DK', partialCaptureAllowed: false } }, change);
    const part = { modificationAmount: { currency: 'DKK', value: 4999 } };
    expect(codeOf(await call('POST', `${one}/capture`, part, key('part')))).toBe('6140');
    expect((await call('POST', `${one}/capture`, { modificationAmount: amount }, key('whole'))).status).toBe(
      200,
    );
  });
});
