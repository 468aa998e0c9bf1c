/** The way behind a machine's window: the PIN, the manager's page, and that neither is left open. */

import { once } from 'node:events';
import type { Page } from '@playwright/test';
import { expect, isThere, machineOf, pin, test, unlock, windowsOf } from '../../fixtures/kiosk.ts';

/** Presses what takes its own window away: the press may not live to be told done. */
async function goneBy(page: Page, name: string): Promise<void> {
  const closed = page.waitForEvent('close');
  await page
    .getByRole('button', { name })
    .click()
    .catch(() => undefined);
  await closed;
}

test('without a PIN the manager’s window opens; with one nothing but the customer’s', async ({ fresh }) => {
  const manager = await fresh.manager();
  await expect(manager.getByText('Ingen PIN er satt.', { exact: false })).toBeVisible();
  await manager.getByLabel('Ny PIN', { exact: true }).fill('123456');
  await manager.getByLabel('Ny PIN én gang til').fill('123456');
  await manager.getByRole('button', { name: 'Lagre PIN' }).click();
  await expect(manager.getByText('Den PIN-en er for lett å gjette.')).toBeVisible();
  await manager.getByLabel('Ny PIN', { exact: true }).fill(pin);
  await expect(manager.getByText('De to er ikke like.')).toBeVisible();
  await manager.getByLabel('Ny PIN én gang til').fill(pin);
  await manager.getByRole('button', { name: 'Lagre PIN' }).click();
  await expect(manager.getByText('PIN er lagret.')).toBeVisible();
  await goneBy(manager, 'Tilbake til salg');
  await expect.poll(() => windowsOf(fresh)).toEqual(['?screen=display']);
  await unlock(fresh.screen, pin);
  await expect.poll(() => windowsOf(fresh)).toEqual(['?screen=display', '?screen=till']);
});

test('a wrong PIN opens nothing; five cost a wait, which a new start does not spare', async ({ kiosk }) => {
  await kiosk.unlock('000000');
  await expect(kiosk.screen.getByText('Feil PIN.')).toBeVisible();
  for (const wrong of ['111111', '222222', '333333', '444444']) await kiosk.unlock(wrong);
  await expect(kiosk.screen.getByText(/Neste forsøk om \d+ sekunder/)).toBeVisible();
  await kiosk.restart();
  await kiosk.unlock(pin);
  await expect(kiosk.screen.getByText(/Neste forsøk om \d+ sekunder/)).toBeVisible();
  expect(await windowsOf(kiosk)).toEqual(['?screen=display']);
});

test('the manager fills it, puts it out of order and back, goes on selling, and ends it', async ({
  kiosk,
}) => {
  await kiosk.unlock(pin);
  const manager = await kiosk.manager();
  await expect(manager.getByText('Klar for neste kunde')).toBeVisible();
  await manager
    .getByRole('button', { name: /^Én til: / })
    .first()
    .click();
  await manager.getByLabel('Legg til vare').fill('ull');
  await manager.getByRole('list', { name: 'Legg til vare' }).getByRole('button').first().click();
  await manager.getByRole('button', { name: 'Lagre beholdningen' }).click();
  await expect(manager.getByText('Beholdningen er lagret.')).toBeVisible();
  expect((await machineOf(kiosk.screen))?.offers.map(({ stock }) => stock)).toEqual([3, 2, 0]);
  await manager.getByLabel('Telefon for kunder').fill('22 00 00');
  await expect(manager.getByText('Skriv hele nummeret, med + og landkode om det ikke er +47.')).toBeVisible();
  await manager.getByLabel('Telefon for kunder').fill('22 00 00 00');
  await manager.getByRole('button', { name: 'Lagre nummeret' }).click();
  await manager.getByRole('button', { name: 'Sett ut av drift' }).click();
  const glass = kiosk.screen.getByRole('main');
  await expect(glass.getByText(/\+47\s22\s00\s00\s00/)).toBeVisible();
  await expect(glass.getByText('STOPP')).toBeVisible();
  await manager.getByRole('button', { name: 'Selg igjen' }).click();
  await expect(isThere(kiosk.screen)).toBeVisible();
  await manager.getByRole('button', { name: 'Betalinger' }).click();
  await manager.keyboard.press('Escape');
  await expect(manager.getByText('Klar for neste kunde')).toBeVisible();
  await goneBy(manager, 'Tilbake til salg');
  await expect.poll(() => windowsOf(kiosk)).toEqual(['?screen=display']);
  await kiosk.unlock(pin);
  const gone = once(kiosk.app.process(), 'exit');
  const again = await kiosk.manager();
  await again.getByRole('button', { name: 'Avslutt Klubbkassa' }).click();
  await goneBy(again, 'Avslutt nå');
  const [code] = await gone;
  expect(code).toBe(0);
});

for (const page of [null, 'Betalinger', 'Dagen', 'Innstillinger'])
  test(`a manager’s window that nobody touches closes, on ${page ?? 'its first page'} too`, async ({
    kiosk,
  }) => {
    await kiosk.unlock(pin);
    const manager = await kiosk.manager();
    await manager.clock.install();
    await manager.reload();
    await expect(manager.getByText('Klar for neste kunde')).toBeVisible();
    if (page !== null) await manager.getByRole('button', { name: page, exact: true }).click();
    await expect(manager.getByText('Klar for neste kunde')).toHaveCount(page === null ? 1 : 0);
    const closed = manager.waitForEvent('close');
    // The page may be gone before it can say that its time has run.
    await manager.clock.runFor(300_000).catch(() => undefined);
    await closed;
    // The page is gone a moment before its window.
    await expect.poll(() => windowsOf(kiosk)).toEqual(['?screen=display']);
  });

test('the mark must be held for long, and the PIN’s pad goes away by itself', async ({ kiosk }) => {
  const { screen } = kiosk;
  await isThere(screen).waitFor();
  await screen.clock.install();
  await screen.reload();
  await isThere(screen).waitFor();
  const pad = screen.getByRole('dialog');
  await screen.mouse.move(60, 60);
  await screen.mouse.down();
  await screen.clock.runFor(2_900);
  await screen.mouse.up();
  await screen.clock.runFor(60_000);
  await expect(pad).toHaveCount(0);
  await screen.mouse.down();
  await screen.clock.runFor(3_000);
  await screen.mouse.up();
  await expect(pad).toBeVisible();
  await screen.clock.runFor(30_000);
  await expect(pad).toHaveCount(0);
});
