/** A scanner that types like a keyboard, on the built till: whatever has the focus, however it is set, however busy the page. */

import type { Page } from '@playwright/test';
import { expect, personalQr, test } from '../fixtures/till.ts';
import { wedgeByNumber, wedgeScan } from '../fixtures/tillWedge.ts';
import { CustomerScreen } from '../pages/CustomerScreen.ts';

const member = '4791234567';
/** Of the sample catalogue: 599,00. */
const vest = '2000001047859';
const totals = ['599,00', '1 198,00', '1 797,00', '2 396,00', '2 995,00', '3 594,00', '4 193,00', '4 792,00'];

/** An element of this kind beside the till's own, with the focus in it. */
async function focused(page: Page, html: string): Promise<void> {
  await page.evaluate((source) => {
    document.querySelector('[data-beside]')?.remove();
    const beside = document.createElement('div');
    beside.dataset['beside'] = '';
    beside.innerHTML = source;
    document.body.append(beside);
    const [own] = beside.children;
    if (own instanceof HTMLElement) own.focus();
  }, html);
}

function leftIn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const own = document.querySelector('[data-beside] > *');
    if (own instanceof HTMLInputElement && own.type === 'radio') return String(own.checked);
    if (own instanceof HTMLInputElement || own instanceof HTMLTextAreaElement) return own.value;
    return own?.textContent ?? '';
  });
}

test('whatever kind of element has the focus, the scan arrives and the element stays as it was', async ({
  till,
}) => {
  const { cashier } = till;
  const { page } = cashier;
  const kinds = [
    ['<input value="abc">', 'abc'],
    ['<input type="tel" value="912">', '912'],
    ['<input type="number" value="12">', '12'],
    ['<input type="email" value="a@b.no">', 'a@b.no'],
    ['<input type="radio" name="one">', 'false'],
    ['<textarea>two\nlines</textarea>', 'two\nlines'],
    ['<div contenteditable="true">words</div>', 'words'],
    ['<button type="button">press</button>', 'press'],
  ] as const;
  for (const [index, [html, left]] of kinds.entries()) {
    await focused(page, html);
    await cashier.wedge(vest, { end: index % 2 === 0 ? 'Enter' : 'Tab' });
    await cashier.expectTotal(totals[index] ?? '');
    expect([html, await leftIn(page)]).toEqual([html, left]);
  }
  await page.evaluate(() => document.querySelector('[data-beside]')?.remove());
});

test('the element that had the focus is gone, and the scan arrives', async ({ till }) => {
  const { cashier } = till;
  await focused(cashier.page, '<button type="button">press</button>');
  await cashier.page.evaluate(() => document.querySelector('[data-beside]')?.remove());
  await cashier.wedge(vest);
  await cashier.expectTotal('599,00');
  await cashier.page.evaluate(
    () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
  );
  await cashier.wedge(personalQr(member));
  await cashier.expectCustomer('Kari');
});

test('text that was selected in the field is there again after the scan', async ({ till }) => {
  const { cashier } = till;
  await cashier.search('termo');
  await cashier.searchField.selectText();
  await cashier.wedge(vest);
  await cashier.expectTotal('599,00');
  await expect(cashier.searchField).toHaveValue('termo');
  await cashier.page.keyboard.type('x', { delay: 90 });
  await expect(cashier.searchField).toHaveValue('x');
});

test('a dialog is open: the scan arrives and the dialog’s field stays as it was', async ({ till }) => {
  const { cashier } = till;
  await cashier.wedge(vest);
  await cashier.expectTotal('599,00');
  await cashier.page.keyboard.press('F3');
  const field = cashier.page.getByRole('dialog').getByRole('textbox');
  const before = await field.inputValue();
  await cashier.wedge(personalQr(member));
  await expect(field).toHaveValue(before);
  await cashier.expectCustomer('Kari');
});

test('a scanner set to US on Norwegian and Danish computers is understood by the places of its keys', async ({
  till,
}) => {
  const { cashier } = till;
  await cashier.wedge(personalQr(member), { layouts: 'US on NO' });
  await cashier.expectCustomer('Kari', cashier.words.proven);
  await cashier.wedge(personalQr('4798765432'), { layouts: 'US on DK', end: 'none' });
  await cashier.expectCustomer('••• 32', cashier.words.notMember);
});

test('a scanner that types characters by their numbers is read by the characters', async ({ till }) => {
  const { cashier } = till;
  await cashier.search('termo');
  await wedgeByNumber(cashier.page, personalQr(member));
  await cashier.expectCustomer('Kari', cashier.words.proven);
  await expect(cashier.searchField).toHaveValue('termo');
});

test('a damaged code is refused in words that name both layouts and the way out', async ({ till }) => {
  const { cashier, scanner } = till;
  await cashier.wedge(personalQr(member), { layouts: 'NO on US' });
  await expect(cashier.page.getByText(cashier.words.layoutsDiffer)).toBeVisible();
  await expect(cashier.page.getByText(cashier.words.setTheScanner)).toBeVisible();
  expect((await till.state()).customer).toBeNull();
  expect((await till.state()).refusedScan?.fault).toEqual({
    kind: 'codeDamagedByLayout',
    scanner: 'NO',
    computer: 'US',
  });
  await scanner.scan(personalQr(member));
  await cashier.expectCustomer('Kari');
});

test('STX in front of a code opens nothing; pressed by a person it still does', async ({ till }) => {
  const { cashier } = till;
  await cashier.wedge(vest, { stx: true });
  await cashier.expectTotal('599,00');
  const paidByCard = cashier.page.getByText(cashier.words.paidByCard);
  await expect(paidByCard).toBeHidden();
  await cashier.page.keyboard.press('Control+b');
  await expect(paidByCard).toBeVisible();
});

test('the same personal code twice in a moment is asked about once, the same goods count twice', async ({
  till,
}) => {
  const { cashier } = till;
  await cashier.wedge(personalQr(member));
  await cashier.wedge(personalQr(member));
  await cashier.wedge(vest);
  await cashier.wedge(vest);
  await cashier.expectTotal('958,00');
});

test('half a code is nothing in the basket, nothing in the field, and is said', async ({ till }) => {
  const { cashier } = till;
  await cashier.wedge(vest);
  await cashier.expectTotal('599,00');
  await cashier.search('termo');
  await cashier.wedge(vest.slice(0, 5), { end: 'none' });
  await expect(cashier.page.getByText(cashier.words.neitherItemNorCustomer)).toBeVisible();
  await expect(cashier.searchField).toHaveValue('termo');
  expect((await till.state()).sale?.lines).toMatchObject([{ quantity: 1 }]);
});

test('a page that is busy in the middle of a scan hears it whole', async ({ till }) => {
  const { cashier } = till;
  await cashier.wedge(vest, { busyAfter: 5 });
  await cashier.expectTotal('599,00');
  expect((await till.state()).sale?.lines).toMatchObject([{ quantity: 1 }]);
});

test('the closing Enter of a scanner presses nothing on the customer’s screen', async ({ till }) => {
  const { display, scanner } = till;
  await scanner.scan(vest);
  await display.expect(display.words.toPay);
  await display.page.getByRole('button', { name: 'Switch to English' }).click();
  const english = new CustomerScreen(display.page, 'en');
  await english.expect(english.words.toPay);
  await wedgeScan(display.page, vest);
  await wedgeScan(display.page, vest, { end: 'Tab' });
  await english.expect(english.words.toPay);
  expect((await till.state()).sale?.lines).toMatchObject([{ quantity: 1 }]);
});
