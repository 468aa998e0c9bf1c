/** A machine that is started in the folder of a staffed till: what staff had parked there and was paid is not lost from sight. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startHeadless } from '../../fixtures/headless.ts';
import { kari } from '../../fixtures/machine.ts';
import { tillSize } from '../../fixtures/tillHost.ts';
import { browserHost } from '../../fixtures/tillInBrowser.ts';
import { startWallet } from '../../fixtures/wallet.ts';
import { nb as words } from '../../pages/wordsNb.ts';

test('a parked sale that was paid opens in Payments, not at the till that is not there', async ({
  playwright,
}) => {
  const wallet = await startWallet();
  const home = mkdtempSync(join(tmpdir(), 'klubbkassa-staffs-'));
  const staffed = await startHeadless({ home, environment: wallet.environment });
  await wallet.customer({ phone: kari, does: 'approve', afterMs: 2000 });
  const found = await staffed.call('catalogue.search', { text: 'termos' });
  const sku = (found.ok && found.value[0]?.sku) || '';
  expect(await staffed.call('customer.setPhone', { phone: `+${kari}` })).toMatchObject({ ok: true });
  expect(await staffed.call('basket.add', { sku, quantity: 1 })).toMatchObject({ ok: true });
  expect(await staffed.call('payment.request', { via: 'push' })).toMatchObject({ ok: true });
  expect(await staffed.call('sale.park', {})).toMatchObject({ ok: true });
  await staffed.until(({ attention }) => attention.some(({ kind }) => kind === 'attention.parkedPaid'));
  await staffed.kill();

  const machine = await startHeadless({
    home,
    environment: { ...wallet.environment, KLUBBKASSA_KIND: 'unattended' },
  });
  const host = await browserHost(playwright.chromium);
  const page = await host.pageAt(machine.ready.screens.till, tillSize);
  const waits = page.getByRole('region', { name: words.needsAttention });
  await expect(waits).toContainText('Et parkert salg fra en betjent kasse er betalt');
  await expect(waits).not.toContainText('F7');
  await waits.getByRole('button', { name: 'Åpne i Betalinger' }).click();
  const explained = page.getByRole('main', { name: words.explainTitle });
  await expect(explained).toContainText('Kassen trakk det én gang.');
  await expect(page.getByRole('button', { name: words.refund })).toBeEnabled();
  await host.close();
  await machine.kill();
  await wallet.close();
  rmSync(home, { recursive: true, force: true });
});
