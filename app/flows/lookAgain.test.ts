/** Webhooks about payments that nobody drives: they hasten a reading and are believed in nothing else. */

import { describe, expect, it } from 'vitest';
import type { PaymentReference } from '../domain/payment.ts';
import { foldSale } from '../domain/saleFold.ts';
import { aShop, paymentOn, personalQr, saleOn } from '../testing/shop.ts';
import { aRunningTill, askedToPay, requested, thermos } from '../testing/stories.ts';
import { createTill } from '../till.ts';

async function aPaidSaleOffTheScreen() {
  const { shop, till, reference } = await askedToPay();
  shop.wallet.customer(reference, 'AUTHORIZED');
  await shop.clock.pass(6000);
  const { id } = saleOn(till);
  till.next();
  await shop.clock.pass(1000);
  const sale = () => {
    const read = shop.journal.sale(id);
    return read.ok ? foldSale(read.value) : null;
  };
  const reads = () => shop.wallet.calls.filter(({ call }) => call === 'read').length;
  return { shop, till, reference, sale, reads };
}

describe('a webhook about a payment of an old sale', () => {
  it('that tells what the till did itself costs no reading', async () => {
    const { shop, till, reference, reads } = await aPaidSaleOffTheScreen();
    const before = reads();
    for (const name of ['CREATED', 'AUTHORIZED', 'CAPTURED', 'CAPTURED']) till.nudge(reference, name);
    await shop.clock.pass(60_000);
    expect(reads()).toBe(before);
  });

  it('of a refund made elsewhere is read and written down', async () => {
    const { shop, till, reference, sale } = await aPaidSaleOffTheScreen();
    shop.wallet.refundElsewhere(reference, 10_000);
    till.nudge(reference, 'REFUNDED');
    await shop.clock.pass(1000);
    expect(sale()?.outsideRefunds).toMatchObject([{ amount: { minor: 10_000 } }]);
    expect(till.state().sales.size).toBe(0);
  });

  it('is read again while the service does not answer, and a flood of it is one reading', async () => {
    const { shop, till, reference, sale, reads } = await aPaidSaleOffTheScreen();
    shop.wallet.refundElsewhere(reference, 10_000);
    shop.wallet.lose('read', 'before', 'noConnection');
    const before = reads();
    for (let i = 0; i < 100; i += 1) till.nudge(reference, 'REFUNDED');
    await shop.clock.pass(30_000);
    expect(sale()?.outsideRefunds).toHaveLength(1);
    expect(reads() - before).toBeLessThanOrEqual(5);
  });

  it('that is read while the sale leaves memory brings nothing back that was done meanwhile', async () => {
    const shop = aShop();
    let open: () => void = () => undefined;
    let gate = Promise.resolve();
    const payments = {
      ...shop.ports.payments,
      read: (reference: PaymentReference) => gate.then(() => shop.ports.payments.read(reference)),
    };
    const till = createTill({ ...shop.ports, payments }, shop.config);
    till.start();
    await till.scan(personalQr);
    await till.scan(thermos);
    const { reference } = await requested(till);
    shop.world.registryDown = true;
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(10_000);
    till.next();
    shop.wallet.refundElsewhere(reference, 10_000);
    gate = new Promise((resolve) => {
      open = resolve;
    });
    till.nudge(reference, 'REFUNDED');
    await shop.clock.settle();
    shop.world.registryDown = false;
    await shop.clock.pass(60_000);
    expect([shop.purchases.length, till.state().sales.size]).toEqual([1, 0]);
    open();
    await shop.clock.pass(60_000);
    expect(shop.purchases).toHaveLength(1);
    expect(till.state().sales.size).toBe(0);
  });

  it('about a reference that is nobody’s does nothing', async () => {
    const { shop, till, reads } = await aPaidSaleOffTheScreen();
    const before = reads();
    till.nudge('K99-000001-nobody-1', 'AUTHORIZED');
    await shop.clock.pass(60_000);
    expect(reads()).toBe(before);
  });
});

describe('a request that was given up as never arrived', () => {
  it('and arrives after all is closed; approved meanwhile, its money goes back', async () => {
    const { shop, till } = aRunningTill();
    await till.scan(personalQr);
    await till.scan(thermos);
    shop.wallet.lose('create', 'before', 'before', 'before');
    const asked = till.requestPayment('push');
    await shop.clock.pass(200_000);
    await asked;
    const { reference, request, createKey } = paymentOn(till);
    expect(paymentOn(till)).toMatchObject({ state: 'refused', refusal: 'neverArrived' });

    await shop.wallet.create(reference, request, createKey);
    shop.wallet.customer(reference, 'AUTHORIZED');
    till.nudge(reference, 'AUTHORIZED');
    await shop.clock.pass(10_000);
    expect(shop.wallet.ledger(reference)).toMatchObject({ captured: 0, cancelled: 34_900 });
    expect(paymentOn(till)).toMatchObject({ state: 'cancelled', lateApproval: true });
  });
});
