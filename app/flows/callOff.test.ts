/** Whatever replaces an open request calls it off first, waits until the service has said so, and only then goes on (I1). */

import { describe, expect, it } from 'vitest';
import { saleState } from '../domain/sale.ts';
import { currentSale } from '../domain/tillState.ts';
import { kari, paymentOn, saleOn } from '../testing/shop.ts';
import { askedToPay } from '../testing/stories.ts';

describe('another phone', () => {
  it('is asked once the first request is closed; customer, membership and prices stay', async () => {
    const { shop, till, reference } = await askedToPay();
    const { customer, lines } = saleOn(till);
    const asked = till.resendPayment('push', '45 45 45 45');
    await shop.clock.pass(5000);
    expect((await asked).ok).toBe(true);
    expect(shop.wallet.ledger(reference)?.state).toBe('TERMINATED');
    expect(paymentOn(till)).toMatchObject({
      state: 'waiting',
      request: { payer: { by: 'phone', msisdn: '4745454545' } },
    });
    expect(saleOn(till)).toMatchObject({ customer, lines });
    expect(saleOn(till).customer?.msisdn).toBe(kari);
  });

  it('that cannot be read changes nothing', async () => {
    const { shop, till, reference } = await askedToPay();
    expect(await till.resendPayment('push', '12')).toEqual({ ok: false, fault: { kind: 'phoneUnreadable' } });
    expect(shop.wallet.ledger(reference)?.state).toBe('CREATED');
  });

  it('is not asked when the first one was approved in that moment', async () => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.beforeCancel = (one) => shop.wallet.customer(one, 'AUTHORIZED');
    const asked = till.resendPayment('push', '45454545');
    await shop.clock.pass(13_000);
    await asked;
    const ledger = shop.wallet.ledger(reference);
    expect(ledger).toMatchObject({ captured: 0, cancelled: 34_900 });
    expect(saleOn(till).payments.map(({ lateApproval }) => lateApproval)).toEqual([true, false]);
  });
});

describe('paid at the cash register while a request is open', () => {
  it('calls the request off and then closes the sale', async () => {
    const { shop, till, reference } = await askedToPay();
    const closed = till.paidElsewhere('card');
    await shop.clock.pass(5000);
    expect(await closed).toEqual({ ok: true, value: null });
    expect(shop.wallet.ledger(reference)?.state).toBe('TERMINATED');
    expect(saleState(saleOn(till))).toBe('paidElsewhere');
  });

  it('is refused when it was paid after all', async () => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.customer(reference, 'AUTHORIZED');
    shop.wallet.lose('capture', 'serviceDown');
    await shop.clock.pass(5100);
    expect(paymentOn(till).state).toBe('approved');
    const closed = till.paidElsewhere('cash');
    await shop.clock.pass(13_000);
    expect(await closed).toEqual({ ok: false, fault: { kind: 'paidAfterAll' } });
    expect(saleState(saleOn(till))).toBe('paid');
  });

  it('waits for nobody for ever: what is not known is said', async () => {
    const { shop, till } = await askedToPay();
    shop.wallet.lose('cancel', ...Array.from({ length: 20 }, () => 'before' as const));
    shop.wallet.lose('read', ...Array.from({ length: 20 }, () => 'before' as const));
    const closed = till.paidElsewhere('cash');
    await shop.clock.pass(13_000);
    expect(await closed).toEqual({
      ok: false,
      fault: { kind: 'paymentUnresolved', number: '01-000001', more: 0 },
    });
    expect(saleState(saleOn(till))).toBe('paying');
  });
});

describe('giving a sale up while a request is open', () => {
  it('calls it off, reads it back and lets go', async () => {
    const { shop, till, reference } = await askedToPay();
    const gone = till.discard();
    await shop.clock.pass(5000);
    expect(await gone).toEqual({ ok: true, value: null });
    expect(shop.wallet.ledger(reference)?.state).toBe('TERMINATED');
    expect(currentSale(till.state())).toBeNull();
  });

  it('releases what was approved meanwhile', async () => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.beforeCancel = (one) => shop.wallet.customer(one, 'AUTHORIZED');
    const gone = till.discard();
    await shop.clock.pass(13_000);
    expect(await gone).toEqual({ ok: true, value: null });
    expect(shop.wallet.ledger(reference)).toMatchObject({ captured: 0, cancelled: 34_900 });
  });

  it('does not touch the sale that the cashier has begun meanwhile', async () => {
    const { shop, till } = await askedToPay();
    const gone = till.discard();
    till.park();
    await shop.clock.pass(5000);
    expect(await gone).toEqual({ ok: false, fault: { kind: 'saleUnknown' } });
  });
});
