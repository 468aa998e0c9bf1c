/** The customer's phone beside a machine, as whoever practises looks at it. */

import { kari, reserved } from '../../fixtures/machine.ts';
import { expect, test } from '../../fixtures/machineGlass.ts';
import { phoneSize } from '../../fixtures/tillHost.ts';

test('what was taken stands there as paid, not what was reserved', async ({ machine, host }) => {
  const { wallet, sees, take, settle, done } = machine;
  const cheap = (await reserved(machine)).offers.at(-1);
  if (cheap === undefined) throw new Error('nothing is sold');
  await take(cheap.sku);
  await settle('dispensed');
  await done();
  const { paid } = await sees('result');
  const phone = await host.pageAt(`${wallet.url}/phone?number=${kari}&lang=nb`, phoneSize);
  await expect(phone.getByText('Betalt').locator('..')).toContainText(
    ((paid?.minor ?? 0) / 100).toFixed(2).replace('.', ','),
  );
});

test('who is too young is asked for what is sold to everybody', async ({ machine }) => {
  const { till, wallet, code, sees } = machine;
  const { offers } = await sees('idle');
  const [dear, cheap] = offers;
  if (dear === undefined || cheap === undefined) throw new Error('too little is sold');
  await till.call('vending.stock', {
    slots: [
      { sku: dear.sku, stock: 1, minimumAge: 18 },
      { sku: cheap.sku, stock: 1 },
    ],
  });
  await till.call('training.customer', { phone: kari, does: 'approve', age: 17, afterMs: 0 });
  await wallet.scanCode(kari, code);
  expect(await sees('choosing')).toMatchObject({ reserved: cheap.price });
});
