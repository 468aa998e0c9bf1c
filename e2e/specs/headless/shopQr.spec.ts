/** A till that no message of the service reaches: outside of training and without an address of its own. */

import { expect, test } from '../../fixtures/till.ts';
import { newHome, throwAway } from '../../fixtures/tillHome.ts';
import { Cashier } from '../../pages/Cashier.ts';
import { SettingsPage } from '../../pages/SettingsPage.ts';

test('it says that a sticker would be dead, and what to show instead', async ({ host, wallet }) => {
  const home = newHome();
  const environment = { ...wallet.environment, KLUBBKASSA_PROFILE: 'test' };
  const running = await host.open({ home, environment });
  try {
    const cashier = new Cashier(running.cashier, 'nb');
    await cashier.expectOpen();
    await cashier.openSettings();
    const settings = new SettingsPage(cashier);
    const { main, words } = settings;
    await settings.choose(words.shopQr);
    await expect(main.getByRole('status')).toContainText(words.noScanComes);
    await expect(main.getByRole('status')).toContainText('F5');

    await main.getByRole('button', { name: words.webhooks }).click();
    await expect(main).toContainText(words.cannotBeReached);
    await expect(main.getByText(words.registered, { exact: true })).toHaveCount(0);
  } finally {
    await running.kill();
    await throwAway(home);
  }
});
