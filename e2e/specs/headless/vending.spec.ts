/** A machine without a screen: its controller drives the till over the contract, from the scanned code to the receipt. */

import { expect, kari, reserved, test } from '../../fixtures/machine.ts';

test('one is taken, the rest goes back, and the receipt is of what was taken', async ({ machine }) => {
  const { till, wallet, sees } = machine;
  expect(await sees('idle')).toMatchObject({ reserved: null, items: [] });
  const { offers, reserved: held } = await reserved(machine);
  const cheap = offers.at(-1);
  if (cheap === undefined) throw new Error('nothing is sold');
  const taken = await till.call('vending.take', { sku: cheap.sku }, 'kiosk');
  expect(await sees('dispensing')).toMatchObject({ items: [{ state: 'asked' }] });
  const itemId = taken.ok ? taken.value.itemId : '';
  await till.call('vending.settle', { itemId, outcome: 'dispensed' }, 'kiosk');
  await till.call('vending.done', {}, 'kiosk');
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
  const { till, wallet, sees } = machine;
  const { offers, reserved: held } = await reserved(machine);
  await till.call('vending.take', { sku: offers[0]?.sku ?? '' }, 'kiosk');
  await till.call('vending.fault', { reason: 'E07' }, 'kiosk');
  expect(await sees('result')).toMatchObject({ paid: { minor: 0 }, released: held, code: 'E07' });
  expect((await wallet.books()).payments).toMatchObject([{ captured: 0, cancelled: held?.minor }]);
});

test('the power goes while something is handed out: nobody pays for it', async ({ machine }) => {
  const { till, wallet, sees, powerCut } = machine;
  const { offers, reserved: held } = await reserved(machine);
  await till.call('vending.take', { sku: offers[0]?.sku ?? '' }, 'kiosk');
  await powerCut();
  expect(await sees('result')).toMatchObject({
    items: [{ state: 'unknown' }],
    paid: { minor: 0 },
    released: held,
  });
  expect((await wallet.books()).payments).toMatchObject([{ captured: 0, cancelled: held?.minor }]);
});
