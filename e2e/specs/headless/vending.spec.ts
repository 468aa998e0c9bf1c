/** A machine without a screen: its controller drives the till over the contract, from the scanned code to the receipt. */

import { expect, kari, reserved, test } from '../../fixtures/machine.ts';

test('one is taken, the rest goes back, and the receipt is of what was taken', async ({ machine }) => {
  const { till, wallet, sees, take, done } = machine;
  expect(await sees('idle')).toMatchObject({ reserved: null, items: [] });
  const { offers, reserved: held } = await reserved(machine);
  const cheap = offers.at(-1);
  if (cheap === undefined) throw new Error('nothing is sold');
  const itemId = await take(cheap.sku);
  expect(await sees('dispensing')).toMatchObject({ items: [{ state: 'asked' }] });
  await till.call('vending.settle', { itemId, outcome: 'dispensed' }, 'kiosk');
  await done();
  const { paid, released } = await sees('result');
  expect([paid, released?.minor]).toEqual([cheap.price, (held?.minor ?? 0) - cheap.price.minor]);
  await expect.poll(async () => Object.keys((await wallet.books()).receipts)).toHaveLength(1);
  const { payments } = await wallet.books();
  expect(payments).toMatchObject([
    { phone: kari, amount: held?.minor, captured: cheap.price.minor, cancelled: released?.minor },
  ]);
});

test('the machine breaks while something is chosen: everything goes back, and it says so', async ({
  machine,
}) => {
  const { till, wallet, sees, take } = machine;
  const { offers, reserved: held } = await reserved(machine);
  await take(offers[0]?.sku ?? '');
  await till.call('vending.fault', { reason: 'E07' }, 'kiosk');
  expect(await sees('result')).toMatchObject({ paid: { minor: 0 }, released: held, code: 'E07' });
  expect((await wallet.books()).payments).toMatchObject([{ captured: 0, cancelled: held?.minor }]);
});

test('the power goes while something is handed out: nobody pays for it', async ({ machine }) => {
  const { wallet, sees, take, powerCut } = machine;
  const { offers, reserved: held } = await reserved(machine);
  await take(offers[0]?.sku ?? '');
  await powerCut();
  expect(await sees('result')).toMatchObject({
    items: [{ state: 'unknown' }],
    paid: { minor: 0 },
    released: held,
  });
  expect((await wallet.books()).payments).toMatchObject([{ captured: 0, cancelled: held?.minor }]);
});
