/** What the till does about every answer without success to a capture, through its real clients. */

import { describe, expect, it } from 'vitest';
import {
  answer,
  answerOnce,
  captureElsewhere,
  codeOf,
  codesOf,
  isPaid,
  keptItsDistance,
  rowsWhere,
  saidNotPaid,
} from '../testing/answered.ts';
import { allIsWell, keysOf, paidOnce, refusal, takings, waiting } from '../testing/begun.ts';

describe('capture', () => {
  it.each(rowsWhere('capture', 'same'))('$name: the same again under its key', async ({ row }) => {
    const { store, reference } = await waiting();
    answerOnce(store, row);
    store.kari({ does: 'approve' });
    await store.until(() => isPaid(store));
    expect(keysOf(store, 'capture').length).toBeGreaterThan(1);
    expect(new Set(keysOf(store, 'capture'))).toEqual(new Set([`${reference}-capture-1`]));
    expect(saidNotPaid(store)).toEqual([]);
    keptItsDistance(store, row);
    expect(takings(store)).toEqual(paidOnce);
    await allIsWell(store);
  });

  it.each(rowsWhere('capture', 'anew'))(
    '$name: read, said, and tried anew without hurry',
    async ({ row }) => {
      const { store, reference } = await waiting();
      answer(store, row);
      store.kari({ does: 'approve' });
      await store.pass(25_000);
      expect(store.at.payment()).toMatchObject({ state: 'approved', refusedWith: codeOf(row) });
      await store.until(() => isPaid(store));
      expect(keysOf(store, 'capture')).toEqual([`${reference}-capture-1`, `${reference}-capture-2`]);
      expect(takings(store)).toEqual(paidOnce);
      await allIsWell(store);
    },
  );

  const passing = rowsWhere('capture', 'anew').filter(({ row }) => codeOf(row) !== '6100');

  it.each(passing)('$name for ever: never paid, and the cashier can give the money back', async ({ row }) => {
    const { store } = await waiting();
    answer(store, row, 100);
    store.kari({ does: 'approve' });
    await store.pass(600_000);
    expect(keysOf(store, 'capture').length).toBeLessThan(8);
    expect(store.at.cashier().sale?.payment?.says.key).toBe('payment.captureDelayed');
    expect(store.at.cashier().attention).toMatchObject([
      { kind: 'attention.captureWaits', why: { code: codeOf(row) } },
    ]);
    expect(refusal(await store.done(store.at.till().cancelPayment()))).toBe(null);
    expect(store.at.cashier().sale?.payment?.state).toBe('cancelled');
    expect(takings(store)).toMatchObject({ captured: 0, reserved: 0 });
    await allIsWell(store);
  });

  it("'6100' for ever: the time is over, so the money goes back by itself and nobody need press anything", async () => {
    const { store } = await waiting();
    const [over] = rowsWhere('capture', 'anew').filter(({ row }) => codeOf(row) === '6100');
    if (over === undefined) throw new Error('6100 has no row');
    answer(store, over.row, 100);
    store.kari({ does: 'approve' });
    await store.pass(600_000);
    expect(keysOf(store, 'capture')).toHaveLength(3);
    expect(store.at.cashier().sale?.payment).toMatchObject({
      state: 'cancelled',
      says: { key: 'payment.lapsed' },
    });
    expect(takings(store)).toMatchObject({ captured: 0, reserved: 0 });
    await allIsWell(store);
  });

  it('6170 and captured indeed: paid', async () => {
    const { store, reference } = await waiting();
    store.line.before('capture', () => captureElsewhere(store, reference));
    store.kari({ does: 'approve' });
    await store.until(() => isPaid(store));
    expect(keysOf(store, 'capture')).toEqual([`${reference}-capture-1`]);
    expect(takings(store)).toEqual(paidOnce);
    await allIsWell(store);
  });

  it('6070 and cancelled indeed: not paid, and said so once the service has', async () => {
    const { store, reference } = await waiting();
    store.line.before('capture', () => store.portal.cancel(reference, false, 'portal-1'));
    store.kari({ does: 'approve' });
    await store.until(() => store.at.payment().state === 'cancelled');
    expect(codesOf(store, 'capture')).toEqual(['6070']);
    expect(takings(store)).toMatchObject({ captured: 0, reserved: 0 });
    await allIsWell(store);
  });
});
