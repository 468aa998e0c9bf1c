/** The checkout from the first scan to the next customer, through both screens. */

import { expect, personalQr, test } from '../fixtures/till.ts';

/** Kari of the sample members, who shows her name. */
const member = '4791234567';
/** Of the sample catalogue: 599,00, for members 479,00. */
const vest = '2000001047859';

test('member: scan, goods, request, approval, paid, next', async ({ till, wallet }) => {
  const { cashier, display, scanner } = till;
  await wallet.customer({ phone: member, does: 'manual' });
  await display.expectIdle();
  await scanner.scan(personalQr(member));
  await cashier.expectCustomer('Kari', '67', cashier.words.proven);
  await display.expect(display.words.helloName);
  await scanner.scan(vest);
  await cashier.expectTotal('479,00');
  await display.expect('Ulltrøye dame M', '479,00', `${display.words.youSave} 120,00`);

  await cashier.askFor('479,00');
  await expect(cashier.primary).toContainText(cashier.words.waitingForApproval);
  await expect(cashier.basket).toContainText(cashier.words.basketLocked);
  await display.expect(display.words.toPay, '479,00', display.words.openWallet);
  await wallet.customer({ phone: member, does: 'approve', afterMs: 0 });
  await cashier.expectPaid('479,00');
  await display.expect(display.words.thanks, '479,00 kr', display.words.isPaid);
  await cashier.next();
  await cashier.expectEmpty();
  await display.expectIdle();
  await display.expectNothingOf('Kari', '479,00', 'Ulltrøye');
});
