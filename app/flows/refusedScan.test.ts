/** A scan that comes to nothing is said on the cashier's screen, whoever made it. */

import { expect, it } from 'vitest';
import { cashierView, type TillAbout } from '../contract/viewCashier.ts';
import { aShop } from '../testing/shop.ts';

const about: TillAbout = {
  till: {
    store: 'Bekkelund Sport',
    place: 'Storgata',
    tillNumber: '01',
    posId: 'kasse-1',
    profile: 'training',
    kind: 'staffed',
    currency: 'NOK',
    market: 'NO',
    language: 'nb',
    clubName: 'Turklubben',
    locked: false,
    cashier: null,
  },
  devices: { scanner: { state: 'ready', name: null }, printer: null, customerScreen: 'off' },
  webhooks: 'none',
  trainingPhone: null,
  trouble: [],
};

it('is shown until something else happens to the sale', async () => {
  const shop = aShop();
  const till = shop.open();
  till.start();
  const shown = () => cashierView(till.state(), about, shop.clock.now()).refusedScan;

  expect(shown()).toBeNull();
  await till.scan('4006381333931');
  expect(shown()).toEqual({
    fault: { kind: 'unknownProduct', text: '4006381333931' },
    at: '2026-11-23T09:00:00.000Z',
  });
  await till.scan('2000000010021');
  expect(shown()).toBeNull();
});
