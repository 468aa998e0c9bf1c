/** What makes a machine's screen easier to use: letters, contrast, reach, and a voice; for one customer at a time. */

import { manyGoods } from '../../fixtures/machine.ts';
import { expect, landscape, portrait, test } from '../../fixtures/machineGlass.ts';
import { giveVoice } from '../../fixtures/voice.ts';

test.use({ hasCode: false });

/** Where the lower 1200 of 1920 begin (guide.md 10). */
const lowReach = 0.375;

for (const [name, size] of Object.entries({ portrait, landscape })) {
  test.describe(name, () => {
    test.use({ size });

    test('larger letters, high contrast and low reach fit, each by one touch and back by one', async ({
      glass,
    }) => {
      const letters = () =>
        glass.heading('Velg en vare').evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
      const usual = await letters();
      expect(await glass.highestTouch()).toBeLessThan(lowReach);
      for (const key of ['Større tekst', 'Høy kontrast', 'Lav høyde']) {
        await glass.button(key).click();
        await expect(glass.button(key)).toHaveAttribute('aria-pressed', 'true');
        await glass.expectFit();
      }
      expect(await letters()).toBeGreaterThan(usual);
      expect(await glass.highestTouch()).toBeGreaterThanOrEqual(lowReach);
      const paper = () =>
        glass.page.locator('.ks-window').evaluate((one) => getComputedStyle(one).backgroundColor);
      expect(await paper()).toBe('rgb(255, 255, 255)');
      for (const key of ['Større tekst', 'Høy kontrast', 'Lav høyde']) await glass.button(key).click();
      expect([await letters(), await paper()]).not.toContain('rgb(255, 255, 255)');
      expect(await letters()).toBe(usual);
    });
  });
}

test('more goods than stand on the glass are turned to by touch alone', async ({ machine, glass }) => {
  await manyGoods(machine);
  await expect(glass.page.getByText('Side 1 av 2')).toBeVisible();
  await expect(glass.page.getByRole('listitem').getByRole('button')).toHaveCount(8);
  await glass.button('Flere').click();
  await expect(glass.page.getByRole('listitem').getByRole('button')).toHaveCount(1);
  await glass.expectFit();
  await glass.button('Forrige').click();
  await expect(glass.page.getByText('Side 1 av 2')).toBeVisible();
});

test('a machine without a voice offers none', async ({ glass }) => {
  await expect(glass.button('Les høyt')).toHaveCount(0);
});

test('read aloud says what stands there, each amount with its currency, and only in a language it has', async ({
  machine,
  glass,
}) => {
  const { page } = glass;
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await page.addInitScript(giveVoice);
  await page.reload();
  await glass.button('Les høyt').click();
  const [first] = await said();
  expect(first).toMatch(/^Velg en vare\. .*Luke A2, .* kroner/);
  await glass.button('Switch to English').click();
  await expect(glass.button('Read aloud')).toHaveCount(0);
  expect(await said()).toEqual([first, '(silence)']);
  await glass.button('Bytt til norsk').click();
  await machine.till.call('vending.fault', { reason: 'E07' }, 'kiosk');
  await glass.expectHeading('Automaten tar en pause');
  const last = (await said()).at(-1);
  expect(last).toMatch(/^Automaten tar en pause\. Den kan ikke selge akkurat nå\./);
  expect(last).toMatch(/Ring og si dette: Telefon \+47\s22\s00\s00\s00\. Automat POS-01\. Kode E07\.$/);
});
