/** Pictures of the page of payments. The refund dialog is opened by whoever looks, with F3. */

import type { CallName, CallOutput } from '../../app/contract/calls.ts';
import type { Door } from '../../app/contract/door.ts';
import type { HistoryRow, RefundView, SaleExplained } from '../../app/contract/view.ts';
import type { Fault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { at, base, nok } from './cashierParts.ts';
import { picture } from './frame.tsx';
import type { Pictures } from './gallery.tsx';
import { machineRows, nothingTaken, ofReservation } from './paymentsMachineStates.ts';
import { eventful, olderRows, paid, rows, unresolved } from './paymentsStates.ts';

type Answers = { readonly [K in CallName]?: Result<CallOutput<K>> };

const refund: RefundView = {
  key: 'r1',
  amount: nok(52010),
  lines: [],
  reason: 'Feil størrelse',
  outcome: 'done',
  askedAt: at(14, 32, 0),
  endedAt: at(14, 32, 1),
  code: null,
};

function page(list: readonly HistoryRow[], sale: SaleExplained, more: Answers = {}) {
  const answers: Answers = {
    'history.search': ok(list),
    'history.get': ok(sale),
    'refund.request': ok(refund),
    ...more,
  };
  const call: Door['call'] = async (name) => answers[name] ?? err<Fault>({ kind: 'doorClosed' });
  return picture({ state: base, view: { layer: 'payments', explained: sale.saleId }, call });
}

export const pictures: Pictures = {
  payments: () => page(rows, paid),
  'payments-days': () => page(olderRows, eventful),
  'payments-machine': () => page(machineRows, ofReservation),
  'payments-machine-nothing': () => page(machineRows, nothingTaken),
  'payments-open': () => page(rows, unresolved),
  'payments-none': () => page([], paid, { 'history.get': err({ kind: 'saleUnknown' }) }),
  'payments-not-read': () => page(rows, paid, { 'history.get': err({ kind: 'storeLocked' }) }),
  'refund-underway': () =>
    page(rows, paid, { 'refund.request': ok({ ...refund, outcome: 'underway', endedAt: null }) }),
  'refund-refused': () =>
    page(rows, paid, { 'refund.request': ok({ ...refund, outcome: 'refused', code: '6220' }) }),
  'refund-not-allowed': () => page(rows, paid, { 'refund.request': err({ kind: 'notAllowed' }) }),
  'refund-lost': () => page(rows, paid, { 'refund.request': err({ kind: 'doorClosed' }) }),
};
