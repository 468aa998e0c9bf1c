/** A machine sells by itself: what was seen to leave is paid for, everything else goes back, whatever breaks. */

import { describe, expect, it } from 'vitest';
import { commandCodes } from '../domain/command.ts';
import { saleState } from '../domain/sale.ts';
import { currentSale } from '../domain/tillState.ts';
import { err, ok } from '../kernel/result.ts';
import { instant } from '../kernel/time.ts';
import { aMachine, food, type Machine, shirt, thermos } from '../testing/aMachine.ts';
import { memoryJournal } from '../testing/memoryJournal.ts';
import { personalQr, saleOn } from '../testing/shop.ts';
import { vendingTimes } from './machineTurn.ts';

describe('a reservation', () => {
  it('is of the highest price that is there, by the customer’s token', async () => {
    const { shop, scan, reference } = aMachine([{ ...shirt, stock: 0 }, thermos, food]);
    await scan();
    await shop.clock.pass(1000);
    expect(shop.wallet.requests.get(reference())).toMatchObject({
      amount: { minor: 34_900 },
      payer: { by: 'customerToken', customerToken: 'token-1' },
      receipt: null,
    });
  });

  it('takes what was handed out, releases the rest, and owes the receipt of it', async () => {
    const { shop, till, reserved, vend, ledger, done } = aMachine();
    await reserved();
    expect(vend('1002')).toEqual(ok(null));
    expect(vend('2001')).toEqual(ok(null));
    expect(done()).toEqual(ok(null));
    await shop.clock.pass(10_000);
    expect(ledger()).toMatchObject({ captured: 46_800, cancelled: 13_100 });
    expect(saleState(saleOn(till))).toBe('paid');
    expect(shop.receipts).toHaveLength(1);
    expect(shop.ports.stock.slots().map(({ stock }) => stock)).toEqual([3, 2, 0]);
    await shop.clock.pass(vendingTimes.result);
    expect(till.state().current).toBeNull();
  });

  it('closes by itself when nothing that is left fits into it', async () => {
    const { shop, reserved, vend, ledger } = aMachine();
    await reserved();
    vend('1001');
    await shop.clock.pass(10_000);
    expect(ledger()).toMatchObject({ captured: 59_900, cancelled: 0 });
  });

  it.each([
    ['nothing is chosen in time', async (m: Machine) => m.shop.clock.pass(vendingTimes.choose)],
    ['the customer is finished with nothing', async (m: Machine) => m.done()],
    ['what was chosen failed', async (m: Machine) => [m.vend('1002', 'failed'), m.done()]],
    ['the machine is at fault', async (m: Machine) => m.till.vending.fault('E07')],
    [
      'the controller is silent',
      async (m: Machine) => [m.take('1002'), await m.shop.clock.pass(vendingTimes.dispense)],
    ],
  ])('is released whole when %s', async (_why, act) => {
    const machine = aMachine();
    await machine.reserved();
    await act(machine);
    await machine.shop.clock.pass(10_000);
    expect(machine.ledger()).toMatchObject({ captured: 0, cancelled: 59_900 });
    expect(saleState(saleOn(machine.till))).toBe('abandoned');
    expect(machine.shop.receipts).toEqual([]);
  });

  it('that is never approved is called off, and one approved in that moment is released', async () => {
    for (const late of [false, true]) {
      const { shop, till, scan, ledger, reference, done } = aMachine();
      await scan();
      await shop.clock.pass(1000);
      if (late) shop.wallet.customer(reference(), 'AUTHORIZED');
      await shop.clock.pass(late ? 0 : vendingTimes.approve);
      if (late) done();
      await shop.clock.pass(15_000);
      expect(ledger()).toMatchObject({ captured: 0 });
      expect(till.state().sales.size === 0 || saleState(saleOn(till)) === 'abandoned').toBe(true);
    }
  });
});

describe('the power goes', () => {
  it('while goods are handed out: nobody pays for what nobody saw leave, and what was seen is paid for', async () => {
    const { shop, till, reserved, vend, ledger, take } = aMachine();
    await reserved();
    vend('2001');
    expect(take('1002').ok).toBe(true);
    till.stop();
    const again = shop.open();
    expect(again.start().ok).toBe(true);
    await shop.clock.pass(15_000);
    expect(ledger()).toMatchObject({ captured: 11_900, cancelled: 48_000 });
    expect(saleOn(again).vending?.items.map(({ state }) => state)).toEqual(['dispensed', 'unknown']);
    await shop.clock.pass(vendingTimes.result);
    expect(again.state().current).toBeNull();
  });

  it.each(['before', 'after'])('%s the approval: everything is released', async (when) => {
    const { shop, till, scan, reserved, ledger } = aMachine();
    if (when === 'after') await reserved();
    else await scan();
    await shop.clock.pass(1000);
    till.stop();
    shop.open().start();
    await shop.clock.pass(20_000);
    expect(ledger()).toMatchObject(
      when === 'after' ? { captured: 0, cancelled: 59_900 } : { captured: 0, state: 'TERMINATED' },
    );
  });
});

describe('the controller', () => {
  it('hands out one at a time, only what is there, only within the reservation', async () => {
    const { till, reserved, vend, take } = aMachine();
    expect(take('1002')).toEqual(err({ kind: 'nothingReserved' }));
    await reserved();
    expect(take('9999')).toEqual(err({ kind: 'soldOut' }));
    const asked = take('2001');
    expect(take('1002')).toEqual(err({ kind: 'machineBusy' }));
    till.vending.settle(asked.ok ? asked.value.itemId : '', 'dispensed');
    expect(take('2001')).toEqual(err({ kind: 'soldOut' }));
    vend('1002');
    expect(take('1002')).toEqual(err({ kind: 'nothingReserved' }));
  });

  it('that says what came of it a second time, or too late, changes nothing', async () => {
    const { shop, till, reserved, ledger, take } = aMachine();
    await reserved();
    const asked = take('1002');
    const id = asked.ok ? asked.value.itemId : '';
    await shop.clock.pass(vendingTimes.dispense + 10_000);
    expect(till.vending.settle(id, 'dispensed')).toEqual(err({ kind: 'nothingReserved' }));
    expect(ledger()).toMatchObject({ captured: 0, cancelled: 59_900 });
  });

  it('out of order, the machine reserves nothing until it is opened again; sold out it says so', async () => {
    const { shop, till, scan } = aMachine();
    till.vending.fault('E07');
    await scan();
    expect([till.state().machine.outOfOrder, shop.wallet.requests.size]).toEqual(['E07', 0]);
    till.vending.open();
    await scan();
    await shop.clock.pass(1000);
    expect(shop.wallet.requests.size).toBe(1);
    const empty = aMachine([{ ...food, stock: 0 }]);
    await empty.scan();
    expect([empty.till.state().machine.outOfOrder, empty.shop.wallet.requests.size]).toEqual(['soldOut', 0]);
  });
});

it('a second customer while the first one chooses is let pass: nothing of theirs is reserved', async () => {
  const { shop, scan, reserved } = aMachine();
  await reserved();
  await scan();
  await shop.clock.pass(1000);
  expect(shop.wallet.requests.size).toBe(1);
});

describe('a disk that fails for a moment', () => {
  const failing = (kind: string, times: number) => {
    const journal = memoryJournal();
    let left = times;
    return {
      ...journal,
      append(...given: Parameters<typeof journal.append>) {
        const hit = left > 0 && given[0].some(({ event }) => event.kind === kind);
        if (hit) left -= 1;
        return hit ? err({ kind: 'diskFull' } as const) : journal.append(...given);
      },
    };
  };

  it('while a customer is taken in lets the next one in', async () => {
    const { shop, scan } = aMachine(undefined, failing('vendingOpened', 1));
    await scan();
    await scan();
    await shop.clock.pass(1000);
    expect(shop.wallet.requests.size).toBe(1);
  });

  it('while a customer is taken in lets the next one in after a restart too', async () => {
    const { shop, till, scan } = aMachine(undefined, failing('vendingOpened', 1));
    await scan();
    till.stop();
    const again = shop.open();
    again.start();
    again.checkedIn({ customerToken: 'token-9', qrId: 'm.1', initiatedAt: instant(shop.clock.now()) });
    await shop.clock.pass(1000);
    expect(shop.wallet.requests.size).toBe(1);
  });

  it('does not change why a sale ended', async () => {
    const { shop, till, reserved, take } = aMachine(undefined, failing('vendingEnded', 2));
    await reserved();
    take('1002');
    till.stop();
    const again = shop.open();
    again.start();
    await shop.clock.pass(10_000);
    expect(saleOn(again).vending).toMatchObject({ end: 'restarted', items: [{ state: 'unknown' }] });
  });

  it('leaves no result on the screen for ever', async () => {
    const { shop, till, reserved, done } = aMachine(undefined, failing('left', 2));
    await reserved();
    done();
    await shop.clock.pass(10_000 + vendingTimes.result + 5000);
    expect(till.state().current).toBeNull();
  });
});

describe('a scanner at the machine', () => {
  it.each(['7039000000019', '1001', personalQr, commandCodes.request, commandCodes.park])(
    'begins no sale with %s: the customer after it is served',
    async (text) => {
      const { till, reserved, take } = aMachine();
      expect(await till.scan(text)).toEqual(err({ kind: 'scanAtMachine' }));
      expect(currentSale(till.state())).toBeNull();
      await reserved();
      expect(take('1001').ok).toBe(true);
    },
  );

  it('cancels nothing that is reserved', async () => {
    const { till, reserved } = aMachine();
    await reserved();
    const before = saleOn(till);
    expect(await till.scan(commandCodes.cancel)).toEqual(err({ kind: 'scanAtMachine' }));
    expect(saleOn(till)).toBe(before);
  });
});
