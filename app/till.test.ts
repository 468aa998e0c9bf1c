/** The till as a whole, with the world in memory: one story a test, the whole list of what happened as its ending. */

import { describe, expect, it } from 'vitest';
import { saleState } from './domain/sale.ts';
import { currentSale, parkedSales } from './domain/tillState.ts';
import { aShop, kari, paymentOn, personalQr, saleOn, tokenQr } from './testing/shop.ts';
import type { Till } from './till.ts';

const thermos = '2000000010021';
const woolShirt = '2000000010014';

/** Every payment state in the order it was seen. */
function watchStates(till: Till): string[] {
  const seen: string[] = [];
  till.onChange(() => {
    const payment = currentSale(till.state())?.payments.at(-1);
    if (payment && seen.at(-1) !== payment.state) seen.push(payment.state);
  });
  return seen;
}

async function askedToPay(shop = aShop()) {
  const till = shop.open();
  till.start();
  await till.scan(personalQr);
  await till.scan(thermos);
  const states = watchStates(till);
  const requested = await till.requestPayment('push');
  if (!requested.ok) throw new Error(requested.fault.kind);
  const { reference } = requested.value;
  return { shop, till, states, reference };
}

describe('the checkout', () => {
  it('goes from scan to receipt: member price, push, approval, capture, purchase', async () => {
    const shop = aShop();
    const till = shop.open();
    till.start();
    const states = watchStates(till);

    expect(await till.scan(personalQr)).toEqual({ ok: true, value: { meaning: 'customer' } });
    expect(await till.scan(woolShirt)).toEqual({ ok: true, value: { meaning: 'goods' } });
    const { reference } = await requested(till);
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(10_000);

    expect(states).toEqual(['intended', 'waiting', 'approved', 'captured']);
    expect(shop.wallet.ledger(reference)).toMatchObject({
      state: 'AUTHORIZED',
      captured: 47_900,
      cancelled: 0,
    });
    const request = shop.wallet.requests.get(reference);
    expect(request?.amount).toEqual({ minor: 47_900, currency: 'NOK' });
    expect(request?.payer).toEqual({ by: 'phone', msisdn: kari });
    expect(request?.receipt?.lines).toMatchObject([
      { quantity: 1, discount: { minor: 12_000 }, vat: { minor: 9580 } },
    ]);
    expect(shop.purchases).toMatchObject([{ member: 'm-1', total: { minor: 47_900 }, paidBy: 'wallet' }]);
    expect(saleState(saleOn(till))).toBe('paid');
  });

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

  it.each([
    ['ABORTED', 'declined'],
    ['EXPIRED', 'expired'],
  ] as const)('%s: says so, keeps the basket, and can ask again', async (does, state) => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.customer(reference, does);
    await shop.clock.pass(6000);
    expect(paymentOn(till).state).toBe(state);
    expect(saleOn(till).lines).toHaveLength(1);

    const again = await requested(till);
    expect(again.reference).not.toBe(reference);
    shop.wallet.customer(again.reference, 'AUTHORIZED');
    await shop.clock.pass(6000);
    expect(paymentOn(till).state).toBe('captured');
  });

  it('cancels, reads back, and frees the basket', async () => {
    const { shop, till, states, reference } = await askedToPay();
    expect(till.setQuantity(saleOn(till).lines[0]?.id ?? '', 2)).toEqual({
      ok: false,
      fault: { kind: 'basketFrozen' },
    });
    const cancelled = till.cancelPayment();
    await shop.clock.pass(3000);
    expect(await cancelled).toEqual({ ok: true, value: null });
    expect(states).toEqual(['intended', 'waiting', 'cancelling', 'cancelled']);
    expect(shop.wallet.ledger(reference)?.state).toBe('TERMINATED');
    expect(till.setQuantity(saleOn(till).lines[0]?.id ?? '', 2).ok).toBe(true);
  });

  it('releases the money when the customer approves in the moment of the cancel', async () => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.beforeCancel = (which) => shop.wallet.customer(which, 'AUTHORIZED');
    const cancelled = till.cancelPayment();
    await shop.clock.pass(5000);
    await cancelled;
    expect(paymentOn(till)).toMatchObject({ state: 'cancelled', lateApproval: true });
    expect(shop.wallet.ledger(reference)).toMatchObject({
      state: 'AUTHORIZED',
      captured: 0,
      cancelled: 34_900,
    });
  });

  it('resends as a new attempt only after the old one is closed', async () => {
    const { shop, till, reference } = await askedToPay();
    const resent = till.resendPayment('qr');
    await shop.clock.pass(3000);
    expect((await resent).ok).toBe(true);
    expect(shop.wallet.ledger(reference)?.state).toBe('TERMINATED');
    expect(paymentOn(till)).toMatchObject({ state: 'waiting', request: { payer: { by: 'qrOnScreen' } } });
    expect(paymentOn(till).qrImageUrl).toContain('https://qr.test/');
  });

  it('says that push is not allowed and takes a QR instead', async () => {
    const shop = aShop();
    shop.wallet.lose('create', 'pushNotAllowed');
    const { till } = await askedToPay(shop);
    expect(paymentOn(till)).toMatchObject({ state: 'refused', refusal: 'pushNotAllowed' });
    const byQr = await till.requestPayment('qr');
    expect(byQr.ok).toBe(true);
    expect(paymentOn(till).state).toBe('waiting');
  });

  it('asks again without the receipt when that is all the service refused, and sends it after the payment', async () => {
    const shop = aShop();
    shop.wallet.lose('create', 'receiptRefused');
    const { till } = await askedToPay(shop);
    const { reference } = paymentOn(till);
    expect(paymentOn(till).request.receipt).toBeNull();
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(8000);
    expect(paymentOn(till).state).toBe('captured');
    expect(shop.receipts).toEqual([reference]);
    expect(saleOn(till).receipt).toBe('done');
  });

  it('closes a sale as paid elsewhere without the wallet; the member’s purchase counts', async () => {
    const shop = aShop();
    const till = shop.open();
    till.start();
    await till.scan(personalQr);
    await till.scan(thermos);
    expect(till.paidElsewhere('card')).toEqual({ ok: true, value: null });
    await shop.clock.pass(100);
    expect(shop.wallet.calls).toEqual([]);
    expect(shop.purchases).toMatchObject([{ paidBy: 'card', total: { minor: 34_900 } }]);
    expect(till.next()).toEqual({ ok: true, value: null });
    expect(currentSale(till.state())).toBeNull();
  });
});

describe('who the customer is', () => {
  it('a token code needs the exchange', async () => {
    const shop = aShop();
    const till = shop.open();
    till.start();
    shop.world.exchange = 'noAnswer';
    expect(await till.scan(tokenQr)).toEqual({ ok: false, fault: { kind: 'codeNeedsNetwork' } });
    expect(saleOn(till).customer).toBeNull();
    shop.world.exchange = null;
    await till.scan(tokenQr);
    expect(saleOn(till).customer).toMatchObject({
      msisdn: kari,
      proof: 'qrExchange',
      membership: { status: 'member' },
    });
  });

  it('a readable code counts at once, and stands where the exchange cannot be asked', async () => {
    const shop = aShop();
    const till = shop.open();
    till.start();
    shop.world.exchange = 'forbidden';
    const scanned = till.scan(personalQr);
    expect(saleOn(till).customer).toMatchObject({ msisdn: kari, proof: 'qrText' });
    expect((await scanned).ok).toBe(true);
    expect(saleOn(till).customer).toMatchObject({ proof: 'qrText', membership: { status: 'member' } });
  });

  it('a code that the wallet refuses leaves nobody on the till', async () => {
    const shop = aShop();
    const till = shop.open();
    till.start();
    shop.world.exchange = 'codeRefused';
    expect(await till.scan(personalQr)).toEqual({ ok: false, fault: { kind: 'codeRefused' } });
    expect(saleOn(till).customer).toBeNull();
  });

  it('the exchange corrects a number', async () => {
    const shop = aShop();
    const till = shop.open();
    till.start();
    shop.world.exchanged = '4740000001' as typeof kari;
    await till.scan(personalQr);
    expect(saleOn(till).customer).toMatchObject({
      msisdn: '4740000001',
      membership: { status: 'notMember' },
    });
  });

  it('never replaces a customer who is being asked to pay', async () => {
    const { till } = await askedToPay();
    const fault = { kind: 'customerWhilePaying' };
    expect(await till.scan('https://qr.vipps.no/28/2/01/031/4799999999?v=1')).toEqual({ ok: false, fault });
    expect(await till.setPhone('99999999')).toEqual({ ok: false, fault });
    expect(saleOn(till).customer?.msisdn).toBe(kari);
  });

  it('goes on at regular prices where the registry is down, and gives the member price when it is known', async () => {
    const shop = aShop();
    const till = shop.open();
    till.start();
    shop.world.registryDown = true;
    await till.setPhone('+47 912 34 567');
    await till.scan(woolShirt);
    expect(saleOn(till)).toMatchObject({
      memberPrices: false,
      customer: { membership: { status: 'unknown' } },
    });
    shop.world.registryDown = false;
    await till.setPhone('91234567');
    expect(saleOn(till).memberPrices).toBe(true);
  });
});

describe('enrolment', () => {
  const consented = {
    sub: 'sub-1',
    msisdn: '4740000002' as typeof kari,
    name: 'Ola Nordmann',
    givenName: 'Ola',
    email: null,
    channels: { sms: true },
    consentedAt: 0 as never,
    consentText: 'v1',
  };

  it('asks beside the open basket and ends with member prices', async () => {
    const shop = aShop();
    const till = shop.open();
    till.start();
    await till.setPhone('40000002');
    await till.scan(woolShirt);
    const started = await till.startEnrolment();
    expect(started).toMatchObject({ ok: true, value: { state: 'waiting' } });
    expect(saleOn(till).enrolment?.bindingMessage).toMatch(/^[A-Z0-9-]{5,8}$/);
    expect(await till.startEnrolment()).toEqual({ ok: false, fault: { kind: 'enrolmentRunning' } });
    shop.world.login = { kind: 'approved', consented };
    await shop.clock.pass(6000);
    expect(shop.enrolled).toEqual([consented]);
    expect(saleOn(till)).toMatchObject({
      memberPrices: true,
      enrolment: { state: 'joined', consented: null },
    });
  });

  it('keeps what the customer consented to when the till is killed before the registry has it', async () => {
    const shop = aShop();
    const till = shop.open();
    till.start();
    await till.setPhone('40000002');
    await till.startEnrolment();
    shop.world.login = { kind: 'approved', consented };
    shop.world.registryDown = true;
    await shop.clock.pass(6000);
    till.stop();
    shop.world.registryDown = false;
    const next = shop.open();
    next.start();
    await shop.clock.pass(1000);
    expect(shop.enrolled).toEqual([consented]);
    expect(saleOn(next).enrolment?.state).toBe('joined');
  });

  it.each([
    [{ kind: 'refused' }, 'refused'],
    [{ kind: 'expired' }, 'expired'],
  ] as const)('%j ends it and the sale goes on', async (login, state) => {
    const shop = aShop();
    const till = shop.open();
    till.start();
    await till.setPhone('40000002');
    await till.startEnrolment();
    shop.world.login = login;
    await shop.clock.pass(6000);
    expect(saleOn(till).enrolment?.state).toBe(state);
    expect((await till.startEnrolment()).ok).toBe(true);
  });

  it('tells a customer without the wallet apart before any push', async () => {
    const shop = aShop();
    const till = shop.open();
    till.start();
    await till.setPhone('40000002');
    shop.world.walletUser = false;
    expect(await till.startEnrolment()).toMatchObject({ ok: true, value: { state: 'notUser' } });
  });
});

describe('a till that is killed', () => {
  it('while waiting comes back with that sale and goes on', async () => {
    const { shop, till, reference } = await askedToPay();
    till.stop();
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(60_000);
    const next = shop.open();
    next.start();
    expect(paymentOn(next)).toMatchObject({ reference, state: 'waiting' });
    await shop.clock.pass(5000);
    expect(paymentOn(next).state).toBe('captured');
    expect(shop.wallet.calls.filter((one) => one.call === 'create')).toHaveLength(1);
  });

  it('between approval and capture captures once, with the key it had written down', async () => {
    const { shop, till, reference } = await askedToPay();
    shop.wallet.lose('capture', 'after');
    shop.wallet.customer(reference, 'AUTHORIZED');
    till.onChange(() => {
      if (currentSale(till.state())?.payments[0]?.operation?.phase === 'sent') till.stop();
    });
    await shop.clock.pass(6000);
    const next = shop.open();
    next.start();
    await shop.clock.pass(5000);
    expect(paymentOn(next).state).toBe('captured');
    const keys = shop.wallet.calls.filter((one) => one.call === 'capture').map((one) => one.key);
    expect(new Set(keys).size).toBe(1);
    expect(shop.wallet.ledger(reference)?.captured).toBe(34_900);
  });

  it('before the create left the till asks the service and lets nobody pay twice', async () => {
    const shop = aShop();
    const till = shop.open();
    till.start();
    await till.scan(personalQr);
    await till.scan(thermos);
    shop.wallet.lose('create', 'before');
    const pending = till.requestPayment('push');
    await shop.clock.settle();
    till.stop();
    await pending;
    const next = shop.open();
    next.start();
    expect(await next.requestPayment('push')).toEqual({ ok: false, fault: { kind: 'paymentOpen' } });
    await shop.clock.pass(10_000);
    expect(paymentOn(next).state).toBe('waiting');
    expect(new Set(shop.wallet.calls.filter((one) => one.call === 'create').map((one) => one.key)).size).toBe(
      1,
    );
  });

  it('finds parked sales again', async () => {
    const shop = aShop();
    const till = shop.open();
    till.start();
    await till.scan(thermos);
    till.park();
    await till.scan(woolShirt);
    till.stop();
    const next = shop.open();
    next.start();
    expect(parkedSales(next.state())).toHaveLength(1);
    expect(saleOn(next).lines).toMatchObject([{ product: { sku: '1001' } }]);
  });
});

describe('when something fails', () => {
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
    const shop = aShop();
    const till = shop.open();
    till.start();
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
    const written = shop.journal.entries.length;
    shop.wallet.lose('read', ...Array.from({ length: 8 }, () => 'before' as const));
    await shop.clock.pass(60_000);
    expect(shop.journal.entries).toHaveLength(written);
    expect(till.state().service.state).not.toBe('unknown');
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(60_000);
    expect(paymentOn(till).state).toBe('captured');
  });

  it('a parked sale keeps its watch on the payment', async () => {
    const { shop, till, reference } = await askedToPay();
    const { id } = saleOn(till);
    till.park();
    await till.scan(woolShirt);
    shop.wallet.customer(reference, 'AUTHORIZED');
    await shop.clock.pass(10_000);
    expect(parkedSales(till.state()).map(saleState)).toEqual(['paid']);
    expect(till.recall(id)).toEqual({ ok: true, value: null });
    expect(saleState(saleOn(till))).toBe('paid');
    expect(parkedSales(till.state())).toHaveLength(1);
  });
});

async function requested(till: Till): Promise<{ reference: string }> {
  const result = await till.requestPayment('push');
  if (!result.ok) throw new Error(result.fault.kind);
  return result.value;
}
