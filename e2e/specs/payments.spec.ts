/** Old sales: found, explained, refunded, copied; what waits, tried by hand. The same in both hosts. */

import { expect, personalQr, type Till, test, type Wallet } from '../fixtures/till.ts';
import { PaymentsPage } from '../pages/PaymentsPage.ts';

/** Kari of the sample members, who shows her name. */
const member = '4791234567';
/** Of the sample catalogue: 599,00, for members 479,00. */
const vest = '2000001047859';

/** Kari has bought so many of the vest, and the till has moved on. */
async function sold(till: Till, wallet: Wallet, vests = 1): Promise<PaymentsPage> {
  const { cashier, scanner } = till;
  await wallet.customer({ phone: member, does: 'approve', afterMs: 0 });
  await scanner.scan(personalQr(member));
  await cashier.expectCustomer('Kari');
  await scanner.scan(vest);
  await cashier.expectTotal('479,00');
  if (vests > 1) await cashier.setQuantity(vests);
  await cashier.askFor();
  await cashier.expectPaid('');
  await cashier.next();
  await cashier.expectEmpty();
  return new PaymentsPage(cashier);
}

async function refunded(wallet: Wallet): Promise<readonly number[]> {
  return (await wallet.books()).payments.map(
    (one) => one.operations.filter(({ endpoint }) => endpoint === 'epayment.refund').length,
  );
}

test('a paid sale is found by its amount and explained, with the service’s own word beside the till’s', async ({
  till,
  wallet,
}) => {
  const payments = await sold(till, wallet);
  const { words } = payments;
  await payments.open();
  await expect(payments.row('Kari ••• 67')).toContainText(words.paid);
  await payments.search('480,00');
  await expect(payments.list.getByRole('listitem')).toHaveCount(0);
  await payments.search('479');
  await payments.show('479,00');
  const [payment] = (await wallet.books()).payments;
  await payments.expectExplained('479,00', words.paid, payment?.reference ?? '', 'Kari ••• 67');
  await payments.expectExplained('CREATED', 'AUTHORIZED', 'CAPTURED');
  await payments.only(words.open);
  await expect(payments.list.getByRole('listitem')).toHaveCount(0);
  await payments.search('');
  await payments.close();
  await till.cashier.expectEmpty();
});

test('arrows choose and Enter shows; after the window was loaded again the same stands there', async ({
  till,
  wallet,
}) => {
  const { cashier, scanner } = till;
  const payments = await sold(till, wallet);
  await scanner.scan(vest);
  await cashier.payElsewhere('cash');
  await cashier.next();
  await cashier.expectEmpty();
  await payments.open();
  await payments.expectExplained('599,00');
  await cashier.page.keyboard.press('ArrowDown');
  await cashier.page.keyboard.press('Enter');
  await payments.expectExplained('479,00', 'CAPTURED');
  const before = await payments.explanation.innerText();
  await cashier.page.reload();
  await cashier.expectOpen();
  await payments.open();
  await payments.show('479,00');
  await payments.expectExplained('CAPTURED');
  expect(await payments.explanation.innerText()).toBe(before);
});

test('one of two goes back by line, then the rest; more than that cannot', async ({ till, wallet }) => {
  const payments = await sold(till, wallet, 2);
  const { words, refundDialog } = payments;
  await payments.open();
  await payments.expectExplained('958,00');
  await payments.page.keyboard.press('F3');
  await payments.giveBack('Ulltrøye dame M', 1);
  await payments.because(words.wrongSize);
  await payments.press(`${words.refund} 479,00`);
  await expect(refundDialog).toContainText(words.bankDays);
  await expect(refundDialog).toContainText('479,00');
  await payments.press(words.close);
  await payments.expectExplained(words.partRefunded, words.wrongSize, 'REFUNDED');
  await expect(payments.row('958,00')).toContainText(words.partRefunded);

  await payments.page.keyboard.press('F3');
  await payments.refundBy(words.all);
  await payments.because(words.faulty);
  await payments.press(`${words.refund} 479,00`);
  await expect(refundDialog).toContainText(words.refunded);
  await payments.press(words.close);
  await payments.expectExplained(words.refunded, words.faulty);
  await payments.page.keyboard.press('F3');
  await expect(refundDialog).toBeHidden();
  await payments.only(words.refunds);
  await expect(payments.row('958,00')).toContainText(words.refunded);
  expect(await refunded(wallet)).toEqual([2]);
});

test('a refund that the service refuses: no money went back, and why', async ({ till, wallet }) => {
  const payments = await sold(till, wallet);
  const { words, refundDialog } = payments;
  await wallet.fault({ endpoint: 'epayment.refund', what: 'http4xx', status: 400, code: '5100' });
  await payments.open();
  await payments.expectExplained('CAPTURED');
  await payments.page.keyboard.press('F3');
  await payments.refundBy(words.amount);
  await refundDialog.getByRole('textbox', { name: words.amount }).fill('100');
  await payments.because(words.wrongSize);
  await payments.press(`${words.refund} 100,00`);
  await expect(refundDialog).toContainText(words.refundRefused);
  await expect(refundDialog).toContainText(words.cannotRefund);
  await expect(refundDialog).toContainText(words.noMoneyBack);
  await payments.press(words.close);
  await payments.expectExplained('5100', words.paid);
});

test('the whole explanation is copied as text', async ({ till, wallet }) => {
  const payments = await sold(till, wallet);
  const { words, page } = payments;
  await payments.open();
  await payments.expectExplained('CAPTURED');
  await page.getByRole('button', { name: words.copy }).click();
  await expect(page.getByRole('button', { name: words.copied })).toBeVisible();
  await payments.searchField.focus();
  await page.keyboard.press('Control+V');
  await expect(payments.searchField).toHaveValue(
    new RegExp(`^${words.explainTitle}: 479,00\\s?kr, ${words.paid}`),
  );
});

test('on paper: the explanation alone, marked as training', async ({ till, wallet }) => {
  const payments = await sold(till, wallet);
  const { page, words } = payments;
  await payments.open();
  await payments.expectExplained('CAPTURED');
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.keyboard.press('Control+P');
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
  await page.emulateMedia({ media: 'print' });
  await expect(payments.explanation.getByText('Ikke kvittering for kjøp')).toBeVisible();
  await expect(payments.explanation.getByText('Opplæring', { exact: true })).toBeVisible();
  await expect(payments.searchField).toBeHidden();
  await expect(payments.list).toBeHidden();
  await expect(page.getByRole('button', { name: words.copy })).toBeHidden();
});

test('money that could not be captured waits in “needs attention”; tried by hand, it is paid', async ({
  till,
  wallet,
}) => {
  const { cashier, scanner } = till;
  const { words, page } = cashier;
  await wallet.customer({ phone: member, does: 'approve', afterMs: 0 });
  // After a refusal the till tries again by itself only half a minute later: the hand is first.
  await wallet.fault({ endpoint: 'epayment.capture', what: 'http4xx', times: 1000 });
  await scanner.scan(personalQr(member));
  await scanner.scan(vest);
  await cashier.askFor('479,00');
  await page.getByRole('button', { name: words.needsAttention }).click();
  const panel = page.getByRole('region', { name: words.needsAttention });
  const row = panel.getByRole('listitem').filter({ hasText: words.notCaptured });
  await expect(row).toContainText(words.doNotCharge);
  await cashier.expectTotal('479,00');
  await wallet.fault({ clear: 'all' });
  await row.getByRole('button', { name: words.tryNow }).click();
  await cashier.expectPaid('479,00');
  await expect(panel).toContainText(words.nothingWaits);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  expect((await wallet.books()).payments).toMatchObject([{ captured: 47_900 }]);
});

test('another phone: the first request is closed, membership and prices stay', async ({ till, wallet }) => {
  const { cashier, scanner } = till;
  const { words, page } = cashier;
  await wallet.customer({ phone: member, does: 'never' });
  await wallet.customer({ phone: '4741234567', does: 'approve', afterMs: 0 });
  await scanner.scan(personalQr(member));
  await scanner.scan(vest);
  await cashier.askFor('479,00');
  await cashier.button(words.didNotArrive).click();
  await page.getByRole('button', { name: words.tryAnother }).click();
  const layer = page.getByRole('region', { name: words.otherPhone });
  for (const digit of '41234567') await layer.getByRole('button', { name: digit, exact: true }).click();
  await expect(cashier.primary).toContainText(words.callsOffFirst);
  await cashier.press(words.sendToNumber);
  await cashier.expectPaid('479,00');
  await expect(layer).toBeHidden();
  await cashier.expectCustomer('Kari', '••• 67');
  expect((await wallet.books()).payments).toMatchObject([
    { phone: member, state: 'TERMINATED', captured: 0 },
    { phone: '4741234567', captured: 47_900 },
  ]);
});

test('cancel to change: the lock offers it, and the basket opens when it is cancelled', async ({
  till,
  wallet,
}) => {
  const { cashier, scanner } = till;
  await wallet.customer({ phone: member, does: 'never' });
  await scanner.scan(personalQr(member));
  await scanner.scan(vest);
  await cashier.askFor('479,00');
  await cashier.button(cashier.words.cancelToChange).click();
  await cashier.expectPayment(cashier.words.cancelled, cashier.words.noMoneyTaken);
  await cashier.setQuantity(2);
  await cashier.expectTotal('958,00');
  expect((await wallet.books()).payments).toMatchObject([{ state: 'TERMINATED', authorized: 0 }]);
});

test('paid in cash while the request is open: it is called off first', async ({ till, wallet }) => {
  const { cashier, scanner } = till;
  await wallet.customer({ phone: member, does: 'never' });
  await scanner.scan(personalQr(member));
  await scanner.scan(vest);
  await cashier.askFor('479,00');
  await expect(cashier.primary).toContainText(cashier.words.waitingForApproval);
  await cashier.page.keyboard.press('Control+B');
  await cashier.page.getByRole('radio', { name: new RegExp(`^${cashier.words.cash}`) }).check();
  await cashier.press(cashier.words.closeSale);
  await cashier.expectPayment(cashier.words.paidInCash, '479,00');
  expect((await wallet.books()).payments).toMatchObject([{ state: 'TERMINATED', captured: 0 }]);
});

test('paid after all before it could be called off: said in words, and not taken twice', async ({
  till,
  wallet,
}) => {
  const { cashier, scanner } = till;
  await wallet.customer({ phone: member, does: 'manual' });
  await scanner.scan(personalQr(member));
  await scanner.scan(vest);
  await cashier.askFor('479,00');
  await expect(cashier.primary).toContainText(cashier.words.waitingForApproval);
  await cashier.page.keyboard.press('Control+B');
  await expect(cashier.primary).toContainText(cashier.words.closeSale);
  await wallet.customer({ phone: member, does: 'approve', afterMs: 0 });
  await cashier.expectPaid('479,00');
  await expect(cashier.primary).toContainText(cashier.words.nextCustomer);
});
