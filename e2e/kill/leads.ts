/** How a sale is led to the instant at which the till dies: a customer, some goods, and what both of them do. */

import type { CashierView } from '../../app/contract/view.ts';
import { pause } from '../bench/wallTime.ts';
import { personalQr } from '../fixtures/counter.ts';
import { actClumsily, type Hand, someGoods } from './hand.ts';
import type { LineCall } from './line.ts';
import { people } from './registry.ts';

/** What a customer does, and after how long by the service's clock. */
interface Script {
  readonly does: string;
  readonly afterMs?: number;
}

export interface Lead {
  /** One of these. */
  readonly customer: readonly Script[];
  readonly onlyMembers?: true;
  play(hand: Hand): Promise<void>;
}

const soon: readonly Script[] = [{ does: 'approve', afterMs: 1000 }];
/** Not going to act while anybody looks; then some do and some never. */
const undecided: readonly Script[] = [
  { does: 'never' },
  { does: 'approve', afterMs: 120_000 },
  { does: 'decline', afterMs: 120_000 },
  { does: 'approveLate' },
];
const never: readonly Script[] = [{ does: 'never' }];
/** Approves in the moment in which the cashier cancels. */
const tooLate: readonly Script[] = [{ does: 'approveWhileCancelled' }];
const anybody: readonly Script[] = [...soon, ...undecided, ...tooLate];

export const leads = {
  paid: { customer: soon, play: ask('push') },
  paidByQr: { customer: soon, play: ask('qr') },
  memberPays: { customer: soon, onlyMembers: true, play: ask('push') },
  /** The service takes the payment only without its receipt, which the till then owes. */
  paidWithoutReceipt: {
    customer: soon,
    play(hand: Hand) {
      hand.line.refuseReceipt();
      return ask('push')(hand);
    },
  },
  /** The customer has left the till, which still owes them something: the call for it has got lost. */
  leavesOwedPurchase: { customer: soon, onlyMembers: true, play: leaveAfterLosing('purchase') },
  leavesOwedReceipt: {
    customer: soon,
    play(hand: Hand) {
      hand.line.refuseReceipt();
      return leaveAfterLosing('receipt')(hand);
    },
  },
  /** Paid, gone, and back at the counter a moment later. */
  refunded: {
    customer: soon,
    async play(hand: Hand) {
      await ask('push')(hand);
      const paid = await hand.until(({ sale }) => sale?.state === 'paid');
      if (!paid?.sale) return;
      const { id: saleId, total } = paid.sale;
      hand.press('sale.next', {});
      const part = hand.chance.happens(0.5) ? { amount: Math.ceil(total.minor / 3) } : {};
      hand.press('refund.request', { saleId, reason: 'Wrong size', ...part });
    },
  },
  declined: { customer: [{ does: 'decline', afterMs: 1000 }], play: ask('push') },
  undecided: { customer: undecided, play: ask('push') },
  undecidedByQr: { customer: undecided, play: ask('qr') },
  calledOff: { customer: never, play: whileWaiting((hand) => hand.press('payment.cancel', {})) },
  calledOffTooLate: { customer: tooLate, play: whileWaiting((hand) => hand.press('payment.cancel', {})) },
  askedAgain: {
    customer: never,
    play: whileWaiting((hand) => hand.press('payment.resend', { via: 'qr' })),
  },
  parkedWhileWaiting: {
    customer: undecided,
    play: whileWaiting((hand) => hand.press('sale.park', {})),
  },
  /** No plan at all. */
  clumsy: { customer: anybody, play: (hand) => fumble(hand, 12) },
} as const satisfies Readonly<Record<string, Lead>>;

export type LeadName = keyof typeof leads;

/** So many deeds for no good reason, as fast as fingers are. */
export async function fumble(hand: Hand, count: number): Promise<void> {
  for (let deed = 0; deed < count; deed += 1) {
    actClumsily(hand);
    await pause(hand.chance.between(0, 120));
  }
}

/** Whatever is on the till gives way to a new sale with goods and a customer who will do as the lead says. */
export async function beginSale(hand: Hand, lead: Lead): Promise<void> {
  for (const away of ['sale.next', 'sale.discard', 'sale.park'] as const) {
    if ((await hand.call(away, {}))?.ok) break;
  }
  const { phone } = hand.chance.pick(people.filter(({ member }) => member || lead.onlyMembers !== true));
  const script = hand.chance.pick(lead.customer);
  await hand.customer({ phone, ...script });
  await hand.customer({ phone: 'walkIn', ...script });
  const scans = hand.chance.happens(0.7);
  if (scans) await hand.call('scan', { text: personalQr(phone) });
  else await hand.call('customer.setPhone', { phone: `+${phone}` });
  if (lead.onlyMembers === true) await hand.until(({ customer }) => customer?.status === 'member');
  await hand.call('basket.add', someGoods(hand));
}

export function isWaiting({ sale }: CashierView): boolean {
  return sale?.payment?.state === 'waiting';
}

function ask(via: 'push' | 'qr'): Lead['play'] {
  return async (hand) => {
    hand.press('payment.request', { via });
    if (hand.chance.happens(0.1)) hand.press('payment.request', { via });
  };
}

function leaveAfterLosing(call: LineCall): Lead['play'] {
  return async (hand) => {
    void hand.line.trap({ call, side: 'neverArrives' });
    await ask('push')(hand);
    if ((await hand.until(({ sale }) => sale?.state === 'paid')) !== null) hand.press('sale.next', {});
  };
}

function whileWaiting(then: (hand: Hand) => void): Lead['play'] {
  return async (hand) => {
    await ask('push')(hand);
    if ((await hand.until(isWaiting)) !== null) then(hand);
  };
}
