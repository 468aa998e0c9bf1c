/** What the customer sees, moment by moment; afterwards nothing. */

import { describe, expect, it } from 'vitest';
import { aMember, personalQr } from '../testing/shop.ts';
import {
  about,
  aRunningTill,
  askedToPay,
  requested,
  type Shop,
  thermos,
  trailFood,
  viewsOf,
  woolShirt,
} from '../testing/stories.ts';
import type { Till } from '../till.ts';

const nok = (minor: number) => ({ minor, currency: 'NOK' });
const seen = (shop: Shop, till: Till) => viewsOf(shop, till).display;

const { store, profile, kind, currency, market, language, clubName } = about.till;
const blank = {
  till: { store, profile, kind, currency, market, language, clubName },
  shows: 'idle',
  name: null,
  member: false,
  lines: [],
  total: null,
  saved: null,
  bindingMessage: null,
  qrImage: null,
  until: null,
  machine: null,
};

/** Which face is shown after each of these milliseconds has passed. */
async function faces(shop: Shop, till: Till, ...waits: readonly number[]): Promise<readonly string[]> {
  const shown: string[] = [];
  for (const wait of waits) {
    await shop.clock.pass(wait);
    shown.push(seen(shop, till).shows);
  }
  return shown;
}

it('a basket, with what a member saves on each line', async () => {
  const { shop, till } = aRunningTill();
  await till.scan(personalQr);
  await till.scan(woolShirt);
  await till.scan(woolShirt);
  await till.scan(trailFood);
  expect(seen(shop, till)).toEqual({
    ...blank,
    version: till.state().version,
    shows: 'basket',
    name: 'Kari',
    member: true,
    lines: [
      { name: 'Ulltrøye', quantity: 2, before: nok(119_800), total: nok(95_800), memberPrice: true },
      { name: 'Turmat', quantity: 1, before: nok(11_900), total: nok(11_900), memberPrice: false },
    ],
    total: nok(107_700),
    saved: nok(24_000),
  });
});

describe('the faces in their order', () => {
  it('greeting, basket, waiting, thanks, nothing', async () => {
    const { shop, till } = aRunningTill();
    await till.scan(thermos);
    await till.scan(personalQr);
    expect(await faces(shop, till, 0, 1999, 1)).toEqual(['greeting', 'greeting', 'basket']);
    const { reference } = await requested(till);
    expect(await faces(shop, till, 0)).toEqual(['waiting']);
    shop.wallet.customer(reference, 'AUTHORIZED');
    expect(await faces(shop, till, 5000, 5999, 1, 60_000)).toEqual(['thanks', 'thanks', 'idle', 'idle']);
    expect(seen(shop, till)).toEqual({ ...blank, version: till.state().version });
  });

  it('not completed, and the basket again when the cashier goes on', async () => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.customer(reference, 'ABORTED');
    expect(await faces(shop, till, 6000)).toEqual(['notCompleted']);
    await till.scan(trailFood);
    expect(await faces(shop, till, 0)).toEqual(['basket']);
  });

  it('not completed, and nothing when nobody does anything', async () => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.customer(reference, 'ABORTED');
    expect(await faces(shop, till, 5000, 29_000, 1000)).toEqual(['notCompleted', 'notCompleted', 'idle']);
  });

  it('a code to scan, with its address and its time', async () => {
    const { shop, till } = aRunningTill();
    await till.scan(thermos);
    const { reference } = await requested(till, 'qr');
    expect(seen(shop, till)).toMatchObject({
      shows: 'qr',
      qrImage: `https://qr.test/${reference}`,
      until: '2026-11-23T09:10:00.000Z',
      total: nok(34_900),
    });
  });

  it('checking, while the outcome is not known: neither paid nor not paid', async () => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.lose('capture', 'after');
    shop.wallet.customer(reference, 'AUTHORIZED');
    expect(await faces(shop, till, 5000, 2000)).toEqual(['checking', 'thanks']);
  });

  it('checking, while a payment is being called off', async () => {
    const { shop, till } = await askedToPay();
    shop.wallet.lose('cancel', 'after');
    void till.cancelPayment();
    expect(await faces(shop, till, 0, 3000)).toEqual(['checking', 'notCompleted']);
  });

  it('the code to compare, while the customer is asked to join', async () => {
    const { shop, till } = aRunningTill();
    await till.setPhone('40000002');
    await till.scan(woolShirt);
    const started = await till.startEnrolment();
    expect(seen(shop, till)).toMatchObject({
      shows: 'join',
      name: null,
      member: false,
      bindingMessage: started.ok ? started.value.bindingMessage : '',
    });
    till.cancelEnrolment();
    expect(seen(shop, till)).toMatchObject({ shows: 'basket', bindingMessage: null });
  });
});

describe('nothing of the customer before', () => {
  it.each<[string, (till: Till) => unknown]>([
    ['parked', (till) => till.park()],
    ['discarded', (till) => till.discard()],
    ['paid elsewhere', (till) => till.paidElsewhere('card')],
  ])('once the sale is %s', async (_how, leave) => {
    const { shop, till } = aRunningTill();
    await till.scan(personalQr);
    await till.scan(woolShirt);
    leave(till);
    expect(seen(shop, till)).toEqual({ ...blank, version: till.state().version });
  });

  it('once a paid sale is found again after a restart', async () => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(6000);
    till.stop();
    const { till: next } = aRunningTill(shop);
    expect(viewsOf(shop, next).cashier.sale?.state).toBe('paid');
    expect(seen(shop, next)).toEqual({ ...blank, version: next.state().version });
  });

  it('once the next customer’s goods are scanned', async () => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(6000);
    await till.scan(trailFood);
    expect(seen(shop, till)).toMatchObject({
      shows: 'basket',
      name: null,
      member: false,
      lines: [{ name: 'Turmat' }],
      total: nok(11_900),
    });
  });
});

it('greets a member who did not consent to a name without one', async () => {
  const { shop, till } = aRunningTill();
  shop.members.set('4798765432', aMember('m-2', null));
  await till.setPhone('98765432');
  expect(seen(shop, till)).toMatchObject({ shows: 'greeting', name: null, member: true });
});

it('says nothing to somebody who is no member and buys nothing yet', async () => {
  const { shop, till } = aRunningTill();
  await till.setPhone('40000002');
  expect(seen(shop, till)).toEqual({ ...blank, version: till.state().version });
});

describe('an invitation after a payment that came to nothing', () => {
  it('shows the code to compare, and the basket again when the customer has joined', async () => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.customer(reference, 'ABORTED');
    await shop.clock.pass(6000);
    expect(viewsOf(shop, till).display.shows).toBe('notCompleted');
    await till.setPhone('40000002');
    await till.startEnrolment();
    expect(viewsOf(shop, till).display).toMatchObject({ shows: 'join', bindingMessage: expect.any(String) });
    await shop.clock.pass(40_000);
    expect(viewsOf(shop, till).display.shows).toBe('join');
    till.cancelEnrolment();
    expect(viewsOf(shop, till).display.shows).toBe('basket');
  });
});
