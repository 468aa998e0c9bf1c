/**
 * The state as the customer sees it: no number, no name without consent, no attention list, no devices. It comes from
 * the sale on the till and from nothing else; where there is no sale it is idle (I10).
 */

import { memberOf } from '../domain/customer.ts';
import { times } from '../domain/money.ts';
import { isPaid, type Payment, viaOf } from '../domain/payment.ts';
import {
  currentPayment,
  isEnded,
  lineTotal,
  memberSaving,
  type Sale,
  saleSaved,
  saleTotal,
  unitPrice,
} from '../domain/sale.ts';
import { currentSale, type TillState } from '../domain/tillState.ts';
import { type Instant, isoUtc } from '../kernel/time.ts';
import type { DisplayView } from './view.ts';
import type { TillAbout } from './viewCashier.ts';
import { machineView } from './viewMachine.ts';
import { isChecking } from './viewPayment.ts';

export function displayView(state: TillState, about: TillAbout, now: Instant): DisplayView {
  const { store, profile, kind, currency, market, language, clubName } = about.till;
  const machine = about.offers === null ? null : machineView(state, about.offers);
  const till = { store, profile, kind, currency, market, language, clubName };
  const sale = currentSale(state);
  const shows = sale === null ? 'idle' : showsOf(state, sale, now);
  if (sale === null || shows === 'idle') return { ...idle, version: state.version, till, machine };
  const payment = currentPayment(sale);
  const member = memberOf(sale.customer);
  return {
    version: state.version,
    till,
    shows,
    name: member?.name ?? null,
    member: member !== null,
    lines: sale.lines.map((line) => ({
      name: line.product.name,
      quantity: line.quantity,
      before: times(unitPrice(line), line.quantity),
      total: lineTotal(sale, line),
      memberPrice: memberSaving(sale, line).minor > 0,
    })),
    total: saleTotal(sale),
    saved: saleSaved(sale),
    bindingMessage: shows === 'join' ? (sale.enrolment?.bindingMessage ?? null) : null,
    qrImage: shows === 'qr' ? (payment?.qrImageUrl ?? null) : null,
    until: payment === null ? null : isoUtc(payment.until),
    machine,
  };
}

const idle = {
  shows: 'idle',
  name: null,
  member: false,
  lines: [],
  total: null,
  saved: null,
  bindingMessage: null,
  qrImage: null,
  until: null,
} as const;

function showsOf(state: TillState, sale: Sale, now: Instant): DisplayView['shows'] {
  const moment = state.moment?.saleId === sale.id ? state.moment.kind : null;
  const payment = currentPayment(sale);
  const open = payment === null ? null : openPayment(state, payment, now);
  if (open !== null) return open;
  // Who is being asked to join compares the code, whatever was on the screen before.
  const joining = sale.enrolment?.state === 'waiting' && !isEnded(sale);
  if (joining) return 'join';
  if (moment === 'wiped') return 'idle';
  if (payment !== null) {
    // "Not completed" is only said while the sale stands as it was when the service said so.
    if (moment === 'thanks' || moment === 'notCompleted') return moment;
    if (isPaid(payment)) return 'idle';
  }
  if (sale.paidElsewhere !== null) return 'idle';
  if (moment === 'greeting') return 'greeting';
  if (sale.lines.length > 0) return 'basket';
  return memberOf(sale.customer) === null ? 'idle' : 'greeting';
}

function openPayment(state: TillState, payment: Payment, now: Instant): DisplayView['shows'] | null {
  const watch = state.watches.get(payment.reference) ?? null;
  switch (payment.state) {
    case 'intended':
    case 'waiting':
      if (isChecking(payment, watch, now)) return 'checking';
      return viaOf(payment) === 'qr' && payment.qrImageUrl !== null ? 'qr' : 'waiting';
    case 'approved':
    case 'cancelling':
      return 'checking';
    default:
      return null;
  }
}
