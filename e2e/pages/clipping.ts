/**
 * Looks for words that do not fit: a page wider than its window, a button smaller than what it
 * says, a station of the sale too low for what stands in it.
 */

import type { Page } from '@playwright/test';

/** One line for everything that is cut off or stands out, empty if all is well. */
export async function clipped(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth)
      found.push(`the page is ${scrollWidth} wide in a window of ${clientWidth}`);
    const told = (element: Element) => (element.textContent ?? '').trim().slice(0, 40);

    // What a box must hold: buttons, and everything that is written large.
    for (const box of document.querySelectorAll('button, a.button, label, h1, h2, .chip, .sum, .cs-amount')) {
      if (!box.checkVisibility({ visibilityProperty: true })) continue;
      const outer = box.getBoundingClientRect();
      if (outer.width < 2 || box.closest('.unseen') !== null) continue;
      const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        const parent = text.parentElement;
        if (parent === null || parent.closest('.unseen') !== null || text.textContent?.trim() === '')
          continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const inner = range.getBoundingClientRect();
        const left = Math.max(outer.left, 0);
        const right = Math.min(outer.right, window.innerWidth);
        if (inner.width > 0 && (inner.left < left - 1 || inner.right > right + 1)) {
          found.push(`“${told(box)}” stands out of its box by ${Math.round(inner.right - right)} px`);
        }
        if (parent.scrollWidth > parent.clientWidth + 1 && parent.clientWidth > 0) {
          const { overflowX, display } = getComputedStyle(parent);
          if (display !== 'inline' && overflowX !== 'visible') found.push(`“${told(parent)}” is cut off`);
        }
      }
    }

    for (const station of document.querySelectorAll('.station > .box')) {
      const end = station.getBoundingClientRect().bottom;
      const last = Math.max(
        ...[...station.querySelectorAll('*')].map((one) => one.getBoundingClientRect().bottom),
      );
      if (last > end + 1)
        found.push(`“${told(station)}” is cut off by ${Math.round(last - end)} px at its foot`);
    }
    const primary = document.querySelector('[data-primary]')?.getBoundingClientRect();
    if (primary !== undefined && primary.bottom > window.innerHeight + 1) {
      found.push(`the large button ends at ${Math.round(primary.bottom)} of ${window.innerHeight}`);
    }
    return found;
  });
}
