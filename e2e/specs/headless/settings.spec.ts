/** Saved and left in one breath, which a busy till makes visible: the page can be held up only in a browser. */

import type { Page, Route } from '@playwright/test';
import { expect, type Till, test } from '../../fixtures/till.ts';
import { SettingsPage } from '../../pages/SettingsPage.ts';

/** Holds the page's saving up until the test lets it end. */
async function holdSaving(page: Page, end: (route: Route) => Promise<void>): Promise<() => void> {
  let letEnd = () => {};
  const held = new Promise<void>((resolve) => {
    letEnd = resolve;
  });
  await page.route('**/api/call/settings.update', async (route) => {
    await held;
    await end(route);
  });
  return letEnd;
}

async function saveAndLeave({ cashier }: Till, store: string): Promise<SettingsPage> {
  await cashier.openSettings();
  const settings = new SettingsPage(cashier);
  await settings.choose(settings.words.storeAndTill);
  await settings.field(settings.words.storeName).fill(store);
  await settings.save();
  await cashier.page.keyboard.press('Escape');
  await expect(cashier.page.getByRole('button', { name: cashier.words.leaveUnsaved })).toBeHidden();
  return settings;
}

test('Esc while it saves leaves when it is saved, and asks nothing', async ({ till }) => {
  const letEnd = await holdSaving(till.cashier.page, (route) => route.continue());
  const settings = await saveAndLeave(till, 'Fjellsport Bergen');
  await expect(settings.primary).toBeVisible();
  letEnd();
  await expect(settings.primary).toBeHidden();
});

test('Esc while it saves stays where the till could not take what was typed', async ({ till }) => {
  const letEnd = await holdSaving(till.cashier.page, (route) => route.abort());
  const settings = await saveAndLeave(till, 'Fjellsport Bergen');
  letEnd();
  await expect(settings.page.getByRole('alert')).toBeVisible();
  await expect(settings.field(settings.words.storeName)).toHaveValue('Fjellsport Bergen');
});
