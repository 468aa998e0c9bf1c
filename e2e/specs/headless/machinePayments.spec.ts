/** A customer calls: the manager reads on the page of payments what the machine did, item by item, and what was paid. */

import { cheapest, reserved } from '../../fixtures/machine.ts';
import { expect, test } from '../../fixtures/machineGlass.ts';
import { Cashier } from '../../pages/Cashier.ts';
import { PaymentsPage } from '../../pages/PaymentsPage.ts';

const kroner = ({ minor }: { readonly minor: number }) => `${minor / 100},00 kr`;

test('one of two came out: paid is what came out, the rest is the till’s own release', async ({
  machine,
  manager,
}) => {
  const { sees, take, settle } = machine;
  const seen = await reserved(machine);
  const dear = seen.offers.find(({ sku }) => sku !== cheapest(seen).sku);
  const cheap = cheapest(seen);
  if (dear === undefined || seen.reserved === null) throw new Error('there are not two to choose from');
  await take(dear.sku);
  await settle('failed');
  await take(cheap.sku);
  // What is left of the reservation buys nothing more, so the machine is finished by itself.
  await settle('dispensed');
  await sees('result');

  const payments = new PaymentsPage(new Cashier(manager, 'nb'));
  const { explanation } = payments;
  await manager.getByRole('button', { name: payments.words.payments }).click();
  const row = payments.list.getByRole('listitem');
  await expect(row).toContainText('Betalt');
  await expect(row).not.toContainText('Bare en del');
  const rest = { minor: seen.reserved.minor - cheap.price.minor };
  await expect(explanation.getByRole('status')).toHaveText(
    `Varer for ${kroner(cheap.price)} kom ut av automaten og er betalt. Resten av reservasjonen på ${kroner(seen.reserved)}, ${kroner(rest)}, er frigitt. Ingen refusjon.`,
  );
  const items = explanation.getByRole('list', { name: 'Varer' }).getByRole('listitem');
  await expect(items.nth(0)).toContainText(`${dear.name} · ${kroner(dear.price)}Kom ikke ut.`);
  await expect(items.nth(0)).toContainText('Ikke betalt.');
  await expect(items.nth(1)).toContainText(`${cheap.name} · ${kroner(cheap.price)}Kom ut kl.`);
  await expect(items.nth(1)).toContainText('Betalt.');
  const released = explanation.getByRole('listitem').filter({ hasText: 'Lest tilbake: resten er frigitt' });
  await expect(released).toContainText(`CANCELLED · ${kroner(rest)}`);
  await expect(explanation).not.toContainText('Gjort utenfor denne kassen');
});

test('the power went while one came out: nothing was paid, and the page says why', async ({
  machine,
  host,
}) => {
  const { take, sees, powerCut } = machine;
  const { offers, reserved: held } = await reserved(machine);
  const [first] = offers;
  if (first === undefined || held === null) throw new Error('nothing is sold');
  await take(first.sku);
  await powerCut();
  await sees('result');

  const manager = await host.pageAt(machine.till.ready.screens.till, { width: 1280, height: 800 });
  const { explanation, list, words } = new PaymentsPage(new Cashier(manager, 'nb'));
  await manager.getByRole('button', { name: words.payments }).click();
  await expect(list.getByRole('listitem')).toContainText('Frigitt');
  await expect(explanation.getByRole('status')).toContainText(
    `ingenting er betalt. Hele reservasjonen på ${kroner(held)} er frigitt. Strømmen gikk, eller kassen ble stoppet`,
  );
  await expect(explanation).not.toContainText('godkjente for sent');
  await expect(explanation.getByRole('list', { name: 'Varer' })).toContainText('Ikke betalt.');
});
