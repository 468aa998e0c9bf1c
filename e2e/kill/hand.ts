/** The hand of a cashier who is seldom careful: what it can do at the till, and the deeds it does for no good reason. */

import type { CallInput, CallName } from '../../app/contract/calls.ts';
import type { CashierView } from '../../app/contract/view.ts';
import type { Chance } from '../../main/simulation/chance.ts';
import { personalQr } from '../fixtures/counter.ts';
import type { Line } from './line.ts';
import type { Ask } from './lives.ts';
import { people } from './registry.ts';

export interface Hand {
  readonly chance: Chance;
  readonly line: Line;
  readonly call: Ask;
  /** As fingers do: without waiting for anything. */
  press<K extends CallName>(name: K, input: CallInput<K>): void;
  see(): CashierView | null;
  until(wished: (view: CashierView) => boolean): Promise<CashierView | null>;
  /** What this customer does from now on; times are the service's. */
  customer(script: {
    readonly phone: string;
    readonly does: string;
    readonly afterMs?: number;
  }): Promise<void>;
}

type Deed = readonly [weight: number, name: string, does: (hand: Hand) => void];

const methods = ['card', 'cash', 'other'] as const;
const vias = ['push', 'qr'] as const;
const skus = ['UL-001', 'UL-002', 'UL-003', 'UL-004'];

export const deeds: readonly Deed[] = [
  [8, 'scan a customer', (hand) => hand.press('scan', { text: personalQr(hand.chance.pick(people).phone) })],
  [
    3,
    'type a number',
    (hand) => hand.press('customer.setPhone', { phone: `+${hand.chance.pick(people).phone}` }),
  ],
  [1, 'forget the customer', (hand) => hand.press('customer.clear', {})],
  [10, 'scan goods', (hand) => hand.press('basket.add', someGoods(hand))],
  [3, 'change a quantity', changeQuantity],
  [10, 'ask by push', (hand) => hand.press('payment.request', { via: 'push' })],
  [5, 'ask by QR', (hand) => hand.press('payment.request', { via: 'qr' })],
  [3, 'ask twice', (hand) => twice(() => hand.press('payment.request', { via: hand.chance.pick(vias) }))],
  [5, 'cancel', (hand) => hand.press('payment.cancel', {})],
  [2, 'cancel twice', (hand) => twice(() => hand.press('payment.cancel', {}))],
  [4, 'send again', (hand) => hand.press('payment.resend', { via: hand.chance.pick(vias) })],
  [4, 'park', (hand) => hand.press('sale.park', {})],
  [4, 'recall', recall],
  [6, 'next customer', (hand) => hand.press('sale.next', {})],
  [3, 'refund', refund],
  [1, 'close the day', (hand) => hand.press('day.close', {})],
  [2, 'discard', (hand) => hand.press('sale.discard', {})],
  [2, 'paid elsewhere', (hand) => hand.press('sale.paidElsewhere', { method: hand.chance.pick(methods) })],
];

const weights = deeds.reduce((sum, [weight]) => sum + weight, 0);

/** Does one of them, and says which. */
export function actClumsily(hand: Hand): string {
  let draw = hand.chance.below(weights);
  for (const [weight, name, does] of deeds) {
    draw -= weight;
    if (draw >= 0) continue;
    does(hand);
    return name;
  }
  return 'nothing';
}

export function someGoods({ chance }: Hand): CallInput<'basket.add'> {
  return { sku: chance.pick(skus), quantity: chance.between(1, 3) };
}

/** Some of a sale of today, whole or in part. */
export function refund(hand: Hand): void {
  void hand.call('history.search', {}).then((found) => {
    if (!found?.ok || found.value.length === 0) return;
    const { saleId, captured } = hand.chance.pick(found.value);
    const part = hand.chance.happens(0.5) && captured.minor > 1;
    const amount = part ? { amount: hand.chance.between(1, captured.minor) } : {};
    hand.press('refund.request', { saleId, reason: 'Wrong size', ...amount });
  });
}

function twice(press: () => void): void {
  press();
  press();
}

function changeQuantity(hand: Hand): void {
  const lines = hand.see()?.sale?.lines ?? [];
  if (lines.length === 0) return;
  const { id: lineId } = hand.chance.pick(lines);
  hand.press('basket.setQuantity', { lineId, quantity: hand.chance.between(1, 4) });
}

function recall(hand: Hand): void {
  void hand.call('sale.parked', {}).then((parked) => {
    if (parked?.ok && parked.value.length > 0)
      hand.press('sale.recall', { saleId: hand.chance.pick(parked.value).saleId });
  });
}
