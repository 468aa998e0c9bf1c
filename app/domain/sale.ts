/**
 * A sale: its basket, its customer, its payment attempts. A sale is the fold of its events (`saleFold.ts`); this file
 * has its shape and what can be asked of it. The basket is frozen while a payment is open (I7).
 */

import type { Brand } from '../kernel/brand.ts';
import type { Instant } from '../kernel/time.ts';
import type { Customer } from './customer.ts';
import type { Enrolment } from './enrolment.ts';
import {
  add,
  type BasisPoints,
  type Currency,
  type Money,
  money,
  subtract,
  sum,
  times,
  vatOutOf,
} from './money.ts';
import { allowsNewAttempt, isFinal, isPaid, type Payment } from './payment.ts';
import type { Product } from './product.ts';
import type { OutsideRefund, Refund } from './refund.ts';
import type { Vending } from './vending.ts';

export type SaleId = Brand<string, 'SaleId'>;
export type LineId = Brand<string, 'LineId'>;

export type PaidElsewhere = 'card' | 'cash' | 'other';

export interface LineDiscount {
  readonly amount: Money;
  readonly reason: string;
}

export interface Line {
  readonly id: LineId;
  /** As it was when it was added: a later change of the catalogue does not change a basket. */
  readonly product: Product;
  readonly quantity: number;
  readonly discount: LineDiscount | null;
}

/** Something the sale still owes the world after the money is settled; carried out until known done, or refused for good. */
export type Duty = 'none' | 'owed' | 'done' | 'refused';

export interface Sale {
  readonly id: SaleId;
  /** The till's own number of this sale, e.g. `01-000042`, in training `T-01-000042`. */
  readonly number: string;
  readonly currency: Currency;
  readonly openedAt: Instant;
  readonly lines: readonly Line[];
  readonly customer: Customer | null;
  readonly enrolment: Enrolment | null;
  /** Every attempt, oldest first; only the last can be open (I1). */
  readonly payments: readonly Payment[];
  /** What was sent back by this till, oldest first, and what was seen to have been sent back by others. */
  readonly refunds: readonly Refund[];
  readonly outsideRefunds: readonly OutsideRefund[];
  readonly paidElsewhere: PaidElsewhere | null;
  /** Only of a sale without a cashier. */
  readonly vending: Vending | null;
  readonly abandoned: boolean;
  readonly parkedAt: Instant | null;
  /** Whether lines are priced for a member. Set from the membership while the basket is open, kept while frozen. */
  readonly memberPrices: boolean;
  /** The registration of a member's purchase, and the receipt where create did not carry it. */
  readonly purchase: Duty;
  readonly receipt: Duty;
  /** The cashier has moved on: the sale is off the screen for good. */
  readonly left: boolean;
  readonly endedAt: Instant | null;
}

export type SaleState = 'open' | 'paying' | 'paid' | 'paidElsewhere' | 'parked' | 'abandoned';

export const mostQuantity = 999;

export function saleState(sale: Sale): SaleState {
  if (sale.abandoned) return 'abandoned';
  if (sale.paidElsewhere !== null) return 'paidElsewhere';
  const payment = currentPayment(sale);
  if (payment !== null && isPaid(payment)) return 'paid';
  if (sale.vending !== null && sale.vending.end !== null && unresolvedPayment(sale) === null)
    return 'abandoned';
  if (sale.parkedAt !== null) return 'parked';
  return isFrozen(sale) ? 'paying' : 'open';
}

export function currentPayment(sale: Sale): Payment | null {
  return sale.payments.at(-1) ?? null;
}

/** The attempt that may still move, or `null`: the outcome of everything asked for this sale is known. */
export function unresolvedPayment(sale: Sale): Payment | null {
  return sale.payments.find((payment) => !isFinal(payment)) ?? null;
}

/** I7. Also frozen once any money was taken: what was paid for does not change afterwards. */
export function isFrozen(sale: Sale): boolean {
  return sale.payments.some((payment) => !allowsNewAttempt(payment));
}

export function isEnded(sale: Sale): boolean {
  const state = saleState(sale);
  return state === 'paid' || state === 'paidElsewhere' || state === 'abandoned';
}

/** A receipt is of money that was taken, or still may be. */
export function owesReceipt(sale: Sale): boolean {
  const payment = currentPayment(sale);
  return sale.receipt === 'owed' && payment !== null && (isPaid(payment) || !isFinal(payment));
}

/** Whether a restarted till has to do with this sale. The journal keeps an index of these. */
export function isUnfinished(sale: Sale): boolean {
  const moving = unresolvedPayment(sale) !== null || sale.enrolment?.state === 'waiting';
  return !sale.left || moving || sale.purchase === 'owed' || owesReceipt(sale);
}

/** Price of one unit before any discount. */
export function unitPrice(line: Line): Money {
  return line.product.price;
}

/** What membership takes off this line: no more than the cashier's discount leaves. */
export function memberSaving(sale: Pick<Sale, 'memberPrices' | 'currency'>, line: Line): Money {
  const { price, memberPrice } = line.product;
  if (!sale.memberPrices || memberPrice === null) return money(0, sale.currency);
  const left = subtract(times(price, line.quantity), line.discount?.amount ?? money(0, sale.currency));
  const saving = times(subtract(price, memberPrice), line.quantity);
  return left.minor < 0 ? money(0, sale.currency) : saving.minor > left.minor ? left : saving;
}

/** Everything taken off this line: the member's saving and the cashier's discount, never more than its price. */
export function lineDiscount(sale: Pick<Sale, 'memberPrices' | 'currency'>, line: Line): Money {
  const saving = memberSaving(sale, line);
  const off = line.discount === null ? saving : add(saving, line.discount.amount);
  const full = times(unitPrice(line), line.quantity);
  return off.minor > full.minor ? full : off;
}

/** Gross, after discount: what the receipt's line adds up to. */
export function lineTotal(sale: Pick<Sale, 'memberPrices' | 'currency'>, line: Line): Money {
  return subtract(times(unitPrice(line), line.quantity), lineDiscount(sale, line));
}

export function saleTotal(sale: Pick<Sale, 'memberPrices' | 'currency' | 'lines'>): Money {
  return sum(
    sale.lines.map((line) => lineTotal(sale, line)),
    sale.currency,
  );
}

export function saleSaved(sale: Pick<Sale, 'memberPrices' | 'currency' | 'lines'>): Money {
  return sum(
    sale.lines.map((line) => memberSaving(sale, line)),
    sale.currency,
  );
}

/** What the basket would cost less if the customer were a member; zero where prices are a member's already. */
export function wouldSave(sale: Sale): Money {
  if (sale.memberPrices) return money(0, sale.currency);
  return saleSaved({ ...sale, memberPrices: true });
}

export interface VatRow {
  readonly rate: BasisPoints;
  readonly gross: Money;
  readonly net: Money;
  readonly vat: Money;
}

/** VAT by rate, highest first, computed line by line so that it agrees with the receipt. */
export function vatRows(sale: Pick<Sale, 'memberPrices' | 'currency' | 'lines'>): readonly VatRow[] {
  const rates = [...new Set(sale.lines.map((line) => line.product.vatRate))].sort((a, b) => b - a);
  return rates.map((rate) => {
    const totals = sale.lines
      .filter((line) => line.product.vatRate === rate)
      .map((line) => lineTotal(sale, line));
    const gross = sum(totals, sale.currency);
    const vat = sum(
      totals.map((total) => vatOutOf(total, rate)),
      sale.currency,
    );
    return { rate, gross, vat, net: subtract(gross, vat) };
  });
}
