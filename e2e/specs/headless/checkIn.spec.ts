/** A customer scans the store's own code with the phone: the token comes by webhook, and everything goes by it. */

import { expect, personalQr, test } from '../../fixtures/counter.ts';
import { aCode } from '../../fixtures/storeCode.ts';
import type { Wallet } from '../../fixtures/wallet.ts';

const kari = '4791234567';
const stranger = '4798765432';

async function scanned(wallet: Wallet, phone: string, code: string): Promise<void> {
  expect(await wallet.scanCode(phone, code)).toBe('done');
}

test('greeted by membership, asked to pay by token, and it is paid', async ({ counter }) => {
  const { till, wallet } = counter;
  const code = await aCode(till);
  await wallet.customer({ phone: kari, does: 'approve', afterMs: 0 });
  await scanned(wallet, kari, code);
  const { customer } = await till.until((seen) => seen.customer?.status === 'member');
  expect(customer).toMatchObject({ masked: '••• 67', proof: 'staticQr' });
  expect(Date.parse(customer?.checkedInUntil ?? '') - Date.now()).toBeGreaterThan(14 * 60_000);

  const found = await till.call('catalogue.search', { text: 'termos' });
  await till.call('basket.add', { sku: (found.ok && found.value[0]?.sku) || '' });
  expect((await till.call('payment.request', {})).ok).toBe(true);
  await till.until((seen) => seen.sale?.payment?.state === 'captured');
  const { payments } = await wallet.books();
  expect(payments).toHaveLength(1);
  expect(payments[0]).toMatchObject({ phone: kari, userFlow: 'PUSH_MESSAGE' });
});

test('the second one waits in sight and is taken by choice', async ({ counter }) => {
  const { till, wallet } = counter;
  const code = await aCode(till);
  await till.call('scan', { text: personalQr(kari) });
  await scanned(wallet, stranger, code);
  const { arrivals, customer } = await till.until((seen) => seen.arrivals[0]?.state === 'here');
  expect([arrivals[0]?.masked, customer?.masked]).toEqual(['••• 32', '••• 67']);
  expect(await till.call('checkIn.take', { id: arrivals[0]?.id ?? '' })).toEqual({ ok: true, value: null });
  expect((await till.state()).customer).toMatchObject({ masked: '••• 32', proof: 'staticQr' });
});

test('a forged message before it and the same one again after it bring one person, once', async ({
  counter,
}) => {
  const { till, wallet } = counter;
  const code = await aCode(till);
  await till.call('scan', { text: personalQr(kari) });
  await wallet.fault({ endpoint: 'webhooks.delivery', what: 'forged', times: 1 });
  await scanned(wallet, stranger, code);
  await wallet.fault({ endpoint: 'webhooks.delivery', what: 'duplicate', times: 1 });
  await scanned(wallet, '4740000003', code);
  const { arrivals } = await till.until(
    (seen) => seen.arrivals.filter(({ state }) => state === 'here').length === 2,
  );
  expect(arrivals.map(({ masked }) => masked)).toEqual(['••• 32', '••• 03']);
  expect(await till.call('webhooks.list', {})).toMatchObject({ value: { refused: 1 } });
  expect((await till.state()).arrivals).toHaveLength(2);
});

test('of several codes it is told at which one somebody stands, under the name that it has now', async ({
  counter,
}) => {
  const { till, wallet } = counter;
  const first = await aCode(till);
  await till.call('scan', { text: personalQr(kari) });
  await scanned(wallet, stranger, first);
  const alone = await till.until((seen) => seen.arrivals.length === 1);
  expect(alone.arrivals[0]?.place).toBeNull();

  const second = await aCode(till, 'Ved utgangen');
  await scanned(wallet, '4740000003', second);
  const both = await till.until((seen) => seen.arrivals.length === 2);
  expect(both.arrivals.map(({ place }) => place)).toEqual(['Kasse 1', 'Ved utgangen']);

  const id = both.arrivals[1]?.qrId ?? '';
  expect(await till.call('staticQr.put', { id, location: 'Ved døren' })).toMatchObject({ ok: true });
  expect((await till.state()).arrivals[1]?.place).toBe('Ved døren');
  expect(await till.call('staticQr.delete', { id })).toMatchObject({ ok: true });
  expect((await till.state()).arrivals.map(({ place }) => place)).toEqual([null, null]);
});

test('a code that was taken away finds nobody, and the service is no longer asked to tell', async ({
  counter,
}) => {
  const { till, wallet } = counter;
  const code = await aCode(till);
  const listed = await till.call('staticQr.list', {});
  const id = (listed.ok && listed.value[0]?.id) || '';
  expect(await till.call('staticQr.delete', { id })).toEqual({ ok: true, value: null });
  expect(await wallet.scanCode(kari, code)).toBe('notFound');
  const seen = await till.call('webhooks.list', {});
  expect(seen).toMatchObject({ ok: true, value: { checkIns: 'none' } });
});
