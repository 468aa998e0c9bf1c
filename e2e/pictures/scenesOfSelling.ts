/** Pictures from the first scan until the money is asked for, and of the settings. */

import { expect } from '@playwright/test';
import { bigBasket, fill, personalQr, type Scene, smallBasket } from './scene.ts';
import { member, stranger } from './stall.ts';

const anotherMember = '4790000002';

export const sellingScenes: readonly Scene[] = [
  {
    pictures: ['new-sale', 'customer-idle', 'settings-store', 'settings-keys'],
    async play({ cashier, display }, take) {
      await cashier.expectEmpty();
      await take('new-sale', cashier.page);
      await display.expectIdle();
      await take('customer-idle', display.page);
      await cashier.openSettings();
      await cashier.page.getByText('Bekkelund Sport').first().waitFor();
      await take('settings-store', cashier.page);
      await cashier.page.getByRole('navigation').getByText('Nøkler').click();
      // The button takes no press in the first moment after its words have changed.
      await expect(async () => {
        await cashier.page.getByRole('button', { name: 'Test tilkoblingen' }).click({ timeout: 500 });
        await cashier.page.getByText(/^Testet \d/).waitFor({ timeout: 1000 });
      }).toPass();
      await take('settings-keys', cashier.page);
    },
  },
  {
    pictures: ['customer-greeting', 'member-basket', 'customer-basket', 'quantity', 'search'],
    async play(stall, take) {
      const { cashier, display, scanner } = stall;
      await scanner.scan(personalQr(member));
      await display.expect(display.words.helloName);
      await take('customer-greeting', display.page);
      await fill(stall, bigBasket);
      await cashier.expectTotal('4');
      await cashier.expectCustomer(cashier.words.proven);
      await take('member-basket', cashier.page);
      await display.expect(display.words.youSave);
      await take('customer-basket', display.page);

      await cashier.line('Turmat').click();
      await cashier.page.keyboard.press('F3');
      await cashier.page.getByRole('dialog').getByRole('textbox').fill('6');
      await take('quantity', cashier.page);
      await cashier.page.keyboard.press('Escape');
      await cashier.page.getByRole('dialog').waitFor({ state: 'hidden' });

      await cashier.search('term');
      await cashier.page.getByText('Termos stål 0,75 l').nth(1).waitFor();
      await take('search', cashier.page);
    },
  },
  {
    pictures: ['not-a-member', 'invitation', 'customer-join'],
    async play(stall, take) {
      const { cashier, display, scanner } = stall;
      await stall.call('training.customer', { phone: stranger, does: 'never', enrolment: 'never' });
      await scanner.scan(personalQr(stranger));
      await fill(stall, smallBasket);
      await cashier.expectCustomer(cashier.words.notMember, cashier.words.invite);
      await stall.until((state) => state.customer?.status === 'notMember');
      await take('not-a-member', cashier.page);
      await cashier.invite();
      const { customer } = await stall.until((state) => state.customer?.enrolment?.state === 'waiting');
      const code = customer?.enrolment?.bindingMessage ?? '';
      await cashier.expectCustomer(code);
      await take('invitation', cashier.page);
      await display.expect('Bli med i Turklubben?', code);
      await take('customer-join', display.page);
    },
  },
  {
    pictures: ['phone-number'],
    async play({ cashier }, take) {
      await cashier.page.keyboard.press('F4');
      const layer = cashier.page.getByRole('region', { name: cashier.words.customersNumber });
      for (const digit of '9123456') await layer.getByRole('button', { name: digit, exact: true }).click();
      await layer.getByText('••• •• ••').waitFor();
      await take('phone-number', cashier.page);
    },
  },
  {
    pictures: ['parked'],
    async play(stall, take) {
      const { cashier, scanner } = stall;
      await fill(stall, smallBasket);
      await stall.call('sale.park', {});

      await stall.call('training.customer', { phone: anotherMember, does: 'approve', afterMs: 0 });
      await scanner.scan(personalQr(anotherMember));
      await fill(stall, [['TE-002', 1]]);
      await stall.call('payment.request', {});
      await stall.call('sale.park', {});
      await stall.until((state) => state.parked.paid === 1);

      await stall.call('training.customer', { phone: member, does: 'manual' });
      await scanner.scan(personalQr(member));
      await fill(stall, bigBasket);
      await stall.call('payment.request', {});
      await stall.until((state) => state.sale?.payment?.state === 'waiting');
      await stall.call('sale.park', {});

      await cashier.expectEmpty();
      await cashier.page.keyboard.press('F7');
      await cashier.page.getByText('Bekkelund').first().waitFor();
      await cashier.button(cashier.words.openSale).waitFor();
      await take('parked', cashier.page);
    },
  },
];
