/** When a machine sells and when it does not: its controller's word, its controller's silence, its manager's switch. */

import { expect, it } from 'vitest';
import { machineView } from '../contract/viewMachine.ts';
import { err, ok } from '../kernel/result.ts';
import { aMachine, food, type Machine, shirt, thermos } from '../testing/aMachine.ts';
import { vendingTimes } from './machineTurn.ts';

const seen = ({ till }: Machine) => machineView(till.state(), till.vending.offers());
const stockOf = ({ shop }: Machine, sku: string) =>
  shop.ports.stock.slots().find((slot) => slot.sku === sku)?.stock;

/** Something is handed out, and nobody says what came of it. */
async function silent(machine: Machine): Promise<string> {
  await machine.reserved();
  const asked = machine.take('1002');
  await machine.shop.clock.pass(vendingTimes.dispense + 10_000 + vendingTimes.result);
  return asked.ok ? asked.value.itemId : '';
}

it('a controller that says nothing puts the machine out of order: the next customer reserves nothing', async () => {
  const machine = aMachine();
  await silent(machine);
  expect(seen(machine)).toMatchObject({ phase: 'outOfOrder', code: 'K2' });
  await machine.scan();
  await machine.shop.clock.pass(1000);
  expect(machine.shop.wallet.requests.size).toBe(1);
});

it('one that is heard of again sells again, also when its word is too late', async () => {
  const machine = aMachine();
  const item = await silent(machine);
  expect(machine.till.vending.settle(item, 'failed')).toEqual(err({ kind: 'nothingReserved' }));
  expect(seen(machine).phase).toBe('idle');
  await silent(machine);
  machine.till.vending.open();
  expect(seen(machine).phase).toBe('idle');
});

it('a customer who lets the time run out says nothing of the controller', async () => {
  const machine = aMachine();
  await machine.reserved();
  await machine.shop.clock.pass(vendingTimes.choose + 10_000 + vendingTimes.result);
  expect(seen(machine).phase).toBe('idle');
});

it('what fell too late is paid by nobody, and is no longer inside: once, however often it is told', async () => {
  const machine = aMachine([shirt, thermos, food]);
  await machine.reserved();
  const asked = machine.take('1002');
  const item = asked.ok ? asked.value.itemId : '';
  await machine.shop.clock.pass(vendingTimes.dispense + 5000);
  for (const _ of [1, 2]) machine.till.vending.settle(item, 'dispensed');
  expect([machine.ledger()?.captured, stockOf(machine, '1002')]).toEqual([0, 2]);
});

it('what is on its way cannot be finished with: it is paid for once it fell', async () => {
  const machine = aMachine();
  await machine.reserved();
  const asked = machine.take('1002');
  expect(machine.done()).toEqual(err({ kind: 'machineBusy' }));
  machine.till.vending.settle(asked.ok ? asked.value.itemId : '', 'dispensed');
  expect(machine.done()).toEqual(ok(null));
  await machine.shop.clock.pass(10_000);
  expect(machine.ledger()).toMatchObject({ captured: 34_900, cancelled: 25_000 });
});

it('what its manager has stopped no controller and no restart lets sell', async () => {
  const machine = aMachine();
  const { shop, till, scan } = machine;
  expect(till.vending.stop(true)).toEqual(ok(null));
  till.vending.open();
  till.vending.stock([{ sku: '1001', stock: 3 }]);
  await scan();
  expect(till.vending.choose('1001')).toEqual(err({ kind: 'machineOutOfOrder' }));
  expect(seen(machine)).toMatchObject({ phase: 'outOfOrder', code: 'STOPP', stopped: true });
  till.stop();
  const again = shop.open();
  again.start();
  expect(machineView(again.state(), [])).toMatchObject({ phase: 'outOfOrder', code: 'STOPP' });
  expect(shop.wallet.requests.size).toBe(0);
  again.vending.stop(false);
  expect(again.vending.choose('1001').ok).toBe(true);
});

it('stopped while a customer chooses, all goes back; a fault of the controller outlasts the stop', async () => {
  const machine = aMachine();
  await machine.reserved();
  machine.till.vending.stop(true);
  await machine.shop.clock.pass(10_000);
  expect(machine.ledger()).toMatchObject({ captured: 0, cancelled: 59_900 });
  machine.till.vending.fault('E07');
  machine.till.vending.stop(false);
  expect(seen(machine).code).toBe('E07');
});
