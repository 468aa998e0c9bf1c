/** Scanners: a device that the main process reads, and one that types like a keyboard. */

import { expect, personalQr, test } from '../fixtures/till.ts';

const member = '4791234567';
/** Of the sample catalogue: 599,00, for members 479,00. */
const vest = '2000001047859';

test('a personal code at the device is a name for the cashier and a greeting for the customer', async ({
  till,
}) => {
  const { cashier, display, scanner } = till;
  await scanner.scan(personalQr(member));
  await display.expect(display.words.helloName);
  await cashier.expectCustomer('Kari', '67', cashier.words.proven);
  expect((await till.state()).devices.scanner.state).toBe('ready');
});

test('a scanner that types works with nothing in focus', async ({ till }) => {
  const { cashier, display } = till;
  await cashier.wedge(vest);
  await cashier.expectTotal('599,00');
  await cashier.wedge(personalQr(member));
  await cashier.expectCustomer('Kari');
  await cashier.expectTotal('479,00');
  await display.expect('479,00');
});

test('a scanner that types while somebody searches leaves nothing in the field', async ({ till }) => {
  const { cashier } = till;
  await cashier.search('termo');
  await cashier.wedge(vest);
  await expect(cashier.line('Ulltrøye dame M')).toHaveCount(1);
  await expect(cashier.searchField).toHaveValue('termo');
  expect((await till.state()).sale?.lines).toHaveLength(1);
});

test('a scanner that types while the customer’s number is typed', async ({ till }) => {
  const { cashier } = till;
  await cashier.page.keyboard.press('F4');
  await cashier.page.keyboard.type('912', { delay: 90 });
  await cashier.wedge(personalQr(member));
  await cashier.expectCustomer('Kari', cashier.words.proven);
  expect((await till.state()).customer?.masked).toBe('••• 67');
});

test('the closing Enter of a scanner presses nothing', async ({ till, wallet }) => {
  const { cashier } = till;
  await cashier.wedge(personalQr(member));
  await cashier.wedge(vest);
  await cashier.wedge(vest);
  await cashier.expectTotal('958,00');
  expect((await wallet.books()).payments).toEqual([]);
});

test('unplugged and plugged again, it is said and taken back', async ({ till }) => {
  const { cashier, scanner } = till;
  const said = cashier.page.getByRole('banner').getByText(cashier.words.scannerUnplugged);
  await scanner.scan(vest);
  await cashier.expectTotal('599,00');
  await scanner.unplug();
  await expect(said).toBeVisible();
  await scanner.plug();
  await expect(said).toBeHidden();
  await scanner.scan(vest);
  await cashier.expectTotal('1 198,00');
});

test('a search that is opened while a code is looked up stays open', async ({ till, wallet }) => {
  const { cashier } = till;
  await wallet.fault({ endpoint: 'qr.exchange', what: 'slow', afterMs: 1500 });
  await cashier.wedge(personalQr(member));
  await cashier.search('termo');
  await cashier.expectCustomer(cashier.words.proven);
  await expect(cashier.searchField).toHaveValue('termo');
});
