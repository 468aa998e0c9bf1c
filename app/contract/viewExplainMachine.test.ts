/** A machine's sale explained: what became of each item, what was paid of the reservation, and what went back. */

import { describe, expect, it } from 'vitest';
import type { SaleId } from '../domain/sale.ts';
import type { PaymentLogEntry } from '../domain/saleRecord.ts';
import { instant } from '../kernel/time.ts';
import { aMachine, food, type Machine, shirt, thermos } from '../testing/aMachine.ts';
import { saleOn } from '../testing/shop.ts';
import { askedToPay } from '../testing/stories.ts';
import { explained } from './viewExplain.ts';
import { dayReport, historyRow } from './viewHistory.ts';

const nok = (minor: number) => ({ minor, currency: 'NOK' }) as PaymentLogEntry['amount'];

function logged(name: string, minor: number, key: string | null = null): PaymentLogEntry {
  const at = instant(Date.UTC(2026, 10, 23, 9, 0, 0));
  return { name, amount: nok(minor), at, pspReference: `psp-${name}`, idempotencyKey: key, success: true };
}

const wholeLog = [
  logged('CREATED', 59_900),
  logged('AUTHORIZED', 59_900),
  logged('CAPTURED', 11_900),
  logged('CANCELLED', 48_000),
];

/** The newest sale, whoever has it now. */
async function explain({ till }: Machine) {
  const [row] = rowsOf(till);
  const record = await till.record(row?.saleId ?? '', true);
  if (!record.ok) throw new Error(record.fault.kind);
  return explained(record.value);
}

function rowsOf(till: Machine['till'], text?: string) {
  const found = till.history(text === undefined ? {} : { text });
  if (!found.ok) throw new Error(found.fault.kind);
  return found.value.map(historyRow);
}

/** The shirt stuck, the food came out, and the customer was finished. */
async function oneOfTwo() {
  const machine = aMachine();
  await machine.reserved();
  machine.vend(shirt.sku, 'failed');
  machine.vend(food.sku);
  machine.done();
  await machine.shop.clock.pass(10_000);
  return machine;
}

describe('a part of the reservation was taken', () => {
  it('it is a paid sale of what came out, found by that sum and by what was reserved', async () => {
    const machine = await oneOfTwo();
    const paid = { standing: 'paid', total: nok(11_900), captured: nok(11_900) };
    expect(rowsOf(machine.till)).toMatchObject([paid]);
    expect(rowsOf(machine.till, '119')).toMatchObject([paid]);
    expect(rowsOf(machine.till, '599')).toMatchObject([paid]);
    const told = await explain(machine);
    expect(told).toMatchObject({ ...paid, refundable: nok(11_900), noRefund: null });
    expect(told.says).toEqual({
      key: 'explain.paidOfReservation',
      with: { sum: nok(59_900), taken: nok(11_900), back: nok(0), due: nok(11_900), rest: nok(48_000) },
    });
  });

  it('each item stands there with what became of it, and when', async () => {
    const machine = await oneOfTwo();
    const { items } = await explain(machine);
    expect(items).toMatchObject([
      { name: 'Ulltrøye', price: nok(59_900), state: 'failed', money: 'notPaid' },
      { name: 'Turmat', price: nok(11_900), state: 'dispensed', money: 'paid' },
    ]);
    for (const { askedAt, endedAt } of items) expect(askedAt <= (endedAt ?? '')).toBe(true);
  });

  it('the release of the rest is a step of the till with the service’s own event beside it', async () => {
    const machine = await oneOfTwo();
    machine.shop.wallet.logs.set(machine.reference(), wholeLog);
    const { steps } = await explain(machine);
    expect(
      steps.map(({ what, event }) => [what.key, what.with?.['sum'] ?? null, event?.name ?? null]),
    ).toEqual([
      ['step.intended', nok(59_900), null],
      ['step.sent', nok(59_900), 'CREATED'],
      ['step.approved', nok(59_900), 'AUTHORIZED'],
      ['step.vendingEnded.done', null, null],
      ['step.taken', nok(11_900), null],
      ['step.captureSent', nok(11_900), null],
      ['step.captured', nok(11_900), 'CAPTURED'],
      ['step.releaseSent', nok(48_000), null],
      ['step.restReleased', nok(48_000), 'CANCELLED'],
      ['step.receiptSent', nok(11_900), null],
    ]);
  });

  it('what somebody else did at the service is still told as done outside', async () => {
    const machine = await oneOfTwo();
    machine.shop.wallet.logs.set(machine.reference(), [...wholeLog, logged('CANCELLED', 100)]);
    const { steps } = await explain(machine);
    expect(steps.filter(({ what }) => what.key === 'step.outside')).toMatchObject([
      { event: { name: 'CANCELLED', amount: nok(100) } },
    ]);
  });

  it('what the till asked for and has no answer to yet is not told as done outside', async () => {
    const machine = aMachine();
    await machine.reserved();
    machine.vend(food.sku);
    machine.shop.wallet.lose('capture', ...Array.from({ length: 40 }, () => 'before' as const));
    machine.done();
    await machine.shop.clock.pass(2000);
    const key = machine.shop.wallet.calls.findLast(({ call }) => call === 'capture')?.key ?? null;
    machine.shop.wallet.logs.set(machine.reference(), [
      ...wholeLog.slice(0, 2),
      logged('CAPTURED', 11_900, key),
    ]);
    const { steps, says, items } = await explain(machine);
    expect(steps.find(({ event }) => event?.name === 'CAPTURED')?.what.key).toBe('step.captureSent');
    expect(says).toMatchObject({ key: 'explain.takeUnresolved', with: { due: nok(11_900) } });
    expect(items).toMatchObject([{ state: 'dispensed', money: 'notYet' }]);
  });

  it('given back later, it stands under the sum that was paid', async () => {
    const machine = await oneOfTwo();
    const [row] = rowsOf(machine.till);
    const asked = machine.till.refund(row?.saleId as SaleId, { kind: 'whole' }, 'Sensor');
    await machine.shop.clock.pass(13_000);
    expect((await asked).ok).toBe(true);
    const told = await explain(machine);
    expect(told).toMatchObject({ standing: 'refunded', total: nok(11_900), refunded: nok(11_900) });
    expect(told.says.key).toBe('explain.refunded');
  });

  it('a rest that the service will not release any more is not told as released', async () => {
    const machine = aMachine();
    await machine.reserved();
    machine.vend(food.sku);
    const over = { kind: 'rejected', code: '6030' } as const;
    machine.shop.wallet.lose('cancel', over, over, over);
    machine.done();
    await machine.shop.clock.pass(300_000);
    expect(await explain(machine)).toMatchObject({
      standing: 'paid',
      says: { key: 'explain.paidRestLapses', with: { rest: nok(48_000) } },
      items: [{ money: 'paid' }],
    });
  });

  it('the day counts what was captured and what went back', async () => {
    const { till } = await oneOfTwo();
    const day = till.days.report(till.days.today());
    if (!day.ok) throw new Error(day.fault.kind);
    expect(dayReport(day.value, null)).toMatchObject({
      approved: { sum: nok(59_900), count: 1 },
      captured: { sum: nok(11_900), count: 1 },
      released: { sum: nok(48_000), count: 1 },
      net: nok(11_900),
      unresolved: [],
    });
  });

  it('of which the whole was taken reads as any paid sale', async () => {
    const machine = aMachine([shirt]);
    await machine.reserved();
    machine.vend(shirt.sku);
    await machine.shop.clock.pass(10_000);
    expect(await explain(machine)).toMatchObject({
      standing: 'paid',
      total: nok(59_900),
      says: { key: 'explain.paid' },
    });
  });
});

describe('what is captured is not what came out', () => {
  it.each([
    ['less', 5000, 'capturedInPart'],
    ['more', 59_900, 'capturedOtherwise'],
  ] as const)('%s: the warning stays, and no item is called paid', async (_, captured, standing) => {
    const machine = aMachine();
    await machine.reserved();
    machine.vend(food.sku);
    const ledger = machine.ledger();
    if (ledger === null) throw new Error('nothing is reserved');
    Object.assign(ledger, { captured, cancelled: 59_900 - captured });
    machine.done();
    await machine.shop.clock.pass(30_000);
    const told = await explain(machine);
    expect(told).toMatchObject({ standing, total: nok(59_900), captured: nok(captured) });
    expect(told.says).toMatchObject({
      key: 'explain.capturedNotTaken',
      with: { taken: nok(captured), due: nok(11_900) },
    });
    expect(told.items).toMatchObject([{ state: 'dispensed', money: 'unclear' }]);
  });
});

describe('approved in time, and nothing left the machine', () => {
  const whole = { standing: 'released', total: nok(59_900), captured: nok(0) };

  it.each([
    ['the customer took nothing', 'done', [], (one: Machine) => one.done()],
    [
      'the item is stuck',
      'done',
      [{ name: 'Turmat', state: 'failed', money: 'notPaid' }],
      (one: Machine) => {
        one.vend(food.sku, 'failed');
        one.done();
      },
    ],
    ['nobody chose', 'tooLate', [], async (one: Machine) => one.shop.clock.pass(95_000)],
    [
      'the controller said nothing',
      'silent',
      [{ name: 'Turmat', state: 'tooLate', money: 'notPaid' }],
      async (one: Machine) => {
        one.take(food.sku);
        await one.shop.clock.pass(65_000);
      },
    ],
    [
      'the machine is at fault',
      'fault',
      [{ name: 'Turmat', state: 'tooLate', money: 'notPaid' }],
      (one: Machine) => {
        one.take(food.sku);
        one.till.vending.fault('E07');
      },
    ],
  ] as const)('%s', async (_, why, items, ends) => {
    const machine = aMachine();
    await machine.reserved();
    await ends(machine);
    await machine.shop.clock.pass(10_000);
    const told = await explain(machine);
    expect(told).toMatchObject({ ...whole, items, noRefund: { kind: 'refundNotPossible' } });
    expect(told.says).toMatchObject({ key: `explain.nothingTaken.${why}`, with: { sum: nok(59_900) } });
    expect(told.steps.slice(-4).map(({ what }) => what.key)).toEqual([
      `step.vendingEnded.${why === 'silent' ? 'tooLate' : why}`,
      'step.nothingTaken',
      'step.releaseSent',
      'step.released',
    ]);
  });

  it('the till was killed while one was handed out', async () => {
    const machine = aMachine();
    await machine.reserved();
    machine.take(food.sku);
    machine.till.stop();
    const till = machine.shop.open();
    till.start();
    await machine.shop.clock.pass(10_000);
    const told = await explain({ ...machine, till });
    expect(told).toMatchObject({
      ...whole,
      says: { key: 'explain.nothingTaken.restarted' },
      items: [{ name: 'Turmat', state: 'unknown', money: 'notPaid' }],
    });
  });
});

describe('never approved in time', () => {
  it('a chosen item says so, and nothing is called a reservation', async () => {
    const machine = aMachine();
    machine.till.vending.choose(thermos.sku);
    await machine.shop.clock.pass(130_000);
    const told = await explain(machine);
    expect(told).toMatchObject({
      standing: 'cancelled',
      says: { key: 'explain.notPaid' },
      items: [{ name: 'Termos', state: 'notApproved', money: 'notPaid' }],
    });
    expect(told.steps.map(({ what }) => what.key)).toContain('step.calledOff');
    expect(told.steps.map(({ what }) => what.key)).not.toContain('step.nothingTaken');
  });

  it('approved just as it was called off is told as too late', async () => {
    const machine = aMachine();
    await machine.scan();
    await machine.shop.clock.pass(1000);
    machine.shop.wallet.beforeCancel = (one) => machine.shop.wallet.customer(one, 'AUTHORIZED');
    machine.done();
    await machine.shop.clock.pass(10_000);
    expect(await explain(machine)).toMatchObject({ standing: 'released', says: { key: 'explain.released' } });
  });
});

describe('a staffed till', () => {
  it('has no items', async () => {
    const { till } = await askedToPay();
    const record = await till.record(saleOn(till).id, false);
    if (!record.ok) throw new Error('no record');
    expect(explained(record.value).items).toEqual([]);
  });
});
