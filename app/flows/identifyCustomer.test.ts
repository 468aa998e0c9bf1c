/** Who the customer is: a code, its exchange, a typed number, and what stands when the wallet cannot be asked. */

import { describe, expect, it } from 'vitest';
import type { Msisdn } from '../domain/msisdn.ts';
import { kari, personalQr, saleOn, tokenQr } from '../testing/shop.ts';
import { aRunningTill, askedToPay, woolShirt } from '../testing/stories.ts';

describe('who the customer is', () => {
  it('a token code needs the exchange', async () => {
    const { shop, till } = aRunningTill();
    shop.world.exchange = 'noAnswer';
    expect(await till.scan(tokenQr)).toEqual({ ok: false, fault: { kind: 'codeNeedsNetwork' } });
    expect(saleOn(till).customer).toBeNull();
    shop.world.exchange = null;
    await till.scan(tokenQr);
    expect(saleOn(till).customer).toMatchObject({
      msisdn: kari,
      proof: 'qrExchange',
      membership: { status: 'member' },
    });
  });

  it('a readable code counts at once, and stands where the exchange cannot be asked', async () => {
    const { shop, till } = aRunningTill();
    shop.world.exchange = 'forbidden';
    const scanned = till.scan(personalQr);
    expect(saleOn(till).customer).toMatchObject({ msisdn: kari, proof: 'qrText' });
    expect((await scanned).ok).toBe(true);
    expect(saleOn(till).customer).toMatchObject({ proof: 'qrText', membership: { status: 'member' } });
  });

  it('a code that the wallet refuses leaves nobody on the till', async () => {
    const { shop, till } = aRunningTill();
    shop.world.exchange = 'codeRefused';
    expect(await till.scan(personalQr)).toEqual({ ok: false, fault: { kind: 'codeRefused' } });
    expect(saleOn(till).customer).toBeNull();
  });

  it('the exchange corrects a number', async () => {
    const { shop, till } = aRunningTill();
    shop.world.exchanged = '4740000001' as Msisdn;
    await till.scan(personalQr);
    expect(saleOn(till).customer).toMatchObject({
      msisdn: '4740000001',
      membership: { status: 'notMember' },
    });
  });

  it('never replaces a customer who is being asked to pay', async () => {
    const { till } = await askedToPay();
    const fault = { kind: 'customerWhilePaying' };
    expect(await till.scan('https://qr.vipps.no/28/2/01/031/4799999999?v=1')).toEqual({ ok: false, fault });
    expect(await till.setPhone('99999999')).toEqual({ ok: false, fault });
    expect(saleOn(till).customer?.msisdn).toBe(kari);
  });

  it('goes on at regular prices where the registry is down, and gives the member price when it is known', async () => {
    const { shop, till } = aRunningTill();
    shop.world.registryDown = true;
    await till.setPhone('+47 912 34 567');
    await till.scan(woolShirt);
    expect(saleOn(till)).toMatchObject({
      memberPrices: false,
      customer: { membership: { status: 'unknown' } },
    });
    shop.world.registryDown = false;
    await till.setPhone('91234567');
    expect(saleOn(till).memberPrices).toBe(true);
  });
});

describe('a sale that has ended', () => {
  it('keeps its customer, to whom a purchase is owed, whatever is pressed or answered then', async () => {
    const { shop, till } = aRunningTill();
    await till.scan(personalQr);
    await till.scan(woolShirt);
    shop.world.registryDown = true;
    await till.paidElsewhere('cash');
    expect(till.clearCustomer()).toEqual({ ok: false, fault: { kind: 'paymentSettled' } });
    till.next();
    await shop.clock.pass(1000);
    expect(shop.purchases).toEqual([]);
    shop.world.registryDown = false;
    await shop.clock.pass(300_000);
    expect(shop.purchases).toMatchObject([{ member: 'm-1' }]);
  });

  it('is not changed by an exchange that answers too late', async () => {
    const { shop, till } = aRunningTill();
    await till.scan(woolShirt);
    let answer: (msisdn: Msisdn) => void = () => undefined;
    shop.ports.codes.exchange = () =>
      new Promise((resolve) => {
        answer = (msisdn) => resolve({ ok: true, value: msisdn });
      });
    const scanned = till.scan(personalQr);
    await shop.clock.settle();
    await till.paidElsewhere('cash');
    answer('4740000089' as Msisdn);
    await scanned;
    expect(saleOn(till).customer?.msisdn).toBe(kari);
    await shop.clock.pass(1000);
    expect(shop.purchases).toMatchObject([{ member: 'm-1' }]);
  });
});
