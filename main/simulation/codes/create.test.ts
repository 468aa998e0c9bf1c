/** What the till does about every answer without success to a request and to a reading, through its real clients. */

import { describe, expect, it } from 'vitest';
import {
  answer,
  answerOnce,
  codeOf,
  isPaid,
  keptItsDistance,
  rowsWhere,
  saidNotPaid,
} from '../testing/answered.ts';
import { aStore } from '../testing/aStore.ts';
import { allIsWell, asked, keysOf, paidOnce, takings, waiting, withBasket } from '../testing/begun.ts';
import { nameOf } from '../testing/serviceAnswers.ts';

describe('create', () => {
  it.each(rowsWhere('create', 'told'))('$name is told, and nothing is sent again', async ({ row }) => {
    const store = await aStore();
    await withBasket(store);
    answerOnce(store, row);
    const first = await asked(store);
    expect(store.at.payment()).toMatchObject({ state: 'refused', refusedWith: codeOf(row) });
    expect(store.at.cashier().sale?.payment?.says.key).toBe(`payment.refused.${row.refusal}`);
    await store.pass(900_000);
    expect(new Set(keysOf(store, 'create'))).toEqual(new Set([`${first}-create`]));
    expect(takings(store).requests).toBe(0);
    store.kari({ does: 'approve' });
    expect(await asked(store)).not.toBe(first);
    await store.until(() => isPaid(store));
    expect(takings(store)).toEqual(paidOnce);
    await allIsWell(store);
  });

  it.each(rowsWhere('create', 'later'))(
    '$name is waited for, and the same is sent again',
    async ({ row }) => {
      const store = await aStore();
      await withBasket(store);
      answer(store, row);
      store.kari({ does: 'approve' });
      const reference = await asked(store);
      await store.until(() => isPaid(store));
      expect(keysOf(store, 'create')).toEqual([`${reference}-create`, `${reference}-create`]);
      keptItsDistance(store, row);
      expect(takings(store)).toEqual(paidOnce);
      await allIsWell(store);
    },
  );

  it.each(rowsWhere('create', 'later'))('$name again and again is a refusal', async ({ row }) => {
    const store = await aStore();
    await withBasket(store);
    answer(store, row, 100);
    await asked(store);
    await store.until(() => store.at.payment().state === 'refused');
    expect(keysOf(store, 'create').length).toBe(3);
    expect(takings(store).requests).toBe(0);
    await allIsWell(store);
  });

  it.each(rowsWhere('create', 'asks'))(
    '$name leaves it open: the till reads before it says anything',
    async ({ row }) => {
      const store = await aStore();
      await withBasket(store);
      // The request that is said to be there is there: an earlier send of it arrived.
      if (['4020', '4150', '409'].includes(nameOf(row))) {
        store.line.before('create', async () => {
          const { reference, request, createKey } = store.at.payment();
          await store.portal.create(reference, request, createKey);
          answer(store, row);
        });
      } else answer(store, row);
      store.kari({ does: 'approve' });
      const reference = await asked(store);
      await store.until(() => isPaid(store));
      expect(store.at.told()).toContain('payment.checkingCreate');
      expect(saidNotPaid(store)).toEqual([]);
      expect(store.line.passed.filter(({ call }) => ['create', 'read'].includes(call))[1]?.call).toBe('read');
      expect(new Set(keysOf(store, 'create'))).toEqual(new Set([`${reference}-create`]));
      expect(takings(store)).toEqual(paidOnce);
      await allIsWell(store);
    },
  );
});

describe('read', () => {
  it.each(rowsWhere('read', 'asks'))(
    '$name says nothing about the money: the till asks again, and says that it hears nothing',
    async ({ row }) => {
      const { store } = await waiting();
      answer(store, row, 1000);
      store.kari({ does: 'approve' });
      await store.pass(60_000);
      expect(store.at.cashier().sale?.payment).toMatchObject({
        state: 'waiting',
        checking: true,
        says: { key: 'payment.silent' },
      });
      store.service.clearFaults();
      store.line.clear();
      await store.until(() => isPaid(store));
      expect(saidNotPaid(store)).toEqual([]);
      keptItsDistance(store, row);
      expect(takings(store)).toEqual(paidOnce);
      await allIsWell(store);
    },
  );
});
