/** Customers who scan the store's own code: served, waiting their turn, too late, and how they are asked to pay. */

import { describe, expect, it } from 'vitest';
import { err, ok } from '../kernel/result.ts';
import { instant } from '../kernel/time.ts';
import { kari, paymentOn, personalQr, saleOn } from '../testing/shop.ts';
import { aRunningTill, requested, thermos, viewsOf } from '../testing/stories.ts';

const other = '4740000002';
const minute = 60_000;

async function aTill() {
  const { shop, till } = aRunningTill();
  const scan = async (phone: string, over: { readonly age?: number } = {}) => {
    const initiatedAt = instant(shop.clock.now() - (over.age ?? 0));
    till.checkedIn({ customerToken: `token-${phone}`, qrId: 'kasse-1-a', initiatedAt });
    await shop.clock.settle();
  };
  const waiting = () => viewsOf(shop, till).cashier.arrivals.map(({ masked, state }) => `${masked} ${state}`);
  const first = () => till.state().arrivals[0]?.id ?? '';
  return { shop, till, scan, waiting, first };
}

describe('a customer who scans the store’s code', () => {
  it('is served at once where nobody is, before and after the goods', async () => {
    for (const goodsFirst of [false, true]) {
      const { till, scan, waiting } = await aTill();
      if (goodsFirst) await till.scan(thermos);
      await scan(kari);
      expect(saleOn(till).customer).toMatchObject({
        msisdn: kari,
        proof: 'staticQr',
        membership: { status: 'member' },
      });
      expect(waiting()).toEqual([]);
    }
  });

  it('replaces nobody: the second waits until the cashier chooses, and the first waits then', async () => {
    const { till, scan, waiting, first } = await aTill();
    await scan(kari);
    await scan(other);
    expect(saleOn(till).customer?.msisdn).toBe(kari);
    expect(waiting()).toEqual(['••• 02 here']);
    expect(await till.takeArrival(first())).toEqual(ok(null));
    expect(saleOn(till).customer?.msisdn).toBe(other);
    expect(waiting()).toEqual(['••• 67 here']);
    expect(till.dismissArrival(first())).toEqual(ok(null));
    expect(waiting()).toEqual([]);
  });

  it('at the same moment as another: the first is served, the other waits, and nobody is lost', async () => {
    const { shop, till, waiting } = await aTill();
    for (const phone of [kari, other])
      till.checkedIn({ customerToken: `token-${phone}`, qrId: 'kasse-1-a', initiatedAt: shop.clock.now() });
    expect(waiting()).toEqual(['••• reading', '••• reading']);
    await shop.clock.settle();
    expect(saleOn(till).customer?.msisdn).toBe(kari);
    expect(waiting()).toEqual(['••• 02 here']);
  });

  it('is not taken while another one is asked to pay, and can be after', async () => {
    const { shop, till, scan, waiting, first } = await aTill();
    await till.scan(personalQr);
    await till.scan(thermos);
    const { reference } = await requested(till);
    await scan(other);
    expect(await till.takeArrival(first())).toEqual(err({ kind: 'customerWhilePaying' }));
    expect(saleOn(till).customer?.msisdn).toBe(kari);
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(10_000);
    expect(waiting()).toEqual(['••• 02 here']);
    expect(await till.takeArrival(first())).toEqual(ok(null));
    expect(saleOn(till).customer?.msisdn).toBe(other);
    expect(saleOn(till).lines).toEqual([]);
  });

  it('who was scanned already is the same person, now by check-in', async () => {
    const { till, scan, waiting } = await aTill();
    await till.setPhone('91234567');
    await scan(kari);
    expect(saleOn(till).customer).toMatchObject({ proof: 'staticQr', membership: { status: 'member' } });
    expect(waiting()).toEqual([]);
  });

  it('twice the same token is one check-in', async () => {
    const { till, scan, waiting } = await aTill();
    await scan(kari);
    await scan(kari);
    expect(waiting()).toEqual([]);
    expect(
      till
        .state()
        .entries.get(saleOn(till).id)
        ?.filter(({ event }) => event.kind === 'customerIdentified'),
    ).toHaveLength(1);
  });
});

describe('fifteen minutes', () => {
  it('after them nobody waits any more, and taking one says why', async () => {
    const { shop, till, scan, waiting, first } = await aTill();
    await till.scan(personalQr);
    await scan(other);
    const id = first();
    await shop.clock.pass(15 * minute - 1);
    expect(waiting()).toHaveLength(1);
    await shop.clock.pass(1);
    expect(waiting()).toEqual([]);
    expect(await till.takeArrival(id)).toEqual(err({ kind: 'checkInOver' }));
  });

  it('are counted from the scan, not from the webhook; one that comes an hour late is nobody', async () => {
    const { shop, till, scan, waiting } = await aTill();
    await till.scan(personalQr);
    await scan(other, { age: 10 * minute });
    expect(waiting()).toHaveLength(1);
    await shop.clock.pass(5 * minute);
    expect(waiting()).toEqual([]);
    await scan('4740000003', { age: 60 * minute });
    expect(waiting()).toEqual([]);
  });

  it('a scan from the future, by clocks that differ, is a scan of now', async () => {
    const { shop, till, scan, waiting } = await aTill();
    await till.scan(personalQr);
    await scan(other, { age: -30 * minute });
    await shop.clock.pass(15 * minute);
    expect(waiting()).toEqual([]);
  });
});

describe('the wallet’s exchange', () => {
  it('that cannot be asked leaves one who can be tried again', async () => {
    const { shop, till, scan, waiting, first } = await aTill();
    shop.world.exchange = 'noAnswer';
    await scan(kari);
    expect(waiting()).toEqual(['••• unreadable']);
    expect(await till.takeArrival(first())).toEqual(err({ kind: 'codeNeedsNetwork' }));
    shop.world.exchange = null;
    expect(await till.takeArrival(first())).toEqual(ok(null));
    expect(saleOn(till).customer?.msisdn).toBe(kari);
  });

  it('that refuses the token leaves nobody', async () => {
    const { shop, scan, waiting } = await aTill();
    shop.world.exchange = 'codeRefused';
    await scan(kari);
    expect(waiting()).toEqual([]);
  });
});

describe('the token', () => {
  it('asks for the payment and for the membership while it lives; after that the number does', async () => {
    const { shop, till, scan } = await aTill();
    await scan(other);
    await till.scan(thermos);
    await till.startEnrolment();
    expect(shop.logins.at(-1)?.customerToken).toBe(`token-${other}`);
    const { reference } = await requested(till);
    expect(shop.wallet.requests.get(reference)?.payer).toEqual({
      by: 'customerToken',
      customerToken: `token-${other}`,
    });

    shop.wallet.customer(reference, 'ABORTED');
    await shop.clock.pass(15 * minute);
    const again = await requested(till);
    expect(shop.wallet.requests.get(again.reference)?.payer).toEqual({ by: 'phone', msisdn: other });
    expect(paymentOn(till).reference).toBe(again.reference);
  });
});
