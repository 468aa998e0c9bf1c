/**
 * From the moment at which the service has the customer's approval to the moment at which the cashier's screen says so:
 * by webhook, and by polling alone. The service's books tell the one, the page the other.
 */

import { randomInt } from 'node:crypto';
import type { Wallet } from '../fixtures/wallet.ts';
import type { Bench } from './applications.ts';
import { type Figure, type Measured, ratioOf } from './figures.ts';
import { openScreens, type Screens } from './screens.ts';

const part = 'Approval';
const samples = 12;
const phone = '4791234567';
/** After the first reading (5 s), at any moment of the pause between two readings (2 s). */
const soonestMs = 5500;
const spreadMs = 2000;

export async function measureApprovals(bench: Bench, wallet: Wallet): Promise<Measured> {
  const home = bench.folder();
  const screens = await openScreens(await bench.till(home), home);
  const hooked: number[] = [];
  const polled: number[] = [];
  try {
    await screens.press('Escape');
    for (let sample = 0; sample < samples; sample += 1) {
      hooked.push(await approval(screens, wallet));
      await wallet.fault({ endpoint: 'webhooks.delivery', what: 'lost', times: 100 });
      polled.push(await approval(screens, wallet));
      await wallet.fault({ clear: 'webhooks.delivery' });
    }
  } finally {
    await screens.close();
  }
  const what = 'approval at the service to “approved” or “paid” on the screen';
  const byWebhook: Figure = {
    key: 'approval.webhook',
    part,
    what: `${what}, with webhook`,
    unit: 'ms',
    values: hooked,
  };
  const byPolling: Figure = {
    key: 'approval.poll',
    part,
    what: `${what}, polling alone`,
    unit: 'ms',
    values: polled,
  };
  return {
    figures: [byWebhook, byPolling],
    ratios: [ratioOf('polling alone / with webhook', byPolling, byWebhook)],
    missing: [],
  };
}

async function approval(screens: Screens, wallet: Wallet): Promise<number> {
  await wallet.customer({ phone, does: 'approve', afterMs: soonestMs + randomInt(0, spreadMs) });
  await screens.call('customer.setPhone', { phone });
  await screens.call('basket.add', { sku: 'UL-003' });
  await screens.reached({ selector: '.watching' }, () => screens.call('payment.request', {}));
  const { reference } = await lastPayment(wallet);
  const paintedAt = await screens.paintedAt({ selector: '.stationsteps' });
  const { events } = await lastPayment(wallet);
  const approvedAt = events.find(({ name }) => name === 'AUTHORIZED')?.at;
  if (approvedAt === undefined) throw new Error(`${reference} was not approved`);
  await screens.reached({ selector: '.station', text: '' }, () => untilPaid(screens));
  return paintedAt - approvedAt;
}

/** The sale leaves the screen only once it is paid. */
async function untilPaid(screens: Screens): Promise<void> {
  for (;;) {
    const left = await screens.call('sale.next', {}).then(
      () => true,
      () => false,
    );
    if (left) return;
  }
}

async function lastPayment(wallet: Wallet) {
  const { payments } = await wallet.books();
  const last = payments.at(-1);
  if (last === undefined) throw new Error('nothing was asked of the service');
  return last;
}
