/** Failures of the field, second part: screens that said paid, failed or nothing while the money said something else. */

import { expect, it } from 'vitest';
import { money } from '../../../app/domain/money.ts';
import { aStore, kari } from '../testing/aStore.ts';
import {
  allIsWell,
  asked,
  held,
  paid,
  price,
  refusal,
  saleOn,
  takings,
  waiting,
  withBasket,
} from '../testing/begun.ts';

const tillPaid = (store: Awaited<ReturnType<typeof aStore>>) => store.at.cashier().sale?.state === 'paid';

it('2 odoo PR 261521: approved and not captured is never called paid', async () => {
  const { store, reference } = await waiting();
  store.kari({ does: 'approve', capture: 'fundsUnavailable' });
  await store.pass(120_000);
  expect(store.at.cashier().sale?.payment).toMatchObject({
    state: 'approved',
    says: { key: 'payment.captureDelayed' },
  });
  expect(store.at.display().shows).toBe('checking');
  expect(store.at.told()).not.toContain('payment.paid');
  expect(refusal(store.at.till().next())).toBe('saleNotFinal');
  expect(store.at.cashier().attention).toMatchObject([{ kind: 'attention.captureWaits', action: 'retry' }]);
  store.kari({ does: 'approve' });
  await store.until(() => tillPaid(store));
  expect(held(store, reference)).toMatchObject({ captured: price });
  await allIsWell(store);
});

it('3 odoo PR 122539: a sale is not finished before the wallet has answered', async () => {
  const { store } = await waiting();
  expect(refusal(store.at.till().next())).toBe('saleNotFinal');
  await store.pass(60_000);
  expect(store.at.cashier().sale?.state).toBe('paying');
  store.kari({ does: 'approve' });
  await store.until(() => tillPaid(store));
  expect(refusal(store.at.till().next())).toBe(null);
  await allIsWell(store);
});

it('5 odoo#91002: nobody touches the till for half an hour, and the result is still there', async () => {
  const { store } = await waiting();
  store.kari({ does: 'approve', afterMs: 540_000 });
  await store.pass(1_800_000);
  expect(store.at.cashier().sale).toMatchObject({
    state: 'paid',
    payment: { says: { key: 'payment.paid' } },
  });
  await allIsWell(store);
});

it('6 odoo PR 256042: paid in the app while the till hears nothing: it says that it is checking, never that it failed', async () => {
  const { store } = await waiting();
  store.line.set('deaf');
  store.kari({ does: 'approve' });
  await store.pass(120_000);
  expect(store.at.cashier().sale?.payment).toMatchObject({ checking: true, says: { key: 'payment.silent' } });
  expect(store.at.display().shows).toBe('checking');
  store.line.set('up');
  await store.until(() => tillPaid(store));
  expect(store.at.told().filter((key) => /refused|declined|expired|cancelled/.test(key))).toEqual([]);
  await allIsWell(store);
});

it('10 woocommerce-ios#13128: "already captured" is success, and shown as such', async () => {
  const { store, reference } = await waiting();
  store.line.before('capture', async () => {
    await store.portal.capture(reference, money(price, 'NOK'), 'portal-1');
  });
  store.kari({ does: 'approve' });
  await store.until(() => tillPaid(store));
  expect(store.line.passed.filter(({ call }) => call === 'capture').map(({ code }) => code)).toEqual([
    '6170',
  ]);
  expect(takings(store)).toMatchObject({ captured: price, reserved: 0 });
  await allIsWell(store);
});

it('12 woocommerce-ios#14953: a blip ends by itself, and until then the next look is announced', async () => {
  const { store } = await waiting();
  store.line.set('down');
  store.kari({ does: 'approve' });
  for (let seconds = 0; seconds < 180; seconds += 5) {
    await store.pass(5000);
    const payment = store.at.cashier().sale?.payment;
    expect(Date.parse(payment?.nextCheckAt ?? '')).toBeGreaterThan(store.time.now() - 15_000);
  }
  expect(store.at.cashier().sale?.payment?.says.key).toBe('payment.silent');
  expect(store.at.cashier().service.state).toBe('down');
  store.line.set('up');
  await store.pass(15_000);
  expect(tillPaid(store)).toBe(true);
  await allIsWell(store);
});

it('13 woocommerce-android#12009: what is refused is told with its code, since when, and the next step', async () => {
  const { store } = await waiting();
  store.kari({ does: 'approve', capture: 'fundsUnavailable' });
  await store.pass(60_000);
  expect(store.at.cashier().attention).toMatchObject([
    { kind: 'attention.captureWaits', why: { fault: 'rejected', code: '6260' }, action: 'retry' },
  ]);
  expect(Date.parse(store.at.cashier().attention[0]?.since ?? '')).toBeLessThan(store.time.now());
  expect(refusal(await store.done(store.at.till().cancelPayment()))).toBe(null);
  expect(takings(store)).toMatchObject({ captured: 0, reserved: 0 });
  await allIsWell(store);
});

it('16 stripe-terminal-android#375: what keeps the till busy is named', async () => {
  const { store } = await waiting();
  expect(refusal(await store.done(store.at.till().requestPayment('push')))).toBe('paymentOpen');
  const closing = await store.done(store.at.till().days.close());
  expect(closing).toMatchObject({ ok: false, fault: { kind: 'paymentUnresolved', number: 'T-01-000001' } });
  expect(refusal(await store.done(store.at.till().cancelPayment()))).toBe(null);
  await allIsWell(store);
});

it('17 vipps-developers#133: every webhook is lost, and it is paid by asking', async () => {
  const { store } = await waiting({ webhooks: true });
  store.service.addFault({ endpoint: 'webhooks.delivery', what: 'lost', times: 100 });
  store.kari({ does: 'approve' });
  await store.until(() => tillPaid(store));
  expect(
    store.service
      .ledger()
      .deliveries.some(({ event, outcome }) => event.includes('authorized') && outcome === 'lost'),
  ).toBe(true);
  await allIsWell(store);
});

it('17 vipps-developers#133: a webhook that comes is the end of waiting for the next look', async () => {
  const looks = async (webhooks: boolean) => {
    const { store } = await waiting({ webhooks });
    const begun = store.time.monotonic();
    store.kari({ does: 'approve', afterMs: 1000 });
    while (!tillPaid(store)) await store.pass(50);
    const took = store.time.monotonic() - begun;
    await allIsWell(store);
    return took;
  };
  expect(await looks(true)).toBeLessThan((await looks(false)) / 2);
});

it('18 vipps-developers#96: money reserved while the till lay dead is captured by the next one, by itself', async () => {
  const { store, reference } = await waiting();
  store.at.kill();
  store.kari({ does: 'approve' });
  await store.pass(3_600_000);
  expect(held(store, reference)).toMatchObject({ authorized: price, captured: 0 });
  await store.at.start();
  await store.until(() => tillPaid(store));
  expect(store.at.cashier().attention).toMatchObject([{ kind: 'attention.recovered' }]);
  await allIsWell(store);
});

it('18 vipps-magento#122: what was changed at the portal is found when the day is closed', async () => {
  const { store, reference } = await paid();
  store.at.till().next();
  await store.portal.refund(reference, money(5000, 'NOK'), 'portal-1');
  const closed = await store.done(store.at.till().days.close());
  expect(closed).toMatchObject({
    ok: true,
    value: {
      closing: { agreed: true, refunded: { minor: 5000 } },
      figures: { refunded: { sum: { minor: 5000 } } },
    },
  });
  await allIsWell(store);
});

it('21 vipps-ecom-api#207: declined, run out and called off are three things, also afterwards', async () => {
  const ended = async (how: 'decline' | 'never' | 'cancel') => {
    const { store, reference } = await waiting();
    if (how === 'decline') store.kari({ does: 'decline' });
    if (how === 'cancel') await store.done(store.at.till().cancelPayment());
    await store.until(() => ['declined', 'expired', 'cancelled'].includes(store.at.payment().state));
    const record = await store.done(store.at.till().record(saleOn(store.at), true));
    const log = record.ok ? record.value.logs.get(reference) : null;
    const says = store.at.cashier().sale?.payment?.says.key;
    await allIsWell(store);
    return [says, log?.at(-1)?.name];
  };
  expect(await ended('decline')).toEqual(['payment.declined', 'ABORTED']);
  expect(await ended('never')).toEqual(['payment.expired', 'EXPIRED']);
  expect(await ended('cancel')).toEqual(['payment.cancelled', 'TERMINATED']);
});

it('29 btcpayserver#5379: the payment before is on the screen and can be looked up with the wallet’s own log', async () => {
  const { store, reference } = await paid();
  const saleId = saleOn(store.at);
  store.at.till().next();
  expect(store.at.cashier().last).toMatchObject({
    number: 'T-01-000001',
    state: 'paid',
    total: { minor: price },
  });
  expect(store.at.till().history({ text: `+${kari}` })).toMatchObject({
    ok: true,
    value: [{ saleId, payment: 'captured' }],
  });
  await store.at.restart();
  const record = await store.done(store.at.till().record(saleId, true));
  const log = record.ok ? record.value.logs.get(reference) : null;
  expect(log?.map(({ name }) => name)).toEqual(['CREATED', 'AUTHORIZED', 'CAPTURED']);
  await allIsWell(store);
});

it('29 btcpayserver#5379: parked while nobody knows, it can be called back and says how it stands', async () => {
  const store = await aStore();
  await withBasket(store);
  store.service.addFault({ endpoint: 'epayment.create', what: 'dropAfter' });
  await asked(store);
  const parked = store.at.till().park();
  store.line.set('deaf');
  await store.pass(60_000);
  expect(refusal(store.at.till().recall(parked.ok ? parked.value.saleId : ''))).toBe(null);
  expect(store.at.cashier().sale?.payment?.checking).toBe(true);
  store.line.set('up');
  store.kari({ does: 'approve' });
  await store.until(() => tillPaid(store));
  await allIsWell(store);
});
