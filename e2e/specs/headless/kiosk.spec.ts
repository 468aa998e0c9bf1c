/** The screen of a machine in a browser: a whole sale by touch, from the scanned code to what was paid and released. */

import type { Page } from '@playwright/test';
import { cheapest, expect, type Machine, test as machineTest, reserved } from '../../fixtures/machine.ts';
import { browserHost } from '../../fixtures/tillInBrowser.ts';
import { clipped } from '../../pages/clipping.ts';

const portrait = { width: 1080, height: 1920 } as const;

const test = machineTest.extend<{ glass: Page }>({
  glass: async ({ machine, playwright }, use) => {
    const host = await browserHost(playwright.chromium);
    const page = await host.pageAt(machine.till.ready.screens.customer, portrait);
    await expect(heading(page, 'Skann med Vipps')).toBeVisible();
    await use(page);
    await host.close();
  },
});

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** As it stands on the screen, without its unit; nothing here costs a thousand. */
const kroner = (amount: { readonly minor: number } | null) =>
  ((amount?.minor ?? 0) / 100).toFixed(2).replace('.', ',');

/** What a hand has to meet, in CSS pixels: the smallest side of the smallest button. */
async function smallestTouch(page: Page): Promise<number> {
  return page.getByRole('button').evaluateAll((all) =>
    Math.min(
      ...all.map((one) => {
        const { width, height } = one.getBoundingClientRect();
        return Math.min(width, height);
      }),
    ),
  );
}

async function fits(page: Page): Promise<void> {
  expect(await clipped(page)).toEqual([]);
  expect(await smallestTouch(page)).toBeGreaterThanOrEqual(72);
}

async function takeCheapest({ sees }: Machine, page: Page) {
  const cheap = cheapest(await sees('choosing'));
  await button(page, cheap.name).click();
  await expect(heading(page, `${cheap.name} er på vei`)).toBeVisible();
  return cheap;
}

test('by touch: scanned, chosen, handed out, and both amounts are told', async ({ machine, glass }) => {
  const picture = glass.getByRole('img', { name: 'QR‑koden til automaten' });
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  await fits(glass);
  const { reserved: held } = await reserved(machine);
  await expect(heading(glass, 'Velg en vare')).toBeVisible();
  await expect(button(glass, 'Avslutt uten å kjøpe')).toBeVisible();
  await fits(glass);
  const cheap = await takeCheapest(machine, glass);
  await fits(glass);
  // Nothing else is to be had for the rest, so the machine closes by itself.
  await machine.settle('dispensed');
  await expect(heading(glass, 'Takk!')).toBeVisible();
  await fits(glass);
  const { paid, released } = await machine.sees('result');
  expect([paid, released?.minor]).toEqual([cheap.price, (held?.minor ?? 0) - cheap.price.minor]);
  const told = [paid, released].map((one) => new RegExp(`^${kroner(one)}`));
  await expect(glass.getByRole('definition')).toHaveText(told);
});

test('what does not come out is not paid for, and the screen says so', async ({ machine, glass }) => {
  await reserved(machine);
  const cheap = await takeCheapest(machine, glass);
  await machine.settle('failed');
  await expect(glass.getByText(`Vi så ikke at ${cheap.name} kom ut. Du betaler ikke for den.`)).toBeVisible();
  await button(glass, 'Avslutt uten å kjøpe').click();
  await expect(heading(glass, 'Du har ikke betalt noe')).toBeVisible();
  expect((await machine.wallet.books()).payments).toMatchObject([{ captured: 0 }]);
});

test('what the door refuses is said in words', async ({ machine, glass }) => {
  const { till, sees } = machine;
  await reserved(machine);
  const cheap = cheapest(await sees('choosing'));
  // The screen does not hear in time that somebody else has taken the last ones.
  await glass.route('**/api/call/vending.take', async (route) => {
    await till.call('vending.stock', { slots: [] }, 'kiosk');
    await route.continue();
  });
  await button(glass, cheap.name).click();
  await expect(glass.getByRole('alert').filter({ hasText: 'Varen er utsolgt.' })).toBeVisible();
});

test('shortly before the end it asks, and who answers has all the time again', async ({ machine, glass }) => {
  await glass.clock.install();
  await reserved(machine);
  await expect(heading(glass, 'Velg en vare')).toBeVisible();
  await glass.clock.fastForward(75_000);
  await expect(heading(glass, 'Trenger du mer tid?')).toBeVisible();
  await fits(glass);
  const { until } = await machine.sees('choosing');
  await button(glass, 'Ja, mer tid').click();
  await expect
    .poll(async () => Date.parse((await machine.sees('choosing')).until ?? ''))
    .toBeGreaterThan(Date.parse(until ?? ''));
  await glass.clock.setSystemTime(Date.now());
  await glass.clock.runFor(1000);
  await expect(heading(glass, 'Velg en vare')).toBeVisible();
});

test('a choice of language lasts through the sale and not longer', async ({ machine, glass }) => {
  await button(glass, 'Switch to English').click();
  await expect(heading(glass, 'Scan with Vipps')).toBeVisible();
  await reserved(machine);
  await expect(heading(glass, 'Choose an item')).toBeVisible();
  await button(glass, 'Stop without buying').click();
  await expect(heading(glass, 'You have paid nothing')).toBeVisible();
  await expect(heading(glass, 'Skann med Vipps')).toBeVisible({ timeout: 40_000 });
});

test('out of order, it says so with the operator’s code, and comes back', async ({ machine, glass }) => {
  const { till } = machine;
  await till.call('vending.fault', { reason: 'E07' }, 'kiosk');
  await expect(heading(glass, 'Automaten tar en pause')).toBeVisible();
  await expect(glass.getByText('si koden E07')).toBeVisible();
  await till.call('vending.open', {}, 'kiosk');
  await expect(heading(glass, 'Skann med Vipps')).toBeVisible();
  await till.call('vending.stock', { slots: [] }, 'kiosk');
  await expect(heading(glass, 'Alt er utsolgt')).toBeVisible();
});
