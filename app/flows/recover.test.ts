/** A till that was killed, started again on what it had written down. */

import { describe, expect, it } from 'vitest';
import { currentSale, parkedSales } from '../domain/tillState.ts';
import { paymentOn, personalQr, saleOn } from '../testing/shop.ts';
import { aRunningTill, askedToPay, thermos, woolShirt } from '../testing/stories.ts';

describe('a till that is killed', () => {
  it('while waiting comes back with that sale and goes on', async () => {
    const { shop, till, reference } = await askedToPay();
    till.stop();
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(60_000);
    const next = shop.open();
    next.start();
    expect(paymentOn(next)).toMatchObject({ reference, state: 'waiting' });
    await shop.clock.pass(5000);
    expect(paymentOn(next).state).toBe('captured');
    expect(shop.wallet.calls.filter((one) => one.call === 'create')).toHaveLength(1);
  });

  it('between approval and capture captures once, with the key it had written down', async () => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.lose('capture', 'after');
    shop.wallet.customer(reference, 'AUTHORIZED');
    till.onChange(() => {
      if (currentSale(till.state())?.payments[0]?.operation?.phase === 'sent') till.stop();
    });
    await shop.clock.pass(6000);
    const next = shop.open();
    next.start();
    await shop.clock.pass(5000);
    expect(paymentOn(next).state).toBe('captured');
    const keys = shop.wallet.calls.filter((one) => one.call === 'capture').map((one) => one.key);
    expect(new Set(keys).size).toBe(1);
    expect(shop.wallet.ledger(reference)?.captured).toBe(34_900);
  });

  it('before the create left the till asks the service and lets nobody pay twice', async () => {
    const { shop, till } = aRunningTill();
    await till.scan(personalQr);
    await till.scan(thermos);
    shop.wallet.lose('create', 'before');
    const pending = till.requestPayment('push');
    await shop.clock.settle();
    till.stop();
    await pending;
    const next = shop.open();
    next.start();
    expect(await next.requestPayment('push')).toEqual({ ok: false, fault: { kind: 'paymentOpen' } });
    await shop.clock.pass(10_000);
    expect(paymentOn(next).state).toBe('waiting');
    expect(new Set(shop.wallet.calls.filter((one) => one.call === 'create').map((one) => one.key)).size).toBe(
      1,
    );
  });

  it('finds parked sales again', async () => {
    const { shop, till } = aRunningTill();
    await till.scan(thermos);
    till.park();
    await till.scan(woolShirt);
    till.stop();
    const next = shop.open();
    next.start();
    expect(parkedSales(next.state())).toHaveLength(1);
    expect(saleOn(next).lines).toMatchObject([{ product: { sku: '1001' } }]);
  });
});
