/** The drill itself, with a death that lets the test go on: what it leaves behind, and what the next till makes of it. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aShop, kari } from '../../app/testing/shop.ts';
import { requested, type Shop, thermos } from '../../app/testing/stories.ts';
import { createTill } from '../../app/till.ts';
import { readDrillMark, writeDrillMark } from '../settings/drillMark.ts';
import { createDrill } from './drill.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klubbkassa-drill-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A till in this shop with its drill; after its death nothing that it calls is done or answered. */
function aTill(shop: Shop, successor: number | null = 4711) {
  let isDead = false;
  const never = new Promise<never>(() => undefined);
  const drill = createDrill({
    folder,
    journal: shop.journal,
    payments: shop.wallet,
    clock: shop.clock,
    log: shop.ports.log,
    startAnew: () => successor,
    die() {
      isDead = true;
      till.stop();
    },
    changed: () => undefined,
  });
  const { payments } = drill.ports;
  const create: typeof payments.create = async (...given) => {
    const answer = await payments.create(...given);
    return isDead ? never : answer;
  };
  const till = createTill({ ...shop.ports, ...drill.ports, payments: { ...payments, create } }, shop.config);
  till.start();
  drill.follow(till);
  return { drill, till, isDead: () => isDead };
}

async function diesAfterCreate(shop: Shop): Promise<void> {
  const { drill, till, isDead } = aTill(shop);
  till.setPhone(kari);
  await till.scan(thermos);
  drill.choose('afterCreate');
  void requested(till);
  await shop.clock.pass(100);
  expect(isDead()).toBe(true);
}

const ok = ['sameSale', 'oneRequest', 'booksAgree', 'nothingReserved'].map((what) => ({ what, ok: true }));

test('the next till is recovering until the payment is settled, then whole', async () => {
  const shop = aShop();
  await diesAfterCreate(shop);
  const { drill } = aTill(shop);
  expect(drill.view()).toEqual({ step: 'afterCreate', state: 'recovering', checks: ok.slice(0, 1) });
  await shop.clock.pass(10_000);
  expect(drill.view()?.state).toBe('recovering');
  shop.wallet.customer(shop.wallet.calls[0]?.reference ?? '', 'AUTHORIZED');
  await shop.clock.pass(10_000);
  expect(drill.view()).toEqual({ step: 'afterCreate', state: 'whole', checks: ok });
  // Found once: another start tells the same without asking anybody.
  expect(aTill(shop).drill.view()).toEqual(drill.view());
  drill.choose('dismiss');
  expect([drill.view(), readDrillMark(folder)]).toEqual([null, null]);
});

test('the mark holds nothing about the customer', async () => {
  await diesAfterCreate(aShop());
  expect(readDrillMark(folder)).toMatchObject({ lines: [{ sku: '1002', quantity: 1 }], total: 34_900 });
  expect(readFileSync(join(folder, 'drill.json'), 'utf8')).not.toMatch(/91234567|Kari/);
});

test('the service tells another sum than the till: broken, and the check names it', async () => {
  const shop = aShop();
  await diesAfterCreate(shop);
  const { drill, till } = aTill(shop);
  const reference = shop.wallet.calls[0]?.reference ?? '';
  shop.wallet.customer(reference, 'AUTHORIZED');
  // Between the till's last reading and the drill's own question somebody sends money back elsewhere.
  till.onChange(() => {
    if (shop.wallet.ledger(reference)?.captured === 34_900) shop.wallet.refundElsewhere(reference, 100);
  });
  await shop.clock.pass(10_000);
  expect(drill.view()).toMatchObject({ state: 'broken' });
  expect(drill.view()?.checks.filter((one) => !one.ok)).toEqual([{ what: 'booksAgree', ok: false }]);
});

test('while the service does not answer it goes on asking', async () => {
  const shop = aShop();
  await diesAfterCreate(shop);
  const { drill } = aTill(shop);
  shop.wallet.customer(shop.wallet.calls[0]?.reference ?? '', 'ABORTED');
  shop.wallet.lose('read', 'noConnection', 'noConnection');
  await shop.clock.pass(30_000);
  expect(drill.view()?.state).toBe('whole');
});

test('with nobody to start it again the till does not die', async () => {
  const shop = aShop();
  const { drill, till, isDead } = aTill(shop, null);
  drill.choose('basket');
  await till.scan(thermos);
  expect([isDead(), drill.view(), readDrillMark(folder)]).toEqual([false, null, null]);
});

test.each([
  ['a line is missing', { lines: [] }, ['sameSale']],
  ['another total', { total: 1 }, ['sameSale']],
])('%s: not the same sale', async (_, wrong, failing) => {
  const shop = aShop();
  const { drill, till } = aTill(shop);
  await till.scan(thermos);
  drill.choose('basket');
  await till.scan(thermos);
  const mark = readDrillMark(folder);
  if (mark === null) throw new Error('no mark was left');
  writeDrillMark(folder, { ...mark, ...wrong });
  const next = aTill(shop).drill;
  await shop.clock.pass(0);
  expect(
    next
      .view()
      ?.checks.filter((one) => !one.ok)
      .map((one) => one.what),
  ).toEqual(failing);
  expect(next.view()?.state).toBe('broken');
});
