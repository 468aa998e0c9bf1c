/**
 * Unattended selling: the highest price is reserved first, goods are handed out one by one, and what was handed out is
 * taken of the reservation. The rest goes back. Facts: payments.md 4.8, 4.9; the machine is a controller at the contract.
 */

import { assertNever } from '../kernel/assertNever.ts';
import { type Money, money } from './money.ts';
import type { Product } from './product.ts';
import type { LineId, Sale } from './sale.ts';
import type { SaleEvent } from './saleEvent.ts';

/** One place of the machine that sells one product. */
export interface Slot {
  readonly sku: string;
  readonly stock: number;
  /** Years; `null` where anybody may buy. */
  readonly minimumAge: number | null;
  /** What stands on its door, where something does. */
  readonly code?: string;
}

/** What a machine sells now: a slot with its product out of the catalogue, at the catalogue's price. */
export interface Offer {
  readonly product: Product;
  readonly stock: number;
  readonly minimumAge: number | null;
  readonly code: string | null;
}

/**
 * `dispensed` the controller saw it leave · `failed` it did not · `tooLate` the controller said nothing in time ·
 * `unknown` the power went while it was handed out · `notApproved` chosen first and never approved, so nothing moved.
 * Only what was dispensed is paid for.
 */
export type VendOutcome = 'dispensed' | 'failed' | 'tooLate' | 'unknown' | 'notApproved';

export interface VendedItem {
  readonly id: LineId;
  readonly product: Product;
  readonly state: 'asked' | VendOutcome;
}

/**
 * `done` the customer is finished · `tooLate` nobody chose any more · `fault` the machine is out of order ·
 * `notApproved` the money was never reserved · `restarted` the till or the power went down.
 */
export type VendingEnd = 'done' | 'tooLate' | 'fault' | 'notApproved' | 'restarted';

export interface Vending {
  /** The code that was scanned; `null` where goods were chosen first and paid by a one-time QR. */
  readonly qrId: string | null;
  readonly items: readonly VendedItem[];
  readonly end: VendingEnd | null;
}

/** The till's own codes for a machine that does not sell; every other one is its controller's. */
export const ownCodes = {
  soldOut: 'soldOut',
  /** Its manager has put it out of order. */
  stopped: 'STOPP',
  /** Its controller did not say what came of an item. */
  silent: 'K2',
} as const;

/** The code that its screen shows; `null` while it sells. What was sold out sells again as soon as there is something. */
export function whyNotSelling(
  { outOfOrder, stopped }: { readonly outOfOrder: string | null; readonly stopped: boolean },
  offers: readonly Offer[],
): string | null {
  if (stopped) return ownCodes.stopped;
  return outOfOrder === ownCodes.soldOut && mostOf(offers) !== null ? null : outOfOrder;
}

/** The highest price of what is there, which is what has to be reserved; `null` where nothing is. */
export function mostOf(offers: readonly Offer[]): Money | null {
  const [first, ...rest] = offers.filter(({ stock }) => stock > 0).map(({ product }) => product.price);
  if (first === undefined) return null;
  return rest.reduce((most, price) => (price.minor > most.minor ? price : most), first);
}

/** The oldest age that anything here asks for; `null` where nothing does. */
export function ageOf(offers: readonly Offer[]): number | null {
  const ages = offers.flatMap(({ stock, minimumAge }) =>
    stock > 0 && minimumAge !== null ? [minimumAge] : [],
  );
  return ages.length === 0 ? null : Math.max(...ages);
}

/** What of the reservation is neither handed out nor being handed out. */
export function leftToTake(sale: Sale, reserved: Money): Money {
  const used = (sale.vending?.items ?? [])
    .filter(({ state }) => state === 'dispensed' || state === 'asked')
    .reduce((sum, { product }) => sum + product.price.minor, 0);
  return money(reserved.minor - used, reserved.currency);
}

export type VendEvent = Extract<SaleEvent, { kind: 'vendAsked' | 'vendSettled' | 'vendingEnded' }>;

/** What was handed out becomes a line of the sale, and nothing else does. */
export function vended(sale: Sale, vending: Vending, event: VendEvent): Sale {
  switch (event.kind) {
    case 'vendAsked': {
      const asked = { id: event.item, product: event.product, state: 'asked' } as const;
      return { ...sale, vending: { ...vending, items: [...vending.items, asked] } };
    }
    case 'vendSettled': {
      const item = vending.items.find(({ id, state }) => id === event.item && state === 'asked');
      if (item === undefined) return sale;
      const items = vending.items.map((one) => (one === item ? { ...item, state: event.outcome } : one));
      const line = { id: item.id, product: item.product, quantity: 1, discount: null };
      const lines = event.outcome === 'dispensed' ? [...sale.lines, line] : sale.lines;
      return { ...sale, lines, vending: { ...vending, items } };
    }
    case 'vendingEnded':
      return { ...sale, vending: { ...vending, end: event.why } };
    default:
      return assertNever(event);
  }
}
