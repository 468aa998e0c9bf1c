/** The manager's page at a machine tells in words what waits, as no cashier stands there to see it; and what it holds is counted there. */

import type { Page } from '@playwright/test';
import { type Machine, reserved } from '../../fixtures/machine.ts';
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

test('before hands go in, a machine at fault is stopped too: what its controller says then sells nothing', async ({
  machine,
  manager,
}) => {
  const { till, sees } = machine;
  await till.call('vending.fault', { reason: 'E07' }, 'kiosk');
  const state = manager.getByRole('region', { name: 'Nå' });
  await expect(state).toContainText('E07');
  await state.getByRole('button', { name: 'Sett ut av drift' }).click();
  await expect(state).toContainText('STOPP');
  await till.call('vending.open', {}, 'kiosk');
  expect(await sees('outOfOrder')).toMatchObject({ code: 'STOPP', stopped: true });
  await state.getByRole('button', { name: 'Selg igjen' }).click();
  await sees('idle');
});

const stockOf = (page: Page) => page.getByRole('region', { name: 'Beholdning' });
const rowOf = (page: Page, name: string) => stockOf(page).getByRole('listitem').filter({ hasText: name });
const keep = (page: Page) => stockOf(page).getByRole('button', { name: 'Lagre beholdningen' });

async function held(machine: Machine) {
  const { offers } = await machine.sees('idle');
  const [first, second] = offers;
  if (first === undefined || second === undefined) throw new Error('the machine holds too little');
  return { first, second };
}

async function slots(machine: Machine) {
  const { offers } = await machine.sees('idle');
  return offers.map(({ sku, stock, minimumAge, code }) => ({ sku, stock, minimumAge, code }));
}

test('an item with an age limit that is taken out and put in again has its limit and its door', async ({
  machine,
  manager,
}) => {
  const { first, second } = await held(machine);
  const limited = { sku: first.sku, stock: 2, minimumAge: 18, code: 'A1' };
  const other = { sku: second.sku, stock: 2, minimumAge: null, code: 'A2' };
  const row = rowOf(manager, first.sku);
  const age = row.getByRole('textbox', { name: 'Aldersgrense' });
  await age.fill('0');
  await expect(age).toHaveAccessibleDescription(
    'Aldersgrensen er hele år fra 1 til 100. Tomt felt er ingen grense.',
  );
  await expect(keep(manager)).toBeDisabled();
  await age.fill('18');
  await keep(manager).click();
  await expect.poll(() => slots(machine)).toEqual([limited, other]);

  const addAgain = async () => {
    await stockOf(manager).getByRole('textbox', { name: 'Legg til vare' }).fill(first.sku);
    await stockOf(manager).getByRole('button', { name: first.name }).click();
  };
  await row.getByRole('button', { name: 'Ta bort' }).click();
  await keep(manager).click();
  await expect.poll(() => slots(machine)).toEqual([other]);
  await addAgain();
  await expect(age).toHaveValue('18');
  await row.getByRole('textbox', { name: 'Antall' }).fill('3');
  await keep(manager).click();
  await expect.poll(() => slots(machine)).toEqual([other, { ...limited, stock: 3 }]);

  await row.getByRole('button', { name: 'Ta bort' }).click();
  await addAgain();
  await keep(manager).click();
  await expect(stockOf(manager).getByText('Beholdningen er lagret.')).toBeVisible();
  expect(await slots(machine)).toContainEqual({ ...limited, stock: 3 });
});

test('a count that came while another one was typed is asked about before either is kept', async ({
  machine,
  manager,
}) => {
  const { first, second } = await held(machine);
  const counts = async () => (await slots(machine)).map(({ stock }) => stock);
  const tells = async (stock: number) => {
    const told = [first, second].map(({ sku }) => ({ sku, stock }));
    expect(await machine.till.call('vending.stock', { slots: told }, 'kiosk')).toMatchObject({ ok: true });
  };
  const row = rowOf(manager, first.sku);
  await row.getByRole('button', { name: 'Én til' }).click();
  await tells(1);
  const question = stockOf(manager).getByRole('alert');
  await expect(question).toContainText('Automaten har fått en ny telling mens du skrev.');
  await expect(question).toContainText('automaten har 1 stk, Luke A1. Du har skrevet 3 stk, Luke A1.');
  await expect(keep(manager)).toBeDisabled();
  expect(await counts()).toEqual([1, 1]);
  await question.getByRole('button', { name: 'Ta automatens telling' }).click();
  await expect(question).toBeHidden();
  await expect(row.getByRole('textbox', { name: 'Antall' })).toHaveValue('1');

  const count = row.getByRole('textbox', { name: 'Antall' });
  await count.fill('-3');
  await expect(count).toHaveAccessibleDescription('Antallet er et helt tall fra 0 til 9999.');
  await expect(keep(manager)).toBeDisabled();
  await count.fill('7');
  await tells(2);
  await question.getByRole('button', { name: 'Behold det jeg skrev' }).click();
  await keep(manager).click();
  await expect.poll(counts).toEqual([7, 2]);
});

test('a phone number that the environment decides is shown with its variable and not changed', async ({
  machine,
  manager,
}) => {
  const contact = manager.getByRole('region', { name: 'Kontakt' });
  const phone = contact.getByRole('textbox', { name: 'Telefon for kunder' });
  await expect(phone).toBeDisabled();
  await expect(phone).toHaveValue('+4722000000');
  await expect(phone).toHaveAccessibleDescription(/^Bestemt av KLUBBKASSA_OPERATOR_PHONE /);
  await expect(contact.getByRole('button')).toHaveCount(0);
  expect(await machine.till.call('settings.get', {})).toMatchObject({
    value: { fixed: expect.arrayContaining(['operatorPhone']) },
  });
});
