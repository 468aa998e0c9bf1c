/** Folds the events of a sale into the sale. Pure; the journal's order is the only order. */

import { assertNever } from '../kernel/assertNever.ts';
import type { Instant } from '../kernel/time.ts';
import { memberOf } from './customer.ts';
import { intendedPayment, type Payment } from './payment.ts';
import { transition } from './paymentMachine.ts';
import { askedRefund, settleRefunds } from './refund.ts';
import { isEnded, isFrozen, type Line, type LineId, type Sale, saleState } from './sale.ts';
import type { SaleEntry } from './saleEvent.ts';
import { vended } from './vending.ts';

/** The sale after one more entry. The first entry of a sale is `opened`; anything else without a sale is a defect. */
export function applyEntry(sale: Sale | null, entry: SaleEntry): Sale {
  if (entry.event.kind === 'opened') return opened(entry, entry.event.number, entry.event.currency);
  if (sale === null) throw new Error(`sale ${entry.saleId} has no opening entry`);
  return settle(applyEvent(sale, entry), entry);
}

export function foldSale(entries: readonly SaleEntry[]): Sale | null {
  return entries.reduce<Sale | null>(applyEntry, null);
}

function applyEvent(sale: Sale, entry: SaleEntry): Sale {
  const { event, at } = entry;
  switch (event.kind) {
    case 'opened':
      return sale;
    case 'lineAdded':
      return { ...sale, lines: [...sale.lines, newLine(event)] };
    case 'lineQuantity':
      return changeLine(sale, event.line, (line) => ({ ...line, quantity: event.quantity }));
    case 'lineDiscounted':
      return changeLine(sale, event.line, (line) => ({
        ...line,
        discount: event.amount === null ? null : { amount: event.amount, reason: event.reason },
      }));
    case 'lineRemoved':
      return { ...sale, lines: sale.lines.filter((line) => line.id !== event.line) };
    case 'customerIdentified':
      return identified(sale, event);
    case 'customerCleared':
      return { ...sale, customer: null, enrolment: null };
    case 'membership':
      if (sale.customer === null) return sale;
      return { ...sale, customer: { ...sale.customer, membership: event.membership } };
    case 'enrolmentStarted': {
      const { authReqId, bindingMessage, until, intervalMs } = event;
      const asked = {
        state: 'waiting',
        authReqId,
        bindingMessage,
        until,
        intervalMs,
        consented: null,
      } as const;
      return { ...sale, enrolment: asked };
    }
    case 'consentGiven':
      if (sale.enrolment === null) return sale;
      return { ...sale, enrolment: { ...sale.enrolment, consented: event.consented } };
    case 'enrolmentEnded': {
      const none = { authReqId: null, bindingMessage: '', until: at, intervalMs: 0, consented: null };
      return { ...sale, enrolment: { ...(sale.enrolment ?? none), state: event.state, consented: null } };
    }
    case 'paymentIntended': {
      const { reference, request, createKey, reservation = false } = event;
      const intended = intendedPayment({ reference, request, createKey, at, reservation });
      return { ...sale, payments: [...sale.payments, intended] };
    }
    case 'payment':
      return movePayments(sale, at, (payment) =>
        payment.reference === event.reference ? transition(payment, event.event) : payment,
      );
    case 'refundAsked':
      return { ...sale, refunds: [...sale.refunds, askedRefund(sale, event, at)] };
    case 'vendingOpened':
      return { ...sale, vending: { qrId: event.qrId, items: [], end: null } };
    case 'vendAsked':
    case 'vendSettled':
    case 'vendingEnded':
      return sale.vending === null ? sale : vended(sale, sale.vending, event);
    case 'salvaged':
      return movePayments(sale, at, (payment) => transition(payment, { kind: 'doubted' }));
    case 'parked':
      return { ...sale, parkedAt: at };
    case 'recalled':
      return { ...sale, parkedAt: null };
    case 'paidElsewhere':
      return { ...sale, paidElsewhere: event.method };
    case 'abandoned':
      return { ...sale, abandoned: true, left: true };
    case 'purchaseRegistered':
      return { ...sale, purchase: 'done' };
    case 'receiptOwed':
      return { ...sale, receipt: 'owed' };
    case 'receiptSent':
      return { ...sale, receipt: 'done' };
    case 'receiptRefused':
      return { ...sale, receipt: 'refused' };
    case 'left':
      return { ...sale, left: true };
    default:
      return assertNever(event);
  }
}

/** What follows from the state after any event: prices while the basket is open, duties once the money is in. */
function settle(sale: Sale, entry: SaleEntry): Sale {
  const priced =
    isFrozen(sale) || isEnded(sale) ? sale : { ...sale, memberPrices: memberOf(sale.customer) !== null };
  if (priced.endedAt !== null || !isEnded(priced)) return priced;
  const counts = saleState(priced) !== 'abandoned' && memberOf(priced.customer) !== null;
  return { ...priced, endedAt: entry.at, purchase: counts ? 'owed' : 'none' };
}

function opened(entry: SaleEntry, number: string, currency: Sale['currency']): Sale {
  return {
    id: entry.saleId,
    number,
    currency,
    openedAt: entry.at,
    lines: [],
    customer: null,
    enrolment: null,
    payments: [],
    refunds: [],
    outsideRefunds: [],
    paidElsewhere: null,
    vending: null,
    abandoned: false,
    parkedAt: null,
    memberPrices: false,
    purchase: 'none',
    receipt: 'none',
    left: false,
    endedAt: null,
  };
}

function movePayments(sale: Sale, at: Instant, move: (payment: Payment) => Payment): Sale {
  const payments = sale.payments.map((payment) => stamped(payment, move(payment), at));
  return settleRefunds({ ...sale, payments }, sale, at);
}

/** When the till learned that money was reserved, taken or released. */
function stamped(before: Payment, after: Payment, at: Instant): Payment {
  if (after.facts === before.facts || after.facts === null) return after;
  const { authorised, captured, cancelled } = after.facts;
  return {
    ...after,
    approvedAt: after.approvedAt ?? (authorised > 0 ? at : null),
    capturedAt: after.capturedAt ?? (captured > 0 ? at : null),
    releasedAt: after.releasedAt ?? (authorised > 0 && cancelled > 0 ? at : null),
  };
}

function newLine(event: Extract<SaleEntry['event'], { kind: 'lineAdded' }>): Line {
  return { id: event.line, product: event.product, quantity: event.quantity, discount: null };
}

function changeLine(sale: Sale, id: LineId, change: (line: Line) => Line): Sale {
  return { ...sale, lines: sale.lines.map((line) => (line.id === id ? change(line) : line)) };
}

/** The same number proven better keeps what is known of the person; another number starts from nothing. */
function identified(sale: Sale, event: Extract<SaleEntry['event'], { kind: 'customerIdentified' }>): Sale {
  const same = sale.customer?.msisdn === event.msisdn ? sale.customer : null;
  const membership = same?.membership ?? { status: 'checking' };
  const { msisdn, proof, token = same?.token ?? null } = event;
  const customer = { msisdn, proof, token, membership };
  return { ...sale, customer, enrolment: same === null ? null : sale.enrolment };
}
