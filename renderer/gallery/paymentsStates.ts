/** What the page of payments is told in its pictures: a day of sales, and some of them explained. */

import type {
  ExplainedStep,
  HistoryRow,
  SaleExplained,
  Standing,
  StepSays,
} from '../../app/contract/view.ts';
import { money } from '../../app/domain/money.ts';
import { at, nok } from './cashierParts.ts';

const before = (days: number, hour: number, minute: number) =>
  new Date(2026, 10, 23 - days, hour, minute, 0).toISOString();

export function row(
  number: number,
  when: string,
  standing: Standing,
  minor: number,
  more: Partial<HistoryRow> = {},
): HistoryRow {
  const taken = ['paid', 'partlyRefunded', 'refunded'].includes(standing);
  return {
    saleId: `s${number}`,
    number: `01-000${number}`,
    at: when,
    standing,
    unresolved: false,
    total: nok(minor),
    captured: nok(taken ? minor : 0),
    refunded: nok(0),
    masked: null,
    name: null,
    via: 'push',
    reference: `bek-01-7QF4-0${number}`,
    ...more,
  };
}

const kari = { name: 'Kari', masked: '••• 67' } as const;

export const rows: readonly HistoryRow[] = [
  row(142, at(14, 31, 40), 'paid', 222520, kari),
  row(141, at(14, 29, 51), 'waiting', 78400, { masked: '••• 12', unresolved: true }),
  row(140, at(14, 28, 3), 'paid', 111800, { masked: '••• 90' }),
  row(139, at(14, 17, 0), 'declined', 34900, { masked: '••• 41' }),
  row(138, at(14, 5, 0), 'partlyRefunded', 59900, { name: 'Per', masked: '••• 08', refunded: nok(10000) }),
  row(137, at(13, 58, 0), 'released', 21900, { via: 'qr' }),
  row(136, at(13, 52, 0), 'paidElsewhere', 146000, { masked: '••• 33', via: null, reference: null }),
  row(135, at(13, 40, 0), 'cancelled', 8900, { masked: '••• 75' }),
];

export const olderRows: readonly HistoryRow[] = [
  ...rows.slice(0, 3),
  row(121, before(1, 18, 44), 'refunded', 64900, { masked: '••• 19', refunded: nok(64900) }),
  row(120, before(1, 17, 2), 'expired', 23500, { masked: '••• 55' }),
  row(98, before(4, 12, 20), 'paid', 19900, { ...kari, unresolved: true }),
  row(97, before(4, 12, 10), 'capturedInPart', 99900, { masked: '••• 21' }),
];

let serial = 0;

export function step(
  key: StepSays,
  when: string,
  more: {
    readonly event?: string;
    readonly with?: Record<string, string | number>;
    readonly minor?: number;
  } = {},
): ExplainedStep {
  const amount = nok(more.minor ?? 222520);
  serial += 1;
  return {
    at: when,
    what: { key, with: { sum: amount, ...more.with } },
    reference: 'bek-01-7QF4-0142',
    event:
      more.event === undefined
        ? null
        : {
            name: more.event,
            at: when,
            pspReference: `3d9f8c1e-52a0-4f7b-9b1d-0000000000${String(serial).padStart(2, '0')}`,
            amount,
            success: true,
          },
  };
}

const paidSteps: readonly ExplainedStep[] = [
  step('step.identified', at(14, 30, 58), { with: { proof: 'qrExchange' } }),
  step('step.intended', at(14, 31, 39)),
  step('step.sent', at(14, 31, 40), { event: 'CREATED' }),
  step('step.approved', at(14, 31, 52), { event: 'AUTHORIZED' }),
  step('step.captureSent', at(14, 31, 52)),
  step('step.captured', at(14, 31, 53), { event: 'CAPTURED' }),
  step('step.receiptSent', at(14, 31, 54), { with: { lines: 8 } }),
  step('step.purchaseRegistered', at(14, 31, 54)),
];

const goods = [
  ['Ulltrøye dame M, merino', 1, 47900],
  ['Tursokker merino 39–42', 2, 16110],
  ['Termos stål 0,75 l', 1, 34900],
  ['Hodelykt 400 lumen', 1, 35900],
  ['Turmat pasta bolognese', 4, 11900],
  ['Gasspatron 230 g', 2, 7900],
  ['Sitteunderlag, blått', 1, 7900],
  ['Bærepose papir, stor', 1, 300],
] as const;

export const paid: SaleExplained = {
  ...row(142, at(14, 31, 40), 'paid', 222520, kari),
  says: { key: 'explain.paid', with: { sum: nok(222520), taken: nok(222520), back: nok(0) } },
  steps: paidSteps,
  attempts: [
    {
      reference: 'bek-01-7QF4-0142',
      via: 'push',
      state: 'captured',
      amount: nok(222520),
      captured: nok(222520),
      released: nok(0),
      refunded: nok(0),
      log: 'read',
    },
  ],
  items: [],
  lines: goods.map(([name, quantity, each], index) => ({
    lineId: `l${index}`,
    name,
    quantity,
    left: quantity,
    worth: Array.from({ length: quantity }, (_, units) => money((units + 1) * each, 'NOK')),
    total: nok(quantity * each),
  })),
  refunds: [],
  refundable: nok(222520),
  noRefund: null,
};

/** Two attempts, a refund, and one made elsewhere; the service's log of the second could not be read. */
export const eventful: SaleExplained = {
  ...paid,
  ...row(142, at(14, 31, 40), 'partlyRefunded', 222520, { ...kari, refunded: nok(52010) }),
  says: { key: 'explain.refundedInPart', with: { sum: nok(222520), taken: nok(222520), back: nok(52010) } },
  attempts: paid.attempts.flatMap((one) => [
    { ...one, reference: 'bek-01-7QF4-0142-1', state: 'declined' as const, captured: nok(0) },
    { ...one, reference: 'bek-01-7QF4-0142-2', refunded: nok(52010), log: 'unavailable' as const },
  ]),
  steps: [
    ...paidSteps.slice(0, 3),
    step('step.unanswered', at(14, 31, 45)),
    step('step.declined', at(14, 31, 50), { event: 'ABORTED' }),
    ...paidSteps.slice(3),
    step('step.refundAsked', before(-1, 10, 2), { minor: 41000, with: { reason: 'Feil størrelse' } }),
    step('step.refundRefused', before(-1, 10, 2), { minor: 41000, with: { code: '5100' } }),
    step('step.outside', before(-1, 11, 30), { event: 'REFUNDED', minor: 11010, with: { name: 'REFUNDED' } }),
  ],
  refundable: nok(170510),
};

export const unresolved: SaleExplained = {
  ...paid,
  ...row(141, at(14, 29, 51), 'waiting', 78400, { masked: '••• 12', unresolved: true }),
  says: { key: 'explain.unresolved', with: { sum: nok(78400), taken: nok(0), back: nok(0) } },
  steps: paidSteps.slice(0, 3),
  attempts: paid.attempts.map((one) => ({ ...one, state: 'waiting', captured: nok(0), amount: nok(78400) })),
  lines: [],
  refundable: nok(0),
  noRefund: { kind: 'refundNotPossible' },
};
