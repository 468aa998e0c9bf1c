/** The basket under the cashier's hands: goods found, changed, taken out, set aside and taken back. */

import { expect, personalQr, test } from '../fixtures/till.ts';

const member = '4791234567';
/** Of the sample catalogue: 599,00, for members 479,00. */
const vest = '2000001047859';

test('search as you type: every letter narrows what is found', async ({ till }) => {
  const { cashier } = till;
  await cashier.page.keyboard.press('F2');
  const results = cashier.page.getByRole('region', { name: cashier.words.findItem }).getByRole('listitem');
  // As fast as people type: faster would be a scanner.
  await cashier.page.keyboard.type('ull', { delay: 90 });
  await expect(results.first()).toContainText(/ull/i);
  const many = await results.count();
  await cashier.page.keyboard.type('trøye dame xl', { delay: 90 });
  await expect(results).toHaveCount(1);
  expect(many).toBeGreaterThan(1);
  await expect(results).toContainText('Ulltrøye dame XL merino');
  await expect(results).toContainText('599,00');
  await cashier.press(cashier.words.add);
  await expect(cashier.searchField).toBeHidden();
  await expect(cashier.line('Ulltrøye dame XL')).toBeVisible();
});

test('quantity by number and by key', async ({ till }) => {
  const { cashier, display, scanner } = till;
  await scanner.scan(vest);
  await cashier.expectTotal('599,00');
  await cashier.setQuantity(6);
  await cashier.expectTotal('3 594,00');
  await cashier.button(cashier.words.more).click();
  await cashier.expectTotal('4 193,00');
  await cashier.page.keyboard.press('-');
  await cashier.expectTotal('3 594,00');
  await display.expect('6', '3 594,00');
});

test('a line is removed, and put back', async ({ till }) => {
  const { cashier, scanner } = till;
  await cashier.addItem('termos');
  await scanner.scan(vest);
  const total = await till.state().then(({ sale }) => sale?.total);
  await cashier.remove('Ulltrøye dame M');
  await expect(cashier.line('Ulltrøye dame M')).toHaveCount(0);
  await cashier.button(cashier.words.undo).click();
  await expect(cashier.line('Ulltrøye dame M')).toHaveCount(1);
  expect((await till.state()).sale?.total).toEqual(total);
});

test('a barcode that nobody knows is said, and the basket stays', async ({ till }) => {
  const { cashier, scanner } = till;
  await scanner.scan(vest);
  await scanner.scan('5901234123457');
  const note = cashier.page.getByRole('alert');
  await expect(note).toContainText(cashier.words.noItemFound);
  await expect(note).toContainText('5901234123457');
  await cashier.expectTotal('599,00');
  await scanner.scan(vest);
  await cashier.expectTotal('1 198,00');
  await expect(note).toHaveCount(0);
});

test('set aside and taken back, customer and all', async ({ till }) => {
  const { cashier, display, scanner } = till;
  await scanner.scan(personalQr(member));
  await scanner.scan(vest);
  await cashier.park();
  await cashier.expectEmpty();
  await display.expectIdle();
  await display.expectNothingOf('Kari', '479,00');
  await cashier.recall();
  await cashier.expectTotal('479,00');
  await cashier.expectCustomer('Kari');
});

test('the next customer is served while the first one still waits; later the first is paid', async ({
  till,
  wallet,
}) => {
  const { cashier, display, scanner } = till;
  await wallet.customer({ phone: member, does: 'manual' });
  await scanner.scan(personalQr(member));
  await scanner.scan(vest);
  await cashier.askFor('479,00');
  await expect(cashier.primary).toContainText(cashier.words.waitingForApproval);
  await cashier.serveNext();
  await cashier.expectEmpty();
  await display.expectIdle();

  await scanner.scan(vest);
  await cashier.expectTotal('599,00');
  await wallet.customer({ phone: member, does: 'approve', afterMs: 0 });
  await expect(cashier.button(cashier.words.parked)).toContainText(/1 (betalt|paid)/);
  await display.expectNothingOf('Kari', '479,00');
  await cashier.payElsewhere('card');
  await cashier.next();
  await cashier.recall();
  await cashier.expectPaid('479,00');
});
