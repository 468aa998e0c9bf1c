/** A machine without a screen: its controller drives the till over the contract, from the scanned code to the receipt. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { DisplayView } from '../../../app/contract/view.ts';
import { type HeadlessTill, startHeadless } from '../../fixtures/headless.ts';
import { startWallet, type Wallet } from '../../fixtures/wallet.ts';

const kari = '4791234567';

interface Machine {
  readonly wallet: Wallet;
  readonly till: HeadlessTill;
  /** What the machine's code says. */
  readonly code: string;
  sees(phase: NonNullable<DisplayView['machine']>['phase']): Promise<NonNullable<DisplayView['machine']>>;
  /** The power goes, and comes back. */
  powerCut(): Promise<void>;
}

const test = base.extend<{ machine: Machine }>({
  // biome-ignore lint/correctness/noEmptyPattern: the form that the runner wants
  machine: async ({}, use) => {
    const wallet = await startWallet();
    const home = mkdtempSync(join(tmpdir(), 'klubbkassa-machine-'));
    const options = { home, environment: { ...wallet.environment, KLUBBKASSA_KIND: 'unattended' } };
    let till = await startHeadless(options);
    const made = await till.call('staticQr.put', { location: 'Automat 1' });
    if (!made.ok) throw new Error(made.fault.kind);
    await expect
      .poll(() => till.call('webhooks.list', {}))
      .toMatchObject({ value: { checkIns: 'registered' } });
    const codes = await till.call('staticQr.list', {});
    const found = await till.call('catalogue.search', { text: 'termos' });
    const [dear, cheap] = [...(found.ok ? found.value : [])].sort((a, b) => b.price.minor - a.price.minor);
    const slots = [dear, cheap].flatMap((one) => (one === undefined ? [] : [{ sku: one.sku, stock: 2 }]));
    expect(await till.call('vending.stock', { slots }, 'kiosk')).toEqual({ ok: true, value: null });
    await use({
      wallet,
      get till() {
        return till;
      },
      code: (codes.ok && codes.value[0]?.content) || '',
      async sees(phase) {
        await expect.poll(async () => (await till.display()).machine?.phase, { timeout: 30_000 }).toBe(phase);
        const { machine } = await till.display();
        if (machine === null) throw new Error('it is no machine');
        return machine;
      },
      async powerCut() {
        await till.kill('SIGKILL');
        till = await startHeadless(options);
      },
    });
    await till.kill();
    await wallet.close();
    rmSync(home, { recursive: true, force: true });
  },
});

async function reserved({ wallet, code, sees }: Machine) {
  await wallet.customer({ phone: kari, does: 'approve', afterMs: 0 });
  expect(await wallet.scanCode(kari, code)).toBe('done');
  return sees('choosing');
}

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
