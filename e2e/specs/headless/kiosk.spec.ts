/** The screen of a machine in a browser: a whole sale by touch, from the scanned code to what was paid and released. */

import { cheapest, kari, type Machine, reserved } from '../../fixtures/machine.ts';
import { expect, landscape, portrait, test } from '../../fixtures/machineGlass.ts';
import { countsByItself } from '../../fixtures/ownClock.ts';
import type { MachineScreen } from '../../pages/MachineScreen.ts';

/** As it stands on the screen, without its unit; nothing here costs a thousand. */
const kroner = (amount: { readonly minor: number } | null) =>
  ((amount?.minor ?? 0) / 100).toFixed(2).replace('.', ',');

async function takeCheapest({ sees }: Machine, glass: MachineScreen) {
  const cheap = cheapest(await sees('choosing'));
  await glass.button(cheap.name).click();
  await glass.expectHeading(`${cheap.name} er på vei`);
  return cheap;
}

for (const [name, size] of Object.entries({ portrait, landscape })) {
  test.describe(name, () => {
    test.use({ size });

    test('by touch: scanned, chosen, handed out, and both amounts are told', async ({ machine, glass }) => {
      await glass.expectCode('QR‑koden til automaten');
      await glass.expectFit();
      const { reserved: held } = await reserved(machine);
      await glass.expectHeading('Velg en vare');
      await expect(glass.button('Avslutt uten å kjøpe')).toBeVisible();
      await glass.expectFit();
      const cheap = await takeCheapest(machine, glass);
      await glass.expectFit();
      // Nothing else is to be had for the rest, so the machine closes by itself.
      await machine.settle('dispensed');
      await glass.expectHeading('Takk!');
      await glass.expectFit();
      const { paid, released } = await machine.sees('result');
      expect([paid, released?.minor]).toEqual([cheap.price, (held?.minor ?? 0) - cheap.price.minor]);
      const told = [paid, released].map((one) => new RegExp(`^${kroner(one)}`));
      await expect(glass.page.getByRole('definition')).toHaveText(told);
      await glass.button('Ferdig').click();
      await glass.expectHeading('Skann med Vipps');
    });
  });
}

test('what does not come out is not paid for, and the screen says so', async ({ machine, glass }) => {
  await reserved(machine);
  const cheap = await takeCheapest(machine, glass);
  await machine.settle('failed');
  await expect(glass.words(`Vi så ikke at ${cheap.name} kom ut. Du betaler ikke for den.`)).toBeVisible();
  await glass.button('Avslutt uten å kjøpe').click();
  await glass.expectHeading('Du har ikke betalt noe');
  expect((await machine.wallet.books()).payments).toMatchObject([{ captured: 0 }]);
});

test('what the door refuses is said in words', async ({ machine, glass }) => {
  const { till, sees } = machine;
  await reserved(machine);
  const cheap = cheapest(await sees('choosing'));
  // The screen does not hear in time that somebody else has taken the last ones.
  await glass.page.route('**/api/call/vending.take', async (route) => {
    await till.call('vending.stock', { slots: [] }, 'kiosk');
    await route.continue();
  });
  await glass.button(cheap.name).click();
  await expect(glass.page.getByRole('alert').filter({ hasText: 'Varen er utsolgt.' })).toBeVisible();
});

test('shortly before the end it asks, and who answers has all the time again', async ({ machine, glass }) => {
  await countsByItself(glass.page);
  await reserved(machine);
  await glass.expectHeading('Velg en vare');
  await glass.page.clock.fastForward(75_000);
  await glass.expectHeading('Trenger du mer tid?');
  await glass.expectFit();
  const { until } = await machine.sees('choosing');
  await glass.button('Ja, mer tid').click();
  await expect
    .poll(async () => Date.parse((await machine.sees('choosing')).until ?? ''))
    .toBeGreaterThan(Date.parse(until ?? ''));
  await glass.page.clock.setSystemTime(Date.now());
  await glass.page.clock.runFor(1000);
  await glass.expectHeading('Velg en vare');
});

test('on a tablet whose clock is a day ahead, the customer chooses in peace', async ({ machine, glass }) => {
  await glass.page.clock.setSystemTime(Date.now() + 86_400_000);
  await glass.page.reload();
  await glass.expectHeading('Skann med Vipps');
  await reserved(machine);
  await glass.expectHeading('Velg en vare');
});

test('a picture of the code that did not come is asked for again, and meanwhile there is another way', async ({
  glass,
}) => {
  const { page } = glass;
  let asked = 0;
  await page.route('**/qr/*', (route) => {
    asked += 1;
    return asked === 1 ? route.abort() : route.continue();
  });
  await page.clock.install();
  await page.reload();
  await expect(page.getByText('Koden kan ikke vises nå. Velg en vare her nedenfor i stedet.')).toBeVisible();
  await glass.expectFit();
  await page.clock.fastForward(10_000);
  await expect(page.getByRole('img', { name: /koden/i })).toBeVisible();
  expect(asked).toBeGreaterThan(1);
});

test('while the wallet checks an age it says that only yes or no comes back, and who gives up is asked no more', async ({
  machine,
  glass,
}) => {
  const { till, wallet, code, sees } = machine;
  const slots = (await sees('idle')).offers.map(({ sku }) => ({ sku, stock: 1, minimumAge: 18 }));
  await till.call('vending.stock', { slots }, 'kiosk');
  await wallet.customer({ phone: kari, does: 'never' });
  expect(await wallet.scanCode(kari, code)).toBe('done');
  await glass.expectHeading('Se på telefonen');
  await expect(glass.words('Vipps svarer bare ja eller nei. Vi får ikke vite alderen din.')).toBeVisible();
  await glass.expectFit();
  await glass.button('Avbryt').click();
  await glass.expectHeading('Skann med Vipps');
  expect((await wallet.books()).payments).toMatchObject([{ state: 'TERMINATED', captured: 0 }]);
});

test('a choice of language lasts through the sale and not longer', async ({ machine, glass }) => {
  await glass.button('Switch to English').click();
  await glass.expectHeading('Scan with Vipps');
  await reserved(machine);
  await glass.expectHeading('Choose an item');
  await glass.button('Stop without buying').click();
  await glass.expectHeading('You have paid nothing');
  await expect(glass.heading('Skann med Vipps')).toBeVisible({ timeout: 40_000 });
});

test('out of order, it says so with the operator’s code, and comes back', async ({ machine, glass }) => {
  const { till } = machine;
  await till.call('vending.fault', { reason: 'E07' }, 'kiosk');
  await glass.expectHeading('Automaten tar en pause');
  await expect(glass.page.getByRole('definition')).toHaveText([/^\+47\s22\s00\s00\s00$/, 'POS-01', 'E07']);
  await glass.expectFit();
  await till.call('vending.open', {}, 'kiosk');
  await glass.expectHeading('Skann med Vipps');
  await till.call('vending.stock', { slots: [] }, 'kiosk');
  await glass.expectHeading('Alt er utsolgt');
});

test('63 odoo PR 207932: while the till is away the glass is not blank, and says what becomes of the money', async ({
  machine,
  glass,
}) => {
  await reserved(machine);
  const cheap = await takeCheapest(machine, glass);
  await machine.till.kill('SIGKILL');
  await glass.expectHeading('Et øyeblikk');
  await expect(glass.words('Du betaler bare for det som har kommet ut. Resten frigis.')).toBeVisible();
  await expect(glass.page.getByText(cheap.name)).toHaveCount(0);
  await expect(glass.page.getByRole('button')).toHaveCount(0);
});
