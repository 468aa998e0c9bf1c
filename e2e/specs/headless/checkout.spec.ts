/** The checkout over the contract: a till in plain Node, a wallet in a process of its own, nothing in memory between them. */

import { expect, personalQr, test } from '../../fixtures/counter.ts';
import type { HeadlessTill } from '../../fixtures/headless.ts';

const phone = '4791234567';

async function aBasket(till: HeadlessTill): Promise<number> {
  const found = await till.call('catalogue.search', { text: 'termos' });
  if (!found.ok || found.value[0] === undefined) throw new Error('the sample catalogue has no thermos');
  expect((await till.call('basket.add', { sku: found.value[0].sku, quantity: 2 })).ok).toBe(true);
  return (await till.state()).sale?.total.minor ?? 0;
}

async function paymentEnds(till: HeadlessTill, state: string) {
  const { sale } = await till.until((seen) => seen.sale?.payment?.state === state);
  return { sale, payment: sale?.payment ?? null };
}

async function theOnlyPayment(wallet: { books(): Promise<{ payments: readonly unknown[] }> }) {
  const { payments } = await wallet.books();
  expect(payments).toHaveLength(1);
  return payments[0];
}

test('scan, goods, request, approval: captured in full, with the receipt at the service', async ({
  counter,
}) => {
  const { till, wallet } = counter;
  await wallet.customer({ phone, does: 'approve', afterMs: 0 });
  expect(await till.call('scan', { text: personalQr(phone) })).toEqual({
    ok: true,
    value: { meaning: 'customer' },
  });
  const total = await aBasket(till);
  expect((await till.call('payment.request', {})).ok).toBe(true);
  const { sale, payment } = await paymentEnds(till, 'captured');

  expect(sale).toMatchObject({ state: 'paid', total: { minor: total } });
  expect(payment).toMatchObject({
    captured: { minor: total },
    checking: false,
    says: { key: 'payment.paid' },
  });
  expect(await theOnlyPayment(wallet)).toMatchObject({
    reference: payment?.reference,
    phone,
    userFlow: 'PUSH_MESSAGE',
    customerInteraction: 'CUSTOMER_PRESENT',
    amount: total,
    captured: total,
    receiptAddsUp: true,
    metadata: { saleId: sale?.id },
  });
  expect(await till.call('sale.next', {})).toEqual({ ok: true, value: null });
  expect((await till.state()).sale).toBeNull();
});

test('a token code is exchanged; the number never leaves the till unmasked', async ({ counter }) => {
  const { till, wallet } = counter;
  await wallet.customer({ phone: '4540000007', does: 'approve', afterMs: 0 });
  const code = await wallet.personalQr('4540000007');
  expect(code).toMatch(/^https:\/\/qr\.mobilepay\.dk\/p\//);
  await till.call('scan', { text: code });
  expect((await till.state()).customer).toMatchObject({ masked: '••• 07', proof: 'qrExchange' });
  expect(JSON.stringify(await till.state())).not.toContain('40000007');
  await aBasket(till);
  await till.call('payment.request', {});
  await paymentEnds(till, 'captured');
});

test('a typed number', async ({ counter }) => {
  const { till, wallet } = counter;
  await wallet.customer({ phone: '4540506070', does: 'approve', afterMs: 0 });
  expect(await till.call('customer.setPhone', { phone: '+45 40 50 60 70' })).toMatchObject({ ok: true });
  expect((await till.state()).customer).toMatchObject({ masked: '••• 70', proof: 'typed' });
  await aBasket(till);
  await till.call('payment.request', {});
  await paymentEnds(till, 'captured');
});

test('a customer who is no member is enrolled first and gets the member price', async ({ counter }) => {
  const { till, wallet } = counter;
  const phone = '4745454545';
  await wallet.customer({ phone, does: 'approve', afterMs: 0, enrolment: 'approve', enrolmentAfterMs: 0 });
  await till.call('scan', { text: personalQr(phone) });
  expect((await till.state()).customer).toMatchObject({ status: 'notMember' });
  const goods = await till.call('catalogue.search', { text: 'ulltrøye dame' });
  const sku = goods.ok ? (goods.value.find((one) => one.memberPrice !== null)?.sku ?? '') : '';
  await till.call('basket.add', { sku });
  const before = (await till.state()).sale?.total.minor ?? 0;
  expect(await till.call('enrolment.start', {})).toMatchObject({ ok: true, value: { state: 'waiting' } });
  const { sale, customer } = await till.until((seen) => seen.customer?.status === 'member');
  expect(customer?.enrolment?.state).toBe('joined');
  expect(sale?.total.minor).toBeLessThan(before);
  await till.call('payment.request', {});
  const { payment } = await paymentEnds(till, 'captured');
  expect(payment?.captured).toEqual(sale?.total);
});

test('a decline keeps the basket and takes no money', async ({ counter }) => {
  const { till, wallet } = counter;
  await wallet.customer({ phone, does: 'decline', afterMs: 0 });
  await till.call('scan', { text: personalQr(phone) });
  await aBasket(till);
  await till.call('payment.request', {});
  const { sale } = await paymentEnds(till, 'declined');
  expect(sale).toMatchObject({ state: 'open', lines: [{ quantity: 2 }] });
  expect(await theOnlyPayment(wallet)).toMatchObject({ state: 'ABORTED', captured: 0 });
});

test.describe('with time running a hundred times as fast at the service', () => {
  test.use({ timesFaster: 100 });

  test('a request that nobody answers runs out', async ({ counter }) => {
    const { till, wallet } = counter;
    await wallet.customer({ phone, does: 'never' });
    await till.call('scan', { text: personalQr(phone) });
    await aBasket(till);
    await till.call('payment.request', {});
    await paymentEnds(till, 'expired');
    expect(await theOnlyPayment(wallet)).toMatchObject({ state: 'EXPIRED', captured: 0 });
  });
});

test('a cancel closes the request and reads it back', async ({ counter }) => {
  const { till, wallet } = counter;
  await wallet.customer({ phone, does: 'never' });
  await till.call('scan', { text: personalQr(phone) });
  await aBasket(till);
  await till.call('payment.request', {});
  expect(await till.call('basket.add', { barcode: 'x' })).toMatchObject({ ok: false });
  expect(await till.call('payment.cancel', {})).toEqual({ ok: true, value: null });
  const { payment } = await paymentEnds(till, 'cancelled');
  expect(payment?.says.key).toBe('payment.cancelled');
  expect(await theOnlyPayment(wallet)).toMatchObject({ state: 'TERMINATED', authorized: 0 });
});

test('a cancel that loses the race: the money is released, and the till says so', async ({ counter }) => {
  const { till, wallet } = counter;
  await wallet.customer({ phone, does: 'approveWhileCancelled' });
  await till.call('scan', { text: personalQr(phone) });
  const total = await aBasket(till);
  await till.call('payment.request', {});
  await till.call('payment.cancel', {});
  const { payment } = await paymentEnds(till, 'cancelled');
  expect(payment).toMatchObject({ says: { key: 'payment.released' }, captured: { minor: 0 } });
  expect(payment?.steps.map((step) => step.what.key)).toContain('step.released');
  expect(await theOnlyPayment(wallet)).toMatchObject({ state: 'AUTHORIZED', captured: 0, cancelled: total });
});

test('push is not allowed: a QR on the customer’s screen instead', async ({ counter }) => {
  const { till, wallet } = counter;
  await wallet.fault({ endpoint: 'epayment.create', what: 'http4xx', status: 400, code: '5080' });
  await till.call('scan', { text: personalQr(phone) });
  await aBasket(till);
  await till.call('payment.request', {});
  expect((await till.state()).sale?.payment).toMatchObject({
    state: 'refused',
    says: { key: 'payment.refused.pushNotAllowed' },
  });
  await wallet.customer({ phone: 'walkIn', does: 'never' });
  expect((await till.call('payment.request', { via: 'qr' })).ok).toBe(true);
  const { payment } = await paymentEnds(till, 'waiting');
  const image = await till.fetch(payment?.qrImage ?? '', {
    headers: { authorization: `Bearer ${till.ready.tokens.display}` },
  });
  expect(image.headers.get('content-type')).toContain('image/svg+xml');
});

test('nobody to ask at this number', async ({ counter }) => {
  const { till, wallet } = counter;
  await wallet.customer({ phone: '4740000009', does: 'noWallet' });
  await till.call('customer.setPhone', { phone: '40000009' });
  await aBasket(till);
  await till.call('payment.request', {});
  expect((await till.state()).sale?.payment).toMatchObject({
    state: 'refused',
    says: { key: 'payment.refused.cannotSendToNumber' },
  });
  expect((await wallet.books()).payments).toEqual([]);
});

test('paid elsewhere sends nothing to the wallet', async ({ counter }) => {
  const { till, wallet } = counter;
  await aBasket(till);
  expect(await till.call('sale.paidElsewhere', { method: 'cash' })).toEqual({ ok: true, value: null });
  expect((await till.state()).sale).toMatchObject({ state: 'paidElsewhere', paidElsewhere: 'cash' });
  expect((await wallet.books()).payments).toEqual([]);
});
