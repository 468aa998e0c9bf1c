/** The process dies where it stands; the next one goes on. */

import { expect, personalQr, test } from '../../fixtures/counter.ts';
import type { HeadlessTill } from '../../fixtures/headless.ts';

const phone = '4791234567';

test('killed while the customer makes up their mind: comes back with that sale and is paid once', async ({
  counter,
}) => {
  const { wallet } = counter;
  await wallet.customer({ phone, does: 'approve', afterMs: 1500 });
  await counter.till.call('scan', { text: personalQr(phone) });
  await counter.till.call('basket.add', { sku: (await anySku(counter.till)).sku });
  const total = (await counter.till.state()).sale?.total.minor;
  await counter.till.call('payment.request', {});

  const till = await counter.restart();
  const { sale, attention } = await till.until((seen) => seen.sale?.payment?.state === 'captured');
  expect(sale).toMatchObject({ state: 'paid', payment: { captured: { minor: total } } });
  expect(attention.map((one) => one.kind)).toContain('attention.recovered');
  const { payments, requests } = await wallet.books();
  expect(payments).toMatchObject([{ captured: total, cancelled: 0 }]);
  expect(requests['epayment.create']).toBe(1);
});

test('killed between approval and capture: captured once, with the key it had written down', async ({
  counter,
}) => {
  const { wallet } = counter;
  await wallet.customer({ phone, does: 'approve', afterMs: 0 });
  // The capture is carried out, and the till never hears of it.
  await wallet.fault({ endpoint: 'epayment.capture', what: 'holdAnswer' });
  await counter.till.call('scan', { text: personalQr(phone) });
  await counter.till.call('basket.add', { sku: (await anySku(counter.till)).sku });
  await counter.till.call('payment.request', {});
  await counter.till.until((seen) => seen.sale?.payment?.state === 'approved');
  await expect.poll(async () => (await wallet.books()).requests['epayment.capture'] ?? 0).toBe(1);

  const till = await counter.restart();
  const { sale } = await till.until((seen) => seen.sale?.payment?.state === 'captured');
  const { payments } = await wallet.books();
  expect(payments).toMatchObject([{ captured: sale?.total.minor }]);
  const keys = payments[0]?.operations.map((one) => one.key) ?? [];
  expect(new Set(keys).size).toBe(2);
});

test('a basket and a parked sale are still there', async ({ counter }) => {
  await counter.till.call('basket.add', { sku: (await anySku(counter.till)).sku, quantity: 3 });
  await counter.till.call('sale.park', {});
  await counter.till.call('basket.add', { sku: (await anySku(counter.till)).sku });
  const till = await counter.restart();
  expect(await till.state()).toMatchObject({ sale: { lines: [{ quantity: 1 }] }, parked: { count: 1 } });
});

async function anySku(till: HeadlessTill): Promise<{ sku: string }> {
  const found = await till.call('catalogue.search', { text: 'termos' });
  if (!found.ok || found.value[0] === undefined) throw new Error('the sample catalogue has no thermos');
  return found.value[0];
}
