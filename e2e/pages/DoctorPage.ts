/** The scanner doctor among the settings. */

import { expect, type Locator } from '@playwright/test';
import type { Cashier } from './Cashier.ts';
import { SettingsPage } from './SettingsPage.ts';

export class DoctorPage extends SettingsPage {
  /** What is said of the newest scan; an invitation before the first. */
  readonly last: Locator;
  readonly earlier: Locator;
  readonly scanners: Locator;
  readonly sheet: Locator;
  private readonly cashier: Cashier;

  constructor(cashier: Cashier) {
    super(cashier);
    this.cashier = cashier;
    this.last = this.main.getByRole('status').first();
    this.earlier = this.main.getByRole('list', { name: this.words.earlierScans }).getByRole('listitem');
    this.scanners = this.main.getByRole('list', { name: this.words.scanners }).getByRole('listitem');
    this.sheet = this.page.locator('.testsheet');
  }

  /** Shown, and the till lends it the scanners. */
  async open(): Promise<void> {
    await this.cashier.openSettings();
    await this.choose(this.words.scannerDoctor);
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.cashier.expectOpen();
  }

  async expectLast(...words: readonly string[]): Promise<void> {
    for (const word of words) await expect(this.last).toContainText(word);
  }

  switchOf(name: string): Locator {
    return this.main.getByRole('switch', { name });
  }
}
