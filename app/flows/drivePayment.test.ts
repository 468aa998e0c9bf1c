/** A payment is driven to its end, whatever is lost on the way, and nothing is sent that was not written down. */

import { describe, expect, it } from 'vitest';
import { aShop, paymentOn, personalQr, saleOn } from '../testing/shop.ts';
import { aRunningTill, askedToPay, thermos } from '../testing/stories.ts';
import { createTill } from '../till.ts';

describe('a payment on its way', () => {
  it('asks first after 5 s and then every 2 s', async () => {
    const { shop } = await askedToPay();
    const times: number[] = [];
    let known = shop.wallet.calls.length;
    for (let ms = 0; ms < 12_000; ms += 500) {
      await shop.clock.pass(500);
      if (shop.wallet.calls.length > known) times.push(ms + 500);
      known = shop.wallet.calls.length;
    }
    expect(times).toEqual([5000, 7000, 9000, 11_000]);
  });

  it.each(['before', 'after', 'serviceDown', 'badAnswer', 'tooManyRequests', 'busyThere'] as const)(
    'every call of the payment once "%s": paid once all the same',
    async (loss) => {
      const shop = aShop();
      shop.wallet.lose('create', loss);
      const till = shop.open();
      till.start();
      await till.scan(personalQr);
      await till.scan(thermos);
      const pending = till.requestPayment('push');
      await shop.clock.pass(6000);
      await pending;
      const { reference } = paymentOn(till);
      shop.wallet.lose('read', loss);
      shop.wallet.lose('capture', loss);
      shop.wallet.customer(reference, 'AUTHORIZED');
      await shop.clock.pass(20_000);
      expect(paymentOn(till)).toMatchObject({ state: 'captured', operation: null });
      expect(shop.wallet.ledger(reference)).toMatchObject({ captured: 34_900, cancelled: 0 });
    },
  );

  it('a write that cannot be journaled is not sent', async () => {
    const { shop, till } = aRunningTill();
    await till.scan(personalQr);
    await till.scan(thermos);
    shop.journal.fault = { kind: 'diskFull' };
    expect(await till.requestPayment('push')).toEqual({ ok: false, fault: { kind: 'diskFull' } });
    expect(shop.wallet.calls).toEqual([]);
    shop.journal.fault = null;
    expect((await till.requestPayment('push')).ok).toBe(true);
  });

  it('a capture waits for the journal', async () => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.customer(reference, 'AUTHORIZED');
    shop.journal.fault = { kind: 'diskFull' };
    await shop.clock.pass(30_000);
    expect(shop.wallet.calls.filter((one) => one.call === 'capture')).toEqual([]);
    shop.journal.fault = null;
    await shop.clock.pass(10_000);
    expect(paymentOn(till).state).toBe('captured');
  });

  it('goes on asking through an outage and writes nothing down that changed nothing', async () => {
    const { shop, till, reference } = await askedToPay();
    // The first reading brings the first facts, so it is written down; the next ones say the same.
    await shop.clock.pass(6000);
    const written = shop.journal.entries.length;
    shop.wallet.lose('read', ...Array.from({ length: 8 }, () => 'before' as const));
    await shop.clock.pass(10_000);
    expect(till.state().service.state).toBe('down');
    await shop.clock.pass(50_000);
    expect(till.state().service.state).toBe('up');
    expect(shop.journal.entries).toHaveLength(written);

    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(3000);
    expect(paymentOn(till).state).toBe('captured');
  });
});

it('what a call came to is not forgotten while the disk is full', async () => {
  const shop = aShop();
  const { till } = await aRunningTill(shop);
  await till.scan(personalQr);
  await till.scan(thermos);
  // The create is carried out and its answer lost; the disk is full just then; the repeat is refused by a gateway.
  shop.wallet.lose('create', 'after', 'forbidden');
  const asked = till.requestPayment('push');
  shop.journal.fault = { kind: 'diskFull' };
  await shop.clock.pass(20_000);
  shop.journal.fault = null;
  await shop.clock.pass(20_000);
  await asked;
  expect(paymentOn(till).state).toBe('waiting');
});

it('a defect on the way is logged, ends neither the till nor the watch, and the payment goes on', async () => {
  const shop = aShop();
  const logged: string[] = [];
  const { read } = shop.wallet;
  let defects = 2;
  const ports = {
    ...shop.ports,
    log: { ...shop.ports.log, error: (event: string) => void logged.push(event) },
    payments: {
      ...shop.wallet,
      read: (...given: Parameters<typeof read>) => {
        defects -= 1;
        if (defects >= 0) throw new Error('a defect of ours');
        return read(...given);
      },
    },
  };
  const till = createTill(ports, shop.config);
  till.start();
  await till.scan(personalQr);
  await till.scan(thermos);
  await till.requestPayment('push');
  shop.wallet.customer(paymentOn(till).reference, 'AUTHORIZED');
  await shop.clock.pass(60_000);
  expect(logged).toEqual(['defect', 'defect']);
  expect(paymentOn(till).state).toBe('captured');
});

describe('the pace of a payment', () => {
  /** When the service was asked, in ms after the request, from one moment until another. */
  async function readingsBetween(
    shop: Awaited<ReturnType<typeof askedToPay>>['shop'],
    from: number,
    to: number,
  ) {
    await shop.clock.pass(from - shop.clock.monotonic());
    const times: number[] = [];
    let known = shop.wallet.calls.length;
    for (let at = from; at < to; at += 250) {
      await shop.clock.pass(250);
      if (shop.wallet.calls.length > known) times.push(at + 250 - from);
      known = shop.wallet.calls.length;
    }
    return times;
  }
  const gaps = (times: readonly number[]) => times.slice(1).map((at, index) => at - (times[index] ?? 0));

  it('quickens around the end of the ten minutes, and goes on after it until the service says how it ended', async () => {
    const { shop, till, reference } = await askedToPay();
    expect(new Set(gaps(await readingsBetween(shop, 560_000, 580_000)))).toEqual(new Set([2000]));
    expect(new Set(gaps(await readingsBetween(shop, 592_000, 608_000)))).toEqual(new Set([1000]));
    expect(new Set(gaps(await readingsBetween(shop, 620_000, 660_000)))).toEqual(new Set([5000]));
    expect(paymentOn(till).state).toBe('waiting');
    shop.wallet.customer(reference, 'EXPIRED');
    await shop.clock.pass(5000);
    expect(paymentOn(till).state).toBe('expired');
  });

  it('does not change with the wall clock', async () => {
    const { shop, till, reference } = await askedToPay();
    await shop.clock.pass(10_000);
    shop.clock.jump(-86_400_000);
    expect(new Set(gaps(await readingsBetween(shop, 20_000, 40_000)))).toEqual(new Set([2000]));
    shop.clock.jump(3 * 86_400_000);
    expect(new Set(gaps(await readingsBetween(shop, 50_000, 70_000)))).toEqual(new Set([2000]));
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(3000);
    expect(paymentOn(till).state).toBe('captured');
  });

  it('of a capture that is refused for good slows down, and no try uses a key twice', async () => {
    const { shop, reference } = await askedToPay();
    const refused = { kind: 'rejected', code: '6260' } as const;
    shop.wallet.lose('capture', ...Array.from({ length: 60 }, () => refused));
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(4 * 3_600_000);
    const keys = shop.wallet.calls.filter(({ call }) => call === 'capture').map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(5);
    expect(keys.length).toBeLessThan(30);
  });

  it('of a capture whose time is over: the money is released, and where that is over too, it ends there', async () => {
    const { shop, till, reference } = await askedToPay();
    const over = (code: string) => Array.from({ length: 5 }, () => ({ kind: 'rejected', code }) as const);
    shop.wallet.lose('capture', ...over('6100'));
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(600_000);
    expect(paymentOn(till)).toMatchObject({ state: 'cancelled', lapsed: true });
    expect(shop.wallet.ledger(reference)).toMatchObject({ captured: 0, cancelled: 34_900 });

    const second = await askedToPay();
    second.shop.wallet.lose('capture', ...over('6100'));
    second.shop.wallet.lose('cancel', ...over('6030'));
    second.shop.wallet.customer(second.reference, 'AUTHORIZED');
    await second.shop.clock.pass(3_600_000);
    expect(paymentOn(second.till)).toMatchObject({ state: 'cancelled', lapsed: true, operation: null });
    const calls = second.shop.wallet.calls.length;
    await second.shop.clock.pass(3_600_000);
    expect(second.shop.wallet.calls.length).toBe(calls);
  });

  it.each([0, 200, 5000])(
    'tries a refused capture at once when somebody wants it, %i ms after it is told so',
    async (ms) => {
      const { shop, till, reference } = await askedToPay();
      const captures = () => shop.wallet.calls.filter(({ call }) => call === 'capture').length;
      shop.wallet.lose('capture', { kind: 'rejected', code: '6210' });
      shop.wallet.customer(reference, 'AUTHORIZED');
      while (captures() === 0) await shop.clock.pass(100);
      await shop.clock.pass(ms);
      expect(captures()).toBe(1);
      till.hurry(saleOn(till).id);
      await shop.clock.pass(2000);
      expect([captures(), paymentOn(till).state]).toEqual([2, 'captured']);
    },
  );

  it('obeys Retry-After, whoever has a reason to hurry', async () => {
    const { shop, till, reference } = await askedToPay();
    const { read } = shop.wallet;
    let asked = 0;
    shop.wallet.read = async (...given) => {
      asked += 1;
      if (asked > 1) return read(...given);
      return {
        ok: false,
        fault: { kind: 'tooManyRequests', service: { api: 'epayment' }, retryAfterMs: 20_000 },
      };
    };
    await shop.clock.pass(6000);
    expect(asked).toBe(1);
    for (let i = 0; i < 10; i += 1) {
      till.nudge(reference, 'AUTHORIZED');
      await shop.clock.pass(1500);
    }
    expect(asked).toBe(1);
    await shop.clock.pass(10_000);
    expect(asked).toBeGreaterThan(1);
  });
});
