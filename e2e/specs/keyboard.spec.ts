/** A cashier without a mouse. */

import { expect, test } from '../fixtures/till.ts';

const member = '4791234567';

test('a whole sale by keyboard: number, goods, quantity, request, next', async ({ till, wallet }) => {
  const { cashier } = till;
  const { keyboard } = cashier.page;
  await wallet.customer({ phone: member, does: 'approve', afterMs: 0 });

  await keyboard.press('F4');
  await keyboard.type('91234567', { delay: 90 });
  await cashier.enter(cashier.words.lookUp);
  await cashier.expectCustomer('Kari');

  await keyboard.press('F2');
  await keyboard.type('ulltrøye dame', { delay: 90 });
  await keyboard.press('ArrowDown');
  await cashier.enter(`${cashier.words.add} Ulltrøye dame M`);
  await expect(cashier.searchField).toBeHidden();
  await cashier.expectTotal('479,00');
  await keyboard.press('F3');
  await keyboard.type('2', { delay: 90 });
  await expect(cashier.page.getByRole('dialog')).toContainText('958,00');
  await keyboard.press('Enter');
  await cashier.expectTotal('958,00');

  await cashier.enter(`${cashier.words.askFor} 958,00`);
  await cashier.expectPaid('958,00');
  await cashier.enter(cashier.words.nextCustomer);
  await cashier.expectEmpty();
  expect((await wallet.books()).payments).toMatchObject([{ captured: 95_800 }]);
});

test('waiting: Esc cancels the payment', async ({ till, wallet }) => {
  const { cashier } = till;
  await wallet.customer({ phone: member, does: 'never' });
  await cashier.typeNumber('91234567');
  await cashier.addItem('ulltrøye dame m');
  await cashier.enter(cashier.words.askFor);
  await expect(cashier.primary).toContainText(cashier.words.waitingForApproval);
  await cashier.page.keyboard.press('Escape');
  await cashier.expectPayment(cashier.words.cancelled);
});

test('F7 and Enter bring a parked sale back, F6 sets it aside', async ({ till }) => {
  const { cashier, scanner } = till;
  const { keyboard } = cashier.page;
  await scanner.scan('2000001047859');
  await cashier.expectTotal('599,00');
  await keyboard.press('F6');
  await cashier.expectEmpty();
  await keyboard.press('F7');
  await cashier.enter(cashier.words.openSale);
  await cashier.expectTotal('599,00');
});
