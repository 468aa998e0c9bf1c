/** The state as the cashier and the manager see it. Numbers are masked here, before anything leaves the till. */

import type { Customer } from '../domain/customer.ts';
import { type Currency, zero } from '../domain/money.ts';
import { mask } from '../domain/msisdn.ts';
import {
  currentPayment,
  lineDiscount,
  lineTotal,
  memberSaving,
  type Sale,
  saleSaved,
  saleState,
  saleTotal,
  unitPrice,
  vatRows,
  wouldSave,
} from '../domain/sale.ts';
import { currentSale, parkedSales, type TillState } from '../domain/tillState.ts';
import type { Offer } from '../domain/vending.ts';
import { type Instant, isoUtc } from '../kernel/time.ts';
import type { AttentionSays, CashierView, CustomerView, LineView, SaleView, TillView } from './view.ts';
import { attentionOf, parkedEnding } from './viewAttention.ts';
import { machineView } from './viewMachine.ts';
import { paymentView } from './viewPayment.ts';

/** What the host knows and the till does not. */
export interface TillAbout {
  readonly till: TillView;
  readonly devices: CashierView['devices'];
  /** What an unattended machine sells now; `null` at a staffed till. */
  readonly offers: readonly Offer[] | null;
  readonly webhooks: CashierView['service']['webhooks'];
  readonly trainingPhone: string | null;
  readonly drill: CashierView['drill'];
  readonly doctor: CashierView['doctor'];
  /** Days until money that was approved and not captured goes back by itself. */
  readonly captureDays: number;
  /** What the manager must look at and no sale explains. */
  readonly trouble: readonly AttentionSays[];
}

export function cashierView(state: TillState, about: TillAbout, now: Instant): CashierView {
  const sale = currentSale(state);
  return {
    version: state.version,
    till: about.till,
    attention: attentionOf(state, about, now),
    customer: sale === null ? identifying(state, about.till.currency) : customerView(state, sale),
    sale: sale === null ? null : saleView(state, sale, now),
    last: lastView(state),
    arrivals: state.arrivals.map(({ id, qrId, msisdn, state: is, token }) => ({
      id,
      qrId,
      place: null,
      masked: msisdn === null ? '•••' : mask(msisdn),
      state: is,
      until: isoUtc(token.until),
    })),
    refusedScan:
      state.refusedScan === null ? null : { ...state.refusedScan, at: isoUtc(state.refusedScan.at) },
    parked: parkedCounts(state),
    devices: about.devices,
    service: {
      state: state.service.state,
      since: state.service.since === null ? null : isoUtc(state.service.since),
      webhooks: about.webhooks,
      storeCode: 'idle',
    },
    machine: about.offers === null ? null : machineView(state, about.offers),
    trainingPhone: about.trainingPhone,
    drill: about.drill,
    doctor: about.doctor,
  };
}

/** A tokenised code is being exchanged: somebody stands here, and no digit of the number is known yet. */
function identifying(state: TillState, currency: Currency): CustomerView | null {
  if (!state.identifying) return null;
  const nobody = {
    masked: '•••',
    proof: 'qrExchange',
    checkedInUntil: null,
    status: 'checking',
    member: null,
    enrolment: null,
  } as const;
  return { ...nobody, wouldSave: zero(currency) };
}

function customerView(state: TillState, sale: Sale): CustomerView | null {
  const { customer, enrolment } = sale;
  if (customer === null) return identifying(state, sale.currency);
  return {
    masked: mask(customer.msisdn),
    proof: customer.proof,
    checkedInUntil: customer.token === null ? null : isoUtc(customer.token.until),
    status: customer.membership.status,
    member: memberView(customer),
    enrolment:
      enrolment === null
        ? null
        : {
            state: enrolment.state,
            bindingMessage: enrolment.bindingMessage,
            until: isoUtc(enrolment.until),
            says: { key: `enrolment.${enrolment.state}` },
          },
    wouldSave: wouldSave(sale),
  };
}

function memberView(customer: Customer): CustomerView['member'] {
  if (customer.membership.status !== 'member') return null;
  const { name, since, number, points } = customer.membership.member;
  return { name, since: isoUtc(since), number, points };
}

function saleView(state: TillState, sale: Sale, now: Instant): SaleView {
  const payment = currentPayment(sale);
  const watch = payment === null ? null : (state.watches.get(payment.reference) ?? null);
  const entries = state.entries.get(sale.id) ?? [];
  return {
    id: sale.id,
    number: sale.number,
    state: saleState(sale),
    lines: sale.lines.map((line): LineView => {
      return {
        id: line.id,
        sku: line.product.sku,
        name: line.product.name,
        quantity: line.quantity,
        unitPrice: unitPrice(line),
        discount: lineDiscount(sale, line),
        memberSaving: memberSaving(sale, line),
        reason: line.discount?.reason ?? null,
        total: lineTotal(sale, line),
        vatRate: line.product.vatRate,
      };
    }),
    total: saleTotal(sale),
    saved: saleSaved(sale),
    vat: vatRows(sale),
    payment: payment === null ? null : paymentView(sale, payment, { watch, entries, now }),
    paidElsewhere: sale.paidElsewhere,
  };
}

function lastView(state: TillState): CashierView['last'] {
  const { last } = state;
  if (last === null) return null;
  const at = isoUtc(last.endedAt ?? last.openedAt);
  return { number: last.number, state: saleState(last), total: saleTotal(last), at };
}

function parkedCounts(state: TillState): CashierView['parked'] {
  const parked = parkedSales(state);
  return {
    count: parked.length,
    paid: parked.filter((sale) => parkedEnding(sale) === 'attention.parkedPaid').length,
    notPaid: parked.filter((sale) => parkedEnding(sale) === 'attention.parkedNotPaid').length,
  };
}
