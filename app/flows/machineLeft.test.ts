/** What a machine leaves behind when it goes down in the middle, its folder changes hands, or the world does not want it. */

import { describe, expect, it } from 'vitest';
import { machineView } from '../contract/viewMachine.ts';
import { isUnfinished } from '../domain/sale.ts';
import type { SaleEvent } from '../domain/saleEvent.ts';
import { foldSale } from '../domain/saleFold.ts';
import { ok } from '../kernel/result.ts';
import { aMachine, shirt } from '../testing/aMachine.ts';
import { memoryJournal } from '../testing/memoryJournal.ts';
import { createTill } from '../till.ts';
import { vendingTimes } from './machineTurn.ts';

const day = 24 * 3_600_000;

describe('a turn that the power ended', () => {
  it('is closed by a staffed till too, if that is what the folder is started as', async () => {
    const { shop, till, reserved, vend, take, ledger } = aMachine();
    await reserved();
    vend('1002');
    take('2001');
    till.stop();
    const staffed = createTill(shop.ports, { ...shop.config, unattended: false });
    staffed.start();
    await shop.clock.pass(10_000);
    expect(ledger()).toMatchObject({ captured: 34_900, cancelled: 25_000 });
    await shop.clock.pass(vendingTimes.result);
    expect(staffed.state().current).toBeNull();
  });

  /** The next start, on a journal that has lost entries like these to a damaged file. */
  async function without(machine: ReturnType<typeof aMachine>, lost: readonly SaleEvent['kind'][]) {
    const { shop, till } = machine;
    till.stop();
    const journal = {
      ...shop.ports.journal,
      unfinished() {
        const all = shop.ports.journal.unfinished();
        if (!all.ok) return all;
        const isLost = ({ kind, ...event }: SaleEvent) =>
          lost.includes(kind) ||
          (kind === 'payment' && 'event' in event && event.event.kind === 'takeDecided');
        return ok(all.value.map((entries) => entries.filter((entry) => !isLost(entry.event))));
      },
    };
    createTill({ ...shop.ports, journal }, shop.config).start();
    await shop.clock.pass(30_000);
  }

  it('lets the rest go although what was decided is lost', async () => {
    const machine = aMachine();
    await machine.reserved();
    machine.vend('1002');
    machine.done();
    await without(machine, []);
    expect(machine.ledger()).toMatchObject({ captured: 34_900, cancelled: 25_000 });
  });

  it('lets all of it go where nothing is left that says what it was', async () => {
    const machine = aMachine();
    await machine.reserved();
    machine.take('1002');
    await without(machine, ['vendingOpened', 'vendAsked', 'vendSettled', 'vendingEnded']);
    expect(machine.ledger()).toMatchObject({ captured: 0, cancelled: 59_900 });
  });

  it('counts what left the machine between the word and the count, once', async () => {
    const shop = aMachine().shop;
    const dying = createTill(
      { ...shop.ports, stock: { ...shop.ports.stock, taken: () => undefined } },
      shop.config,
    );
    dying.start();
    dying.checkedIn({ customerToken: 'token-1', qrId: 'm.1', initiatedAt: shop.clock.now() });
    await shop.clock.pass(1000);
    shop.wallet.customer([...shop.wallet.requests.keys()].at(-1) ?? '', 'AUTHORIZED');
    await shop.clock.pass(6000);
    const asked = dying.vending.take(dying.state().current ?? '', '1002');
    dying.vending.settle(asked.ok ? asked.value.itemId : '', 'dispensed');
    dying.stop();
    const left = () => shop.ports.stock.slots().find(({ sku }) => sku === '1002')?.stock;
    expect(left()).toBe(3);
    for (let starts = 0; starts < 2; starts += 1) {
      const again = shop.open();
      again.start();
      again.stop();
      expect(left()).toBe(2);
    }
  });
});

it('sold out ends when there is something to sell, whoever brings it', async () => {
  const { shop, till, scan } = aMachine([]);
  const phase = () => machineView(till.state(), till.vending.offers()).phase;
  await scan();
  expect([phase(), shop.wallet.requests.size]).toEqual(['outOfOrder', 0]);
  shop.ports.stock.replace([shirt]);
  expect(phase()).toBe('idle');
  await scan();
  await shop.clock.pass(1000);
  expect([phase(), shop.wallet.requests.size]).toEqual(['asking', 1]);
});

it('a result of somebody who said no says when it ends, as any other', async () => {
  const { shop, till, scan, reference } = aMachine();
  await scan();
  await shop.clock.pass(1000);
  shop.wallet.customer(reference(), 'ABORTED');
  await shop.clock.pass(6000);
  const { phase, until } = machineView(till.state(), till.vending.offers());
  expect([phase, until === null]).toEqual(['result', false]);
});

describe('a receipt that the service will not have', () => {
  it('is not kept for ever: the till gives up, writes that down, and forgets the sale', async () => {
    const journal = memoryJournal();
    const { shop, till, reserved, vend, done } = aMachine(undefined, journal);
    shop.world.receiptFault = 'forbidden';
    await reserved();
    vend('1002');
    done();
    await shop.clock.pass(60_000);
    expect([till.state().sales.size, till.state().waiting.size]).toEqual([1, 1]);
    await shop.clock.pass(day);
    expect([till.state().sales.size, till.state().waiting.size]).toEqual([0, 0]);
    expect(journal.entries.filter(({ event }) => event.kind === 'receiptRefused')).toHaveLength(1);
  });

  it('is kept while the service is only away', async () => {
    const { shop, till, reserved, vend, done } = aMachine();
    shop.world.receiptFault = 'serviceDown';
    await reserved();
    vend('1002');
    done();
    await shop.clock.pass(3 * day);
    expect(till.state().waiting.size).toBe(1);
    shop.world.receiptFault = null;
    await shop.clock.pass(600_000);
    expect([shop.receipts.length, till.state().sales.size]).toEqual([1, 0]);
  });

  it('is of no money where what was reserved went back another way', async () => {
    const journal = memoryJournal();
    const { shop, till, reserved, vend, reference, done } = aMachine(undefined, journal);
    await reserved();
    vend('1002');
    shop.wallet.lose('capture', ...Array.from({ length: 5 }, () => 'before' as const));
    shop.wallet.releaseElsewhere(reference());
    done();
    await shop.clock.pass(10 * vendingTimes.settle);
    const sale = foldSale(journal.entries);
    expect(sale?.receipt).toBe('owed');
    expect([sale !== null && isUnfinished(sale), till.state().sales.size]).toEqual([false, 0]);
  });
});

it('a count that leaves out age limits and doors keeps them; null takes them away', () => {
  const { shop, till } = aMachine([]);
  const told = (slots: Parameters<typeof till.vending.stock>[0]) => {
    till.vending.stock(slots);
    return shop.ports.stock.slots();
  };
  told([
    { sku: '1001', stock: 3, minimumAge: 18, code: 'A1' },
    { sku: '1002', stock: 1 },
  ]);
  expect(
    told([
      { sku: '1001', stock: 2 },
      { sku: '1002', stock: 4, code: 'B2' },
    ]),
  ).toEqual([
    { sku: '1001', stock: 2, minimumAge: 18, code: 'A1' },
    { sku: '1002', stock: 4, minimumAge: null, code: 'B2' },
  ]);
  expect(told([{ sku: '1001', stock: 2, minimumAge: null, code: null }])).toEqual([
    { sku: '1001', stock: 2, minimumAge: null },
  ]);
});
