/** What a simulated machine holds, and what it costs; one of its goods is not for everybody. */

import type { Slot } from '../../app/domain/vending.ts';
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

export const skus = slots.map(({ sku }) => sku);

/** Minor units, by product. */
export const prices: ReadonlyMap<string, number> = new Map(
  skus.map((sku) => [sku, goodsForSale().bySku(sku)?.price.minor ?? Number.NaN]),
);
