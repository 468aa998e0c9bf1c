/** The manager's settings, opened from the cashier's menu. */

import { expect, type Locator, type Page } from '@playwright/test';
import type { Cashier } from './Cashier.ts';
import { ready } from './primary.ts';
import type { Words } from './words.ts';

export class SettingsPage {
  readonly page: Page;
  readonly words: Words;
  readonly main: Locator;
  /** The one button at the foot. */
  readonly primary: Locator;

  constructor({ page, words }: Cashier) {
    this.page = page;
    this.words = words;
    this.main = page.getByRole('main');
    this.primary = page.getByRole('contentinfo').locator('[data-primary]');
  }

  async choose(section: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: section }).click();
    await expect(this.main.getByRole('heading', { name: section }).first()).toBeVisible();
  }

  /** The mark behind a section's name that says that something there must be looked at. */
  trouble(section: string): Locator {
    const { sectionInTrouble } = this.words;
    const row = this.page.getByRole('navigation').getByRole('button', { name: section });
    return row.getByRole('img', { name: sectionInTrouble });
  }

  async press(label: string): Promise<void> {
    await ready(this.primary, label);
    await this.primary.click();
  }

  async save(): Promise<void> {
    await this.press(this.words.save);
  }

  field(label: string): Locator {
    return this.main.getByLabel(label);
  }

  async importGoods(name: string, csv: string): Promise<void> {
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await this.main.locator(`input[type=file][aria-label="${this.words.goods}"]`).setInputFiles(file);
  }
}
