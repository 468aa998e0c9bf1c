/** Failures of the field, third part: customers who pay otherwise, late, or not at all. */

import { expect, it } from 'vitest';
import { aStore, shirt } from '../testing/aStore.ts';
import {
  allIsWell,
  asked,
  held,
  price,
  refusal,
  saleOn,
  takings,
  waiting,
  withBasket,
} from '../testing/begun.ts';

it('4 odoo#202428: cash instead: the request is gone from the phone before the sale is closed', async () => {
  const { store, reference } = await waiting();
  expect(refusal(await store.done(store.at.till().paidElsewhere('cash')))).toBe(null);
  expect(held(store, reference).state).toBe('TERMINATED');
  store.kari({ does: 'approve' });
  await store.pass(600_000);
  expect(store.at.cashier().sale).toMatchObject({ state: 'paidElsewhere', paidElsewhere: 'cash' });
  expect(takings(store)).toMatchObject({ captured: 0, reserved: 0 });
  await allIsWell(store);
});

it('4 odoo#202428: cash instead, and approved in that moment: the money goes back before cash is taken', async () => {
  const { store, reference } = await waiting();
  store.kari({ does: 'approveWhileCancelled' });
  expect(refusal(await store.done(store.at.till().paidElsewhere('cash')))).toBe(null);
  expect(held(store, reference)).toMatchObject({ authorized: price, captured: 0, cancelled: price });
  await allIsWell(store);
});

it('4 odoo#202428: cash instead, and nobody answers: the sale is not closed', async () => {
  const { store } = await waiting();
  store.line.set('deaf');
  expect(refusal(await store.done(store.at.till().paidElsewhere('cash')))).toBe('paymentUnresolved');
  expect(store.at.cashier().sale).toMatchObject({ state: 'paying', payment: { state: 'cancelling' } });
  store.line.set('up');
  await store.until(() => store.at.payment().state === 'cancelled');
  expect(refusal(await store.done(store.at.till().paidElsewhere('cash')))).toBe(null);
  await allIsWell(store);
});

it('7 odoo PR 249101: the wallet is silent for a quarter of an hour: the till serves others, and the first sale ends by itself', async () => {
  const { store } = await waiting();
  const first = saleOn(store.at);
  store.line.set('deaf');
  await store.pass(60_000);
  expect(refusal(store.at.till().park())).toBe(null);
  store.at.till().addProduct({ sku: shirt }, 1);
  expect(refusal(await store.done(store.at.till().paidElsewhere('card')))).toBe(null);
  await store.pass(900_000);
  expect(store.at.cashier().attention).toMatchObject([{ kind: 'attention.outcomeUnknown', saleId: first }]);
  store.line.set('up');
  await store.until(() => store.at.cashier().parked.notPaid === 1);
  expect(takings(store)).toMatchObject({ captured: 0, reserved: 0 });
  await allIsWell(store);
});

it('11 woocommerce-ios#15190: a customer who walks off leaves nothing behind that the next one could pay', async () => {
  const store = await aStore();
  await withBasket(store);
  const reference = await asked(store, 'qr');
  const image = store.at.display().qrImage;
  expect(image).not.toBe(null);
  expect(refusal(await store.done(store.at.till().discard()))).toBe(null);
  expect(store.at.display()).toMatchObject({ shows: 'idle', qrImage: null, lines: [] });
  store.service.setCustomer('walkIn', { does: 'approve', afterMs: 0 });
  await store.pass(1_800_000);
  expect(held(store, reference)).toMatchObject({ state: 'TERMINATED', authorized: 0 });
  await allIsWell(store);
});

it('11 woocommerce-ios#15190: left alone, the request ends after ten minutes and says so', async () => {
  const { store, reference } = await waiting();
  await store.pass(610_000);
  expect(store.at.cashier().sale?.payment).toMatchObject({
    state: 'expired',
    says: { key: 'payment.expired' },
  });
  expect(held(store, reference)).toMatchObject({ state: 'EXPIRED', authorized: 0 });
  await allIsWell(store);
});

it('22 vipps-ecom-api#57: a customer may take the whole ten minutes, and others are served meanwhile', async () => {
  const { store, reference } = await waiting();
  store.kari({ does: 'approve', afterMs: 590_000 });
  expect(refusal(store.at.till().park())).toBe(null);
  store.at.till().addProduct({ sku: shirt }, 1);
  expect(refusal(await store.done(store.at.till().paidElsewhere('card')))).toBe(null);
  await store.until(() => store.at.cashier().parked.paid === 1);
  expect(store.at.cashier().attention).toMatchObject([{ kind: 'attention.parkedPaid', action: 'recall' }]);
  expect(held(store, reference)).toMatchObject({ captured: price });
  await allIsWell(store);
});

it('23 vipps-login-api#80: the invitation does not arrive: the sale goes on without, and it can be sent again', async () => {
  const store = await aStore();
  store.service.setCustomer('4745454545', { does: 'approve', afterMs: 0, enrolment: 'never' });
  await store.done(store.at.till().setPhone('45454545'));
  store.at.till().addProduct({ sku: shirt }, 1);
  store.service.addFault({ endpoint: 'login.start', what: 'dropBefore' });
  const invite = () => store.done(store.at.till().startEnrolment());
  expect(await invite()).toMatchObject({ value: { state: 'failed' } });
  expect(await invite()).toMatchObject({ value: { state: 'waiting' } });
  await asked(store);
  await store.until(() => store.at.cashier().sale?.state === 'paid');
  await store.until(() => store.at.cashier().customer?.enrolment?.state === 'expired');
  expect(store.at.cashier().customer?.enrolment?.says.key).toBe('enrolment.expired');
  expect(takings(store)).toMatchObject({ captured: 59_900 });
  await allIsWell(store);
});

it('30 btcpayserver#2587: approved after it was called off: the money goes back, and the till says that it did', async () => {
  const { store, reference } = await waiting();
  store.kari({ does: 'approveWhileCancelled' });
  expect(refusal(await store.done(store.at.till().cancelPayment()))).toBe(null);
  expect(store.at.cashier().sale?.payment).toMatchObject({
    state: 'cancelled',
    says: { key: 'payment.released' },
  });
  expect(held(store, reference)).toMatchObject({ authorized: price, captured: 0, cancelled: price });
  await allIsWell(store);
});

it('30 btcpayserver#2991: given up as never sent, it arrives after all and is approved: the money goes back, not silently', async () => {
  const store = await aStore({ webhooks: true });
  await withBasket(store);
  for (let send = 0; send < 3; send += 1)
    store.line.before('create', () => new Promise<void>(() => undefined));
  await asked(store);
  await store.until(() => store.at.payment().state === 'refused');
  expect(store.at.cashier().sale?.payment?.says.key).toBe('payment.refused.neverArrived');
  const { reference, request, createKey } = store.at.payment();
  store.kari({ does: 'approve' });
  await store.portal.create(reference, request, createKey);
  await store.until(() => store.at.payment().state === 'cancelled');
  expect(store.at.told()).toContain('payment.releasing');
  expect(store.at.cashier().sale?.payment?.says.key).toBe('payment.released');
  expect(held(store, reference)).toMatchObject({ authorized: price, captured: 0, cancelled: price });
  await allIsWell(store);
});
