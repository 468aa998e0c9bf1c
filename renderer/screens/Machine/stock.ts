/** What the manager has changed of the stock and not kept yet, over what the machine says. */

import type { CallInput, ProductFound } from '../../../app/contract/calls.ts';
import type { OfferView } from '../../../app/contract/view.ts';
import type { Money } from '../../../app/domain/money.ts';

export interface StockDraft {
  /** By SKU; what is not here is as the machine says. */
  readonly counts: ReadonlyMap<string, number>;
  readonly added: readonly ProductFound[];
  readonly removed: ReadonlySet<string>;
}

export interface StockRow {
  readonly sku: string;
  /** As it stands on its door; `null` where there is none. */
  readonly code: string | null;
  readonly name: string;
  readonly price: Money;
  readonly count: number;
}

export const untouched: StockDraft = { counts: new Map(), added: [], removed: new Set() };

export const mostInSlot = 999;

/** The machine's goods without those taken away, then the added ones. */
export function rowsOf(offers: readonly OfferView[], draft: StockDraft): readonly StockRow[] {
  const held = offers.map(({ sku, code, name, price, stock }) => ({ sku, code, name, price, count: stock }));
  const added = draft.added
    .filter(({ sku }) => !offers.some((one) => one.sku === sku))
    .map(({ sku, name, price }) => ({ sku, code: null, name, price, count: 0 }));
  return [...held, ...added]
    .filter(({ sku }) => !draft.removed.has(sku))
    .map((row) => ({ ...row, count: draft.counts.get(row.sku) ?? row.count }));
}

export function isTouched({ counts, added, removed }: StockDraft): boolean {
  return counts.size > 0 || added.length > 0 || removed.size > 0;
}

export function counted(draft: StockDraft, sku: string, count: number): StockDraft {
  const whole = Math.min(mostInSlot, Math.max(0, Math.trunc(count)));
  return { ...draft, counts: new Map(draft.counts).set(sku, whole) };
}

/** One that was taken away before comes back as it was. */
export function withAdded(draft: StockDraft, product: ProductFound): StockDraft {
  const removed = new Set(draft.removed);
  removed.delete(product.sku);
  const known = draft.added.some(({ sku }) => sku === product.sku);
  return { ...draft, removed, added: known ? draft.added : [...draft.added, product] };
}

export function without(draft: StockDraft, sku: string): StockDraft {
  const counts = new Map(draft.counts);
  counts.delete(sku);
  return {
    counts,
    added: draft.added.filter((one) => one.sku !== sku),
    removed: new Set(draft.removed).add(sku),
  };
}

/** All that the machine is told: everything about a slot but its number stays as it was. */
export function slotsOf(
  offers: readonly OfferView[],
  draft: StockDraft,
): CallInput<'vending.stock'>['slots'] {
  return rowsOf(offers, draft).map(({ sku, code, count }) => {
    const minimumAge = offers.find((one) => one.sku === sku)?.minimumAge ?? null;
    return {
      sku,
      stock: count,
      ...(minimumAge === null ? {} : { minimumAge }),
      ...(code === null ? {} : { code }),
    };
  });
}
