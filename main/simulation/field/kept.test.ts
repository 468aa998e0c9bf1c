/** Failures of the field, fourth part: sales that were lost, doubled or came back changed. */

import { expect, it } from 'vitest';
import { aStore, shirt, thermos } from '../testing/aStore.ts';
import {
  allIsWell,
  asked,
  held,
  keysOf,
  paid,
  paidOnce,
  price,
  refusal,
  saleOn,
  takings,
  waiting,
  withBasket,
} from '../testing/begun.ts';

it('27 POS-Awesome-V15#310: closed as paid at the register without a line, it stays so, and the purchase follows', async () => {
  const store = await aStore();
  await withBasket(store);
  store.line.set('down');
  store.club.set('down');
  expect(refusal(await store.done(store.at.till().paidElsewhere('card')))).toBe(null);
  await store.at.restart();
  expect(store.at.cashier().sale).toMatchObject({ state: 'paidElsewhere', paidElsewhere: 'card' });
  store.club.set('up');
  await store.until(() => store.club.purchases.length === 1);
  expect(store.club.purchases).toMatchObject([{ paidBy: 'card', total: { minor: price } }]);
  await allIsWell(store);
});

it('31 odoo#125037: killed at any call of a sale, before or after the wallet has worked on it, it is paid once', async () => {
  for (const call of ['create', 'read', 'capture'] as const) {
    for (const when of ['before', 'after'] as const) {
      const store = await aStore();
      await withBasket(store);
      store.line[when](call, () => store.at.kill());
      store.kari({ does: 'approve', afterMs: 3000 });
      void store.at.till().requestPayment('push');
      await store.until(() => !store.at.runs());
      await store.at.start();
      await store.until(() => store.at.cashier().sale?.state === 'paid');
      expect({ call, when, ...takings(store) }).toEqual({ call, when, ...paidOnce });
      await allIsWell(store);
    }
  }
});

it('32 odoo PR 267799: the instant the screen says paid, it is written: killed then, the next till says it without asking', async () => {
  const { store } = await waiting();
  const till = store.at.till();
  const off = till.onChange(() => {
    if (store.at.cashier().sale?.state !== 'paid') return;
    off();
    store.at.kill();
  });
  store.kari({ does: 'approve' });
  await store.until(() => !store.at.runs());
  store.line.set('down');
  await store.at.start();
  expect(store.at.cashier().sale).toMatchObject({ state: 'paid', payment: { checking: false } });
  await allIsWell(store);
});

it('33 odoo PR 288974: what is paid stays paid, whatever comes later', async () => {
  const { store, reference } = await paid({ webhooks: true });
  expect(refusal(await store.done(store.at.till().cancelPayment()))).toBe('paymentSettled');
  expect(refusal(await store.done(store.at.till().requestPayment('push')))).toBe('paymentSettled');
  expect(refusal(store.at.till().park())).toBe('paymentSettled');
  for (const name of ['CREATED', 'TERMINATED', 'EXPIRED', 'CAPTURED']) store.at.till().nudge(reference, name);
  await store.at.restart();
  await store.pass(3_600_000);
  expect(store.at.cashier().sale).toMatchObject({ state: 'paid', payment: { state: 'captured' } });
  expect(refusal(await store.done(store.at.till().discard()))).toBe(null);
  expect(takings(store)).toEqual(paidOnce);
  await allIsWell(store);
});

it('34 odoo PR 284790: with a full disk nothing is sent, and what has happened outside is written once there is room', async () => {
  const { store, reference } = await waiting();
  store.at.disk.fail('full');
  store.kari({ does: 'approve' });
  await store.pass(60_000);
  expect(keysOf(store, 'capture')).toEqual([]);
  expect(store.at.cashier().attention.map(({ kind }) => kind)).toContain('attention.journal');
  expect(store.at.cashier().sale?.state).toBe('paying');
  store.at.disk.fail(null);
  await store.until(() => store.at.cashier().sale?.state === 'paid');
  expect(held(store, reference)).toMatchObject({ captured: price });
  store.at.till().next();
  store.at.disk.fail('full');
  expect(refusal(store.at.till().addProduct({ sku: shirt }, 1))).toBe('diskFull');
  await allIsWell(store);
});

it('36 odoo#60939: the receipt in the app belongs to a payment the wallet has, and is sent until it is there, once', async () => {
  const store = await aStore();
  await withBasket(store);
  const complaint = {
    title: 'Bad Request',
    status: 400,
    extraDetails: [{ name: 'receipt.orderLines', reason: 'wrong' }],
  };
  store.line.instead('create', { status: 400, body: JSON.stringify(complaint) });
  store.service.addFault({ endpoint: 'orderManagement.receipt', what: 'dropAfter' });
  store.kari({ does: 'approve' });
  await asked(store);
  await store.until(() => store.at.cashier().sale?.payment?.says.key === 'payment.paidReceiptLater');
  await store.at.restart();
  await store.until(() => store.at.cashier().sale?.payment?.says.key === 'payment.paid');
  const [payment] = store.service.ledger().payments;
  expect(payment).toMatchObject({ captured: price, receiptAddsUp: true });
  await allIsWell(store);
});

it('37 odoo#16151: the day is not closed over an open payment; parked baskets are carried over', async () => {
  const { store } = await waiting();
  expect(refusal(store.at.till().park())).toBe(null);
  store.at.till().addProduct({ sku: thermos }, 2);
  expect(refusal(store.at.till().park())).toBe(null);
  expect(await store.done(store.at.till().days.close())).toMatchObject({
    fault: { kind: 'paymentUnresolved', number: 'T-01-000001', more: 0 },
  });
  store.kari({ does: 'approve' });
  await store.until(() => store.at.cashier().parked.paid === 1);
  expect(refusal(await store.done(store.at.till().days.close()))).toBe(null);
  await store.at.restart();
  expect(store.at.cashier().parked).toMatchObject({ count: 2, paid: 1 });
  await allIsWell(store);
});

it('38 odoo PR 261096: when the line is back the till says so by itself', async () => {
  const store = await aStore();
  await withBasket(store);
  store.line.set('down');
  await asked(store);
  expect(store.at.cashier().service.state).toBe('down');
  await store.pass(600_000);
  expect(store.at.cashier().service.state).toBe('down');
  store.line.set('up');
  await store.pass(10_000);
  expect(store.at.cashier().service.state).toBe('up');
  await allIsWell(store);
});

it('39 OCA/pos#512: everything that waits for the line is done once when it is back', async () => {
  const { store, reference } = await waiting();
  store.club.set('deaf');
  store.line.after('capture', () => store.line.set('deaf'));
  store.kari({ does: 'approve' });
  await store.pass(120_000);
  expect(store.at.cashier().sale?.payment).toMatchObject({
    state: 'approved',
    says: { key: 'payment.checkingCapture' },
  });
  await store.at.restart();
  await store.pass(60_000);
  store.line.set('up');
  store.club.set('up');
  await store.until(() => store.at.cashier().sale?.state === 'paid');
  const saleId = saleOn(store.at);
  await store.until(() => store.club.purchases.length > 0);
  expect(new Set(keysOf(store, 'capture'))).toEqual(new Set([`${reference}-capture-1`]));
  expect(new Set(store.club.purchases.map((one) => one.saleId))).toEqual(new Set([saleId]));
  expect(takings(store)).toEqual(paidOnce);
  await allIsWell(store);
});
