/** The line to the wallet's service is away: nobody is invited to what can only fail, and the machine comes back by itself. */

import { cheapest } from '../../fixtures/machine.ts';
import { expect, landscape, portrait, test } from '../../fixtures/machineGlass.ts';
import { startWallet } from '../../fixtures/wallet.ts';

for (const [name, size] of Object.entries({ portrait, landscape })) {
  test.describe(name, () => {
    test.use({ size });

    for (const hasCode of [true, false]) {
      test.describe(hasCode ? 'with a code of its own' : 'without one', () => {
        test.use({ hasCode });

        test('whose try could not be started is told so, and the glass invites again once the service answers', async ({
          machine,
          glass,
        }) => {
          const { wallet, sees } = machine;
          await wallet.close();
          if (hasCode) await glass.button('Får du ikke skannet? Velg her').click();
          await glass.button(cheapest(await sees('idle')).name).click();
          await glass.expectHeading('Betalingen kunne ikke startes');
          await expect(glass.words('Det skyldes ikke deg. Ingen penger er trukket.')).toBeVisible();
          await glass.expectFit();
          await glass.button('Ferdig').click();
          await glass.expectHeading('Ingen kontakt med Vipps nå');
          await expect(glass.page.getByRole('button', { name: /Velg|Skann/ })).toHaveCount(0);
          await glass.expectFit();

          const again = await startWallet({ port: new URL(wallet.url).port });
          await expect(glass.heading(hasCode ? 'Skann med Vipps' : 'Velg en vare')).toBeVisible({
            timeout: 30_000,
          });
          await again.close();
        });
      });
    }
  });
}
