/** What the till does about every answer without success to a cancel and to a release, through its real clients. */

import { describe, expect, it } from 'vitest';
import type { PaymentReference } from '../../../app/domain/payment.ts';
import {
  answer,
  answerOnce,
  captureElsewhere,
  codeOf,
  codesOf,
  isPaid,
  keptItsDistance,
  rowsWhere,
} from '../testing/answered.ts';
import { kari, type Store } from '../testing/aStore.ts';
import { allIsWell, held, keysOf, paidOnce, takings, waiting } from '../testing/begun.ts';
import type { Row } from '../testing/serviceAnswers.ts';

const closed = (store: Store) => store.at.payment().state === 'cancelled';

describe('cancel before approval', () => {
  it.each(rowsWhere('cancel', 'same'))('$name: the same again under its key', async ({ row }) => {
    const { store, reference } = await waiting();
    answerOnce(store, row);
    void store.at.till().cancelPayment();
    await store.until(() => closed(store));
    expect(keysOf(store, 'cancel').length).toBeGreaterThan(1);
    expect(new Set(keysOf(store, 'cancel'))).toEqual(new Set([`${reference}-cancel-1`]));
    keptItsDistance(store, row);
    expect(held(store, reference).state).toBe('TERMINATED');
    await allIsWell(store);
  });

  it.each(rowsWhere('cancel', 'anew'))('$name: read, and tried anew without hurry', async ({ row }) => {
    const { store, reference } = await waiting();
    answer(store, row);
    void store.at.till().cancelPayment();
    await store.pass(20_000);
    expect(store.at.cashier().sale).toMatchObject({ state: 'paying', payment: { state: 'cancelling' } });
    await store.until(() => closed(store));
    expect(keysOf(store, 'cancel')).toEqual([`${reference}-cancel-1`, `${reference}-cancel-2`]);
    expect(held(store, reference).state).toBe('TERMINATED');
    await allIsWell(store);
  });

  it('6060 and approved indeed: released, and said so', async () => {
    const { store, reference } = await waiting();
    store.kari({ does: 'approveWhileCancelled' });
    await store.done(store.at.till().cancelPayment());
    expect(keysOf(store, 'cancel')).toEqual([`${reference}-cancel-1`, `${reference}-release-1`]);
    expect(store.at.cashier().sale?.payment?.says.key).toBe('payment.released');
    expect(takings(store)).toMatchObject({ captured: 0, reserved: 0 });
    await allIsWell(store);
  });

  it('6250 while the bank is at work: waits, reads, and releases what was approved', async () => {
    const { store, reference } = await waiting();
    store.kari({ does: 'approve', processingMs: 20_000 });
    await store.pass(1000);
    void store.at.till().cancelPayment();
    await store.until(() => closed(store));
    expect(store.line.passed.find(({ call }) => call === 'cancel')?.code).toBe('6250');
    expect(new Set(keysOf(store, 'cancel'))).toEqual(
      new Set([`${reference}-cancel-1`, `${reference}-release-1`]),
    );
    expect(store.at.cashier().sale?.payment?.says.key).toBe('payment.released');
    expect(takings(store)).toMatchObject({ captured: 0, reserved: 0 });
    await allIsWell(store);
  });

  it('6050 and declined indeed: declined', async () => {
    const { store, reference } = await waiting();
    store.line.before('cancel', () => store.service.phoneActs(kari, { kind: 'declinePayment', reference }));
    await store.done(store.at.till().cancelPayment());
    expect(store.at.payment().state).toBe('declined');
    expect(codesOf(store, 'cancel')).toEqual(['6050']);
    await allIsWell(store);
  });

  it('6190 and terminated indeed: cancelled', async () => {
    const { store, reference } = await waiting();
    store.line.before('cancel', () => store.portal.cancel(reference, true, 'portal-1'));
    await store.done(store.at.till().cancelPayment());
    expect(store.at.payment().state).toBe('cancelled');
    expect(keysOf(store, 'cancel')).toEqual([`${reference}-cancel-1`]);
    await allIsWell(store);
  });
});

describe('release of what was approved too late', () => {
  /** The cancel came too late; the release that follows is answered so. */
  async function releasing(row: Row): Promise<{ store: Store; reference: PaymentReference }> {
    const begun = await waiting();
    begun.store.kari({ does: 'approveWhileCancelled' });
    begun.store.line.after('cancel', () => answerOnce(begun.store, row));
    void begun.store.at.till().cancelPayment();
    return begun;
  }
  const releases = (store: Store) => keysOf(store, 'cancel').slice(1);

  it.each(rowsWhere('release', 'same'))('$name: the same again under its key', async ({ row }) => {
    const { store, reference } = await releasing(row);
    await store.until(() => closed(store));
    expect(releases(store).length).toBeGreaterThan(1);
    expect(new Set(releases(store))).toEqual(new Set([`${reference}-release-1`]));
    keptItsDistance(store, row);
    expect(takings(store)).toMatchObject({ captured: 0, reserved: 0 });
    await allIsWell(store);
  });

  it.each(rowsWhere('release', 'anew'))(
    '$name: read, said, and tried anew without hurry',
    async ({ row }) => {
      const { store, reference } = await releasing(row);
      await store.pass(25_000);
      expect(store.at.cashier().sale?.payment?.says.key).toBe('payment.releasing');
      expect(store.at.cashier().attention).toMatchObject([
        { kind: 'attention.releaseWaits', why: { code: codeOf(row) } },
      ]);
      await store.until(() => closed(store));
      expect(releases(store)).toEqual([`${reference}-release-1`, `${reference}-release-2`]);
      expect(store.at.cashier().sale?.payment?.says.key).toBe('payment.released');
      expect(takings(store)).toMatchObject({ captured: 0, reserved: 0 });
      await allIsWell(store);
    },
  );

  it('6040 and captured indeed: paid after all, and said so', async () => {
    const { store, reference } = await waiting();
    store.kari({ does: 'approveWhileCancelled' });
    store.line.after('cancel', () => store.line.before('cancel', () => captureElsewhere(store, reference)));
    await store.done(store.at.till().cancelPayment());
    await store.until(() => isPaid(store));
    expect(codesOf(store, 'cancel')).toEqual(['6060', '6040']);
    expect(takings(store)).toEqual(paidOnce);
    await store.pass(10_000);
    await allIsWell(store);
  });
});
