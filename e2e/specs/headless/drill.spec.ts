/** The recovery drill: at every step the process really dies, really comes back, and the sale is whole. */

import type { DrillStep } from '../../../app/contract/view.ts';
import { type DrilledTill, endSuccessors, expect, personalQr, test } from '../../fixtures/drilled.ts';
import { startHeadless } from '../../fixtures/headless.ts';
import { tillSize } from '../../fixtures/tillHost.ts';
import { browserHost } from '../../fixtures/tillInBrowser.ts';
import { Cashier } from '../../pages/Cashier.ts';
import { SettingsPage } from '../../pages/SettingsPage.ts';

const phone = '4791234567';
/** Of the sample catalogue. */
const vest = { sku: 'UL-003' };

const whole = ['sameSale', 'oneRequest', 'booksAgree', 'nothingReserved'].map((what) => ({ what, ok: true }));

async function arm({ till }: DrilledTill, step: DrillStep): Promise<void> {
  expect(await till.call('training.drill', { step }, 'cashier')).toEqual({ ok: true, value: null });
  expect((await till.state()).drill).toEqual({ step, state: 'armed', checks: [] });
}

async function fill({ till }: DrilledTill): Promise<void> {
  await till.call('scan', { text: personalQr(phone) });
  await till.until((seen) => seen.customer?.status === 'member');
  await till.call('basket.add', vest);
}

/** The call dies with the till, so nobody waits for its answer. */
function dying(call: Promise<unknown>): void {
  call.catch(() => undefined);
}

test('with the goods in the basket', async ({ drilled, wallet }) => {
  const { till } = drilled;
  await till.call('scan', { text: personalQr(phone) });
  await till.until((seen) => seen.customer?.status === 'member');
  await arm(drilled, 'basket');
  dying(till.call('basket.add', { ...vest, quantity: 2 }));
  await drilled.backAgain();
  const { sale, drill } = await till.until((seen) => seen.drill?.state === 'whole');
  expect(sale?.lines).toMatchObject([{ ...vest, quantity: 2 }]);
  expect(drill).toEqual({ step: 'basket', state: 'whole', checks: whole });
  expect((await wallet.books()).payments).toEqual([]);
});

for (const step of ['beforeCreate', 'afterCreate', 'waiting', 'beforeCapture', 'afterCapture'] as const) {
  test(`at ${step}: one request, one capture`, async ({ drilled, wallet }) => {
    const { till } = drilled;
    await wallet.customer({ phone, does: 'approve', afterMs: step === 'waiting' ? 7000 : 500 });
    await fill(drilled);
    const { sale: before } = await till.state();
    await arm(drilled, step);
    dying(till.call('payment.request', {}));
    await drilled.backAgain();
    const { sale, drill } = await till.until((seen) => seen.drill?.state === 'whole');
    expect(drill).toEqual({ step, state: 'whole', checks: whole });
    expect(sale).toMatchObject({ id: before?.id, state: 'paid', lines: before?.lines });
    const total = before?.total.minor;
    const { payments } = await wallet.books();
    expect(payments).toMatchObject([{ amount: total, captured: total, cancelled: 0 }]);
    expect(payments[0]?.events.map(({ name }) => name)).toEqual(['CREATED', 'AUTHORIZED', 'CAPTURED']);
  });
}

test('at refund: the money goes back once', async ({ drilled, wallet }) => {
  const { till } = drilled;
  await wallet.customer({ phone, does: 'approve', afterMs: 0 });
  await fill(drilled);
  await till.call('payment.request', {});
  const { sale } = await till.until((seen) => seen.sale?.state === 'paid');
  await till.call('sale.next', {});
  await arm(drilled, 'refund');
  dying(till.call('refund.request', { saleId: sale?.id ?? '', reason: 'Wrong size' }));
  await drilled.backAgain();
  const { drill } = await till.until((seen) => seen.drill?.state === 'whole');
  expect(drill).toEqual({ step: 'refund', state: 'whole', checks: whole });
  const { payments } = await wallet.books();
  expect(payments[0]?.events.map(({ name }) => name)).toEqual([
    'CREATED',
    'AUTHORIZED',
    'CAPTURED',
    'REFUNDED',
  ]);
});

test('its report survives another start and is gone once it is closed', async ({ drilled, wallet }) => {
  const { till, home } = drilled;
  await arm(drilled, 'basket');
  dying(till.call('basket.add', vest));
  await drilled.backAgain();
  await till.until((seen) => seen.drill?.state === 'whole');
  // The basket changes afterwards: the report tells what was found then.
  await till.call('basket.add', vest);
  endSuccessors(home);

  const third = await startHeadless({ home, environment: wallet.environment });
  expect((await third.state()).drill).toEqual({ step: 'basket', state: 'whole', checks: whole });
  await third.call('training.drill', { step: 'dismiss' });
  expect((await third.state()).drill).toBeNull();
  await third.kill();

  const fourth = await startHeadless({ home, environment: wallet.environment });
  expect((await fourth.state()).drill).toBeNull();
  await fourth.kill();
});

test('called off before its step, nothing dies', async ({ drilled }) => {
  const { till } = drilled;
  await arm(drilled, 'basket');
  await till.call('training.drill', { step: 'dismiss' });
  expect((await till.call('basket.add', vest)).ok).toBe(true);
  expect((await till.state()).drill).toBeNull();
  expect(till.process.signalCode).toBeNull();
});

test('chosen on the page: the page finds the till again and shows the report', async ({
  drilled,
  wallet,
  playwright,
}) => {
  const { till } = drilled;
  await wallet.customer({ phone, does: 'approve', afterMs: 500 });
  await fill(drilled);
  const host = await browserHost(playwright.chromium);
  try {
    const page = await host.pageAt(till.ready.screens.till, tillSize);
    const cashier = new Cashier(page, 'nb');
    await cashier.openSettings();
    const settings = new SettingsPage(cashier);
    await settings.choose(settings.words.practice);
    await settings.main.getByRole('button', { name: 'Før pengene trekkes' }).click();
    await settings.main.getByRole('button', { name: 'Start øvelsen' }).click();
    await expect(settings.main.getByRole('status').filter({ hasText: 'Klar.' })).toBeVisible();
    await page.keyboard.press('Escape');
    const panel = page.getByRole('region', { name: 'Strømbruddsøvelse' });
    await expect(panel).toContainText('Før pengene trekkes');
    await cashier.askFor();
    await drilled.backAgain();
    await expect(panel).toContainText('Salget er helt.');
    await expect(panel.getByRole('listitem')).toHaveCount(4);
    await cashier.expectPaid('479,00');
    await panel.getByRole('button', { name: 'Lukk' }).click();
    await expect(panel).toBeHidden();
  } finally {
    await host.close();
  }
});
