/** What does not belong to a machine's customer: baskets of a staffed till on the same folder, calls of a cashier, the turn before. */

import { describe, expect, it } from 'vitest';
import { displayView } from '../contract/viewDisplay.ts';
import { machineView } from '../contract/viewMachine.ts';
import { currentSale, parkedSales } from '../domain/tillState.ts';
import { err, ok } from '../kernel/result.ts';
import { aMachine, food, shirt, thermos } from '../testing/aMachine.ts';
import { memoryJournal } from '../testing/memoryJournal.ts';
import { aShop } from '../testing/shop.ts';
import { about } from '../testing/stories.ts';
import { vendingTimes } from './machineTurn.ts';

/** A staffed till served somebody on this folder, and the next start is a machine's. */
async function afterStaff(before: (till: ReturnType<ReturnType<typeof aShop>['open']>) => unknown) {
  const journal = memoryJournal();
  const staffed = aShop({ journal });
  // Its ids are not those that the machine will draw.
  for (let drawn = 0; drawn < 100; drawn += 1) staffed.ports.ids.below(1);
  const till = staffed.open();
  till.start();
  till.addProduct({ sku: '2001' }, 1);
  await before(till);
  await staffed.clock.settle();
  till.stop();
  return aMachine([shirt, thermos, food], journal);
}

describe('a basket that staff left', () => {
  it('is paid for by no customer of the machine, and its member is named to nobody', async () => {
    const { shop, till, reserved, vend, ledger, done } = await afterStaff((staffed) =>
      staffed.setPhone('91234567'),
    );
    const seen = displayView(till.state(), { ...about, offers: till.vending.offers() }, shop.clock.now());
    expect([seen.name, seen.machine?.phase]).toEqual([null, 'idle']);
    await reserved();
    vend('1002');
    done();
    await shop.clock.pass(20_000);
    expect(ledger()).toMatchObject({ captured: 34_900, cancelled: 25_000 });
    expect(parkedSales(till.state())).toHaveLength(1);
  });

  it('is not what somebody chose, and giving up costs nothing', async () => {
    const { shop, till, reference, ledger, done } = await afterStaff(() => undefined);
    expect(till.vending.choose('1002').ok).toBe(true);
    await shop.clock.pass(2000);
    done();
    await shop.clock.pass(2000);
    shop.wallet.customer(reference(), 'AUTHORIZED');
    await shop.clock.pass(30_000);
    expect(ledger()?.captured).toBe(0);
  });
});

it('no call of a cashier reaches what a machine sells', async () => {
  const { shop, till, reserved, vend, ledger, done } = aMachine();
  await reserved();
  vend('1002');
  const refused = err({ kind: 'staffedOnly' });
  expect(
    await Promise.all([
      till.addProduct({ sku: '2001' }, 1),
      till.setPhone('91234567'),
      till.clearCustomer(),
      till.park(),
      till.discard(),
      till.next(),
      till.paidElsewhere('cash'),
      till.requestPayment('qr'),
      till.resendPayment('qr'),
      till.cancelPayment(),
    ]),
  ).toEqual(Array.from({ length: 10 }, () => refused));
  done();
  await shop.clock.pass(20_000);
  expect(ledger()?.captured).toBe(34_900);
});

it('nothing is handed out at a staffed till', () => {
  const shop = aShop({ slots: [thermos] });
  const till = shop.open();
  till.start();
  till.addProduct({ sku: '2001' }, 1);
  const refused = err({ kind: 'machineOnly' });
  const { vending } = till;
  expect([
    vending.choose('1002'),
    vending.take('turn', '1002'),
    vending.done('turn'),
    vending.fault('E07'),
  ]).toEqual([refused, refused, refused, refused]);
  expect(currentSale(till.state())?.lines).toHaveLength(1);
});

it('what the service will not settle keeps the machine from nobody, and goes on', async () => {
  const { shop, till, scan, reserved, vend, reference, done } = aMachine();
  await reserved();
  const first = reference();
  vend('2001');
  shop.wallet.lose(
    'capture',
    ...Array.from({ length: 2 }, () => ({ kind: 'rejected', code: '6140' }) as const),
  );
  done();
  await shop.clock.pass(vendingTimes.settle + 1000);
  expect(machineView(till.state(), till.vending.offers()).phase).toBe('idle');
  await scan();
  expect(machineView(till.state(), till.vending.offers()).phase).toBe('asking');
  till.stop();
  shop.open().start();
  await shop.clock.pass(24 * 3_600_000);
  expect(shop.wallet.ledger(first)).toMatchObject({ captured: 11_900, cancelled: 48_000 });
});

it('the time of the controller is not prolonged by the customer', async () => {
  const { reserved, take, more } = aMachine();
  await reserved();
  take('1002');
  expect(more()).toEqual(err({ kind: 'machineBusy' }));
});

it('a word about a customer who has gone says nothing of the next one', async () => {
  const { shop, till, reserved, turn, done, vend, ledger } = aMachine();
  await reserved();
  const first = turn();
  done();
  await shop.clock.pass(10_000 + vendingTimes.result);
  await reserved();
  const served = till.state();
  expect(till.vending.take(first, '1002')).toEqual(err({ kind: 'nothingReserved' }));
  expect(till.vending.more(first)).toEqual(err({ kind: 'nothingReserved' }));
  expect(till.vending.done(first)).toEqual(ok(null));
  expect(till.state()).toBe(served);
  vend('1002');
  done();
  await shop.clock.pass(10_000);
  expect(ledger()).toMatchObject({ captured: 34_900, cancelled: 25_000 });
});
