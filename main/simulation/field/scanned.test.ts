/** Failures of the field, fifth part: scans that went astray. What the hands see of them is in `e2e/specs/wedge.spec.ts`. */

import { expect, it } from 'vitest';
import { aStore, kari, kariCode, thermos } from '../testing/aStore.ts';
import { allIsWell, asked, paidOnce, refusal, takings } from '../testing/begun.ts';

it('51 odoo PR 213831: a member’s code is the member at any moment of a sale, and goods are goods', async () => {
  for (const when of ['before', 'between', 'behind'] as const) {
    const store = await aStore();
    const { till, cashier } = store.at;
    const scan = async (text: string) => refusal(await store.done(till().scan(text)));
    if (when === 'before') expect(await scan(kariCode)).toBe(null);
    expect(await scan(thermos)).toBe(null);
    if (when === 'between') expect(await scan(kariCode)).toBe(null);
    expect(await scan(thermos)).toBe(null);
    if (when === 'behind') expect(await scan(kariCode)).toBe(null);
    expect(cashier()).toMatchObject({
      customer: { status: 'member', member: { name: 'Kari' }, proof: 'qrExchange' },
      sale: { lines: [{ quantity: 2, sku: thermos }] },
    });
    await allIsWell(store);
  }
});

it('51 odoo PR 198920: while her payment is open another code changes neither customer nor basket', async () => {
  const store = await aStore();
  await store.done(store.at.till().scan(kariCode));
  await store.done(store.at.till().scan(thermos));
  await asked(store);
  const other = kariCode.replace(kari, '4798765432');
  expect(refusal(await store.done(store.at.till().scan(other)))).toBe('customerWhilePaying');
  expect(refusal(await store.done(store.at.till().scan(thermos)))).toBe('basketFrozen');
  store.kari({ does: 'approve' });
  await store.until(() => store.at.cashier().sale?.state === 'paid');
  expect(store.at.cashier().customer).toMatchObject({ member: { name: 'Kari' } });
  expect(takings(store)).toEqual(paidOnce);
  await allIsWell(store);
});

it('55 hid-barcode-scanner#385: a code that the keyboard has changed is nobody and nothing, and both layouts are named', async () => {
  const store = await aStore();
  const { till, cashier } = store.at;
  await store.done(till().scan(thermos));
  for (const [damaged, fault] of [
    ['httpsØ--qr.vipps.no-28-2-01-031-4791234567_v\\1', { scanner: 'US', computer: 'NO' }],
    ['httpsÆ--qr.vipps.no-28-2-01-031-4791234567_v1', { scanner: 'US', computer: 'DK' }],
    ['https>&&qr.vipps.no&28&2&01&031&4791234567_v)1', { scanner: 'NO', computer: 'US' }],
  ] as const) {
    const answer = await store.done(till().scan(damaged));
    expect(answer).toEqual({ ok: false, fault: { kind: 'codeDamagedByLayout', ...fault } });
    expect(cashier()).toMatchObject({ customer: null, sale: { lines: [{ quantity: 1 }] } });
  }
  expect(refusal(await store.done(till().scan(kariCode)))).toBe(null);
  expect(cashier()).toMatchObject({ customer: { member: { name: 'Kari' } }, refusedScan: null });
  await allIsWell(store);
});
