/** A machine that no scan can come to: goods are chosen on the glass, and paid by a one-time code on it. */

import { cheapest, type Machine, manyGoods } from '../../fixtures/machine.ts';
import { expect, landscape, portrait, test } from '../../fixtures/machineGlass.ts';
import { countsByItself } from '../../fixtures/ownClock.ts';
import type { MachineScreen } from '../../pages/MachineScreen.ts';

test.use({ hasCode: false });

const payCode = 'QR‑kode for denne betalingen';

/** Whoever scans the one-time code, and what they do. */
const customer = ({ wallet }: Machine, does: 'approve' | 'never') =>
  wallet.customer({ phone: 'walkIn', does, afterMs: 0 });

async function choose({ sees }: Machine, glass: MachineScreen) {
  const cheap = cheapest(await sees('idle'));
  await glass.button(cheap.name).click();
  await glass.expectHeading('Skann og godkjenn');
  await glass.expectCode(payCode);
  return cheap;
}

for (const [name, size] of Object.entries({ portrait, landscape })) {
  test.describe(name, () => {
    test.use({ size });

    test('chosen, paid by the code on the glass, handed out from its door, and captured', async ({
      machine,
      glass,
    }) => {
      await glass.expectFit();
      await customer(machine, 'never');
      const cheap = await choose(machine, glass);
      await glass.expectFit();
      await glass.button('Velg en annen vare').click();
      await glass.expectHeading('Velg en vare');
      await customer(machine, 'approve');
      await glass.button(cheap.name).click();
      await glass.expectHeading(`${cheap.name} er på vei`);
      await expect(glass.page.getByText('A2', { exact: true })).toBeVisible();
      await glass.expectFit();
      await machine.settle('dispensed');
      await glass.expectHeading('Takk!');
      await expect(glass.words(`Husk varen: ${cheap.name} (A2).`)).toBeVisible();
      await glass.expectFit();
      const { payments } = await machine.wallet.books();
      expect(payments).toMatchObject([
        { userFlow: 'QR', state: 'TERMINATED', captured: 0 },
        { userFlow: 'QR', amount: cheap.price.minor, captured: cheap.price.minor },
      ]);
      await glass.button('Ferdig').click();
      await glass.expectHeading('Velg en vare');
    });
  });
}

test('what does not come out is given back', async ({ machine, glass }) => {
  await customer(machine, 'approve');
  const cheap = cheapest(await machine.sees('idle'));
  await glass.button(cheap.name).click();
  await glass.expectHeading(`${cheap.name} er på vei`);
  await machine.settle('failed');
  await expect(glass.words(`Vi så ikke at ${cheap.name} kom ut. Du betaler ikke for den.`)).toBeVisible();
  await glass.button('Avslutt uten å kjøpe').click();
  await glass.expectHeading('Du har ikke betalt noe');
  const { price } = cheap;
  expect((await machine.wallet.books()).payments).toMatchObject([{ captured: 0, cancelled: price.minor }]);
});

test('after one from a further page did not come out, the goods begin at the first page', async ({
  machine,
  glass,
}) => {
  await manyGoods(machine);
  await customer(machine, 'approve');
  await glass.button('Flere').click();
  await glass.page.getByRole('listitem').getByRole('button').click();
  await machine.sees('dispensing');
  await machine.settle('failed');
  await expect(glass.words('Side 1 av 2')).toBeVisible();
});

test('who chooses something else keeps the screen as they wanted it; of the goods and the code nothing is left', async ({
  machine,
  glass,
}) => {
  await glass.page.clock.install();
  await glass.button('Switch to English').click();
  await glass.button('Larger text').click();
  await customer(machine, 'never');
  const cheap = cheapest(await machine.sees('idle'));
  await glass.button(cheap.name).click();
  await glass.expectHeading('Scan and approve');
  await glass.expectCode('QR code for this payment');
  await glass.button('Choose another item').click();
  await glass.expectHeading('Choose an item');
  await expect(glass.button('Larger text')).toHaveAttribute('aria-pressed', 'true');
  await expect(glass.page.getByRole('img')).toHaveCount(0);
  expect(await machine.till.display()).toMatchObject({ qrImage: null, lines: [], machine: { items: [] } });
  // Nobody touches it any more: the next one finds it as the store has it.
  await glass.page.clock.runFor(60_000);
  await glass.expectHeading('Velg en vare');
  await expect(glass.button('Større tekst')).toHaveAttribute('aria-pressed', 'false');
});

test('a code that is scanned stays where it is while more time is asked for', async ({ machine, glass }) => {
  await countsByItself(glass.page);
  await customer(machine, 'never');
  await choose(machine, glass);
  await glass.page.clock.fastForward(105_000);
  await expect(glass.words('Trenger du mer tid?').first()).toBeVisible();
  await glass.expectCode(payCode);
  await glass.expectFit();
  const { until } = await machine.sees('asking');
  await glass.button('Ja, mer tid').click();
  await expect
    .poll(async () => Date.parse((await machine.sees('asking')).until ?? ''))
    .toBeGreaterThan(Date.parse(until ?? ''));
});
