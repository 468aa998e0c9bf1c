/** An unattended machine as its screen and its controller see it. Derived from the sale on it and from its stock (I10). */

import { type Money, money } from '../domain/money.ts';
import { isFinal, type Payment, type Refusal } from '../domain/payment.ts';
import { currentPayment, type Sale } from '../domain/sale.ts';
import { currentSale, type TillState } from '../domain/tillState.ts';
import { leftToTake, type Offer, type VendedItem, whyNotSelling } from '../domain/vending.ts';
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
  /** What stands on its door; `null` where the operator told none. */
  readonly code: string | null;
  /** Whether it can be taken now. */
  readonly takeable: boolean;
}

/**
 * `scanFirst` the machine's own code begins a sale · `chooseFirst` no scan of it could come here, so goods are chosen on
 * the screen and paid by a one-time QR.
 */
export type SellingWay = 'scanFirst' | 'chooseFirst';

/** What the host knows of the machine and the state does not. */
export interface MachineAbout {
  /** What the machine is called: as on the receipt. */
  readonly name: string;
  readonly sells: SellingWay;
  /** The machine's own code as the service drew it; `null` where none begins a sale. */
  readonly qrImage: string | null;
  /** Whom a customer may call, E.164; `null` where nobody is named. */
  readonly operatorPhone: string | null;
}

export interface MachineView extends MachineAbout {
  readonly phase: MachinePhase;
  /** Whose turn it is, for the calls that are of one customer's; `null` where nobody is being served. */
  readonly turn: string | null;
  /** How this turn began, whatever the machine offers to the next one; `null` where nobody is being served. */
  readonly began: SellingWay | null;
  /** Why it does not sell, as a code for the operator. */
  readonly code: string | null;
  /** Whether that is its manager's doing. */
  readonly stopped: boolean;
  /** The service does not answer now, so a request could only fail. The till asks by itself until it does. */
  readonly serviceAway: boolean;
  /** This customer's request never began, for the sake of the machine or of its line and not of the customer. */
  readonly notStarted: boolean;
  readonly offers: readonly OfferView[];
  /** What the customer's phone asks for now, and for which age; `null` before and after. */
  readonly asks: { readonly amount: Money; readonly minimumAge: number | null } | null;
  readonly reserved: Money | null;
  /** What of the reservation can still be taken. */
  readonly left: Money | null;
  readonly items: readonly {
    readonly id: string;
    readonly sku: string;
    readonly name: string;
    readonly price: Money;
    /** What stands on the door it comes from. */
    readonly code: string | null;
    readonly state: VendedItem['state'];
  }[];
  /** Read back from the service; `null` before. */
  readonly paid: Money | null;
  readonly released: Money | null;
  /** When this phase ends by itself. */
  readonly until: string | null;
}

/** Until the host has said more: it can only sell what is chosen on its screen. */
const nothingKnown: MachineAbout = { name: '', sells: 'chooseFirst', qrImage: null, operatorPhone: null };

export function machineView(state: TillState, offers: readonly Offer[]): MachineView {
  const sale = currentSale(state);
  const payment = sale === null ? null : currentPayment(sale);
  const { until } = state.machine;
  const code = whyNotSelling(state.machine, offers);
  const phase = phaseOf(sale, payment, code);
  const reserved = payment?.state === 'approved' ? payment.request.amount : null;
  const left = sale === null || reserved === null ? null : leftToTake(sale, reserved);
  const facts = payment !== null && isFinal(payment) ? payment.facts : null;
  const sum = (minor: number): Money | null =>
    payment === null || facts === null ? null : money(minor, payment.request.amount.currency);
  const request = phase === 'asking' && payment !== null ? payment.request : null;
  return {
    ...nothingKnown,
    phase,
    ...turnOf(payment === null ? null : sale),
    code,
    stopped: state.machine.stopped,
    serviceAway: state.service.state === 'down',
    notStarted: payment !== null && isNotStarted(payment),
    offers: offers.map(({ product, stock, minimumAge, code }) => ({
      sku: product.sku,
      name: product.name,
      price: product.price,
      stock,
      minimumAge,
      code,
      takeable:
        phase === 'choosing' &&
        stock > 0 &&
        left !== null &&
        product.price.minor <= left.minor &&
        (minimumAge === null || (payment?.request.minimumAge ?? 0) >= minimumAge),
    })),
    asks: request === null ? null : { amount: request.amount, minimumAge: request.minimumAge ?? null },
    reserved,
    left,
    items: (sale?.vending?.items ?? []).map(({ id, product, state: is }) => ({
      id,
      sku: product.sku,
      name: product.name,
      price: product.price,
      code: offers.find((offer) => offer.product.sku === product.sku)?.code ?? null,
      state: is,
    })),
    paid: sum(facts?.captured ?? 0),
    // What was called off before anybody approved was never reserved.
    released: sum(facts !== null && facts.authorised > 0 ? facts.cancelled : 0),
    until: until === null ? null : isoUtc(until),
  };
}

function turnOf(sale: Sale | null): Pick<MachineView, 'turn' | 'began'> {
  if (sale === null || sale.vending === null) return { turn: null, began: null };
  return { turn: sale.id, began: sale.vending.qrId === null ? 'chooseFirst' : 'scanFirst' };
}

/** What the service refuses because of who asks: too young, a code that is no longer good. Anything else is the till's. */
const refusedToCustomer: readonly Refusal[] = ['cannotSendToNumber', 'codeRefused'];

function isNotStarted({ state, refusal }: Payment): boolean {
  return state === 'refused' && (refusal === null || !refusedToCustomer.includes(refusal));
}

function phaseOf(sale: Sale | null, payment: Payment | null, code: string | null): MachinePhase {
  if (sale?.vending == null || payment === null) return code === null ? 'idle' : 'outOfOrder';
  if (isFinal(payment)) return 'result';
  if (sale.vending.end !== null) return 'settling';
  if (payment.state !== 'approved') return 'asking';
  return sale.vending.items.some(({ state }) => state === 'asked') ? 'dispensing' : 'choosing';
}
