/** A few things to sell in a simulated world. */

import { basisPoints, money } from '../../app/domain/money.ts';
import type { Product } from '../../app/domain/product.ts';
import { ok } from '../../app/kernel/result.ts';
import type { Catalogue } from '../../app/ports/Catalogue.ts';

const products: readonly Product[] = [
  ['1001', 'Ulltrøye', 59_900, 47_900, 2500],
  ['1002', 'Termos', 34_900, null, 2500],
  ['2001', 'Turmat', 11_900, 10_900, 1500],
  ['3001', 'Bærepose', 300, null, 2500],
].map(([sku, name, price, member, rate]) => ({
  sku: String(sku),
  name: String(name),
  price: money(Number(price), 'NOK'),
  memberPrice: member === null ? null : money(Number(member), 'NOK'),
  vatRate: basisPoints(Number(rate)),
  barcodes: [],
}));

export function goodsForSale(): Catalogue {
  return {
    bySku: (sku) => products.find((one) => one.sku === sku) ?? null,
    byBarcode: () => null,
    search: () => products,
    replace: () => ok(),
    count: () => products.length,
  };
}
