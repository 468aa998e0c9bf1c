/** The page of payments, in the words of who looks for one: the list, the explanation, the refund. */

import { expect, type Locator, type Page } from '@playwright/test';
import type { Cashier } from './Cashier.ts';
import { ready } from './primary.ts';
import type { Words } from './words.ts';

export class PaymentsPage {
  readonly page: Page;
  readonly words: Words;
  readonly list: Locator;
  readonly explanation: Locator;
  readonly refundDialog: Locator;
  readonly searchField: Locator;

  constructor({ page, words }: Cashier) {
    this.page = page;
    this.words = words;
    this.list = page.getByRole('navigation', { name: words.payments });
    this.explanation = page.getByRole('main', { name: words.explainTitle });
    this.refundDialog = page.getByRole('dialog', { name: words.refund });
    this.searchField = page.getByRole('textbox', { name: words.searchPayments });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('F8');
    await expect(this.searchField).toBeVisible();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.searchField).toBeHidden();
  }

  /** A row of the list, by what stands in it. */
  row(words: string): Locator {
    return this.list.getByRole('listitem').filter({ hasText: words });
  }

  async show(words: string): Promise<void> {
    await this.row(words).getByRole('button').click();
  }

  async only(which: string): Promise<void> {
    await this.page.getByRole('radio', { name: which }).check();
  }

  async search(text: string): Promise<void> {
    await this.searchField.fill(text);
  }

  async expectExplained(...words: readonly string[]): Promise<void> {
    for (const word of words) await expect(this.explanation).toContainText(word);
  }

  /** So many units of a line more go back. */
  async giveBack(name: string, units: number): Promise<void> {
    const more = this.refundDialog.getByRole('button', { name: new RegExp(`^${this.words.more} .*${name}`) });
    for (let count = 0; count < units; count += 1) await more.click();
  }

  async refundBy(kind: string): Promise<void> {
    await this.refundDialog.getByRole('radio', { name: kind }).check();
  }

  async because(reason: string): Promise<void> {
    await this.refundDialog
      .getByRole('combobox', { name: this.words.reason })
      .selectOption({ label: reason });
  }

  /** Presses the one button when it says so. */
  async press(label: string): Promise<void> {
    const primary = this.refundDialog.locator('[data-primary]');
    await ready(primary, label);
    await primary.click();
  }
}
