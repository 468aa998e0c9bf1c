/** The large button: it takes no press in the first moment after its words have changed. */

import { expect, type Locator } from '@playwright/test';

/**
 * Waits until the button says so and its words have stood still for as long as it guards them, as they have by the time
 * that a person has read them. A press before would be taken for the second one of a double press.
 */
export async function ready(primary: Locator, label: string): Promise<void> {
  await expect(primary).toContainText(label);
  await primary.evaluate(
    (button) =>
      new Promise<void>((resolve) => {
        let words = button.textContent;
        let since = performance.now();
        const look = (now: number): void => {
          if (button.textContent !== words) {
            words = button.textContent;
            since = now;
          }
          if (now - since > 450) resolve();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
  await expect(primary).toContainText(label);
}
