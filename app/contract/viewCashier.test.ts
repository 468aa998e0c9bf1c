/** What the cashier sees: a whole view once, and the parts that come and go. */

import { describe, expect, it } from 'vitest';
import type { Msisdn } from '../domain/msisdn.ts';
import { aShop, kari, personalQr, tokenQr } from '../testing/shop.ts';
import {
  about,
  aRunningTill,
  askedToPay,
  requested,
  type Shop,
  thermos,
  viewsOf,
  woolShirt,
} from '../testing/stories.ts';
import type { Till } from '../till.ts';

const nok = (minor: number) => ({ minor, currency: 'NOK' });
const seen = (shop: Shop, till: Till) => viewsOf(shop, till).cashier;

it('of a till that nobody has used yet', () => {
  const { shop, till } = aRunningTill();
  expect(seen(shop, till)).toEqual({
    version: till.state().version,
    till: about.till,
    attention: [],
    customer: null,
    sale: null,
    last: null,
    machine: null,
    parked: { count: 0, paid: 0, notPaid: 0 },
    arrivals: [],
    refusedScan: null,
    devices: about.devices,
    service: { state: 'unknown', since: null, webhooks: 'none', storeCode: 'idle' },
    trainingPhone: null,
    drill: null,
    doctor: null,
  });
});

it('of a member’s basket', async () => {
  const { shop, till } = aRunningTill();
  await till.scan(woolShirt);
  await till.scan(personalQr);
  await till.scan(woolShirt);
  till.discountLine(till.state().sales.values().next().value?.lines[0]?.id ?? '', 5800, 'thread pulled');
  const view = seen(shop, till);
  expect(view.customer).toEqual({
    masked: '••• 67',
    proof: 'qrExchange',
    checkedInUntil: null,
    status: 'member',
    member: { name: 'Kari', since: '2021-05-01T00:00:00.000Z', number: null, points: 1240 },
    enrolment: null,
    wouldSave: nok(0),
  });
  expect(view.sale).toEqual({
    id: expect.any(String),
    number: '01-000001',
    state: 'open',
    lines: [
      {
        id: expect.any(String),
        sku: '1001',
        name: 'Ulltrøye',
        quantity: 2,
        unitPrice: nok(59_900),
        discount: nok(29_800),
        memberSaving: nok(24_000),
        reason: 'thread pulled',
        total: nok(90_000),
        vatRate: 2500,
      },
    ],
    total: nok(90_000),
    saved: nok(24_000),
    vat: [{ rate: 2500, gross: nok(90_000), net: nok(72_000), vat: nok(18_000) }],
    payment: null,
    paidElsewhere: null,
  });
  expect(view.service).toEqual({
    state: 'up',
    since: '2026-11-23T09:00:00.000Z',
    webhooks: 'none',
    storeCode: 'idle',
  });
});

it('of a payment that waits', async () => {
  const { shop, till, reference } = await askedToPay();
  await shop.clock.pass(6000);
  const view = seen(shop, till);
  expect([view.sale?.state, view.sale?.payment]).toEqual([
    'paying',
    {
      reference,
      state: 'waiting',
      checking: false,
      via: 'push',
      amount: nok(34_900),
      captured: nok(0),
      refunded: nok(0),
      until: '2026-11-23T09:10:00.000Z',
      qrImage: null,
      checkedAt: '2026-11-23T09:00:05.000Z',
      nextCheckAt: '2026-11-23T09:00:07.000Z',
      says: { key: 'payment.waiting', with: { sum: nok(34_900), minutes: 10 } },
      steps: [
        { at: '2026-11-23T09:00:00.000Z', what: { key: 'step.intended', with: { sum: nok(34_900) } } },
        { at: '2026-11-23T09:00:00.000Z', what: { key: 'step.sent', with: { sum: nok(34_900) } } },
      ],
    },
  ]);
});

describe('the customer', () => {
  it('whose code is being exchanged stands there without a digit', async () => {
    const { shop, till } = aRunningTill();
    const customers: unknown[] = [];
    till.onChange(() => customers.push(seen(shop, till).customer));
    await till.scan(tokenQr);
    expect(customers).toContainEqual({
      masked: '•••',
      proof: 'qrExchange',
      checkedInUntil: null,
      status: 'checking',
      member: null,
      enrolment: null,
      wouldSave: nok(0),
    });
    expect(customers.at(-1)).toMatchObject({ masked: '••• 67', status: 'member' });
  });

  it('who is no member sees what a member would save, and is asked to join', async () => {
    const { shop, till } = aRunningTill();
    await till.setPhone('40000002');
    await till.scan(woolShirt);
    expect(seen(shop, till).customer).toMatchObject({ status: 'notMember', wouldSave: nok(12_000) });
    const started = await till.startEnrolment();
    expect(seen(shop, till).customer?.enrolment).toEqual({
      state: 'waiting',
      bindingMessage: started.ok ? started.value.bindingMessage : '',
      until: '2026-11-23T09:03:00.000Z',
      says: { key: 'enrolment.waiting' },
    });
  });

  it.each([
    ['refused', { kind: 'refused' }],
    ['expired', { kind: 'expired' }],
  ] as const)('whose enrolment is %s is told so', async (state, login) => {
    const { shop, till } = aRunningTill();
    await till.setPhone('40000002');
    await till.startEnrolment();
    shop.world.login = login;
    await shop.clock.pass(6000);
    expect(seen(shop, till).customer?.enrolment).toMatchObject({
      state,
      says: { key: `enrolment.${state}` },
    });
  });
});

describe('what needs attention', () => {
  it('a sale found again after a restart', async () => {
    const { shop, till } = await askedToPay();
    till.stop();
    const { till: next } = aRunningTill(shop);
    const { attention, sale } = seen(shop, next);
    expect(attention).toEqual([
      {
        kind: 'attention.recovered',
        saleId: sale?.id,
        says: { key: 'attention.recovered', with: { number: '01-000001', sum: nok(34_900) } },
        since: null,
        why: null,
        action: null,
      },
    ]);
  });

  it.each([
    ['AUTHORIZED', 'attention.parkedPaid', { count: 1, paid: 1, notPaid: 0 }],
    ['ABORTED', 'attention.parkedNotPaid', { count: 1, paid: 0, notPaid: 1 }],
  ] as const)('a parked payment that ended %s', async (does, kind, parked) => {
    const { shop, till, reference } = await askedToPay();
    till.park();
    expect(seen(shop, till)).toMatchObject({ attention: [], parked: { count: 1, paid: 0, notPaid: 0 } });
    shop.wallet.customer(reference, does);
    await shop.clock.pass(8000);
    expect(seen(shop, till)).toMatchObject({ attention: [{ kind }], parked, sale: null });
  });

  it('a purchase that the registry has not got yet, after the customer has gone', async () => {
    const { shop, till } = aRunningTill();
    await till.scan(personalQr);
    await till.scan(thermos);
    shop.world.registryDown = true;
    till.paidElsewhere('cash');
    till.next();
    await shop.clock.pass(1000);
    expect(seen(shop, till).attention).toMatchObject([{ kind: 'attention.purchaseWaits' }]);
    shop.world.registryDown = false;
    await shop.clock.pass(300_000);
    expect(seen(shop, till).attention).toEqual([]);
  });

  it('a journal that cannot write, until it can', async () => {
    const { shop, till } = aRunningTill();
    shop.journal.fault = { kind: 'diskFull' };
    await till.scan(thermos);
    expect(seen(shop, till).attention).toEqual([
      {
        kind: 'attention.journal',
        saleId: null,
        says: { key: 'attention.journal' },
        since: null,
        why: null,
        action: null,
      },
    ]);
    shop.journal.fault = null;
    await till.scan(thermos);
    expect(seen(shop, till).attention).toEqual([]);
  });
});

it('the sale before stays in one line, so that "did it go through?" can be answered', async () => {
  const shop = aShop();
  const { till } = aRunningTill(shop);
  await till.scan(personalQr);
  await till.scan(thermos);
  const { reference } = await requested(till);
  shop.wallet.customer(reference, 'AUTHORIZED');
  await shop.clock.pass(8000);
  till.next();
  const { last, sale, customer } = seen(shop, till);
  expect({ last, sale, customer }).toEqual({
    last: { number: '01-000001', state: 'paid', total: nok(34_900), at: '2026-11-23T09:00:05.000Z' },
    sale: null,
    customer: null,
  });
});

it('a number that the exchange corrects is masked as the corrected one', async () => {
  const { shop, till } = aRunningTill();
  shop.world.exchanged = '4740000089' as Msisdn;
  await till.scan(personalQr);
  expect(seen(shop, till).customer).toMatchObject({ masked: '••• 89', status: 'notMember' });
  expect(JSON.stringify(seen(shop, till))).not.toContain(kari.slice(2));
});
