/** The store's own code: made by the manager, scanned with the phone, and whoever did so stands at the till. */

import { aCode } from '../fixtures/storeCode.ts';
import { expect, personalQr, type Till, test, type Wallet } from '../fixtures/till.ts';
import { SettingsPage } from '../pages/SettingsPage.ts';

const kari = '4791234567';
const stranger = '4798765432';
const vest = '2000001047859';

async function scanned(wallet: Wallet, phone: string, code: string): Promise<void> {
  expect(await wallet.scanCode(phone, code)).toBe('done');
}

async function openSection(till: Till, section: 'shopQr' | 'webhooks'): Promise<SettingsPage> {
  await till.cashier.openSettings();
  const settings = new SettingsPage(till.cashier);
  await settings.choose(settings.words[section]);
  return settings;
}

test('a member who scans it is greeted, and pays', async ({ till, wallet }) => {
  const { cashier, display, scanner } = till;
  const code = await aCode(till);
  await wallet.customer({ phone: kari, does: 'approve', afterMs: 0 });
  await scanned(wallet, kari, code);
  await cashier.expectCustomer('Kari', cashier.words.checkedIn);
  await display.expect(display.words.helloName);
  await scanner.scan(vest);
  await cashier.askFor('479,00');
  await cashier.expectPaid('479,00');
});

test('the second one waits in sight, and is served by choice', async ({ till, wallet }) => {
  const { cashier, scanner } = till;
  const code = await aCode(till);
  await scanner.scan(personalQr(kari));
  await cashier.expectCustomer('Kari');
  await scanned(wallet, stranger, code);
  const row = cashier.arrivals.getByRole('listitem');
  await expect(row).toContainText('••• 32');
  await cashier.expectCustomer('Kari');

  await row.getByRole('button', { name: cashier.words.serve }).focus();
  await cashier.page.keyboard.press('Space');
  await cashier.expectCustomer('••• 32', cashier.words.notMember);
  await expect(cashier.arrivals).toHaveCount(0);
  await expect(cashier.primary).toBeFocused();
});

test('one who is not to be served now goes out of sight, and nothing else changes', async ({
  till,
  wallet,
}) => {
  const { cashier, scanner } = till;
  const code = await aCode(till);
  await scanner.scan(personalQr(kari));
  await cashier.expectCustomer('Kari');
  await scanned(wallet, stranger, code);
  await cashier.arrivals.getByRole('button', { name: cashier.words.notNow }).click();
  await expect(cashier.arrivals).toHaveCount(0);
  await cashier.expectCustomer('Kari');
});

test('nobody is served into an open payment', async ({ till, wallet }) => {
  const { cashier, scanner } = till;
  const code = await aCode(till);
  await wallet.customer({ phone: kari, does: 'manual' });
  await scanner.scan(personalQr(kari));
  await scanner.scan(vest);
  await cashier.askFor('479,00');
  await expect(cashier.primary).toContainText(cashier.words.waitingForApproval);
  await scanned(wallet, stranger, code);
  await expect(cashier.arrivals).toContainText('••• 32');
  await expect(cashier.arrivals).toContainText(cashier.words.whenPaymentIsOver);
  const serve = cashier.arrivals.getByRole('button', { name: cashier.words.serve });
  await expect(serve).toHaveAttribute('aria-disabled', 'true');
  await serve.click({ force: true });
  await cashier.expectCustomer('Kari');

  await wallet.customer({ phone: kari, does: 'approve', afterMs: 0 });
  await cashier.expectPaid('479,00');
  await serve.click();
  await cashier.expectCustomer('••• 32');
  await cashier.expectEmpty();
});

test('one whom the wallet could not name is tried again', async ({ till, wallet }) => {
  const { cashier } = till;
  const code = await aCode(till);
  await wallet.fault({ endpoint: 'qr.exchangeCustomer', what: 'http5xx', times: 100 });
  await scanned(wallet, kari, code);
  await expect(cashier.arrivals).toContainText(cashier.words.notLookedUp);
  await wallet.fault({ clear: 'all' });
  await cashier.arrivals.getByRole('button', { name: cashier.words.tryAgain }).click();
  await cashier.expectCustomer('Kari', cashier.words.checkedIn);
  await expect(cashier.arrivals).toHaveCount(0);
});

test('a code is made, shown, renamed and deleted', async ({ till, wallet }, info) => {
  const settings = await openSection(till, 'shopQr');
  const { main, page, words } = settings;
  await expect(main).toContainText(words.noCodeYet);
  const dialog = page.getByRole('dialog');
  await main.getByRole('button', { name: words.makeCode }).click();
  await dialog.getByLabel(words.codesPlace).fill('Kasse 1');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const row = main.getByRole('radio');
  await expect(row).toHaveCount(1);
  await expect(main).toContainText(`${words.thisTill} · `);
  const picture = main.getByRole('img', { name: /Kasse 1$/ });
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  await expect(main).toContainText(words.scanComesHere);
  const listed = await till.call('staticQr.list', {});
  const content = (listed.ok && listed.value[0]?.content) || '';

  await main.getByRole('button', { name: words.showFullScreen }).click();
  await expect(dialog).toContainText(words.scanWith);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(main.getByRole('heading', { name: words.shopQr })).toBeVisible();
  // The desktop's windows keep no files.
  const offers = info.project.name === 'electron' ? 0 : 1;
  await expect(main.getByRole('button', { name: words.downloadSvg })).toHaveCount(offers);

  await main.getByRole('button', { name: words.rename }).click();
  await dialog.getByLabel(words.codesPlace).fill('Ved utgangen');
  await page.keyboard.press('Enter');
  await expect(main).toContainText('Ved utgangen');
  await expect(row).toHaveCount(1);
  await scanned(wallet, kari, content);

  await main.getByRole('button', { name: words.deleteIt }).click();
  await expect(dialog).toContainText(words.codeNotFound);
  await dialog.getByRole('button', { name: words.deleteCode }).click();
  await expect(main).toContainText(words.noCodeYet);
  expect(await wallet.scanCode(stranger, content)).toBe('notFound');
});

test('both registrations are told with the address that holds them', async ({ till }) => {
  await aCode(till);
  const { main, words } = await openSection(till, 'webhooks');
  await expect(main.getByText(words.registered, { exact: true })).toHaveCount(2);
  const rows = main.getByRole('region').getByRole('listitem');
  await expect(rows).toHaveCount(2);
  for (const row of await rows.all()) await expect(row).toContainText(words.thisTill);
});

test('another address holds the scans: said in the first place, and theirs can be taken away', async ({
  till,
  wallet,
}) => {
  const elsewhere = 'https://old-shop.example/hooks';
  await holdScans(wallet, elsewhere);
  const made = await till.call('staticQr.put', { location: 'Kasse 1' });
  expect(made.ok).toBe(true);
  const settings = await openSection(till, 'shopQr');
  const { main, page, words } = settings;
  await expect(main).toContainText(words.stickerDead);
  for (const section of [words.shopQr, words.webhooks]) await expect(settings.trouble(section)).toBeVisible();

  await main.getByRole('button', { name: words.webhooks }).click();
  await expect(main.getByText(words.taken, { exact: true })).toBeVisible();
  const theirs = main.getByRole('listitem').filter({ hasText: elsewhere });
  await expect(theirs).toContainText(words.notThisTills);
  await theirs.getByRole('button', { name: words.deleteIt }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.deleteRegistration }).click();
  await expect(theirs).toHaveCount(0);
  await settings.choose(words.shopQr);
  await expect(main).toContainText(words.scanComesHere);
  for (const section of [words.shopQr, words.webhooks])
    await expect(settings.trouble(section)).toHaveCount(0);
});

/** Somebody else of the same sales unit takes the one registration for scans that there is (payments.md 6.1). */
async function holdScans({ url, environment }: Wallet, address: string): Promise<void> {
  const keys = {
    'Ocp-Apim-Subscription-Key': environment['KLUBBKASSA_SUBSCRIPTION_KEY'] ?? '',
    'Merchant-Serial-Number': environment['KLUBBKASSA_MSN'] ?? '',
  };
  const entered = await fetch(`${url}/accesstoken/get`, {
    method: 'POST',
    headers: {
      ...keys,
      client_id: environment['KLUBBKASSA_CLIENT_ID'] ?? '',
      client_secret: environment['KLUBBKASSA_CLIENT_SECRET'] ?? '',
    },
  });
  const { access_token: token } = (await entered.json()) as { readonly access_token: string };
  const made = await fetch(`${url}/webhooks/v1/webhooks`, {
    method: 'POST',
    headers: { ...keys, Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ url: address, events: ['user.checked-in.v1'] }),
  });
  expect(made.status).toBe(201);
}
