/**
 * A screen that is only a cashier's: it may look at every payment, and is told in words that a refund and the closing of a
 * day are the manager's.
 */

import { chromium } from '@playwright/test';
import { expect, personalQr, test } from '../../fixtures/counter.ts';
import { tillSize } from '../../fixtures/tillHost.ts';
import { Cashier } from '../../pages/Cashier.ts';
import { DayPage } from '../../pages/DayPage.ts';
import { PaymentsPage } from '../../pages/PaymentsPage.ts';
import { chromiumPath } from '../../runner/machine.ts';

test('a cashier without the manager is refused the refund and the closing: no money goes back, no day is closed', async ({
  counter,
}) => {
  const { till, wallet } = counter;
  const phone = '4791234567';
  await wallet.customer({ phone, does: 'approve', afterMs: 0 });
  await till.call('scan', { text: personalQr(phone) });
  await till.call('basket.add', { barcode: '2000001047859' });
  await till.call('payment.request', {});
  await till.until((seen) => seen.sale?.payment?.state === 'captured');

  const browser = await chromium.launch({
    ...(chromiumPath() !== null && { executablePath: chromiumPath() ?? '' }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage({ viewport: tillSize, locale: 'nb-NO' });
    const { url, tokens } = till.ready;
    await page.goto(`${new URL('/', url).href}#token=${tokens.cashier}&screen=till`);
    const payments = new PaymentsPage(new Cashier(page, 'nb'));
    const { words } = payments;
    await payments.page.getByRole('complementary').waitFor();
    await payments.open();
    await payments.expectExplained('479,00');
    await page.keyboard.press('F3');
    await payments.refundBy(words.all);
    await payments.because(words.faulty);
    await payments.press(`${words.refund} 479,00`);
    await expect(payments.refundDialog.getByRole('alert')).toContainText(words.needsManager);
    await expect(payments.refundDialog.getByRole('alert')).toContainText(words.noMoneyBack);
    await page.keyboard.press('Escape');
    await payments.close();

    const day = new DayPage(new Cashier(page, 'nb'));
    await day.open();
    await day.press(words.closeTheDay);
    await expect(day.foot.getByRole('alert')).toContainText(words.needsManager);
    // What was refused can be pressed again.
    await day.press(words.closeTheDay);
    await expect(day.foot.getByRole('alert')).toContainText(words.needsManager);
  } finally {
    await browser.close();
  }
  expect((await wallet.books()).payments).toMatchObject([{ captured: 47_900 }]);
  expect(await till.call('history.search', { only: 'refunded' })).toEqual({ ok: true, value: [] });
  expect(await till.call('day.report', {})).toMatchObject({ ok: true, value: { closed: null } });
});
