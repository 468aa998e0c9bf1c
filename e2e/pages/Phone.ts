/** The customer's phone of the training service, as its owner uses it. */

import { expect, type Locator, type Page } from '@playwright/test';

export class Phone {
  readonly page: Page;
  readonly request: Locator;
  readonly invitation: Locator;

  constructor(page: Page) {
    this.page = page;
    this.request = page.getByTestId('payment');
    this.invitation = page.getByTestId('login');
  }

  async expectRequest(...words: readonly string[]): Promise<void> {
    for (const word of words) await expect(this.request).toContainText(word);
  }

  async approve(): Promise<void> {
    await this.request.getByTestId('approve-payment').click();
  }

  async decline(): Promise<void> {
    await this.request.getByTestId('decline-payment').click();
  }

  /** Points the camera at the one-time code on the customer's screen. */
  async scanPayment(): Promise<void> {
    await this.page.getByTestId('scan-payment').click();
  }

  async join(): Promise<void> {
    await this.invitation.getByTestId('approve-login').click();
  }
}
