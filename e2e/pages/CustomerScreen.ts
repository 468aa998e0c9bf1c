/** The screen that faces the customer. */

import { expect, type Locator, type Page } from '@playwright/test';
import { type Language, type Words, wordsIn } from './words.ts';

export class CustomerScreen {
  readonly page: Page;
  readonly words: Words;
  readonly room: Locator;

  constructor(page: Page, language: Language) {
    this.page = page;
    this.words = wordsIn[language];
    this.room = page.getByRole('main');
  }

  async expect(...words: readonly string[]): Promise<void> {
    for (const word of words) await expect(this.room).toContainText(word);
  }

  /** Nobody stands here. */
  async expectIdle(): Promise<void> {
    await this.expect(this.words.hello);
  }

  /** Neither the words on the glass nor anything beside them holds any of these. */
  async expectNothingOf(...words: readonly string[]): Promise<void> {
    for (const word of words) await expect(this.page.locator('body')).not.toContainText(word);
  }

  /** The one-time code has been drawn and not only asked for. */
  async expectCode(): Promise<void> {
    const code = this.room.getByRole('img');
    await expect(code).toBeVisible();
    await expect
      .poll(() => code.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
  }
}
