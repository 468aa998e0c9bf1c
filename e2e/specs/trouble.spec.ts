/** A bad day: no answers, windows that go, a process that dies. Nobody is charged twice and nobody wonders. */

import { expect, personalQr, type Till, test, type Wallet } from '../fixtures/till.ts';

const member = '4791234567';
/** Of the sample catalogue: 599,00, for members 479,00. */
const vest = '2000001047859';

async function aMemberPays(till: Till): Promise<void> {
  await till.scanner.scan(personalQr(member));
  await till.scanner.scan(vest);
  await till.cashier.askFor('479,00');
}

async function expectPaidOnce(wallet: Wallet): Promise<void> {
  expect((await wallet.books()).payments).toMatchObject([{ captured: 47_900, cancelled: 0 }]);
}

test('no answer to the request: locked, “do not charge again”, until it is known', async ({
  till,
  wallet,
}) => {
  const { cashier, display } = till;
  await wallet.customer({ phone: member, does: 'approve', afterMs: 0 });
  await wallet.fault({ endpoint: 'epayment.create', what: 'dropBefore' });
  await wallet.fault({ endpoint: 'epayment.get', what: 'http5xx', times: 3 });
  await aMemberPays(till);
  await cashier.expectPayment(cashier.words.doNotCharge);
  await expect(cashier.primary).toContainText(cashier.words.locked);
  await expect(cashier.basket).toContainText(cashier.words.basketLocked);
  await display.expect(display.words.oneMoment, display.words.noNeedToPayAgain);
  await cashier.expectPaid('479,00');
  await display.expect(display.words.thanks);
  await expectPaidOnce(wallet);
});

test('the wallet is away: no money was taken, and the sale can be set aside', async ({ till, wallet }) => {
  const { cashier, scanner } = till;
  await scanner.scan(personalQr(member));
  await cashier.expectCustomer('Kari');
  await scanner.scan(vest);
  await wallet.close();
  await cashier.askFor('479,00');
  await cashier.expectPayment(cashier.words.notSent, cashier.words.noMoneyTaken);
  await cashier.expectTotal('479,00');
  await cashier.park();
  await cashier.expectEmpty();
});

test('both windows are loaded again while the customer waits: the same sale stands there', async ({
  till,
  wallet,
}) => {
  const { cashier, display } = till;
  await wallet.customer({ phone: member, does: 'manual' });
  await aMemberPays(till);
  await expect(cashier.primary).toContainText(cashier.words.waitingForApproval);
  await Promise.all([cashier.page.reload(), display.page.reload()]);
  await expect(cashier.primary).toContainText(cashier.words.waitingForApproval);
  await cashier.expectCustomer('Kari');
  await cashier.expectTotal('479,00');
  await display.expect(display.words.toPay, '479,00');
  await wallet.customer({ phone: member, does: 'approve', afterMs: 0 });
  await cashier.expectPaid('479,00');
});

test('killed while the customer waits: comes back with the sale and ends paid', async ({ till, wallet }) => {
  await wallet.customer({ phone: member, does: 'manual' });
  await aMemberPays(till);
  await expect(till.cashier.primary).toContainText(till.cashier.words.waitingForApproval);

  await till.restart();
  const { cashier, display } = till;
  await cashier.expectTotal('479,00');
  await expect(cashier.page.getByText(cashier.words.recovered)).toBeVisible();
  await display.expect('479,00');
  await wallet.customer({ phone: member, does: 'approve', afterMs: 0 });
  await cashier.expectPaid('479,00');
  await expectPaidOnce(wallet);
  await cashier.next();
  await cashier.expectEmpty();
});

test('killed while the basket is filled: nothing of it is lost', async ({ till }) => {
  await till.scanner.scan(personalQr(member));
  await till.scanner.scan(vest);
  await till.cashier.setQuantity(3);
  await till.cashier.expectTotal('1 437,00');
  await till.restart();
  await till.cashier.expectTotal('1 437,00');
  await till.cashier.expectCustomer('Kari');
});
