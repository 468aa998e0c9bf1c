/** What waits is named: since when, why, and the one thing to do about it. */

import { describe, expect, it } from 'vitest';
import { personalQr, saleOn } from '../testing/shop.ts';
import {
  about,
  aRunningTill,
  askedToPay,
  requested,
  type Shop,
  thermos,
  viewsOf,
} from '../testing/stories.ts';
import { createTill, type Till } from '../till.ts';
import { attentionOf } from './viewAttention.ts';

const seen = (shop: Shop, till: Till) => viewsOf(shop, till).cashier.attention;
const often = <T>(loss: T) => Array.from({ length: 40 }, () => loss);

describe('what needs attention', () => {
  it('a capture that the service refuses, with its code; "try now" tries now', async () => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.lose('capture', ...often({ kind: 'rejected' as const, code: '6260' }).slice(0, 3));
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(40_000);
    expect(seen(shop, till)).toMatchObject([
      {
        kind: 'attention.captureWaits',
        saleId: saleOn(till).id,
        since: '2026-11-23T09:00:05.000Z',
        why: { fault: 'rejected', code: '6260' },
        action: 'retry',
      },
    ]);
    await shop.clock.pass(30_000);
    const tries = () => shop.wallet.calls.filter(({ call }) => call === 'capture').length;
    const before = tries();
    expect(till.hurry(saleOn(till).id)).toEqual({ ok: true, value: null });
    await shop.clock.pass(2000);
    expect(tries()).toBe(before + 1);
  });

  it('the same, when the money will soon go back by itself', async () => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.lose('capture', ...often('serviceDown' as const));
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(60_000);
    const kinds = (captureDays: number) =>
      attentionOf(till.state(), { ...about, captureDays }, shop.clock.now()).map(({ kind }) => kind);
    expect(kinds(180)).toEqual(['attention.captureWaits']);
    expect(kinds(2)).toEqual(['attention.captureDeadline']);
  });

  it('a release that is not done yet', async () => {
    const { shop, till } = await askedToPay();
    shop.wallet.beforeCancel = (one) => {
      shop.wallet.customer(one, 'AUTHORIZED');
      shop.wallet.lose('cancel', ...often('before' as const));
    };
    void till.cancelPayment();
    await shop.clock.pass(60_000);
    expect(seen(shop, till)).toMatchObject([{ kind: 'attention.releaseWaits', action: 'retry' }]);
  });

  it('a refund that is in doubt, although its sale has long left the screen', async () => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(6000);
    const { id } = saleOn(till);
    till.next();
    shop.wallet.lose('refund', ...often('before' as const));
    void till.refund(id, { kind: 'whole' }, 'Faulty');
    await shop.clock.pass(60_000);
    expect(seen(shop, till)).toMatchObject([
      { kind: 'attention.refundWaits', saleId: id, why: { fault: 'noAnswer' }, action: 'retry' },
    ]);
  });

  it('a parked sale of which nobody knows how it ended', async () => {
    const { shop, till } = await askedToPay();
    till.park();
    shop.wallet.lose('read', ...often('noAnswer' as const));
    await shop.clock.pass(60_000);
    expect(seen(shop, till)).toMatchObject([
      { kind: 'attention.outcomeUnknown', why: { fault: 'noAnswer' }, action: 'retry' },
    ]);
  });

  it('a consent that the registry has not taken', async () => {
    const { shop, till } = aRunningTill();
    shop.members.clear();
    await till.scan(personalQr);
    await till.scan(thermos);
    await till.startEnrolment();
    shop.world.login = {
      kind: 'approved',
      consented: {
        sub: 's-1',
        msisdn: '4791234567' as never,
        name: null,
        givenName: 'Kari',
        email: null,
        channels: {},
        consentedAt: shop.clock.now(),
        consentText: 'v1',
      },
    };
    shop.world.registryDown = true;
    await shop.clock.pass(30_000);
    expect(seen(shop, till)).toMatchObject([
      { kind: 'attention.enrolmentWaits', why: { fault: 'noConnection' }, action: 'retry' },
    ]);
    shop.world.registryDown = false;
    till.hurry(saleOn(till).id);
    await shop.clock.pass(10);
    expect(seen(shop, till)).toEqual([]);
    expect(shop.enrolled).toHaveLength(1);
  });

  it('nothing, while all goes its usual way', async () => {
    const { shop, till } = aRunningTill();
    await till.scan(personalQr);
    await till.scan(thermos);
    const { reference } = await requested(till);
    for (let second = 0; second < 4; second += 1) {
      await shop.clock.pass(1000);
      expect(seen(shop, till)).toEqual([]);
    }
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(6000);
    expect(seen(shop, till)).toEqual([]);
  });
});

describe('what staff had parked in the folder of a machine', () => {
  async function parkedThenMachine(ends: 'AUTHORIZED' | 'ABORTED') {
    const { shop, till, reference } = await askedToPay();
    const { id } = saleOn(till);
    till.park();
    shop.wallet.customer(reference, ends);
    await shop.clock.pass(8000);
    till.stop();
    const machine = createTill(shop.ports, { ...shop.config, unattended: true });
    machine.start();
    const atMachine = { ...about, till: { ...about.till, kind: 'unattended' as const } };
    return { shop, machine, id, seen: () => attentionOf(machine.state(), atMachine, shop.clock.now()) };
  }

  it('is told where it was paid, leads to its payment, and is over once all went back', async () => {
    const { shop, machine, id, seen } = await parkedThenMachine('AUTHORIZED');
    expect(seen()).toMatchObject([{ kind: 'attention.staffsSalePaid', saleId: id, action: 'explain' }]);
    expect(machine.recall(id)).toMatchObject({ ok: false, fault: { kind: 'staffedOnly' } });
    const refunded = machine.refund(id, { kind: 'whole' }, 'Not handed out');
    await shop.clock.pass(8000);
    expect(await refunded).toMatchObject({ ok: true });
    expect(seen()).toEqual([]);
  });

  it('is nothing to look at where nothing was paid', async () => {
    const { seen } = await parkedThenMachine('ABORTED');
    expect(seen()).toEqual([]);
  });
});
