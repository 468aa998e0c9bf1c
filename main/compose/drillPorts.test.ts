/** Each step of the drill at its place: what was done before the till died, and what was not. */

import { expect, test } from 'vitest';
import type { DrillStep } from '../../app/contract/drill.ts';
import { saleTotal } from '../../app/domain/sale.ts';
import { aShop, kari, paymentOn, saleOn } from '../../app/testing/shop.ts';
import { requested, thermos } from '../../app/testing/stories.ts';
import { createTill, type Till } from '../../app/till.ts';
import { underDrill } from './drillPorts.ts';

/** A till that only notes at which step it would die, with what had reached the service until then. */
function aTill() {
  const shop = aShop();
  const deaths: { step: DrillStep; calls: readonly string[]; written: string | undefined; total: number }[] =
    [];
  const wish: { armed: DrillStep | null } = { armed: null };
  const ports = underDrill(shop.ports, {
    armed: () => wish.armed,
    reached(step, sale) {
      wish.armed = null;
      const calls = shop.wallet.calls.map(({ call }) => call);
      const event = shop.journal.entries.at(-1)?.event;
      const written = event?.kind === 'payment' ? event.event.kind : event?.kind;
      deaths.push({ step, calls, written, total: saleTotal(sale).minor });
    },
  });
  const till = createTill({ ...shop.ports, ...ports }, shop.config);
  till.start();
  return { shop, till, deaths, wish };
}

async function paid(given: ReturnType<typeof aTill>, till: Till): Promise<void> {
  till.setPhone(kari);
  await till.scan(thermos);
  const { reference } = await requested(till);
  given.shop.wallet.customer(reference, 'AUTHORIZED');
  await given.shop.clock.pass(10_000);
}

test('basket: at the next goods, after they were written down', async () => {
  const { till, deaths, wish } = aTill();
  wish.armed = 'basket';
  await till.setPhone(kari);
  expect(deaths).toEqual([]);
  await till.scan(thermos);
  expect(deaths).toMatchObject([{ written: 'lineAdded', total: 34_900, calls: [] }]);
});

const places: readonly [DrillStep, string | undefined, readonly string[]][] = [
  ['beforeCreate', 'paymentIntended', []],
  ['afterCreate', 'paymentIntended', ['create']],
  ['waiting', 'createAccepted', ['create']],
  ['beforeCapture', 'operationStarted', ['create', 'read']],
  ['afterCapture', 'operationStarted', ['create', 'read', 'capture']],
];

test.each(places)('%s: written last %s, and sent %j', async (step, written, calls) => {
  const given = aTill();
  given.wish.armed = step;
  await paid(given, given.till);
  expect(given.deaths).toEqual([{ step, written, calls, total: 34_900 }]);
});

test('refund: sent once it was read that nothing has gone back yet', async () => {
  const given = aTill();
  await paid(given, given.till);
  const { id } = saleOn(given.till);
  given.till.next();
  given.wish.armed = 'refund';
  void given.till.refund(id, { kind: 'whole' }, 'Wrong size');
  await given.shop.clock.pass(10_000);
  expect(given.deaths).toMatchObject([{ step: 'refund', written: 'read' }]);
  expect(given.deaths[0]?.calls.slice(-2)).toEqual(['read', 'refund']);
});

test('an answer that says no is not the step, and the drill stays armed', async () => {
  const given = aTill();
  given.wish.armed = 'afterCreate';
  given.shop.wallet.lose('create', 'rejected');
  given.till.setPhone(kari);
  await given.till.scan(thermos);
  await requested(given.till);
  expect(paymentOn(given.till).state).toBe('refused');
  expect([given.deaths, given.wish.armed]).toEqual([[], 'afterCreate']);
});

test('not armed, the till pays as ever', async () => {
  const given = aTill();
  await paid(given, given.till);
  expect([given.deaths, paymentOn(given.till).state]).toEqual([[], 'captured']);
});
