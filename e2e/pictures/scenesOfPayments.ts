/** Pictures of old sales: found, explained, refunded; of the day; of what waits; and of another phone. */

import { DayPage } from '../pages/DayPage.ts';
import { PaymentsPage } from '../pages/PaymentsPage.ts';
import { bigBasket, fill, personalQr, type Scene, smallBasket } from './scene.ts';
import { member, type Stall, stranger } from './stall.ts';

/** A whole sale of this customer, which ends as the customer wishes; then the till moves on. */
async function sell(stall: Stall, phone: string, goods: typeof bigBasket, does: string): Promise<void> {
  await stall.call('training.customer', { phone, does, afterMs: 0 });
  await stall.scanner.scan(personalQr(phone));
  await stall.until((state) => state.customer !== null && state.customer.status !== 'checking');
  await fill(stall, goods);
  await stall.call('payment.request', {});
  const ended = does === 'approve' ? 'captured' : 'declined';
  await stall.until((state) => state.sale?.payment?.state === ended);
  if (does === 'approve') await stall.call('sale.next', {});
  else await stall.call('sale.discard', {});
  await stall.until((state) => state.sale === null);
}

export const paymentsScenes: readonly Scene[] = [
  {
    pictures: ['payments', 'refund', 'refunded', 'explain'],
    async play(stall, take) {
      const { cashier } = stall;
      const { page, words } = cashier;
      await sell(stall, stranger, smallBasket, 'decline');
      await fill(stall, smallBasket);
      await stall.call('sale.paidElsewhere', { method: 'cash' });
      await stall.call('sale.next', {});
      await sell(stall, stranger, smallBasket, 'approve');
      await sell(stall, member, bigBasket, 'approve');

      const payments = new PaymentsPage(cashier);
      await payments.open();
      await payments.expectExplained('CAPTURED');
      await take('payments', page);
      await page.keyboard.press('F3');
      await payments.giveBack('Tursokker merino', 1);
      await payments.because(words.wrongSize);
      await take('refund', page);
      await payments.press(words.refund);
      await payments.refundDialog.getByRole('heading', { name: words.refunded }).waitFor();
      await take('refunded', page);
      await payments.press(words.close);
      await payments.expectExplained(words.partRefunded, 'REFUNDED');
      await payments.row('4 723,20').getByText(words.partRefunded).waitFor();
      await payments.explanation.getByText('REFUNDED').scrollIntoViewIfNeeded();
      await take('explain', page);
    },
  },
  {
    pictures: ['day', 'day-closed'],
    async play(stall, take) {
      const { cashier } = stall;
      await sell(stall, member, bigBasket, 'approve');
      await sell(stall, stranger, smallBasket, 'approve');
      const [newest] = await stall.call('history.search', {});
      const refund = { saleId: newest?.saleId ?? '', amount: 19_900, reason: cashier.words.wrongSize };
      await stall.call('refund.request', refund);
      await stall.call('training.customer', { phone: stranger, does: 'never' });
      await stall.scanner.scan(personalQr(stranger));
      await fill(stall, smallBasket);
      await stall.call('payment.request', {});
      await stall.until((state) => state.sale?.payment?.state === 'waiting');
      await stall.call('sale.park', {});
      const day = new DayPage(cashier);
      await day.open();
      await day.expectCompared(cashier.words.agree);
      await take('day', cashier.page);
      await day.press(cashier.words.resolve);
      await cashier.cancel();
      await cashier.expectPayment(cashier.words.cancelled);
      await stall.call('sale.discard', {});
      await day.open();
      await day.expectCompared(cashier.words.agree);
      await day.press(cashier.words.closeTheDay);
      await day.primary.getByText(cashier.words.dayClosedAt).waitFor();
      await take('day-closed', cashier.page);
    },
  },
  {
    pictures: ['needs-attention'],
    stall: { timesFaster: 1 },
    async play(stall, take) {
      const { cashier, wallet } = stall;
      const { page, words } = cashier;
      await wallet?.customer({ phone: member, does: 'approve', afterMs: 0 });
      await wallet?.fault({ endpoint: 'orderManagement.receipt', what: 'http5xx', times: 1000 });
      await wallet?.fault({ endpoint: 'epayment.capture', what: 'http5xx', times: 1000 });
      await stall.scanner.scan(personalQr(member));
      await fill(stall, bigBasket);
      await cashier.expectCustomer('Kari', words.proven);
      await cashier.askFor();
      await stall.until((state) => state.attention.some((one) => one.kind === 'attention.captureWaits'));
      await cashier.serveNext();
      await cashier.expectEmpty();
      await fill(stall, smallBasket);
      await page.getByRole('button', { name: words.needsAttention }).click();
      await page.getByText(words.notCaptured).waitFor();
      await take('needs-attention', page);
    },
  },
  {
    pictures: ['another-phone'],
    async play(stall, take) {
      const { cashier } = stall;
      const { page, words } = cashier;
      await stall.call('training.customer', { phone: member, does: 'never' });
      await stall.scanner.scan(personalQr(member));
      await fill(stall, bigBasket);
      await cashier.expectCustomer('Kari', words.proven);
      await cashier.askFor();
      await cashier.button(words.didNotArrive).click();
      await page.keyboard.press('F4');
      const layer = page.getByRole('region', { name: words.otherPhone });
      for (const digit of '41234567') await layer.getByRole('button', { name: digit, exact: true }).click();
      await cashier.page.getByText(words.callsOffFirst).waitFor();
      await take('another-phone', page);
    },
  },
];
