/** What the page of payments is told of a machine's sales in its pictures: a part taken, and nothing taken. */

import type { ExplainedStep, HistoryRow, SaleExplained, StepSays } from '../../app/contract/view.ts';
import { at, nok } from './cashierParts.ts';
import { paid, row, step } from './paymentsStates.ts';

const ofMachine = { via: 'push', name: null, masked: null } as const;

function machineStep(
  key: StepSays,
  when: string,
  minor: number,
  more: { readonly event?: string; readonly with?: Record<string, number> } = {},
): ExplainedStep {
  return { ...step(key, when, { minor, ...more }), reference: 'bek-01-7QF4-0134' };
}

/** A machine's sale: one came out and is paid, one stuck, of one nobody knows, and the rest went back. */
export const ofReservation: SaleExplained = {
  ...paid,
  ...row(134, at(13, 31, 2), 'paid', 14900, ofMachine),
  says: {
    key: 'explain.paidOfReservation',
    with: { sum: nok(39900), taken: nok(14900), back: nok(0), due: nok(14900), rest: nok(25000) },
  },
  items: [
    {
      id: 'i1',
      name: 'Termos stål 0,75 l',
      price: nok(39900),
      state: 'failed',
      money: 'notPaid',
      askedAt: at(13, 31, 20),
      endedAt: at(13, 31, 31),
    },
    {
      id: 'i2',
      name: 'Kaffekopp emalje, 3 dl, blå',
      price: nok(14900),
      state: 'dispensed',
      money: 'paid',
      askedAt: at(13, 31, 44),
      endedAt: at(13, 31, 52),
    },
    {
      id: 'i3',
      name: 'Turmat pasta bolognese',
      price: nok(11900),
      state: 'tooLate',
      money: 'notPaid',
      askedAt: at(13, 32, 3),
      endedAt: at(13, 33, 3),
    },
  ],
  steps: [
    machineStep('step.intended', at(13, 31, 2), 39900),
    machineStep('step.sent', at(13, 31, 3), 39900, { event: 'CREATED' }),
    machineStep('step.approved', at(13, 31, 12), 39900, { event: 'AUTHORIZED' }),
    { ...machineStep('step.vendingEnded.tooLate', at(13, 33, 3), 14900), reference: null },
    machineStep('step.taken', at(13, 33, 3), 14900),
    machineStep('step.captureSent', at(13, 33, 3), 14900),
    machineStep('step.captured', at(13, 33, 4), 14900, { event: 'CAPTURED' }),
    machineStep('step.releaseSent', at(13, 33, 4), 25000),
    machineStep('step.restReleased', at(13, 33, 5), 25000, { event: 'CANCELLED' }),
    { ...machineStep('step.receiptSent', at(13, 33, 6), 14900, { with: { lines: 1 } }), reference: null },
  ],
  attempts: paid.attempts.map((one) => ({
    ...one,
    reference: 'bek-01-7QF4-0134',
    amount: nok(39900),
    captured: nok(14900),
    released: nok(25000),
  })),
  lines: [
    {
      lineId: 'i2',
      name: 'Kaffekopp emalje, 3 dl, blå',
      quantity: 1,
      left: 1,
      worth: [nok(14900)],
      total: nok(14900),
    },
  ],
  refundable: nok(14900),
};

/** A machine's sale of which nothing came out: its item is unknown, and all of the reservation went back. */
export const nothingTaken: SaleExplained = {
  ...ofReservation,
  ...row(133, at(13, 12, 40), 'released', 39900, ofMachine),
  says: {
    key: 'explain.nothingTaken.restarted',
    with: { sum: nok(39900), taken: nok(0), back: nok(0), due: nok(0), rest: nok(39900) },
  },
  items: [
    {
      id: 'i4',
      name: 'Termos stål 0,75 l',
      price: nok(39900),
      state: 'unknown',
      money: 'notPaid',
      askedAt: at(13, 13, 1),
      endedAt: at(13, 15, 20),
    },
  ],
  steps: [
    machineStep('step.intended', at(13, 12, 40), 39900),
    machineStep('step.sent', at(13, 12, 41), 39900, { event: 'CREATED' }),
    machineStep('step.approved', at(13, 12, 52), 39900, { event: 'AUTHORIZED' }),
    { ...machineStep('step.vendingEnded.restarted', at(13, 15, 20), 39900), reference: null },
    machineStep('step.nothingTaken', at(13, 15, 20), 39900),
    machineStep('step.releaseSent', at(13, 15, 20), 39900),
    machineStep('step.released', at(13, 15, 21), 39900, { event: 'CANCELLED' }),
  ],
  attempts: ofReservation.attempts.map((one) => ({
    ...one,
    reference: 'bek-01-7QF4-0133',
    state: 'cancelled',
    captured: nok(0),
    released: nok(39900),
  })),
  lines: [],
  refundable: nok(0),
  noRefund: { kind: 'refundNotPossible' },
};

export const machineRows: readonly HistoryRow[] = [
  ofReservation,
  nothingTaken,
  row(132, at(12, 58, 0), 'paid', 11900, ofMachine),
  row(131, at(12, 40, 0), 'cancelled', 39900, ofMachine),
  row(130, at(12, 22, 0), 'capturedOtherwise', 39900, { ...ofMachine, captured: nok(39900) }),
];
