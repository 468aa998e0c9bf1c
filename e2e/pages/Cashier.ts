/** The cashier's screen, in the words of who stands at it. */

import { expect, type Locator, type Page } from '@playwright/test';
import { type Typing, wedgeScan } from '../fixtures/tillWedge.ts';
import { ready } from './primary.ts';
import { type Language, type Words, wordsIn } from './words.ts';

export class Cashier {
  readonly page: Page;
  readonly words: Words;
  readonly customer: Locator;
  readonly payment: Locator;
  readonly basket: Locator;
  /** Who checked in and waits. */
  readonly arrivals: Locator;
  /** The one large button. */
  readonly primary: Locator;
  readonly searchField: Locator;

  constructor(page: Page, language: Language) {
    this.page = page;
    this.words = wordsIn[language];
    this.customer = page.getByRole('region', { name: this.words.customer, exact: true });
    this.payment = page.getByRole('region', { name: this.words.payment, exact: true });
    this.basket = page.getByRole('main');
    this.arrivals = page.getByRole('region', { name: this.words.checkedIn });
    this.primary = page.getByRole('complementary').locator('[data-primary]');
    this.searchField = page.getByRole('textbox', { name: this.words.findItem });
  }

  /** The till has been reached and the screen is drawn, in the language that was set. */
  async expectOpen(): Promise<void> {
    await expect(this.customer).toBeVisible();
    await expect(this.primary).toBeVisible();
  }

  /** A scanner that types like a keyboard, into whatever has the focus. */
  async wedge(text: string, how?: Typing): Promise<void> {
    await wedgeScan(this.page, text, how);
  }

  /** Presses the large button when it says so. */
  async press(label: string): Promise<void> {
    await ready(this.primary, label);
    await this.primary.click();
  }

  /** Presses Enter when the large button says so. */
  async enter(label: string): Promise<void> {
    await ready(this.primary, label);
    await this.page.keyboard.press('Enter');
  }

  async search(text: string): Promise<void> {
    if (!(await this.searchField.isVisible())) await this.page.keyboard.press('F2');
    await this.searchField.fill(text);
  }

  /** Finds an item by its name and adds what is found first. */
  async addItem(text: string): Promise<void> {
    await this.search(text);
    await this.press(this.words.add);
    await expect(this.searchField).toBeHidden();
  }

  /** The customer says the number; the cashier types it on the keypad. */
  async typeNumber(digits: string): Promise<void> {
    await this.page.keyboard.press('F4');
    const layer = this.page.getByRole('region', { name: this.words.customersNumber });
    for (const digit of digits) await layer.getByRole('button', { name: digit, exact: true }).click();
    await this.press(this.words.lookUp);
    await expect(layer).toBeHidden();
  }

  async invite(): Promise<void> {
    await this.customer.getByRole('button', { name: this.words.invite }).click();
  }

  async askFor(sum = ''): Promise<void> {
    await this.press(`${this.words.askFor} ${sum}`.trim());
  }

  async askAgain(): Promise<void> {
    await this.press(this.words.askAgain);
  }

  async cancel(): Promise<void> {
    const line = this.page.getByRole('complementary');
    await line.getByRole('button', { name: new RegExp(`^${this.words.cancel}`) }).click();
  }

  /** Serves the next customer and leaves this sale for later. */
  async serveNext(): Promise<void> {
    await this.button(this.words.serveNext).click();
  }

  async park(): Promise<void> {
    await this.basket.getByRole('button', { name: this.words.park, exact: true }).click();
  }

  /** Opens the list of parked sales and takes the newest back. */
  async recall(): Promise<void> {
    await this.button(this.words.parked).click();
    await this.press(this.words.openSale);
  }

  async payElsewhere(method: 'card' | 'cash'): Promise<void> {
    await this.button(this.words.payAnotherWay).click();
    await this.page.getByRole('radio', { name: new RegExp(`^${this.words[method]}`) }).check();
    await this.press(this.words.closeSale);
  }

  async next(): Promise<void> {
    await this.press(this.words.nextCustomer);
  }

  line(name: string): Locator {
    return this.basket.getByRole('listitem').filter({ hasText: name });
  }

  async remove(name: string): Promise<void> {
    await this.line(name)
      .getByRole('button', { name: `${this.words.remove} ` })
      .click();
  }

  async setQuantity(quantity: number): Promise<void> {
    await expect(this.basket.getByRole('listitem').first()).toBeVisible();
    await this.page.keyboard.press('F3');
    const dialog = this.page.getByRole('dialog');
    const field = dialog.getByRole('textbox', { name: this.words.quantity });
    await field.fill(String(quantity));
    await expect(dialog).toContainText(`${this.words.setTo} ${quantity}`);
    await field.press('Enter');
    await expect(dialog).toBeHidden();
  }

  async openSettings(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.menu, exact: true }).click();
    await this.page.getByRole('button', { name: this.words.settings }).click();
  }

  async expectCustomer(...words: readonly string[]): Promise<void> {
    for (const word of words) await expect(this.customer).toContainText(word);
  }

  /** The payment's headline, and whatever else stands there. */
  async expectPayment(headline: string, ...words: readonly string[]): Promise<void> {
    await expect(this.payment.getByRole('heading')).toContainText(headline);
    for (const word of words) await expect(this.payment).toContainText(word);
  }

  async expectPaid(sum: string): Promise<void> {
    await expect(this.payment.getByRole('heading')).toHaveText(this.words.paid);
    await expect(this.payment).toContainText(sum);
  }

  async expectTotal(sum: string): Promise<void> {
    await expect(this.basket.locator('.sum')).toContainText(sum);
  }

  async expectEmpty(): Promise<void> {
    await expect(this.primary).toContainText(this.words.scanOrFind);
  }

  /** A button that stands beside the large one or over the basket, by how its name begins. */
  button(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name.replace(/[?()]/g, '\\$&')}`) });
  }
}
