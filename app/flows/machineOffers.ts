/** What an unattended machine sells now: its stock at the catalogue's prices; and filling it. */

import type { Money } from '../domain/money.ts';
import type { Product } from '../domain/product.ts';
import type { Offer, Slot } from '../domain/vending.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Book } from './book.ts';

export type Refill = readonly {
  readonly sku: string;
  readonly stock: number;
  readonly minimumAge?: number | null;
  readonly code?: string | null;
}[];

export function offersOf(book: Book): readonly Offer[] {
  const { stock, catalogue } = book.ports;
  return stock.slots().flatMap(({ sku, stock: left, minimumAge, code = null }) => {
    const product = catalogue.bySku(sku);
    const sells = product !== null && product.price.currency === book.config.currency;
    return sells ? [{ product, stock: left, minimumAge, code }] : [];
  });
}

/** `null` where there is none of it left. */
export function offerOf(book: Book, sku: string): Offer | null {
  return offersOf(book).find(({ product, stock }) => product.sku === sku && stock > 0) ?? null;
}

export function isAnythingWithin(offers: readonly Offer[], left: Money): boolean {
  return offers.some(({ product, stock }) => stock > 0 && product.price.minor <= left.minor);
}

/** At the price that is shown and reserved: a machine knows no members. */
export function asShown({ product }: Offer): Product {
  return { ...product, memberPrice: null };
}

export function isForAll({ minimumAge }: Offer): boolean {
  return minimumAge === null;
}

/** Who counts need not know of age limits and doors: of what they leave out the last word stands. */
function filled({ sku, stock, minimumAge, code }: Refill[number], before: Slot | undefined): Slot {
  const age = minimumAge === undefined ? (before?.minimumAge ?? null) : minimumAge;
  const door = code === undefined ? before?.code : code;
  return { sku, stock, minimumAge: age, ...(door == null ? {} : { code: door }) };
}

/** Answers which of it is not sold, since the price list does not know it or has it in another currency. */
export function fillMachine(book: Book, slots: Refill): Result<{ notSold: readonly string[] }> {
  const known = new Map(book.ports.stock.slots().map((slot) => [slot.sku, slot]));
  const kept = book.ports.stock.replace(slots.map((told) => filled(told, known.get(told.sku))));
  if (!kept.ok) return kept;
  // The screens are told.
  book.change({ machine: book.state().machine });
  const sold = new Set(offersOf(book).map(({ product }) => product.sku));
  return ok({ notSold: slots.map(({ sku }) => sku).filter((sku) => !sold.has(sku)) });
}
