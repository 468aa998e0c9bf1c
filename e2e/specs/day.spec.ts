/** The day: looked at, compared with the wallet, not closed while a payment waits, then closed. The same in both hosts. */

import { readFileSync } from 'node:fs';
import { expect, personalQr, type Till, test, type Wallet } from '../fixtures/till.ts';
import { DayPage } from '../pages/DayPage.ts';

/** Kari of the sample members. */
const member = '4791234567';
const stranger = '4745454545';
/** Of the sample catalogue: 599,00, for members 479,00. */
const vest = '2000001047859';

/** Through the contract: this customer buys the vest, pays, and the till has moved on. Answers the sale's id. */
async function sold(till: Till, wallet: Wallet, phone: string): Promise<string> {
  await wallet.customer({ phone, does: 'approve', afterMs: 0 });
  await asked(till, phone);
  await expect.poll(async () => (await till.state()).sale?.payment?.state).toBe('captured');
  const saleId = (await till.state()).sale?.id ?? '';
  expect(await till.call('sale.next', {})).toMatchObject({ ok: true });
  return saleId;
}

async function asked(till: Till, phone: string): Promise<void> {
  expect(await till.call('scan', { text: personalQr(phone) })).toMatchObject({ ok: true });
  await expect.poll(async () => (await till.state()).customer?.status ?? 'checking').not.toBe('checking');
  expect(await till.call('basket.add', { barcode: vest })).toMatchObject({ ok: true });
  expect(await till.call('payment.request', {})).toMatchObject({ ok: true });
}

test('two sold, one refunded: the figures, the hours, the reasons, and the wallet says the same', async ({
  till,
  wallet,
}) => {
  await sold(till, wallet, member);
  const saleId = await sold(till, wallet, stranger);
  const refund = await till.call('refund.request', { saleId, amount: 10_000, reason: 'Feil størrelse' });
  expect(refund).toMatchObject({ ok: true, value: { outcome: 'done' } });

  const day = new DayPage(till.cashier);
  const { words } = day;
  await day.open();
  await day.expectFigure(words.captured, '1 078,00'.replace(' ', '\u00a0'), '2 betalinger');
  await day.expectFigure(words.refunded, '\u2212100,00', '1 refusjon');
  await day.expectFigure(words.net, '978,00');
  await day.expectFigure(words.toResolve, '0', 'ingenting er åpent');
  await day.expectCompared(words.agree);
  await expect(day.comparison.getByText(words.agrees, { exact: true })).toHaveCount(4);
  const hours = day.main.getByRole('region', { name: words.perHour }).getByRole('table');
  const counts = await hours.getByRole('row').allInnerTexts();
  const sums = counts.slice(1).map((row) => row.trim().split(/\s+/).slice(1).map(Number));
  expect(sums.reduce(([a = 0, b = 0], [c = 0, d = 0]) => [a + c, b + d], [0, 0])).toEqual([1, 1]);
  await expect(day.page.getByRole('region', { name: words.refundsByReason })).toContainText('Feil størrelse');
  await expect(day.page.getByRole('region', { name: words.memberShare })).toContainText('50 %');
  await expect(day.primary).toContainText(words.closeTheDay);

  await day.choose(words.yesterday);
  await expect(day.primary).toContainText(words.notClosed);
  await day.expectFigure(words.captured, '0,00');
  await day.back();
  await till.cashier.expectEmpty();
});

test('a day with a payment that waits is not closed; resolved, it is, and once', async ({ till, wallet }) => {
  const { cashier } = till;
  await sold(till, wallet, member);
  await wallet.customer({ phone: stranger, does: 'never' });
  await asked(till, stranger);
  expect(await till.call('sale.park', {})).toMatchObject({ ok: true });

  const day = new DayPage(cashier);
  const { words } = day;
  await day.open();
  await day.expectFigure(words.toResolve, '1', '599,00');
  await expect(day.main.getByRole('region', { name: words.toResolve })).toContainText('••• 45');
  expect(await till.call('day.close', {})).toMatchObject({
    ok: false,
    fault: { kind: 'paymentUnresolved', more: 0 },
  });
  await day.enter(`${words.resolve} 599,00`);
  await expect(day.main).toBeHidden();
  await cashier.expectTotal('599,00');
  await cashier.cancel();
  await cashier.expectPayment(words.cancelled, words.noMoneyTaken);
  expect(await till.call('sale.discard', {})).toMatchObject({ ok: true });

  await day.open();
  await day.expectFigure(words.captured, '479,00', '1 betaling');
  await day.press(words.closeTheDay);
  await expect(day.primary).toContainText(words.dayClosedAt);
  await expect(day.foot).toContainText(words.agree.replace('stemmer', 'stemte'));
  await expect(day.primary).toHaveAttribute('aria-disabled', 'true');
  expect(await till.call('day.close', {})).toEqual({ ok: false, fault: { kind: 'dayClosed' } });

  await till.restart();
  const again = new DayPage(till.cashier);
  await again.open();
  await expect(again.primary).toContainText(words.dayClosedAt);
});

test('what could not be read at the wallet is told, and read when it is compared again', async ({
  till,
  wallet,
}) => {
  await sold(till, wallet, member);
  await wallet.fault({ endpoint: 'epayment.get', what: 'http5xx', times: 1000 });
  const day = new DayPage(till.cashier);
  const { words } = day;
  await day.open();
  await expect(day.comparison.getByRole('status')).toContainText(words.notRead);
  await wallet.fault({ clear: 'all' });
  await day.comparison.getByRole('button', { name: words.compare }).click();
  await day.expectCompared(words.agree);
  await expect(day.comparison.getByRole('status')).not.toContainText(words.notRead);
});

test('the day goes out as a file, or as text where no file can be kept', async ({ till, wallet }, info) => {
  await sold(till, wallet, member);
  const day = new DayPage(till.cashier);
  const { page, words } = day;
  await day.open();
  await day.expectCompared(words.agree);
  const line = 'Vipps-avstemming;Trukket;479,00;;1';
  if (info.project.name === 'electron') {
    await page.getByRole('button', { name: words.export }).click();
    await expect(page.getByRole('button', { name: words.copied })).toBeVisible();
    await day.back();
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+V');
    await expect(till.cashier.searchField).toHaveValue(new RegExp(line));
    return;
  }
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: words.export }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^klubbkassa-.+-\d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync(await file.path(), 'utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(text.split('\r\n')).toContain(line);
});

test('on paper: figures and comparison, marked as training and as no X or Z', async ({ till, wallet }) => {
  await sold(till, wallet, member);
  const day = new DayPage(till.cashier);
  const { page, words } = day;
  await day.open();
  await day.expectCompared(words.agree);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.keyboard.press('Control+P');
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
  await page.emulateMedia({ media: 'print' });
  await expect(day.main.getByText('Ikke en X\u2011 eller Z\u2011rapport')).toBeVisible();
  await expect(day.main.getByText('Opplæring', { exact: true })).toBeVisible();
  await expect(day.comparison.getByRole('table')).toBeVisible();
  await expect(day.primary).toBeHidden();
  await expect(page.getByRole('button', { name: words.export })).toBeHidden();
});
