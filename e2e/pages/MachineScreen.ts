/** The glass of a machine: what stands on it, what is touched, and whether it is fit for every hand. */

import { expect, type Locator, type Page } from '@playwright/test';
import { clipped } from './clipping.ts';

/** What a hand has to meet at the least, in CSS pixels (tokens.css, `--tap-kiosk`). */
const leastTouch = 96;

export class MachineScreen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** What stands to be read, and not what is only said. */
  words(text: string | RegExp): Locator {
    return this.page.getByRole('main').getByText(text);
  }

  async expectHeading(name: string | RegExp): Promise<void> {
    await expect(this.heading(name)).toBeVisible();
  }

  /** A code has been drawn and not only asked for. */
  async expectCode(name: string): Promise<void> {
    const picture = this.page.getByRole('img', { name });
    await expect
      .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
  }

  /** Nothing is cut off, nothing is beside the glass, and every button is large enough. */
  async expectFit(): Promise<void> {
    expect(await clipped(this.page)).toEqual([]);
    const { width, height } = this.page.viewportSize() ?? { width: 0, height: 0 };
    for (const { name, box } of await this.touches()) {
      expect([name, Math.min(box.width, box.height) >= leastTouch]).toEqual([name, true]);
      const isOnGlass = box.x >= 0 && box.y >= 0 && box.right <= width && box.bottom <= height;
      expect([name, isOnGlass]).toEqual([name, true]);
    }
  }

  /** How far down the glass the highest button begins, from 0 to 1. */
  async highestTouch(): Promise<number> {
    const { height } = this.page.viewportSize() ?? { height: 1 };
    return Math.min(...(await this.touches()).map(({ box }) => box.y)) / height;
  }

  private touches() {
    return this.page.getByRole('button').evaluateAll((all) =>
      all.map((one) => {
        const { x, y, width, height, right, bottom } = one.getBoundingClientRect();
        return { name: one.textContent ?? '', box: { x, y, width, height, right, bottom } };
      }),
    );
  }
}
