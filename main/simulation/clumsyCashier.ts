/**
 * A clumsy cashier and impatient customers: presses twice, cancels and pays again, parks while waiting, scans the wrong
 * person, pulls the plug. Nothing waits for an answer, as fingers do not.
 */

import { parkedSales } from '../../app/domain/tillState.ts';
import type { Till } from '../../app/till.ts';
import type { Chance } from './chance.ts';
import { people, type World } from './world.ts';

/** What was done, for the story of a failure. */
export type Deed = string;

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
  [4, 'change a quantity', (till, chance) => changeAny(till, chance)],
  [3, 'forget the customer', (till) => till.clearCustomer()],
  [4, 'invite to the club', (till) => till.startEnrolment()],
  [1, 'stop the invitation', (till) => till.cancelEnrolment()],
  [2, 'scan rubbish', (till) => till.scan('https://example.com/not-ours')],
];

const weights = acts.reduce((sum, [weight]) => sum + weight, 0);

/** One deed, drawn by chance. A thrown error is a defect and is told to `broken`. */
export function actClumsily(world: World, broken: (error: unknown) => void): Deed {
  const { chance } = world;
  const till = world.till();
  if (chance.happens(0.3)) customerChanges(world);
  if (till === null) return 'the power is off';
  let draw = chance.below(weights);
  const found = acts.find(([weight]) => {
    draw -= weight;
    return draw < 0;
  });
  if (found === undefined) return 'nothing';
  const [, name, act] = found;
  try {
    Promise.resolve(act(till, chance)).catch(broken);
  } catch (error) {
    broken(error);
  }
  return name;
}

/** A customer makes up their mind, also in the middle of a payment. */
function customerChanges(world: World): void {
  const { chance, service } = world;
  const { phone } = chance.pick(people);
  service.setCustomer(phone, { does: chance.pick(ways), afterMs: chance.between(0, 20_000) });
  if (chance.happens(0.2))
    service.setCustomer('walkIn', { does: chance.pick(['approve', 'never']), afterMs: 3000 });
}

function codeOf(chance: Chance): string {
  return `https://qr.vipps.no/28/2/01/031/${chance.pick(people).phone}?v=1`;
}

function recallAny(till: Till, chance: Chance): unknown {
  const parked = parkedSales(till.state());
  return parked.length === 0 ? null : till.recall(chance.pick(parked).id);
}

function changeAny(till: Till, chance: Chance): unknown {
  const { current, sales } = till.state();
  const lines = current === null ? [] : (sales.get(current)?.lines ?? []);
  return lines.length === 0 ? null : till.setQuantity(chance.pick(lines).id, chance.between(0, 4));
}
