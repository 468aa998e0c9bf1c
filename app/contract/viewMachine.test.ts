/** What a machine's screen and controller see: this customer, and never the one before. */

import { expect, it } from 'vitest';
import { vendingTimes } from '../flows/machineTurn.ts';
import { aMachine, type Machine, shirt, thermos } from '../testing/aMachine.ts';
import { about } from '../testing/stories.ts';
import type { Till } from '../till.ts';
import { displayView } from './viewDisplay.ts';

/** Everything that the screen has, without what the machine itself has changed by: its version and its stock. */
function seen({ shop, till }: Machine, on: Till = till) {
  const offers = on.vending.offers().map((one) => ({ ...one, stock: 1 }));
  const { version: _, ...shown } = displayView(on.state(), { ...about, offers }, shop.clock.now());
  return shown;
}

/** Served and shown what was paid. */
async function served(): Promise<Machine> {
  const machine = aMachine([thermos]);
  await machine.reserved();
  machine.vend('1002');
  await machine.shop.clock.pass(10_000);
  expect(seen(machine).machine).toMatchObject({ phase: 'result', paid: { minor: 34_900 } });
  return machine;
}

it('59 btcpayserver#730: what was paid passes by itself, and nothing of that customer is left', async () => {
  const fresh = seen(aMachine([thermos]));
  const machine = await served();
  await machine.shop.clock.pass(vendingTimes.result);
  expect(seen(machine)).toEqual(fresh);
});

it('59 btcpayserver#730: a machine that restarts while it shows what was paid forgets it just as soon', async () => {
  const fresh = seen(aMachine([thermos]));
  const machine = await served();
  machine.till.stop();
  const again = machine.shop.open();
  again.start();
  await machine.shop.clock.pass(vendingTimes.result);
  expect(seen(machine, again)).toEqual(fresh);
});

it('58 odoo#84496: the next customer of a machine sees only what is their own', async () => {
  const machine = await served();
  await machine.shop.clock.pass(vendingTimes.result);
  await machine.reserved();
  expect(seen(machine)).toMatchObject({
    lines: [],
    machine: { phase: 'choosing', items: [], paid: null, released: null, left: { minor: 34_900 } },
  });
});

it('63 odoo PR 207932: broken in the middle of a sale, a machine says first what became of the money, then its code', async () => {
  const machine = aMachine([thermos]);
  await machine.reserved();
  machine.till.vending.fault('E07');
  await machine.shop.clock.pass(10_000);
  expect(seen(machine).machine).toMatchObject({ phase: 'result', released: { minor: 34_900 }, code: 'E07' });
  await machine.shop.clock.pass(vendingTimes.result);
  expect(seen(machine).machine).toMatchObject({ phase: 'outOfOrder', code: 'E07', items: [], paid: null });
});

it('says by what code on its door each of the goods is found, also while it comes out', async () => {
  const machine = aMachine([shirt, { ...thermos, code: 'B4' }]);
  const codes = () => seen(machine).machine?.offers.map(({ code }) => code);
  expect(codes()).toEqual([null, 'B4']);
  await machine.reserved();
  machine.take('1002');
  expect(seen(machine).machine).toMatchObject({ items: [{ code: 'B4', state: 'asked' }] });
  machine.till.vending.stock([{ sku: '1001', stock: 1 }]);
  expect(seen(machine).machine).toMatchObject({ items: [{ code: null }] });
});

it('says what the phone asks for and from which age, while it asks and no longer', async () => {
  const machine = aMachine([{ ...shirt, minimumAge: 18 }, thermos]);
  expect(seen(machine).machine?.asks).toBeNull();
  await machine.scan();
  expect(seen(machine).machine).toMatchObject({
    phase: 'asking',
    asks: { amount: { minor: 59_900 }, minimumAge: 18 },
  });
  await machine.shop.clock.pass(1000);
  machine.shop.wallet.customer(machine.reference(), 'AUTHORIZED');
  await machine.shop.clock.pass(6000);
  expect(seen(machine).machine).toMatchObject({ phase: 'choosing', asks: null });
});

it('says while the service cannot be reached, through the turn and after it, until it answers again', async () => {
  const machine = aMachine([thermos]);
  const { shop, till } = machine;
  expect(seen(machine).machine).toMatchObject({ serviceAway: false });
  shop.wallet.lose('create', 'noConnection');
  shop.wallet.lose('read', 'noConnection');
  till.vending.choose('1002');
  await shop.clock.pass(1000);
  expect(seen(machine).machine).toMatchObject({ phase: 'result', serviceAway: true, notStarted: true });
  await shop.clock.pass(vendingTimes.result);
  expect(seen(machine).machine).toMatchObject({ phase: 'idle', serviceAway: false, notStarted: false });
});

it.each([
  ['unauthorised', true],
  ['notConfigured', true],
  ['forbidden', true],
  ['rejected', true],
  ['cannotSendToNumber', false],
] as const)(
  'a request refused as %s could not be started by the machine: %s',
  async (refusal, notStarted) => {
    const machine = aMachine([thermos]);
    machine.shop.wallet.lose('create', refusal);
    machine.till.vending.choose('1002');
    await machine.shop.clock.pass(1000);
    expect(seen(machine).machine).toMatchObject({ phase: 'result', notStarted, paid: null });
  },
);

it('who says no on the phone has started it', async () => {
  const machine = aMachine([thermos]);
  await machine.scan();
  await machine.shop.clock.pass(1000);
  machine.shop.wallet.customer(machine.reference(), 'ABORTED');
  await machine.shop.clock.pass(6000);
  expect(seen(machine).machine).toMatchObject({ phase: 'result', notStarted: false });
});

it('says how the turn began, by a scan or by choosing, to its end and not longer', async () => {
  const began = (machine: Machine) => seen(machine).machine?.began;
  const scanned = aMachine([thermos]);
  expect(began(scanned)).toBeNull();
  await scanned.scan();
  expect(began(scanned)).toBe('scanFirst');
  const chosen = aMachine([thermos]);
  const asked = chosen.till.vending.choose('1002');
  if (!asked.ok) throw new Error(asked.fault.kind);
  await chosen.shop.clock.pass(1000);
  chosen.shop.wallet.customer(chosen.reference(), 'AUTHORIZED');
  await chosen.shop.clock.pass(6000);
  chosen.till.vending.settle(asked.value.itemId, 'dispensed');
  await chosen.shop.clock.pass(10_000);
  expect(seen(chosen).machine).toMatchObject({ phase: 'result', began: 'chooseFirst' });
  await chosen.shop.clock.pass(vendingTimes.result);
  expect(began(chosen)).toBeNull();
});
