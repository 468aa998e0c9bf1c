/**
 * Every state of the checkout in both languages: a picture of each for people to look at, in `test-results/screens`, and
 * nothing in it that does not fit.
 */

import { join } from 'node:path';
import type { TestInfo } from '@playwright/test';
import { expect, personalQr, type Till, test } from '../fixtures/till.ts';
import { tillSize } from '../fixtures/tillHost.ts';
import type { Cashier } from '../pages/Cashier.ts';
import type { CustomerScreen } from '../pages/CustomerScreen.ts';
import { clipped } from '../pages/clipping.ts';
import { DayPage } from '../pages/DayPage.ts';
import { PaymentsPage } from '../pages/PaymentsPage.ts';

const member = '4791234567';
const stranger = '4745454545';
const vest = '2000001047859';
/** Long names and long numbers are what does not fit. */
const many = [
  '2000001047118',
  '2000001048221',
  '2000001049709',
  '2000001050446',
  '2000001050811',
  '2000001047484',
];

type Look = (screen: Cashier | CustomerScreen, name: string) => Promise<void>;

function looking(language: string, info: TestInfo): Look {
  const folder = join('test-results', 'screens', info.project.name, language);
  return async ({ page }, name) => {
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
    expect.soft(await clipped(page), name).toEqual([]);
  };
}

async function fill({ scanner, cashier }: Till): Promise<void> {
  for (const barcode of many) await scanner.scan(barcode);
  await scanner.scan(vest);
  await expect(cashier.line('Ulltrøye dame M')).toBeVisible();
}

for (const language of ['nb', 'en'] as const) {
  test.describe(language, () => {
    test.use({ language });

    test('from a new sale to paid', async ({ till, wallet }, info) => {
      const { cashier, display, scanner } = till;
      const look = looking(language, info);
      const { width, height } = await cashier.page.evaluate(() => ({
        width: innerWidth,
        height: innerHeight,
      }));
      expect({ width, height }).toEqual(tillSize);
      await wallet.customer({ phone: stranger, does: 'manual', enrolment: 'manual' });
      await cashier.expectEmpty();
      await look(cashier, '01-new-sale');
      await display.expectIdle();
      await look(display, '70-idle');

      await scanner.scan(personalQr(stranger));
      await cashier.expectCustomer(cashier.words.notMember);
      await fill(till);
      await look(cashier, '02-not-a-member');
      await cashier.invite();
      await display.expect(display.words.join);
      await look(cashier, '03-invitation-sent');
      await look(display, '73-join');
      const yes = { does: 'manual', enrolment: 'approve', enrolmentAfterMs: 0, givenName: 'Anne-Margrethe' };
      await wallet.customer({ phone: stranger, ...yes });
      await cashier.expectCustomer(cashier.words.newMember);
      await look(cashier, '04-member');
      await display.expect(display.words.youSave);
      await look(display, '72-basket');

      await cashier.askFor();
      await expect(cashier.primary).toContainText(cashier.words.waitingForApproval);
      await look(cashier, '05-waiting');
      await display.expect(display.words.openWallet);
      await look(display, '74-waiting');
      await cashier.button(cashier.words.didNotArrive).click();
      await expect(cashier.primary).toContainText(cashier.words.showOneTimeQr);
      await look(cashier, '05b-did-not-arrive');
      await cashier.page.keyboard.press('F4');
      await expect(cashier.primary).toContainText(cashier.words.sendToNumber);
      await look(cashier, '14b-another-phone');
      await cashier.page.keyboard.press('Control+B');
      await expect(cashier.primary).toContainText(cashier.words.callsOffFirst);
      await look(cashier, '17b-pay-another-way-while-waiting');
      await cashier.page.keyboard.press('F10');
      await cashier.press(cashier.words.showOneTimeQr);
      await display.expectCode();
      await look(cashier, '05c-code-on-the-screen');
      await look(display, '75-one-time-code');
      await wallet.fault({ endpoint: 'epayment.capture', what: 'holdAnswer', afterMs: 3000 });
      await wallet.customer({ phone: 'walkIn', does: 'approve', afterMs: 0 });
      await cashier.expectPayment(cashier.words.approved);
      await look(cashier, '06-approved');
      await expect(cashier.payment.getByRole('heading')).toHaveText(cashier.words.paid);
      await look(cashier, '07-paid');
      await display.expect(display.words.thanks);
      await look(display, '76-thanks');
      const payments = new PaymentsPage(cashier);
      await payments.open();
      await payments.expectExplained('CAPTURED');
      await look(cashier, '41-explain');
      await cashier.page.keyboard.press('F3');
      await expect(payments.refundDialog).toBeVisible();
      await look(cashier, '42-refund');
      await payments.refundBy(cashier.words.all);
      await payments.because(cashier.words.faulty);
      await payments.press(cashier.words.refund);
      await expect(payments.refundDialog).toContainText(cashier.words.bankDays);
      await look(cashier, '42b-refunded');
      await payments.press(cashier.words.close);
      await payments.close();
      const day = new DayPage(cashier);
      await day.open();
      await day.expectCompared(cashier.words.agree);
      await look(cashier, '43-day');
    });

    test('declined, cancelled, released, unknown', async ({ till, wallet }, info) => {
      const { cashier, display, scanner } = till;
      const look = looking(language, info);
      await wallet.customer({ phone: member, does: 'decline', afterMs: 0 });
      await scanner.scan(personalQr(member));
      await display.expect(display.words.helloName);
      await look(display, '71-greeting');
      await fill(till);
      await cashier.askFor();
      await cashier.expectPayment(cashier.words.declined);
      await look(cashier, '08-declined');
      await display.expect(display.words.notCompleted);
      await look(display, '77-not-completed');

      await wallet.customer({ phone: member, does: 'never' });
      await cashier.askAgain();
      await cashier.cancel();
      await cashier.expectPayment(cashier.words.cancelled);
      await look(cashier, '08c-cancelled');

      await wallet.customer({ phone: member, does: 'approveWhileCancelled' });
      await cashier.askFor();
      await cashier.cancel();
      await cashier.expectPayment(cashier.words.released);
      await look(cashier, '08d-released');

      await wallet.customer({ phone: member, does: 'approve', afterMs: 4000 });
      await wallet.fault({ endpoint: 'epayment.create', what: 'dropBefore' });
      await wallet.fault({ endpoint: 'epayment.get', what: 'http5xx', times: 3 });
      await cashier.askAgain();
      await cashier.expectPayment(cashier.words.doNotCharge);
      await look(cashier, '09-unknown');
      await display.expect(display.words.oneMoment);
      await look(display, '78-checking');
      await cashier.serveNext();
      await cashier.page.getByRole('button', { name: cashier.words.needsAttention }).click();
      await look(cashier, '20-needs-attention');
    });

    test('what opens over the basket, and troubles', async ({ till, wallet }, info) => {
      const { cashier, scanner } = till;
      const look = looking(language, info);
      const { keyboard } = cashier.page;
      await scanner.unplug();
      await expect(cashier.primary).toContainText(cashier.words.typeNumber);
      await look(cashier, '10-scanner-unplugged');
      await scanner.plug();
      await cashier.expectEmpty();
      await scanner.scan(vest);
      await cashier.expectTotal('599,00');
      await scanner.scan('5901234123457');
      await expect(cashier.page.getByRole('alert')).toContainText(cashier.words.noItemFound);
      await look(cashier, '11b-unknown-barcode');

      await cashier.search('ull');
      await expect(cashier.primary).toContainText(cashier.words.add);
      await look(cashier, '12-search');
      await keyboard.press('Escape');
      await keyboard.press('F3');
      await expect(cashier.page.getByRole('dialog')).toBeVisible();
      await look(cashier, '13-quantity');
      await keyboard.press('Escape');
      await keyboard.press('F4');
      await expect(cashier.primary).toContainText(cashier.words.lookUp);
      await look(cashier, '14-number');
      await keyboard.press('Escape');
      await cashier.button(cashier.words.payAnotherWay).click();
      await expect(cashier.primary).toContainText(cashier.words.closeSale);
      await look(cashier, '17-pay-another-way');
      await keyboard.press('Escape');
      await cashier.park();
      await cashier.expectEmpty();
      await keyboard.press('F7');
      await expect(cashier.primary).toContainText(cashier.words.openSale);
      await look(cashier, '15-parked');
      await keyboard.press('Escape');
      await keyboard.press('F1');
      await look(cashier, '18-keys');
      await keyboard.press('Escape');
      await cashier.page.getByRole('button', { name: cashier.words.menu, exact: true }).click();
      await expect(cashier.page.getByRole('button', { name: cashier.words.settings })).toBeVisible();
      await look(cashier, '19-menu');
      await keyboard.press('Escape');

      await wallet.close();
      await scanner.scan(personalQr(member));
      await scanner.scan(vest);
      await expect(cashier.page.getByText(cashier.words.noNetwork).first()).toBeVisible();
      await look(cashier, '11-offline');
    });

    test('settings', async ({ till }, info) => {
      const look = looking(language, info);
      await till.cashier.openSettings();
      const sections = till.cashier.page.getByRole('navigation').getByRole('button');
      await expect(sections).toHaveCount(11);
      for (let at = 0; at < 11; at += 1) {
        await sections.nth(at).click();
        await expect(sections.nth(at)).toHaveAttribute('aria-current', 'page');
        await look(till.cashier, `5${at}-settings`);
      }
    });
  });
}
