import { afterEach, describe, expect, test } from 'vitest';
import { aCreate, aReceipt, aWorld, type World } from './testing/anAccess.ts';

let world: World | null = null;
afterEach(() => world?.service.stop());

async function started(options: Parameters<typeof aWorld>[0] = {}): Promise<World> {
  world = await aWorld(options);
  return world;
}

const payments = '/epayment/v1/payments';
const key = (text: string) => ({ 'idempotency-key': text });

describe('a simulated world', () => {
  test('the same ids and the same acts give the same ledger, byte by byte', async () => {
    const run = async (): Promise<string> => {
      const { call, clock, service, form } = await started();
      service.setCustomer('4520123456', { does: 'decline', afterMs: 700 });
      await call('POST', payments, aCreate({ receipt: aReceipt() }), key('a'));
      const other = { reference: 'till1-sale-0002', customer: { phoneNumber: '4520123456' } };
      await call('POST', payments, aCreate(other), key('b'));
      await form('/vipps-login-ciba/api/backchannel/authentication', {
        scope: 'openid',
        login_hint: 'urn:msisdn:4791234567',
      });
      await clock.advance(5000);
      const text = JSON.stringify(service.ledger());
      service.stop();
      return text;
    };
    const first = await run();
    expect(await run()).toBe(first);
    expect(first).toContain('"ABORTED"');
  });

  test('stopped: nobody acts any more and nothing waits', async () => {
    const { call, clock, service } = await started();
    await call('POST', payments, aCreate(), key('a'));
    service.stop();
    await clock.advance(3_600_000);
    expect(clock.sleepers()).toBe(0);
    expect(service.ledger().payments[0]?.state).toBe('CREATED');
  });

  test('a path or a method that no API has', async () => {
    const { call } = await started();
    expect((await call('GET', '/epayment/v2/payments')).status).toBe(404);
    expect((await call('PUT', `${payments}/till1-sale-0001/capture`, {})).status).toBe(404);
    expect((await call('GET', `${payments}/%E0%A4%A`)).status).toBe(404);
  });

  test('requests are counted by endpoint, tokens by number', async () => {
    const { call, service } = await started();
    await call('GET', `${payments}/till1-sale-0001`);
    await call('GET', `${payments}/till1-sale-0001`);
    expect(service.ledger()).toMatchObject({
      tokensIssued: 1,
      requests: { accessToken: 1, 'epayment.get': 2 },
    });
  });
});

describe('the customer', () => {
  test('changes their mind while the request waits', async () => {
    const { call, clock, service } = await started();
    service.setCustomer('4791234567', { does: 'never' });
    await call('POST', payments, aCreate(), key('a'));
    await clock.advance(60_000);
    service.applyCustomer({ phone: '4791234567', does: 'decline', afterMs: 2000 });
    await clock.advance(1999);
    expect(service.ledger().payments[0]?.state).toBe('CREATED');
    await clock.advance(1);
    expect(service.ledger().payments[0]?.state).toBe('ABORTED');
  });

  test('set to decide by hand, nobody else decides', async () => {
    const { call, clock, service } = await started();
    await call('POST', payments, aCreate(), key('a'));
    service.setCustomer('4791234567', { does: 'manual' });
    await clock.advance(60_000);
    expect(service.ledger().payments[0]?.state).toBe('CREATED');
    const act = { kind: 'declinePayment', reference: 'till1-sale-0001' } as const;
    expect(service.phoneActs('4520123456', act)).toBe('notFound');
    expect(service.phoneActs('4791234567', act)).toBe('done');
    expect(service.phoneActs('4791234567', { kind: 'approvePayment', reference: 'till1-sale-0001' })).toBe(
      'tooLate',
    );
  });

  test('sees changes as they happen, and the default waits while they look', async () => {
    const { call, clock, service } = await started();
    let changes = 0;
    const stop = service.onPhone('4791234567', () => {
      changes += 1;
    });
    await call('POST', payments, aCreate(), key('a'));
    expect(changes).toBe(1);
    await clock.advance(10_000);
    expect(service.phone('4791234567').payments[0]?.state).toBe('CREATED');
    stop();
    service.phoneActs('4791234567', { kind: 'approvePayment', reference: 'till1-sale-0001' });
    expect(changes).toBe(1);
    expect(service.phone('4791234567').payments[0]?.state).toBe('AUTHORIZED');
  });

  test('answers a login by hand', async () => {
    const { form, service } = await started();
    service.setCustomer('4791234567', { does: 'manual' });
    const login = { scope: 'openid', login_hint: 'urn:msisdn:4791234567', binding_message: 'AB-CD' };
    await form('/vipps-login-ciba/api/backchannel/authentication', login);
    expect(service.phone('4791234567').login?.bindingMessage).toBe('AB-CD');
    expect(service.phoneActs('4791234567', { kind: 'approveLogin' })).toBe('done');
    expect(service.ledger().logins).toMatchObject([{ phone: '4791234567', state: 'approved' }]);
    expect(service.phoneActs('4791234567', { kind: 'declineLogin' })).toBe('notFound');
  });

  test('order lines that do not add up to the amount are hidden', async () => {
    const { call, service } = await started();
    const amount = { currency: 'NOK', value: 40000 };
    await call('POST', payments, aCreate({ amount, receipt: aReceipt() }), key('a'));
    expect(service.phone('4791234567').payments[0]?.orderLines).toEqual([]);
    expect(service.ledger().payments[0]?.receiptAddsUp).toBe(false);
  });
});
