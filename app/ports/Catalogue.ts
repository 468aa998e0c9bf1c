/** The store's goods. Embedded and indexed, so every method answers at once: no network in the basket's path. */

import type { Gtin } from '../domain/gtin.ts';
import type { Product } from '../domain/product.ts';
import type { JournalFault } from '../kernel/fault.ts';
import type { Result } from '../kernel/result.ts';

export interface Catalogue {
  bySku(sku: string): Product | null;
  byBarcode(gtin: Gtin): Product | null;
  /** Best matches first: every word of the text begins a word of the name, or the text begins the sku or a barcode. */
  search(text: string, limit: number): readonly Product[];
  /** Replaces the whole catalogue in one step; the old one stays whole until the new one is. */
  replace(products: readonly Product[]): Result<void, JournalFault>;
  count(): number;
}
