/** An unattended machine as its screen and its controller see it. Derived from the sale on it and from its stock (I10). */

import { type Money, money } from '../domain/money.ts';
import { isFinal, type Payment } from '../domain/payment.ts';
import { currentPayment, type Sale } from '../domain/sale.ts';
import { currentSale, type TillState } from '../domain/tillState.ts';
import { leftToTake, type Offer, type VendedItem } from '../domain/vending.ts';
import { isoUtc } from '../kernel/time.ts';

/**
 * `idle` scan the code · `asking` the customer's phone asks · `choosing` goods may be taken · `dispensing` one is being
 * handed out · `settling` it is captured or released · `result` what was paid and what went back · `outOfOrder`.
 */
export type MachinePhase =
  | 'idle'
  | 'asking'
  | 'choosing'
  | 'dispensing'
  | 'settling'
  | 'result'
  | 'outOfOrder';

export interface OfferView {
  readonly sku: string;
  readonly name: string;
  readonly price: Money;
  readonly stock: number;
  readonly minimumAge: number | null;
  /** Whether it can be taken now. */
  readonly takeable: boolean;
}

export interface MachineView {
  readonly phase: MachinePhase;
  /** The machine's own code as the service drew it: the host has it, the state does not. `null` where there is none. */
  readonly qrImage: string | null;
  /** The operator's code while it is out of order. */
  readonly code: string | null;
  readonly offers: readonly OfferView[];
  readonly reserved: Money | null;
  /** What of the reservation can still be taken. */
  readonly left: Money | null;
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly price: Money;
    readonly state: VendedItem['state'];
  }[];
  /** Read back from the service; `null` before. */
  readonly paid: Money | null;
  readonly released: Money | null;
  /** When this phase ends by itself. */
  readonly until: string | null;
}

export function machineView(state: TillState, offers: readonly Offer[]): MachineView {
  const sale = currentSale(state);
  const payment = sale === null ? null : currentPayment(sale);
  const { outOfOrder, until } = state.machine;
  const phase = phaseOf(sale, payment, outOfOrder);
  const reserved = payment?.state === 'approved' ? payment.request.amount : null;
  const left = sale === null || reserved === null ? null : leftToTake(sale, reserved);
  const facts = payment !== null && isFinal(payment) ? payment.facts : null;
  const sum = (minor: number): Money | null =>
    payment === null || facts === null ? null : money(minor, payment.request.amount.currency);
  return {
    phase,
    qrImage: null,
    code: outOfOrder,
    offers: offers.map(({ product, stock, minimumAge }) => ({
      sku: product.sku,
      name: product.name,
      price: product.price,
      stock,
      minimumAge,
      takeable:
        phase === 'choosing' &&
        stock > 0 &&
        left !== null &&
        product.price.minor <= left.minor &&
        (minimumAge === null || (payment?.request.minimumAge ?? 0) >= minimumAge),
    })),
    reserved,
    left,
    items: (sale?.vending?.items ?? []).map(({ id, product, state: is }) => ({
      id,
      name: product.name,
      price: product.price,
      state: is,
    })),
    paid: sum(facts?.captured ?? 0),
    released: sum(facts?.cancelled ?? 0),
    until: until === null ? null : isoUtc(until),
  };
}

function phaseOf(sale: Sale | null, payment: Payment | null, outOfOrder: string | null): MachinePhase {
  if (sale?.vending == null || payment === null) return outOfOrder === null ? 'idle' : 'outOfOrder';
  if (isFinal(payment)) return 'result';
  if (sale.vending.end !== null) return 'settling';
  if (payment.state !== 'approved') return 'asking';
  return sale.vending.items.some(({ state }) => state === 'asked') ? 'dispensing' : 'choosing';
}
