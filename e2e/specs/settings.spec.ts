/** What a manager sets up, and what must never come out again. */

import { expect, type Till, test } from '../fixtures/till.ts';
import { SettingsPage } from '../pages/SettingsPage.ts';

test('another store name stands on both screens from the next start', async ({ till }) => {
  await till.cashier.openSettings();
  const settings = new SettingsPage(till.cashier);
  await settings.choose(settings.words.storeAndTill);
  await settings.field(settings.words.storeName).fill('Fjellsport Bergen');
  await settings.save();
  await expect(settings.page.getByText(settings.words.savedRestart)).toBeVisible();

  await till.restart();
  await expect(till.cashier.page.getByRole('banner')).toContainText('Fjellsport Bergen');
  await till.display.expect('Fjellsport Bergen');
});

const secret = 'a-secret-that-nobody-sees';

async function putInSecret(till: Till): Promise<SettingsPage> {
  await till.cashier.openSettings();
  const settings = new SettingsPage(till.cashier);
  await settings.choose(settings.words.keys);
  const { clientSecret, enter } = settings.words;
  await settings.main.getByRole('button', { name: `${enter}: ${clientSecret}` }).click();
  await settings.field(clientSecret).fill(secret);
  await expect(settings.field(clientSecret)).toHaveAttribute('type', 'password');
  await settings.save();
  // The till has it before the page has heard so; what is typed stays in the page until then.
  await expect(settings.main).toContainText(settings.words.stored);
  await expect(settings.main.locator('input[type=password]')).toHaveCount(0);
  return settings;
}

test('a key goes in, is said to be stored, and never comes out', async ({ tillAlone: till }) => {
  const settings = await putInSecret(till);
  expect(await till.call('settings.get', {})).toMatchObject({
    value: { keys: { clientId: false, clientSecret: true, subscriptionKey: false } },
  });
  expect(JSON.stringify(await till.call('settings.get', {}))).not.toContain(secret);
  expect(await settings.page.content()).not.toContain(secret);
  await settings.page.reload();
  await till.cashier.expectOpen();
  await till.cashier.openSettings();
  await settings.choose(settings.words.keys);
  await expect(settings.main).toContainText(settings.words.stored);
  await expect(settings.main.locator('input[type=password]')).toHaveCount(0);
  expect(await settings.page.content()).not.toContain(secret);
});

test('the test of the connection tells product by product', async ({ till, wallet }) => {
  await till.cashier.openSettings();
  const settings = new SettingsPage(till.cashier);
  await settings.choose(settings.words.keys);
  await settings.press(settings.words.testConnection);
  const rows = settings.main.getByRole('listitem');
  await expect(rows).not.toHaveCount(0);
  const count = await rows.count();
  await expect(rows.filter({ hasText: settings.words.works })).toHaveCount(count);
  await expect(rows.filter({ hasText: settings.words.worksNot })).toHaveCount(0);
  expect((await wallet.books()).payments).toEqual([]);
});

test('a file of goods with a bad line: the line is named, and the goods at hand stay', async ({ till }) => {
  const { cashier, scanner } = till;
  await cashier.openSettings();
  const settings = new SettingsPage(cashier);
  await settings.choose(settings.words.importFiles);
  const head = 'sku;navn;pris;mva;strekkoder';
  const good = 'T-1;Turkart Jotunheimen;249,00;25;2000000000015';
  await settings.importGoods('bad.csv', `${head}\n${good}\nT-2;Kompass;mye;25;\n`);
  const row = settings.main.getByRole('row').filter({ hasText: /^3/ });
  await expect(row).toContainText(settings.words.priceUnreadable);

  await settings.importGoods('good.csv', `${head}\n${good}\n`);
  await expect(settings.main.getByRole('row')).toHaveCount(0);
  await settings.page.keyboard.press('Escape');
  await cashier.expectOpen();
  await scanner.scan('2000000000015');
  await cashier.expectTotal('249,00');
});

test('whatever the next customer shall do can be chosen', async ({ tillAlone: till }) => {
  await till.cashier.openSettings();
  const settings = new SettingsPage(till.cashier);
  await settings.choose(settings.words.practice);
  const choices = settings.main
    .getByRole('group', { name: settings.words.nextCustomerDoes })
    .getByRole('button');
  await expect(choices).toHaveCount(8);
  for (const choice of await choices.all()) {
    await choice.click();
    await expect(choice).toHaveAttribute('aria-pressed', 'true');
  }
  await expect(settings.main.getByRole('alert')).toHaveCount(0);
});
