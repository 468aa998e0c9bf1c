/** The end of a day: its figures, the comparison with the service, and a closing that nothing open slips through. */

import { describe, expect, it } from 'vitest';
import { dayReport } from '../contract/viewHistory.ts';
import { saleOn } from '../testing/shop.ts';
import { askedToPay, thermos } from '../testing/stories.ts';

async function aDayWithOneSale() {
  const story = await askedToPay();
  const { shop, till, reference } = story;
  shop.wallet.customer(reference, 'AUTHORIZED');
  await shop.clock.pass(6000);
  const { id } = saleOn(till);
  till.next();
  await shop.clock.pass(1000);
  return { ...story, saleId: id };
}

const nok = (minor: number) => ({ minor, currency: 'NOK' });

describe('the day', () => {
  it('adds up what moved, and says what is left for the cash register', async () => {
    const { shop, till, saleId } = await aDayWithOneSale();
    const refunded = till.refund(saleId, { kind: 'amount', minor: 4900 }, 'Faulty');
    await shop.clock.pass(13_000);
    await refunded;
    const day = till.days.report(till.days.today());
    if (!day.ok) throw new Error('no report');
    expect(dayReport(day.value, null)).toMatchObject({
      date: '2026-11-23',
      today: true,
      approved: { sum: nok(34_900), count: 1 },
      captured: { sum: nok(34_900), count: 1 },
      released: { sum: nok(0), count: 0 },
      refunded: { sum: nok(4900), count: 1 },
      net: nok(30_000),
      hours: [{ hour: 10, members: 1, others: 0 }],
      refundsByReason: [{ reason: 'Faulty', sum: nok(4900) }],
      unresolved: [],
      closed: null,
    });
  });

  it('names what is unresolved and is not closed over it', async () => {
    const { shop, till, reference } = await askedToPay();
    expect(await till.days.close()).toEqual({
      ok: false,
      fault: { kind: 'paymentUnresolved', number: '01-000001', more: 0 },
    });
    till.park();
    await till.scan(thermos);
    expect((await till.days.close()).ok).toBe(false);
    shop.wallet.customer(reference, 'ABORTED');
    await shop.clock.pass(6000);
    expect(await till.days.close()).toMatchObject({ ok: true, value: { closing: { agreed: true } } });
  });

  it('is closed once', async () => {
    const { till } = await aDayWithOneSale();
    const both = await Promise.all([till.days.close(), till.days.close()]);
    expect(both).toMatchObject([{ ok: true }, { ok: false, fault: { kind: 'dayClosed' } }]);
    expect(await till.days.close()).toEqual({ ok: false, fault: { kind: 'dayClosed' } });
  });

  it('finds what was refunded elsewhere, takes it in, and agrees', async () => {
    const { shop, till, reference } = await aDayWithOneSale();
    shop.wallet.refundElsewhere(reference, 900);
    const compared = await till.days.compare(till.days.today());
    expect(compared).toMatchObject({ ok: true, value: { agrees: false, unread: 0 } });
    expect(await till.days.close()).toMatchObject({
      ok: true,
      value: { figures: { refunded: { sum: nok(900) } }, closing: { agreed: true, refunded: nok(900) } },
    });
  });

  it('can be closed without the service, and says that nobody was asked', async () => {
    const { shop, till } = await aDayWithOneSale();
    shop.wallet.lose('read', 'noConnection', 'noConnection');
    expect(await till.days.close()).toMatchObject({ ok: true, value: { closing: { agreed: false } } });
  });

  it('is not closed while nothing can be written', async () => {
    const { shop, till } = await aDayWithOneSale();
    shop.journal.fault = { kind: 'diskFull' };
    expect(await till.days.close()).toEqual({ ok: false, fault: { kind: 'diskFull' } });
    shop.journal.fault = null;
    expect((await till.days.close()).ok).toBe(true);
  });
});
