/** Pictures from the request for the money to whatever it comes to. */

import { bigBasket, fill, personalQr, type Scene } from './scene.ts';
import { member, type Stall } from './stall.ts';

/** A member with a basket whose payment was asked for; the customer then does so. */
async function asked(stall: Stall, does: string, afterMs = 0): Promise<void> {
  await stall.call('training.customer', { phone: member, does, afterMs });
  await stall.scanner.scan(personalQr(member));
  await fill(stall, bigBasket);
  await stall.cashier.expectCustomer('Kari', stall.cashier.words.proven);
  await stall.cashier.askFor();
}

export const payingScenes: readonly Scene[] = [
  {
    pictures: ['waiting', 'customer-waiting', 'phone', 'did-not-arrive', 'customer-qr', 'waiting-qr'],
    async play(stall, take) {
      const { cashier, display } = stall;
      await asked(stall, 'manual');
      await stall.until((state) => state.sale?.payment?.state === 'waiting');
      await cashier.page.getByText('Sjekket for').waitFor();
      await take('waiting', cashier.page);
      await display.expect(display.words.toPay);
      await take('customer-waiting', display.page);

      const phone = await stall.phone();
      await phone.getByTestId('approve-payment').waitFor();
      await take('phone', phone);

      await cashier.button(cashier.words.didNotArrive).click();
      await cashier.button(cashier.words.showOneTimeQr).waitFor();
      await take('did-not-arrive', cashier.page);

      await stall.call('training.customer', { phone: 'walkIn', does: 'manual' });
      await cashier.press(cashier.words.showOneTimeQr);
      await display.expect(display.words.scanTheCode);
      await display.expectCode();
      await take('customer-qr', display.page);
      await cashier.page.getByText('Sjekket for').waitFor();
      await take('waiting-qr', cashier.page);
    },
  },
  {
    pictures: ['approved', 'paid', 'customer-thanks'],
    async play(stall, take) {
      const { cashier, display } = stall;
      await stall.call('training.fault', { endpoint: 'epayment.capture', what: 'slow', afterMs: 4000 });
      await asked(stall, 'approve');
      await stall.until((state) => state.sale?.payment?.state === 'approved');
      await cashier.expectPayment('Godkjent');
      await take('approved', cashier.page);
      await cashier.expectPaid('');
      await display.expect(display.words.thanks);
      await take('customer-thanks', display.page);
      await take('paid', cashier.page);
    },
  },
  {
    pictures: ['declined', 'customer-not-completed'],
    async play(stall, take) {
      const { cashier, display } = stall;
      await asked(stall, 'decline');
      await cashier.expectPayment(cashier.words.declined, cashier.words.noMoneyTaken);
      await take('declined', cashier.page);
      await display.expect(display.words.notCompleted);
      await take('customer-not-completed', display.page);
    },
  },
  {
    pictures: ['cancelled'],
    async play(stall, take) {
      const { cashier } = stall;
      await asked(stall, 'never');
      await cashier.cancel();
      await cashier.expectPayment(cashier.words.cancelled, cashier.words.noMoneyTaken);
      await take('cancelled', cashier.page);
    },
  },
  {
    pictures: ['released'],
    async play(stall, take) {
      const { cashier } = stall;
      await asked(stall, 'approveWhileCancelled');
      await cashier.cancel();
      await cashier.expectPayment(cashier.words.released);
      await take('released', cashier.page);
    },
  },
  {
    pictures: ['ran-out'],
    stall: { timesFaster: 100 },
    async play(stall, take) {
      await asked(stall, 'never');
      await stall.until((state) => state.sale?.payment?.state === 'expired');
      await stall.cashier.expectPayment('Kravet løp ut');
      await take('ran-out', stall.cashier.page);
    },
  },
];
