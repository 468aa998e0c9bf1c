/**
 * The line is cut at each call of the flow in turn. The till says what happened and goes on when the line returns; in
 * the end the customer has paid once, or nothing, and the service's books say the same.
 */

import type { CashierView } from '../../../app/contract/view.ts';
import { type Counter, expect, personalQr, test } from '../../fixtures/counter.ts';

const phone = '4791234567';
const failures = ['dropBefore', 'dropAfter', 'http5xx', 'malformed', 'tooMany'] as const;

async function askFor({ till, wallet }: Counter, does: string): Promise<void> {
  await wallet.customer({ phone, does, afterMs: 0 });
  await till.call('scan', { text: personalQr(phone) });
  await till.call('basket.add', { sku: await anySku(till) });
}

async function anySku(till: Counter['till']): Promise<string> {
  const found = await till.call('catalogue.search', { text: 'termos' });
  if (!found.ok || found.value[0] === undefined) throw new Error('the sample catalogue has no thermos');
  return found.value[0].sku;
}

const stateOf = (seen: CashierView) => seen.sale?.payment?.state;

for (const endpoint of ['epayment.create', 'epayment.get', 'epayment.capture'] as const) {
  for (const what of failures) {
    test(`${endpoint} ${what}: paid once all the same`, async ({ counter }) => {
      const { till, wallet } = counter;
      await askFor(counter, 'approve');
      await wallet.fault({ endpoint, what });
      expect((await till.call('payment.request', {})).ok).toBe(true);
      const { sale } = await till.until((seen) => stateOf(seen) === 'captured');
      const { payments } = await wallet.books();
      expect(payments).toMatchObject([{ state: 'AUTHORIZED', captured: sale?.total.minor, cancelled: 0 }]);
      expect(sale?.payment).toMatchObject({ checking: false, says: { key: 'payment.paid' } });
    });
  }
}

for (const what of failures) {
  test(`epayment.cancel ${what}: closed all the same`, async ({ counter }) => {
    const { till, wallet } = counter;
    await askFor(counter, 'never');
    await till.call('payment.request', {});
    await wallet.fault({ endpoint: 'epayment.cancel', what });
    await till.call('payment.cancel', {});
    await till.until((seen) => stateOf(seen) === 'cancelled');
    expect((await wallet.books()).payments).toMatchObject([{ state: 'TERMINATED', authorized: 0 }]);
  });
}

test('no answer to the create: the till locks the sale and says that it is asking', async ({ counter }) => {
  const { till, wallet } = counter;
  await askFor(counter, 'approve');
  await wallet.fault({ endpoint: 'epayment.create', what: 'dropBefore' });
  await wallet.fault({ endpoint: 'epayment.get', what: 'http5xx', times: 3 });
  const asked = till.call('payment.request', {});
  const { sale, service } = await till.until((seen) => seen.sale?.payment?.checking === true);
  expect(sale).toMatchObject({ state: 'paying', payment: { says: { key: 'payment.checkingCreate' } } });
  expect(service.state).toBe('down');
  await asked;
  expect(await till.call('payment.request', {})).toEqual({ ok: false, fault: { kind: 'paymentOpen' } });
  await till.until((seen) => stateOf(seen) === 'captured');
  expect((await wallet.books()).payments).toHaveLength(1);
});

test('the wallet cannot be reached at all: nothing was sent, the basket is kept, and it works when the line returns', async ({
  counter,
}) => {
  const { till, wallet } = counter;
  await askFor(counter, 'approve');
  await wallet.close();
  await till.call('payment.request', {});
  const { sale } = await till.until((seen) => ['refused', 'intended'].includes(stateOf(seen) ?? ''));
  expect(sale?.lines).toHaveLength(1);
  expect(sale?.payment).toMatchObject({ state: 'refused', says: { key: 'payment.refused.noConnection' } });
  expect(await till.call('scan', { text: 'https://qr.vipps.no/p/some-token' })).toEqual({
    ok: false,
    fault: { kind: 'codeNeedsNetwork' },
  });
  expect((await till.call('sale.park', {})).ok).toBe(true);
});

test('the exchange is away: a readable code stands and says so by its proof', async ({ counter }) => {
  const { till, wallet } = counter;
  await wallet.fault({ endpoint: 'qr.exchange', what: 'http5xx', times: 5 });
  expect((await till.call('scan', { text: personalQr(phone) })).ok).toBe(true);
  expect((await till.state()).customer).toMatchObject({ proof: 'qrText', status: 'member' });
});

test('the login push is lost: it says so, and the sale goes on', async ({ counter }) => {
  const { till, wallet } = counter;
  const stranger = '4745454545';
  await wallet.customer({ phone: stranger, does: 'approve', afterMs: 0 });
  await wallet.fault({ endpoint: 'login.start', what: 'dropBefore', times: 3 });
  await till.call('scan', { text: personalQr(stranger) });
  await till.call('basket.add', { sku: await anySku(till) });
  expect(await till.call('enrolment.start', {})).toMatchObject({ ok: true, value: { state: 'failed' } });
  expect((await till.state()).customer?.enrolment?.says.key).toBe('enrolment.failed');
  await till.call('payment.request', {});
  await till.until((seen) => stateOf(seen) === 'captured');
});
