/** The manager's page at a machine tells in words what waits, as no cashier stands there to see it. */

import { reserved } from '../../fixtures/machine.ts';
import { expect, test } from '../../fixtures/machineGlass.ts';
import { nb as words } from '../../pages/wordsNb.ts';

test('what was taken and cannot be captured is told on its page; tried by hand, it is paid', async ({
  machine,
  manager,
}) => {
  const { wallet, sees, take, settle, done } = machine;
  const { offers } = await reserved(machine);
  const cheap = offers.at(-1);
  if (cheap === undefined) throw new Error('nothing is sold');
  await expect(manager.getByRole('region', { name: words.needsAttention })).toBeHidden();
  await wallet.fault({ endpoint: 'epayment.capture', what: 'http5xx', times: 1000 });
  await take(cheap.sku);
  await settle('dispensed');
  await done();
  const waits = manager.getByRole('region', { name: words.needsAttention });
  const row = waits.getByRole('listitem').filter({ hasText: words.notCaptured });
  await expect(row).toContainText(words.doNotCharge);
  await wallet.fault({ clear: 'all' });
  await row.getByRole('button', { name: words.tryNow }).click();
  await sees('result');
  await expect(waits).toBeHidden();
  expect((await wallet.books()).payments).toMatchObject([{ captured: cheap.price.minor }]);
});
