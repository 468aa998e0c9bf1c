/** The line comes back by itself, and the till notices without anybody trying. */

import { expect, it } from 'vitest';
import { aShop, tokenQr } from '../testing/shop.ts';

it('asks every 5 s while the line is down, and no longer', async () => {
  const shop = aShop();
  const till = shop.open();
  till.start();
  shop.world.exchange = 'noConnection';
  shop.wallet.lose('read', 'noConnection', 'noConnection');
  await till.scan(tokenQr);
  expect(till.state().service.state).toBe('down');
  await shop.clock.pass(11_000);
  expect(till.state().service.state).toBe('down');
  await shop.clock.pass(5000);
  expect(till.state().service.state).toBe('up');
  const calls = shop.wallet.calls.length;
  expect(calls).toBe(3);
  await shop.clock.pass(60_000);
  expect(shop.wallet.calls).toHaveLength(calls);
});
