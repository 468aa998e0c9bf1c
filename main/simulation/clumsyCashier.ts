/**
 * A clumsy cashier and impatient customers: presses twice, cancels and pays again, parks while waiting, scans the wrong
 * person, pulls the plug. Nothing waits for an answer, as fingers do not.
 */

import { parkedSales } from '../../app/domain/tillState.ts';
import type { Till } from '../../app/till.ts';
import { type Chance, drawName } from './chance.ts';
import { people } from './people.ts';
import type { World } from './world.ts';

/** What a customer's phone does next, with the weight of each way. */
const ways = [
  'approve',
  'approve',
  'approve',
  'approve',
  'decline',
  'approveLate',
  'approveWhileCancelled',
  'approveWhileCancelled',
  'never',
  'noWallet',
] as const;

const skus = ['1001', '1002', '2001', '3001'];

type Act = readonly [weight: number, name: string, act: (till: Till, chance: Chance) => unknown];

const acts: readonly Act[] = [
  [14, 'scan a customer', (till, chance) => till.scan(codeOf(chance))],
  [4, 'type a number', (till, chance) => till.setPhone(`+${chance.pick(people).phone}`)],
  [22, 'scan goods', (till, chance) => till.addProduct({ sku: chance.pick(skus) }, chance.between(1, 3))],
  [22, 'ask for the money', (till) => till.requestPayment('push')],
  [4, 'ask by QR', (till) => till.requestPayment('qr')],
  [4, 'ask twice', (till) => Promise.all([till.requestPayment('push'), till.requestPayment('push')])],
  [8, 'cancel', (till) => till.cancelPayment()],
  [3, 'cancel twice', (till) => Promise.all([till.cancelPayment(), till.cancelPayment()])],
  [4, 'send again', (till, chance) => till.resendPayment(chance.pick(['push', 'qr'] as const))],
  [6, 'park', (till) => till.park()],
  [6, 'recall', (till, chance) => recallAny(till, chance)],
  [12, 'next customer', (till) => till.next()],
  [3, 'discard', (till) => till.discard()],
  [
    3,
    'paid elsewhere',
    (till, chance) => till.paidElsewhere(chance.pick(['card', 'cash', 'other'] as const)),
  ],
  [2, 'another phone', (till, chance) => till.resendPayment('push', `+${chance.pick(people).phone}`)],
  [7, 'refund', (till, chance) => refundAny(till, chance)],
  [2, 'refund twice', (till, chance) => Promise.all([refundAny(till, chance), refundAny(till, chance)])],
  [3, 'close the day', (till) => till.days.close()],
  [3, 'explain', (till, chance) => explainAny(till, chance)],
  [3, 'try now', (till, chance) => hurryAny(till, chance)],
  [4, 'change a quantity', (till, chance) => changeAny(till, chance)],
  [3, 'forget the customer', (till) => till.clearCustomer()],
  [4, 'invite to the club', (till) => till.startEnrolment()],
  [1, 'stop the invitation', (till) => till.cancelEnrolment()],
  [2, 'scan rubbish', (till) => till.scan('https://example.com/not-ours')],
];

/** One deed, drawn by chance. A thrown error is a defect and is told to `broken`. */
export function actClumsily(world: World, broken: (error: unknown) => void): void {
  customerChanges(world);
  const till = world.till();
  if (till === null) return;
  const deed = world.fate.strike('deed', 1, (chance) => drawName(acts, chance));
  if (deed === null) return;
  const act = acts.find(([, name]) => name === deed.what)?.[2];
  world.tell(deed.what);
  try {
    Promise.resolve(act?.(till, deed.chance)).catch(broken);
  } catch (error) {
    broken(error);
  }
}

/** A customer makes up their mind, also in the middle of a payment. */
function customerChanges(world: World): void {
  const { fate, service } = world;
  const who = fate.strike('customer', 0.3, (chance) => chance.pick(people).name);
  const phone = people.find(({ name }) => name === who?.what)?.phone;
  if (who === null || phone === undefined) return;
  const { chance } = who;
  const does = chance.pick(ways);
  world.tell(`${who.what} will ${does}`);
  service.setCustomer(phone, { does, afterMs: chance.between(0, 20_000), ...bankOf(chance) });
  if (chance.happens(0.2))
    service.setCustomer('walkIn', { does: chance.pick(['approve', 'never']), afterMs: 3000 });
}

/** A slow approval, or a bank that wants the first capture again. */
function bankOf(chance: Chance): { processingMs?: number; capture?: 'tryAgainOnce' } {
  if (chance.happens(0.1)) return { processingMs: chance.between(500, 15_000) };
  return chance.happens(0.1) ? { capture: 'tryAgainOnce' } : {};
}

function codeOf(chance: Chance): string {
  return `https://qr.vipps.no/28/2/01/031/${chance.pick(people).phone}?v=1`;
}

function recallAny(till: Till, chance: Chance): unknown {
  const parked = parkedSales(till.state());
  return parked.length === 0 ? null : till.recall(chance.pick(parked).id);
}

function refundAny(till: Till, chance: Chance): unknown {
  const sale = anySale(till, chance);
  if (sale === null) return null;
  const how = chance.below(3);
  if (how === 0) return till.refund(sale.saleId, { kind: 'whole' }, 'Wrong size');
  const some = { kind: 'amount', minor: chance.between(1, sale.total.minor) } as const;
  if (how === 1) return till.refund(sale.saleId, some, 'Faulty');
  const record = till.state().sales.get(sale.saleId);
  const [line] = record?.lines ?? [];
  if (line === undefined) return till.refund(sale.saleId, some, 'Faulty');
  return till.refund(sale.saleId, { kind: 'lines', lines: [{ line: line.id, quantity: 1 }] }, 'Regret');
}

function explainAny(till: Till, chance: Chance): unknown {
  const sale = anySale(till, chance);
  return sale === null ? null : till.record(sale.saleId, true);
}

function hurryAny(till: Till, chance: Chance): unknown {
  const sales = [...till.state().sales.keys()];
  return sales.length === 0 ? null : till.hurry(chance.pick(sales));
}

function anySale(till: Till, chance: Chance) {
  const found = till.history({});
  return !found.ok || found.value.length === 0 ? null : chance.pick(found.value);
}

function changeAny(till: Till, chance: Chance): unknown {
  const { current, sales } = till.state();
  const lines = current === null ? [] : (sales.get(current)?.lines ?? []);
  return lines.length === 0 ? null : till.setQuantity(chance.pick(lines).id, chance.between(0, 4));
}
