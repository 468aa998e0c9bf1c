import { afterEach, expect, test } from 'vitest';
import type { Audience } from '../../app/contract/audience.ts';
import { callAudience, callNames } from '../../app/contract/calls.ts';
import type { CashierView } from '../../app/contract/view.ts';
import { ok } from '../../app/kernel/result.ts';
import { aTill, type TillForTests } from './testing/aTill.ts';

const open: TillForTests[] = [];

async function till(parts?: Parameters<typeof aTill>[0]): Promise<TillForTests> {
  const made = await aTill(parts);
  open.push(made);
  return made;
}

afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

test('a call that is not in the contract is unknown, also where its name is one of the language', async () => {
  const { door } = await till();
  for (const name of ['till.open', 'toString', '__proto__', 'constructor', '']) {
    expect(await door.call('manager', name, {})).toEqual({ ok: false, fault: { kind: 'callUnknown' } });
  }
});

test('each audience gets its own calls and is refused all others', async () => {
  const { door } = await till();
  const refused = { ok: false, fault: { kind: 'notAllowed' } };
  const may = async (audience: Audience): Promise<readonly string[]> => {
    const names: string[] = [];
    for (const name of callNames) {
      // Input that no call can read: whoever is let in is told so.
      const answer = await door.call(audience, name, 'no object');
      if (JSON.stringify(answer) !== JSON.stringify(refused)) names.push(name);
    }
    return names;
  };
  const cashiers = callNames.filter((name) => callAudience[name].some((one) => one === 'cashier'));
  expect(await may('manager')).toEqual(callNames);
  expect(await may('cashier')).toEqual(cashiers);
  expect(await may('kiosk')).toEqual([
    'scan',
    ...callNames.filter((name) => name.startsWith('vending.') && name !== 'vending.stop'),
    'unlock',
  ]);
  expect(await may('display')).toEqual([]);
});

test('a scan comes to its handler with who asks, since a machine’s controller may less than a cashier', async () => {
  const asked: Audience[] = [];
  const { door } = await till({
    house: {
      scan: (_input, asking) => {
        asked.push(asking);
        return ok({ meaning: 'customer' });
      },
    },
  });
  for (const audience of ['cashier', 'kiosk', 'manager'] as const)
    await door.call(audience, 'scan', { text: 'a' });
  expect(asked).toEqual(['cashier', 'kiosk', 'manager']);
});

test('input that cannot be read is refused and says where', async () => {
  const { door } = await till();
  expect(await door.call('cashier', 'basket.setQuantity', { lineId: 'a', quantity: 1.5 })).toEqual({
    ok: false,
    fault: { kind: 'inputUnreadable', where: 'quantity' },
  });
  expect(await door.call('cashier', 'customer.clear', { extra: true })).toEqual({
    ok: false,
    fault: { kind: 'inputUnreadable', where: '' },
  });
});

test('a call is carried out and its answer is the contract’s', async () => {
  const { door } = await till();
  const added = await door.call('cashier', 'basket.add', { sku: '1001', quantity: 2 });
  expect(added).toEqual({ ok: true, value: { lineId: expect.any(String) } });
  expect(door.view('cashier').sale?.total).toEqual({ minor: 479_800, currency: 'NOK' });
  expect(await door.call('cashier', 'catalogue.search', { text: 'drikk' })).toEqual({
    ok: true,
    value: [
      {
        sku: '1002',
        name: 'Drikkeflaske',
        price: { minor: 24_900, currency: 'NOK' },
        memberPrice: null,
        vatRate: 2500,
      },
    ],
  });
});

test('a defect is answered as one, and the log has it under the same id', async () => {
  const { door, logged } = await till({
    catalogue: {
      search() {
        throw new TypeError('planted');
      },
    },
  });
  const answer = await door.call('cashier', 'catalogue.search', { text: 'x' });
  const written = logged.filter((one) => one.event === 'defect');
  expect(written).toHaveLength(1);
  expect(written[0]?.facts).toMatchObject({ where: 'catalogue.search', message: 'planted' });
  expect(answer).toEqual({ ok: false, fault: { kind: 'defect', id: written[0]?.facts['id'] } });
});

test('a listener gets the state at once, many changes as one, and the last one always', async () => {
  const { door } = await till();
  const heard: CashierView[] = [];
  const stop = door.onState('cashier', (view) => heard.push(view));
  expect(heard).toHaveLength(1);
  for (let i = 0; i < 5; i += 1) await door.call('cashier', 'basket.add', { sku: '1002' });
  await turn();
  expect(heard.length).toBeLessThan(7);
  expect(heard.at(-1)?.sale?.lines.reduce((count, line) => count + line.quantity, 0)).toBe(5);
  const versions = heard.map((view) => view.version);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  stop();
  const before = heard.length;
  await door.call('cashier', 'basket.add', { sku: '1002' });
  await turn();
  expect(heard).toHaveLength(before);
});

test('one listener’s trouble does not keep the state from the others', async () => {
  const { door, logged } = await till();
  let first = true;
  door.onState('cashier', () => {
    if (!first) throw new Error('window gone');
    first = false;
  });
  const heard: number[] = [];
  door.onState('display', (view) => heard.push(view.version));
  await door.call('cashier', 'basket.add', { sku: '1002' });
  await turn();
  expect(heard).toHaveLength(2);
  expect(logged.map((one) => one.event)).toContain('defect');
});

test('the customer’s screen and a kiosk see nothing of a number or of devices', async () => {
  const { door } = await till();
  await door.call('cashier', 'basket.add', { sku: '1001' });
  await door.call('cashier', 'customer.setPhone', { phone: '912 34 567' });
  for (const audience of ['display', 'kiosk'] as const) {
    const seen = JSON.stringify(door.view(audience));
    expect(seen).toContain('Skaljakke');
    expect(seen).not.toMatch(/67|devices|attention|masked|steps/);
  }
  expect(door.view('cashier').customer?.masked).toBe('••• 67');
});
