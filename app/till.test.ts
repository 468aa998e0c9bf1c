/** The till as a whole, with the world in memory: one story a test, the whole list of what happened as its ending. */

import { describe, expect, it } from 'vitest';
import { saleState } from './domain/sale.ts';
import { currentSale, parkedSales } from './domain/tillState.ts';
import { aShop, kari, paymentOn, personalQr, saleOn } from './testing/shop.ts';
import { aRunningTill, askedToPay, requested, thermos, watchStates, woolShirt } from './testing/stories.ts';

describe('the checkout', () => {
  it('goes from scan to receipt: member price, push, approval, capture, purchase', async () => {
    const { shop, till } = aRunningTill();
    const states = watchStates(till);

    expect(await till.scan(personalQr)).toEqual({ ok: true, value: { meaning: 'customer' } });
    expect(await till.scan(woolShirt)).toEqual({ ok: true, value: { meaning: 'goods' } });
    const { reference } = await requested(till);
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(10_000);

    expect(states).toEqual(['intended', 'waiting', 'approved', 'captured']);
    expect(shop.wallet.ledger(reference)).toMatchObject({
      state: 'AUTHORIZED',
      captured: 47_900,
      cancelled: 0,
    });
    const request = shop.wallet.requests.get(reference);
    expect(request?.amount).toEqual({ minor: 47_900, currency: 'NOK' });
    expect(request?.payer).toEqual({ by: 'phone', msisdn: kari });
    expect(request?.receipt?.lines).toMatchObject([
      { quantity: 1, discount: { minor: 12_000 }, vat: { minor: 9580 } },
    ]);
    expect(shop.purchases).toMatchObject([{ member: 'm-1', total: { minor: 47_900 }, paidBy: 'wallet' }]);
    expect(saleState(saleOn(till))).toBe('paid');
  });

  it.each([
    ['ABORTED', 'declined'],
    ['EXPIRED', 'expired'],
  ] as const)('%s: says so, keeps the basket, and can ask again', async (does, state) => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.customer(reference, does);
    await shop.clock.pass(6000);
    expect(paymentOn(till).state).toBe(state);
    expect(saleOn(till).lines).toHaveLength(1);

    const again = await requested(till);
    expect(again.reference).not.toBe(reference);
    shop.wallet.customer(again.reference, 'AUTHORIZED');
    await shop.clock.pass(6000);
    expect(paymentOn(till).state).toBe('captured');
  });

  it('cancels, reads back, and frees the basket', async () => {
    const { shop, till, states, reference } = await askedToPay();
    expect(till.setQuantity(saleOn(till).lines[0]?.id ?? '', 2)).toEqual({
      ok: false,
      fault: { kind: 'basketFrozen' },
    });
    const cancelled = till.cancelPayment();
    await shop.clock.pass(3000);
    expect(await cancelled).toEqual({ ok: true, value: null });
    expect(states).toEqual(['intended', 'waiting', 'cancelling', 'cancelled']);
    expect(shop.wallet.ledger(reference)?.state).toBe('TERMINATED');
    expect(till.setQuantity(saleOn(till).lines[0]?.id ?? '', 2).ok).toBe(true);
  });

  it('releases the money when the customer approves in the moment of the cancel', async () => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.beforeCancel = (which) => shop.wallet.customer(which, 'AUTHORIZED');
    const cancelled = till.cancelPayment();
    await shop.clock.pass(5000);
    await cancelled;
    expect(paymentOn(till)).toMatchObject({ state: 'cancelled', lateApproval: true });
    expect(shop.wallet.ledger(reference)).toMatchObject({
      state: 'AUTHORIZED',
      captured: 0,
      cancelled: 34_900,
    });
  });

  it('resends as a new attempt only after the old one is closed', async () => {
    const { shop, till, reference } = await askedToPay();
    const resent = till.resendPayment('qr');
    await shop.clock.pass(3000);
    expect((await resent).ok).toBe(true);
    expect(shop.wallet.ledger(reference)?.state).toBe('TERMINATED');
    expect(paymentOn(till)).toMatchObject({ state: 'waiting', request: { payer: { by: 'qrOnScreen' } } });
    expect(paymentOn(till).qrImageUrl).toContain('https://qr.test/');
  });

  it('says that push is not allowed and takes a QR instead', async () => {
    const shop = aShop();
    shop.wallet.lose('create', 'pushNotAllowed');
    const { till } = await askedToPay(shop);
    expect(paymentOn(till)).toMatchObject({ state: 'refused', refusal: 'pushNotAllowed' });
    const byQr = await till.requestPayment('qr');
    expect(byQr.ok).toBe(true);
    expect(paymentOn(till).state).toBe('waiting');
  });

  it('asks again without the receipt when that is all the service refused, and sends it after the payment', async () => {
    const shop = aShop();
    shop.wallet.lose('create', 'receiptRefused');
    const { till } = await askedToPay(shop);
    const { reference } = paymentOn(till);
    expect(paymentOn(till).request.receipt).toBeNull();
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(8000);
    expect(paymentOn(till).state).toBe('captured');
    expect(shop.receipts).toEqual([reference]);
    expect(saleOn(till).receipt).toBe('done');
  });

  it('closes a sale as paid elsewhere without the wallet; the member’s purchase counts', async () => {
    const { shop, till } = aRunningTill();
    await till.scan(personalQr);
    await till.scan(thermos);
    expect(await till.paidElsewhere('card')).toEqual({ ok: true, value: null });
    await shop.clock.pass(100);
    expect(shop.wallet.calls).toEqual([]);
    expect(shop.purchases).toMatchObject([{ paidBy: 'card', total: { minor: 34_900 } }]);
    expect(till.next()).toEqual({ ok: true, value: null });
    expect(currentSale(till.state())).toBeNull();
  });

  it('a parked sale keeps its watch on the payment', async () => {
    const { shop, till, reference } = await askedToPay();
    const { id } = saleOn(till);
    till.park();
    await till.scan(woolShirt);
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(10_000);
    expect(parkedSales(till.state()).map(saleState)).toEqual(['paid']);
    expect(till.recall(id)).toEqual({ ok: true, value: null });
    expect(saleState(saleOn(till))).toBe('paid');
    expect(parkedSales(till.state())).toHaveLength(1);
  });
});
