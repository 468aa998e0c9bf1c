/** What the till does about every answer without success to a refund, through its real clients. */

import { describe, expect, it } from 'vitest';
import { money } from '../../../app/domain/money.ts';
import { answer, answerOnce, codeOf, codesOf, keptItsDistance, rowsWhere } from '../testing/answered.ts';
import type { Store } from '../testing/aStore.ts';
import { allIsWell, keysOf, paid, paidOnce, price, saleOn, takings } from '../testing/begun.ts';

describe('refund', () => {
  const refund = (store: Store) =>
    store.done(store.at.till().refund(saleOn(store.at), { kind: 'whole' }, 'returned'));
  const outcomes = (store: Store) =>
    store.at
      .till()
      .state()
      .sales.get(saleOn(store.at))
      ?.refunds.map(({ outcome, code }) => [outcome, code]);

  it.each(rowsWhere('refund', 'same'))(
    '$name: the same again under its key, and back once',
    async ({ row }) => {
      const { store, reference } = await paid();
      answerOnce(store, row);
      await refund(store);
      await store.until(() => store.at.payment().state === 'refunded');
      expect(keysOf(store, 'refund').length).toBeGreaterThan(1);
      expect(new Set(keysOf(store, 'refund'))).toEqual(new Set([`${reference}-refund-1`]));
      keptItsDistance(store, row);
      expect(outcomes(store)).toEqual([['done', null]]);
      expect(takings(store)).toEqual({ ...paidOnce, refunded: price });
      await allIsWell(store);
    },
  );

  it.each(rowsWhere('refund', 'told'))('$name: read, told, and nothing is sent again', async ({ row }) => {
    const { store, reference } = await paid();
    answer(store, row);
    await refund(store);
    await store.pass(900_000);
    expect(outcomes(store)).toEqual([['refused', codeOf(row)]]);
    expect(keysOf(store, 'refund')).toEqual([`${reference}-refund-1`]);
    expect(takings(store)).toEqual(paidOnce);
    await refund(store);
    expect(keysOf(store, 'refund')).toEqual([`${reference}-refund-1`, `${reference}-refund-2`]);
    expect(takings(store)).toEqual({ ...paidOnce, refunded: price });
    await allIsWell(store);
  });

  it('6150 and a part refunded elsewhere indeed: told, and not sent twice', async () => {
    const { store, reference } = await paid();
    store.line.before('refund', () => store.portal.refund(reference, money(5000, 'NOK'), 'portal-refund'));
    await refund(store);
    expect(outcomes(store)).toEqual([['refused', '6150']]);
    expect(takings(store)).toEqual({ ...paidOnce, refunded: 5000 });
    await allIsWell(store);
  });

  it('6180 and all of it refunded elsewhere indeed: it went back once, whoever sent it', async () => {
    const { store, reference } = await paid();
    store.line.before('refund', () => store.portal.refund(reference, money(price, 'NOK'), 'portal-refund'));
    await refund(store);
    expect(codesOf(store, 'refund')).toEqual(['6180']);
    expect(store.at.payment().state).toBe('refunded');
    expect(takings(store)).toEqual({ ...paidOnce, refunded: price });
    await allIsWell(store);
  });
});
