/** Money that goes back: never more than was captured, never twice, and what came of it is always told. */

import { describe, expect, it } from 'vitest';
import { explained } from '../contract/viewExplain.ts';
import type { RefundAsk } from '../domain/refund.ts';
import { currentPayment, type Sale } from '../domain/sale.ts';
import { foldSale } from '../domain/saleFold.ts';
import { aShop, personalQr, saleOn } from '../testing/shop.ts';
import { aRunningTill, requested, thermos, woolShirt } from '../testing/stories.ts';

/** Three thermoses at 349,00 and a member's shirt at 479,00, paid and off the screen. */
async function aPaidSale() {
  const { shop, till } = aRunningTill();
  await till.scan(personalQr);
  await till.scan(thermos);
  till.setQuantity(saleOn(till).lines[0]?.id ?? '', 3);
  await till.scan(woolShirt);
  const { reference } = await requested(till);
  shop.wallet.customer(reference, 'AUTHORIZED');
  await shop.clock.pass(6000);
  const sale = saleOn(till);
  till.next();
  await shop.clock.pass(1000);
  expect(till.state().sales.size).toBe(0);
  const refund = async (ask: RefundAsk, reason = 'Wrong size') => {
    const asked = till.refund(sale.id, ask, reason);
    await shop.clock.pass(13_000);
    return asked;
  };
  const now = (): Sale => {
    const read = shop.journal.sale(sale.id);
    const folded = read.ok ? foldSale(read.value) : null;
    if (folded === null) throw new Error('the sale has gone');
    return folded;
  };
  return { shop, till, sale, reference, refund, now, lines: sale.lines.map(({ id }) => id) };
}

const whole: RefundAsk = { kind: 'whole' };

describe('a refund', () => {
  it('of the whole sends back all that was captured, with its lines', async () => {
    const { shop, refund, reference, now } = await aPaidSale();
    expect(await refund(whole)).toMatchObject({
      ok: true,
      value: {
        refund: { outcome: 'done', amount: { minor: 152_600 }, lines: [{ quantity: 3 }, { quantity: 1 }] },
      },
    });
    expect(shop.wallet.ledger(reference)).toMatchObject({ captured: 152_600, refunded: 152_600 });
    expect(currentPayment(now())?.state).toBe('refunded');
    expect(await refund(whole)).toEqual({ ok: false, fault: { kind: 'refundNotPossible' } });
  });

  it('by line, several times, adds up to the sale to the øre', async () => {
    const { shop, refund, reference, lines } = await aPaidSale();
    const [bottles = '', shirt = ''] = lines;
    const line = (id: string, quantity: number): RefundAsk => ({
      kind: 'lines',
      lines: [{ line: id as never, quantity }],
    });
    expect(await refund(line(bottles, 1))).toMatchObject({
      value: { refund: { amount: { minor: 34_900 } } },
    });
    expect(await refund(line(bottles, 3))).toEqual({
      ok: false,
      fault: { kind: 'quantityOutOfRange', least: 1, most: 2 },
    });
    expect(await refund(line(bottles, 2))).toMatchObject({
      value: { refund: { amount: { minor: 69_800 } } },
    });
    expect(await refund(line(shirt, 1))).toMatchObject({ value: { refund: { amount: { minor: 47_900 } } } });
    expect(shop.wallet.ledger(reference)?.refunded).toBe(152_600);
  });

  it('by amount is capped at what is left, whatever was said before', async () => {
    const { shop, refund, reference } = await aPaidSale();
    expect((await refund({ kind: 'amount', minor: 100_000 })).ok).toBe(true);
    expect(await refund({ kind: 'amount', minor: 52_601 })).toEqual({
      ok: false,
      fault: { kind: 'refundTooMuch', most: 52_600 },
    });
    expect((await refund({ kind: 'amount', minor: 52_600 })).ok).toBe(true);
    expect(shop.wallet.ledger(reference)?.refunded).toBe(152_600);
  });

  it('needs a reason, and a sale that was paid', async () => {
    const { till, refund } = await aPaidSale();
    expect(await refund(whole, '  ')).toEqual({ ok: false, fault: { kind: 'reasonMissing' } });
    expect(await till.refund('nobody' as never, whole, 'r')).toEqual({
      ok: false,
      fault: { kind: 'saleUnknown' },
    });
  });

  it('asked twice at once goes back once', async () => {
    const { shop, till, sale, reference } = await aPaidSale();
    const both = Promise.all([till.refund(sale.id, whole, 'r'), till.refund(sale.id, whole, 'r')]);
    await shop.clock.pass(13_000);
    expect(await both).toMatchObject([{ ok: true }, { ok: false, fault: { kind: 'refundUnderway' } }]);
    expect(shop.wallet.ledger(reference)?.refunded).toBe(152_600);
  });

  it.each(['before', 'after', 'serviceDown', 'tooManyRequests', 'busyThere'] as const)(
    'whose answer is lost "%s" is sent again with the same key, and goes back once',
    async (loss) => {
      const { shop, refund, reference } = await aPaidSale();
      shop.wallet.lose('refund', loss, loss);
      await refund({ kind: 'amount', minor: 10_000 });
      await shop.clock.pass(60_000);
      const sent = shop.wallet.calls.filter(({ call }) => call === 'refund');
      expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
      expect(shop.wallet.ledger(reference)?.refunded).toBe(10_000);
    },
  );

  it('that is in doubt bars the next one until its outcome is known', async () => {
    const { shop, till, sale, refund, reference } = await aPaidSale();
    shop.wallet.lose('refund', 'after');
    const first = till.refund(sale.id, { kind: 'amount', minor: 100_000 }, 'r');
    await shop.clock.pass(10);
    shop.wallet.lose('read', ...Array.from({ length: 9 }, () => 'before' as const));
    await shop.clock.pass(13_000);
    expect(await first).toMatchObject({ ok: true, value: { refund: { outcome: 'underway' } } });
    expect(await refund({ kind: 'amount', minor: 50_000 })).toEqual({
      ok: false,
      fault: { kind: 'refundUnderway' },
    });
    await shop.clock.pass(120_000);
    expect(shop.wallet.ledger(reference)?.refunded).toBe(100_000);
    expect(await refund({ kind: 'amount', minor: 100_000 })).toEqual({
      ok: false,
      fault: { kind: 'refundTooMuch', most: 52_600 },
    });
  });

  it('that the service refuses for good is told, with its code, and nothing went back', async () => {
    const { shop, refund, now } = await aPaidSale();
    shop.wallet.lose('refund', { kind: 'rejected', code: '6220' });
    expect(await refund({ kind: 'amount', minor: 100 })).toMatchObject({
      ok: true,
      value: { refund: { outcome: 'refused', code: '6220' } },
    });
    expect(currentPayment(now())).toMatchObject({ state: 'captured', operation: null });
    expect((await refund({ kind: 'amount', minor: 100 })).ok).toBe(true);
  });

  it('made in the business portal is seen before the cap is believed, and stands in the explanation', async () => {
    const { shop, till, sale, refund, reference } = await aPaidSale();
    shop.wallet.refundElsewhere(reference, 150_000);
    expect(await refund({ kind: 'amount', minor: 10_000 })).toEqual({
      ok: false,
      fault: { kind: 'refundTooMuch', most: 2600 },
    });
    const record = await till.record(sale.id, true);
    if (!record.ok) throw new Error('no record');
    expect(record.value.sale.outsideRefunds).toMatchObject([{ amount: { minor: 150_000 } }]);
    expect(explained(record.value)).toMatchObject({
      standing: 'partlyRefunded',
      says: { key: 'explain.refundedInPart', with: { back: { minor: 150_000 } } },
      refundable: { minor: 2600 },
    });
  });

  it('that is under way when the till is killed is carried out by the next one, once', async () => {
    const { shop, till, sale, reference } = await aPaidSale();
    shop.wallet.lose('refund', 'after');
    void till.refund(sale.id, { kind: 'amount', minor: 5000 }, 'Faulty');
    await shop.clock.pass(10);
    till.stop();
    const next = shop.open();
    expect(next.start().ok).toBe(true);
    expect(next.state().sales.size).toBe(1);
    await shop.clock.pass(20_000);
    expect(shop.wallet.ledger(reference)?.refunded).toBe(5000);
    expect(next.state().sales.size).toBe(0);
    const keys = shop.wallet.calls.filter(({ call }) => call === 'refund').map(({ key }) => key);
    expect(new Set(keys).size).toBe(1);
  });

  it('is not sent when it cannot be written down', async () => {
    const { shop, till, sale } = await aPaidSale();
    shop.journal.fault = { kind: 'diskFull' };
    expect(await till.refund(sale.id, whole, 'r')).toEqual({ ok: false, fault: { kind: 'diskFull' } });
    expect(shop.wallet.calls.filter(({ call }) => call === 'refund')).toEqual([]);
  });
});

describe('what was sold for nothing by the wallet', () => {
  it('has nothing to give back', async () => {
    const shop = aShop();
    const till = shop.open();
    till.start();
    await till.scan(thermos);
    const { id } = saleOn(till);
    await till.paidElsewhere('cash');
    expect(await till.refund(id, whole, 'r')).toEqual({ ok: false, fault: { kind: 'refundNotPossible' } });
  });
});
