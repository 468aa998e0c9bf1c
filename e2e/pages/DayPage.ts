/** The day's page, in the words of who closes a till: figures, comparison, what is open, and the one button. */

import { expect, type Locator, type Page } from '@playwright/test';
import type { Cashier } from './Cashier.ts';
import { ready } from './primary.ts';
import type { Words } from './words.ts';

export class DayPage {
  readonly page: Page;
  readonly words: Words;
  readonly main: Locator;
  readonly comparison: Locator;
  /** The one button at the foot. */
  readonly primary: Locator;
  readonly foot: Locator;

  constructor({ page, words }: Cashier) {
    this.page = page;
    this.words = words;
    this.main = page.getByRole('main', { name: words.reconciliation });
    this.comparison = this.main.getByRole('region', { name: words.tillAndWallet });
    this.foot = page.getByRole('contentinfo');
    this.primary = this.foot.locator('[data-primary]');
  }

  /** From the till's menu. */
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.menu, exact: true }).click();
    await this.page.getByRole('menu').getByRole('button', { name: this.words.theDay }).click();
    await expect(this.main).toBeVisible();
  }

  async back(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.main).toBeHidden();
  }

  /** A figure by its name: the sum and what stands below it. */
  async expectFigure(name: string, ...words: readonly string[]): Promise<void> {
    const figure = this.main.locator('dl > div').filter({ has: this.page.getByText(name, { exact: true }) });
    for (const word of words) await expect(figure).toContainText(word);
  }

  async expectCompared(title: string): Promise<void> {
    await expect(this.comparison.getByRole('heading')).toHaveText(title);
    await expect(this.comparison.getByRole('row')).toHaveCount(5);
  }

  /** Presses the one button when it says so. */
  async press(label: string): Promise<void> {
    await ready(this.primary, label);
    await this.primary.click();
  }

  async enter(label: string): Promise<void> {
    await ready(this.primary, label);
    await this.page.keyboard.press('Enter');
  }

  async choose(day: string): Promise<void> {
    await this.page.getByRole('button', { name: this.words.chooseDay }).click();
    await this.page.getByRole('button', { name: day, exact: true }).click();
  }
}
