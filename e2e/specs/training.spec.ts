/** Training without anything else: the simulated service inside the till, and the customer's phone that it shows. */

import { expect, personalQr, test } from '../fixtures/till.ts';
import { Phone } from '../pages/Phone.ts';

/** Kari of the sample members, whose phone training shows. */
const member = '4791234567';
/** Of the sample catalogue: 599,00, for members 479,00. */
const vest = '2000001047859';

test('the request lies on the phone with its lines; approved there, it is paid here', async ({
  tillAlone: till,
}) => {
  const { cashier, display, scanner } = till;
  const phone = new Phone(await till.phone());
  await scanner.scan(personalQr(member));
  await scanner.scan(vest);
  await cashier.askFor('479,00');
  await phone.expectRequest('Ulltrøye dame M', '479,00');
  await phone.approve();
  await cashier.expectPaid('479,00');
  await display.expect(display.words.thanks);
});

test('declined on the phone', async ({ tillAlone: till }) => {
  const { cashier, scanner } = till;
  const phone = new Phone(await till.phone());
  await scanner.scan(personalQr(member));
  await scanner.scan(vest);
  await cashier.askFor('479,00');
  await phone.decline();
  await cashier.expectPayment(cashier.words.declined, cashier.words.noMoneyTaken);
});

test('the phone scans the code on the customer’s screen', async ({ tillAlone: till }) => {
  const { cashier, display, scanner } = till;
  const phone = new Phone(await till.phone());
  await scanner.scan(vest);
  await cashier.press(cashier.words.showQrFor);
  await display.expectCode();
  await phone.scanPayment();
  await phone.expectRequest('599,00');
  await phone.approve();
  await cashier.expectPaid('599,00');
});

test('the ribbon says on both screens that no money moves', async ({ tillAlone: till }) => {
  for (const { page } of [till.cashier, till.display]) {
    await expect(page.getByText(/ingen penger flyttes/i).first()).toBeVisible();
  }
});
