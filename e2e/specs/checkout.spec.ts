/** The checkout from the first scan to the next customer, through both screens. */

import { expect, personalQr, test } from '../fixtures/till.ts';

/** Kari of the sample members, who shows her name. */
const member = '4791234567';
const stranger = '4745454545';
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
  expect((await wallet.books()).payments).toMatchObject([
    { phone: member, amount: 47_900, captured: 47_900, userFlow: 'PUSH_MESSAGE', receiptAddsUp: true },
  ]);

  await cashier.next();
  await cashier.expectEmpty();
  await display.expectIdle();
  await display.expectNothingOf('Kari', '479,00', 'Ulltrøye');
});

test('a code that is a token is read by the wallet; no screen shows the number', async ({ till, wallet }) => {
  const { cashier, display, scanner } = till;
  await wallet.customer({ phone: '4540000007', does: 'approve', afterMs: 0 });
  await scanner.scan(await wallet.personalQr('4540000007'));
  await cashier.expectCustomer('••• 07', cashier.words.notMember);
  await scanner.scan(vest);
  await cashier.askFor('599,00');
  await cashier.expectPaid('599,00');
  await display.expect(display.words.thanks);
  for (const { page } of [cashier, display]) await expect(page.locator('body')).not.toContainText('40000007');
});

test('a number on the keypad', async ({ till, wallet }) => {
  const { cashier, scanner } = till;
  await wallet.customer({ phone: member, does: 'approve', afterMs: 0 });
  await cashier.typeNumber('91234567');
  await cashier.expectCustomer('Kari', '••• 67', cashier.words.typed);
  await scanner.scan(vest);
  await cashier.askFor('479,00');
  await cashier.expectPaid('479,00');
});

test('no member yet: invited beside the basket, the same code on both screens and the phone', async ({
  till,
  wallet,
}) => {
  const { cashier, display, scanner } = till;
  await wallet.customer({ phone: stranger, does: 'approve', afterMs: 0, enrolment: 'manual' });
  await scanner.scan(personalQr(stranger));
  await cashier.expectCustomer('••• 45', cashier.words.notMember);
  await cashier.invite();
  await expect.poll(async () => (await wallet.books()).logins.length).toBe(1);
  const code = (await wallet.books()).logins[0]?.bindingMessage ?? 'no code';
  await cashier.expectCustomer(code);
  await display.expect(display.words.join, code);

  await scanner.scan(vest);
  await cashier.expectTotal('599,00');
  await wallet.customer({
    phone: stranger,
    does: 'approve',
    afterMs: 0,
    enrolment: 'approve',
    enrolmentAfterMs: 0,
  });
  await cashier.expectCustomer(cashier.words.newMember);
  await cashier.expectTotal('479,00');
  await display.expectNothingOf(code);
  await cashier.askFor('479,00');
  await cashier.expectPaid('479,00');
});

test('declined: no money was taken, and asked again it is paid', async ({ till, wallet }) => {
  const { cashier, display, scanner } = till;
  await wallet.customer({ phone: member, does: 'decline', afterMs: 0 });
  await scanner.scan(personalQr(member));
  await scanner.scan(vest);
  await cashier.askFor('479,00');
  await cashier.expectPayment(cashier.words.declined, cashier.words.noMoneyTaken);
  await display.expect(display.words.notCompleted, display.words.noMoneyTaken);

  await wallet.customer({ phone: member, does: 'approve', afterMs: 0 });
  await cashier.askAgain();
  await cashier.expectPaid('479,00');
  expect((await wallet.books()).payments.map(({ state, captured }) => [state, captured])).toEqual([
    ['ABORTED', 0],
    ['AUTHORIZED', 47_900],
  ]);
});

test('cancelled: closed at the wallet, and the basket opens', async ({ till, wallet }) => {
  const { cashier, display, scanner } = till;
  await wallet.customer({ phone: member, does: 'never' });
  await scanner.scan(personalQr(member));
  await scanner.scan(vest);
  await cashier.askFor('479,00');
  await cashier.cancel();
  await cashier.expectPayment(cashier.words.cancelled, cashier.words.noMoneyTaken);
  await display.expect(display.words.notCompleted);
  expect((await wallet.books()).payments).toMatchObject([{ state: 'TERMINATED', authorized: 0 }]);
  await scanner.scan(vest);
  await cashier.expectTotal('958,00');
});

test('approved while it is cancelled: the money is released, and the till says so', async ({
  till,
  wallet,
}) => {
  const { cashier, display, scanner } = till;
  await wallet.customer({ phone: member, does: 'approveWhileCancelled' });
  await scanner.scan(personalQr(member));
  await scanner.scan(vest);
  await cashier.askFor('479,00');
  await cashier.cancel();
  await cashier.expectPayment(cashier.words.released, '479,00 kr');
  await display.expect(display.words.notCompleted);
  await display.expectNothingOf(display.words.thanks);
  expect((await wallet.books()).payments).toMatchObject([{ captured: 0, cancelled: 47_900 }]);
});

test('no push for this sales unit: the customer scans a code on the own screen', async ({ till, wallet }) => {
  const { cashier, display, scanner } = till;
  await wallet.fault({ endpoint: 'epayment.create', what: 'http4xx', status: 400, code: '5080' });
  await wallet.customer({ phone: 'walkIn', does: 'never' });
  await scanner.scan(personalQr(member));
  await scanner.scan(vest);
  await cashier.askFor('479,00');
  await cashier.expectPayment(cashier.words.pushRefused, cashier.words.noMoneyTaken);
  await cashier.press(cashier.words.showQrFor);
  await display.expect('479,00', display.words.scanTheCode);
  await display.expectCode();

  await wallet.customer({ phone: 'walkIn', does: 'approve', afterMs: 0 });
  await cashier.expectPaid('479,00');
  await display.expect(display.words.thanks);
});

test('the request does not arrive: a code instead, and the first request is closed', async ({
  till,
  wallet,
}) => {
  const { cashier, display, scanner } = till;
  await wallet.customer({ phone: member, does: 'never' });
  await wallet.customer({ phone: 'walkIn', does: 'approve', afterMs: 0 });
  await scanner.scan(personalQr(member));
  await scanner.scan(vest);
  await cashier.askFor('479,00');
  await cashier.button(cashier.words.didNotArrive).click();
  await cashier.press(cashier.words.showOneTimeQr);
  await cashier.expectPaid('479,00');
  await display.expect(display.words.thanks);
  expect((await wallet.books()).payments.map(({ state, captured }) => [state, captured])).toEqual([
    ['TERMINATED', 0],
    ['AUTHORIZED', 47_900],
  ]);
});

test('paid in cash: closed without the wallet', async ({ till, wallet }) => {
  const { cashier, display, scanner } = till;
  await scanner.scan(vest);
  await cashier.payElsewhere('cash');
  await cashier.expectPayment(cashier.words.paidInCash, '599,00');
  await cashier.next();
  await cashier.expectEmpty();
  await display.expectIdle();
  expect((await wallet.books()).payments).toEqual([]);
});
