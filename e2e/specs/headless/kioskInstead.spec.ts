/** A machine whose code is held out and leads nowhere: who cannot scan it chooses on the glass, and pays by a code of their own. */

import { cheapest, kari, type Machine, manyGoods } from '../../fixtures/machine.ts';
import { expect, landscape, portrait, test } from '../../fixtures/machineGlass.ts';
import { giveVoice } from '../../fixtures/voice.ts';
import type { MachineScreen } from '../../pages/MachineScreen.ts';

const payCode = 'QR‑kode for denne betalingen';
const aids = ['Større tekst', 'Høy kontrast', 'Lav høyde'];

/** Whoever scans the one-time code, and what they do. */
const customer = ({ wallet }: Machine, does: 'approve' | 'decline' | 'never') =>
  wallet.customer({ phone: 'walkIn', does, afterMs: 0 });

async function chooseHere(glass: MachineScreen): Promise<void> {
  await glass.button('Får du ikke skannet? Velg her').click();
  await glass.expectHeading('Velg en vare');
}

for (const [name, size] of Object.entries({ portrait, landscape })) {
  test.describe(name, () => {
    test.use({ size });

    test('its scans get lost, and the goods are chosen, paid by a one-time code and handed out all the same', async ({
      machine,
      glass,
    }) => {
      const { wallet, code, sees } = machine;
      await wallet.fault({ endpoint: 'webhooks.delivery', what: 'lost', times: 10 });
      await wallet.customer({ phone: kari, does: 'approve', afterMs: 0 });
      await wallet.scanCode(kari, code);
      await glass.expectCode('QR‑koden til automaten');
      await glass.expectFit();
      await chooseHere(glass);
      await glass.expectFit();
      await glass.button('Tilbake til koden').click();
      await glass.expectHeading('Skann med Vipps');
      await chooseHere(glass);

      await customer(machine, 'never');
      const cheap = cheapest(await sees('idle'));
      await glass.button(cheap.name).click();
      await glass.expectHeading('Skann og godkjenn');
      await glass.expectCode(payCode);
      await glass.expectFit();
      expect(await sees('asking')).toMatchObject({ sells: 'scanFirst', began: 'chooseFirst' });
      await glass.button('Velg en annen vare').click();
      await glass.expectHeading('Velg en vare');

      await customer(machine, 'approve');
      await glass.button(cheap.name).click();
      await glass.expectHeading(`${cheap.name} er på vei`);
      // Exactly its price, and not up to the highest.
      await expect(glass.words(/^\d+,00\skr reservert$/)).toBeVisible();
      await glass.expectFit();
      await machine.settle('dispensed');
      await glass.expectHeading('Takk!');
      const { payments } = await wallet.books();
      expect(payments).toMatchObject([
        { userFlow: 'QR', state: 'TERMINATED', captured: 0 },
        { userFlow: 'QR', amount: cheap.price.minor, captured: cheap.price.minor },
      ]);
      await glass.button('Ferdig').click();
      await glass.expectHeading('Skann med Vipps');
    });

    test('with larger letters, high contrast, low reach, a voice and pages to turn all of it fits', async ({
      machine,
      glass,
    }) => {
      await glass.page.addInitScript(giveVoice);
      await glass.page.reload();
      await manyGoods(machine);
      for (const key of aids) await glass.button(key).click();
      await glass.expectFit();
      await chooseHere(glass);
      await expect(glass.button('Les høyt')).toBeVisible();
      await expect(glass.button('Flere')).toBeVisible();
      await glass.expectFit();
      expect(await glass.highestTouch()).toBeGreaterThanOrEqual(0.375);
      for (const key of aids) await expect(glass.button(key)).toHaveAttribute('aria-pressed', 'true');
    });
  });
}

test('the code is back by itself when nobody touches the goods any more', async ({ glass }) => {
  await glass.page.clock.install();
  await chooseHere(glass);
  await glass.page.clock.runFor(59_000);
  await glass.expectHeading('Velg en vare');
  await glass.page.clock.runFor(1000);
  await glass.expectHeading('Skann med Vipps');
});

test('who says no is told that nothing was taken and that they may choose again, and the next one meets the code', async ({
  machine,
  glass,
}) => {
  await customer(machine, 'decline');
  await chooseHere(glass);
  await glass.button(cheapest(await machine.sees('idle')).name).click();
  await glass.expectHeading('Du har ikke betalt noe');
  await expect(glass.words('Ingen penger er trukket. Du kan velge på nytt.')).toBeVisible();
  await glass.button('Ferdig').click();
  await glass.expectHeading('Skann med Vipps');
});
