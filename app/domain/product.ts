/** What the store sells, and the price a member pays for it. */

import type { Gtin } from './gtin.ts';
import type { BasisPoints, Money } from './money.ts';

export interface Product {
  /** The store's own article number. */
  readonly sku: string;
  readonly name: string;
  /** Gross price of one unit. */
  readonly price: Money;
  /** Gross price of one unit for members, never above `price`; `null` where members pay the same. */
  readonly memberPrice: Money | null;
  readonly vatRate: BasisPoints;
  readonly barcodes: readonly Gtin[];
}
