/** A machine that no webhook reaches: goods are chosen first and paid by a one-time QR on its screen. */

import { describe, expect, it } from 'vitest';
import { displayView } from '../contract/viewDisplay.ts';
import { saleState } from '../domain/sale.ts';
import type { Slot } from '../domain/vending.ts';
import { err, ok } from '../kernel/result.ts';
import { aMachine, food, shirt, thermos } from '../testing/aMachine.ts';
import { saleOn } from '../testing/shop.ts';
import { about } from '../testing/stories.ts';
import { vendingTimes } from './machineTurn.ts';

/** A thermos is chosen, and the code for it stands on the screen. */
async function chosen(slots: readonly Slot[] = [shirt, thermos, food]) {
  const machine = aMachine(slots);
  const { shop, till, reference } = machine;
  const answer = till.vending.choose('1002');
  if (!answer.ok) throw new Error(answer.fault.kind);
  await shop.clock.pass(1000);
  const approved = async () => {
    shop.wallet.customer(reference(), 'AUTHORIZED');
    await shop.clock.pass(6000);
  };
  const { itemId } = answer.value;
  const settle = (outcome: 'dispensed' | 'failed') => till.vending.settle(itemId, outcome);
  const seen = () => displayView(till.state(), { ...about, offers: till.vending.offers() }, shop.clock.now());
  return { ...machine, itemId, approved, settle, seen };
}

it('reserves exactly its price by a code on the screen, and nothing is handed out before it is approved', async () => {
  const { shop, reference, seen, settle } = await chosen();
  expect(shop.wallet.requests.get(reference())).toMatchObject({
    amount: { minor: 34_900 },
    payer: { by: 'qrOnScreen' },
  });
  expect(seen()).toMatchObject({ shows: 'qr', machine: { phase: 'asking' } });
  expect(seen().qrImage).not.toBeNull();
  expect(settle('dispensed')).toEqual(err({ kind: 'nothingReserved' }));
});

it('is handed out once it is approved, under the id that was told, and captured', async () => {
  const { shop, till, approved, seen, settle, itemId, ledger } = await chosen();
  await approved();
  expect(seen().machine).toMatchObject({ phase: 'dispensing', items: [{ id: itemId, state: 'asked' }] });
  expect(settle('dispensed')).toEqual(ok(null));
  await shop.clock.pass(10_000);
  expect(ledger()).toMatchObject({ captured: 34_900, cancelled: 0 });
  expect(saleState(saleOn(till))).toBe('paid');
  expect(shop.receipts).toHaveLength(1);
});

it('that gets stuck is released once the customer is finished', async () => {
  const { shop, approved, settle, ledger, done } = await chosen();
  await approved();
  settle('failed');
  done();
  await shop.clock.pass(10_000);
  expect(ledger()).toMatchObject({ captured: 0, cancelled: 34_900 });
});

it('is released when the controller is silent, as soon as for any other item', async () => {
  const { shop, approved, ledger } = await chosen();
  await approved();
  await shop.clock.pass(vendingTimes.dispense);
  await shop.clock.pass(10_000);
  expect(ledger()).toMatchObject({ captured: 0, cancelled: 34_900 });
});

it('is called off when nobody scans the code in time, and the machine is free again', async () => {
  const { shop, till, ledger } = await chosen();
  await shop.clock.pass(vendingTimes.approve + 10_000);
  expect(ledger()).toMatchObject({ captured: 0, state: 'TERMINATED' });
  await shop.clock.pass(vendingTimes.result);
  expect(till.vending.choose('2001').ok).toBe(true);
});

it.each(['before', 'after'])('is nobody’s when the power goes %s the approval', async (when) => {
  const { shop, till, approved, ledger } = await chosen();
  if (when === 'after') await approved();
  till.stop();
  shop.open().start();
  await shop.clock.pass(20_000);
  expect(ledger()).toMatchObject(
    when === 'after' ? { captured: 0, cancelled: 34_900 } : { captured: 0, state: 'TERMINATED' },
  );
});

it('asks for the age that the goods ask for, and only theirs', async () => {
  const beer = { ...thermos, minimumAge: 18 };
  const { shop, reference } = await chosen([{ ...shirt, minimumAge: 20 }, beer]);
  expect(shop.wallet.requests.get(reference())).toMatchObject({ minimumAge: 18 });
});

describe('is refused', () => {
  it('while somebody is served, whichever way they came', async () => {
    const { till, shop } = await chosen();
    expect(till.vending.choose('2001')).toEqual(err({ kind: 'machineBusy' }));
    const scanned = aMachine();
    await scanned.reserved();
    expect(scanned.till.vending.choose('2001')).toEqual(err({ kind: 'machineBusy' }));
    expect([shop.wallet.requests.size, scanned.shop.wallet.requests.size]).toEqual([1, 1]);
  });

  it('out of order, sold out, and where it is not sold', () => {
    const { till, shop } = aMachine([{ ...food, stock: 0 }, thermos]);
    expect(till.vending.choose('2001')).toEqual(err({ kind: 'soldOut' }));
    expect(till.vending.choose('9999')).toEqual(err({ kind: 'soldOut' }));
    till.vending.fault('E07');
    expect(till.vending.choose('1002')).toEqual(err({ kind: 'machineOutOfOrder' }));
    expect([till.state().sales.size, shop.wallet.requests.size]).toEqual([0, 0]);
  });
});

it('a scan while the code stands on the screen is let pass', async () => {
  const { shop, scan } = await chosen();
  await scan();
  await shop.clock.pass(1000);
  expect(shop.wallet.requests.size).toBe(1);
});
