/** Norwegian and English: the store's language on both screens, the cashier's own, and the customer's own. */

import { expect, personalQr, test } from '../fixtures/till.ts';
import { Cashier } from '../pages/Cashier.ts';
import { CustomerScreen } from '../pages/CustomerScreen.ts';

const member = '4791234567';
/** Of the sample catalogue: 599,00, for members 479,00. */
const vest = '2000001047859';

test.describe('an English store', () => {
  test.use({ language: 'en' });

  test('declined, asked again, paid, in English on both screens', async ({ till, wallet }) => {
    const { cashier, display, scanner } = till;
    await expect(cashier.page.locator('html')).toHaveAttribute('lang', 'en');
    await wallet.customer({ phone: member, does: 'decline', afterMs: 0 });
    await display.expectIdle();
    await scanner.scan(personalQr(member));
    await cashier.expectCustomer('Kari', cashier.words.proven);
    await scanner.scan(vest);
    await cashier.askFor('479,00');
    await cashier.expectPayment(cashier.words.declined, cashier.words.noMoneyTaken);
    await display.expect(display.words.notCompleted);
    await wallet.customer({ phone: member, does: 'approve', afterMs: 0 });
    await cashier.askAgain();
    await cashier.expectPaid('479,00');
    await display.expect(display.words.thanks, display.words.isPaid);
  });
});

test('the cashier reads another language than the store; it is remembered', async ({ till }) => {
  await till.cashier.page.getByRole('button', { name: till.cashier.words.menu, exact: true }).click();
  await till.cashier.page.getByText('English', { exact: true }).click();
  const english = new Cashier(till.cashier.page, 'en');
  await english.expectEmpty();
  await english.page.reload();
  await english.expectEmpty();
  await till.display.expectIdle();
});

test('the customer changes the language of the own screen, and the next one finds the store’s', async ({
  till,
}) => {
  const { cashier, display, scanner } = till;
  await scanner.scan(vest);
  await display.expect(display.words.toPay);
  await display.page.getByRole('button', { name: 'Switch to English' }).click();
  const english = new CustomerScreen(display.page, 'en');
  await english.expect(english.words.toPay);
  await cashier.expectTotal('599,00');
  await cashier.payElsewhere('cash');
  await cashier.next();
  await display.expectIdle();
});
