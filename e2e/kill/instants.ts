/** The instants at which a till is killed: a name, how it gets there, and by what the moment is known. */

import type { AttentionSays, CashierView } from '../../app/contract/view.ts';
import type { LeadName } from './leads.ts';
import { isWaiting } from './leads.ts';
import type { LineCall, Side, Trap } from './line.ts';
import type { Moment } from './moments.ts';

export interface Instant {
  readonly name: string;
  readonly lead: LeadName;
  readonly moment: Moment<CashierView>;
}

export const instants: readonly Instant[] = [
  line('create sent, never arrives', 'undecided', 'create', 'neverArrives'),
  line('create sent, arrives after the death', 'undecided', 'create', 'arrivesLater'),
  line('create done, answer lost', 'undecided', 'create', 'answerLost'),
  line('create of a QR done, answer lost', 'undecidedByQr', 'create', 'answerLost'),
  screen('the customer is being asked', 'undecided', isWaiting),
  screen(
    'a QR stands on the screen',
    'undecidedByQr',
    ({ sale }) => (sale?.payment?.qrImage ?? null) !== null,
  ),
  line('reading done, answer lost', 'undecided', 'read', 'answerLost'),
  line('approved, and the till not told yet', 'paid', 'read', 'answerLost', {
    answer: /"state":"AUTHORIZED"/,
  }),
  screen('approved, before the capture', 'paid', ({ sale }) => sale?.payment?.state === 'approved'),
  line('capture sent, never arrives', 'paid', 'capture', 'neverArrives'),
  line('capture sent, arrives after the death', 'paidByQr', 'capture', 'arrivesLater'),
  line('capture done, answer lost', 'paid', 'capture', 'answerLost'),
  screen('paid on the screen', 'paidByQr', ({ sale }) => sale?.state === 'paid'),
  screen('declined on the screen', 'declined', ({ sale }) => sale?.payment?.state === 'declined'),
  line('cancel sent, never arrives', 'calledOff', 'cancel', 'neverArrives'),
  line('cancel sent, arrives after the death', 'calledOff', 'cancel', 'arrivesLater'),
  line('cancel done, answer lost', 'calledOff', 'cancel', 'answerLost'),
  line('cancel lost the race, answer lost', 'calledOffTooLate', 'cancel', 'answerLost'),
  line('release sent, never arrives', 'calledOffTooLate', 'release', 'neverArrives'),
  line('release sent, arrives after the death', 'calledOffTooLate', 'release', 'arrivesLater'),
  line('release done, answer lost', 'calledOffTooLate', 'release', 'answerLost'),
  line('asked again: second create done, answer lost', 'askedAgain', 'create', 'answerLost', { after: 1 }),
  screen(
    'parked while the customer is being asked',
    'parkedWhileWaiting',
    ({ sale, parked }) => sale === null && parked.count > 0,
  ),
  line('refund sent, never arrives', 'refunded', 'refund', 'neverArrives'),
  line('refund sent, arrives after the death', 'refunded', 'refund', 'arrivesLater'),
  line('refund done, answer lost', 'refunded', 'refund', 'answerLost'),
  line('receipt sent, never arrives', 'paidWithoutReceipt', 'receipt', 'neverArrives'),
  line('receipt done, answer lost', 'paidWithoutReceipt', 'receipt', 'answerLost'),
  line('purchase sent, never arrives', 'memberPays', 'purchase', 'neverArrives'),
  line('purchase done, answer lost', 'memberPays', 'purchase', 'answerLost'),
  screen('the customer has left, a receipt is owed', 'leavesOwedReceipt', owes('attention.receiptWaits')),
  screen('the customer has left, a purchase is owed', 'leavesOwedPurchase', owes('attention.purchaseWaits')),
  { name: 'at random', lead: 'clumsy', moment: { on: 'clock', within: 1500 } },
];

function owes(kind: AttentionSays) {
  return ({ attention }: CashierView) => attention.some((one) => one.kind === kind);
}

function line(
  name: string,
  lead: LeadName,
  call: LineCall,
  side: Side,
  more: Pick<Trap, 'after' | 'answer'> = {},
): Instant {
  return { name, lead, moment: { on: 'line', call, side, ...more } };
}

function screen(name: string, lead: LeadName, shows: (view: CashierView) => boolean): Instant {
  return { name, lead, moment: { on: 'screen', shows } };
}
