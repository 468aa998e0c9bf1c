/** What a simulated machine holds, and what it costs; one of its goods is not for everybody. */

import type { Slot } from '../../app/domain/vending.ts';
import type { Chance } from './chance.ts';
import { goodsForSale } from './goods.ts';

export const slots: readonly Slot[] = [
  { sku: '1001', stock: 3, minimumAge: null },
  { sku: '1002', stock: 5, minimumAge: 18 },
  { sku: '2001', stock: 8, minimumAge: null },
  { sku: '3001', stock: 20, minimumAge: null },
];

/** As the controller tells that it has been filled. */
export const refill = slots.map(({ minimumAge, ...slot }) =>
  minimumAge === null ? slot : { ...slot, minimumAge },
);

/** By somebody who had not everything at hand. */
export function refillInPart(chance: Chance) {
  return refill.map((slot) => ({ ...slot, stock: chance.below(slot.stock + 1) }));
}

export const skus = slots.map(({ sku }) => sku);

/** Minor units, by product. */
export const prices: ReadonlyMap<string, number> = new Map(
  skus.map((sku) => [sku, goodsForSale().bySku(sku)?.price.minor ?? Number.NaN]),
);

/** Years, by product; only of those that are not for everybody. */
export const ages: ReadonlyMap<string, number> = new Map(
  slots.flatMap(({ sku, minimumAge }) => (minimumAge === null ? [] : [[sku, minimumAge]])),
);
