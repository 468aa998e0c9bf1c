/** Whatever can be read of a damaged journal goes into a new one, goods included. */

import type { Instant } from '../../app/kernel/time.ts';
import { createCatalogue, productIn } from '../catalogue/catalogue.ts';
import { StoreDamaged } from '../journal/faults.ts';
import type { Database } from '../journal/open.ts';
import { openPages } from '../journal/pages.ts';
import { type Salvaged, salvage } from '../journal/salvage.ts';
import { rowsOf, shapeOf } from '../journal/shapes.ts';
import type { Row } from '../journal/sqlite.ts';
import type { Vault } from '../journal/vault.ts';

/** `otherKey`: the file is sealed with another key, and nothing was done. Throws what the new file's disk throws. */
export function salvageFile(
  path: string,
  into: Database,
  given: { readonly vault: Vault; readonly now: Instant },
): Salvaged | 'otherKey' {
  const pages = openPages(path);
  try {
    const saved = salvage(pages, into, given);
    if (saved === 'otherKey') return saved;
    const goods = new Map<unknown, Row>();
    for (const { row, newest } of rowsOf(pages, [shapeOf(into, 'product')]))
      if (newest) goods.set(row['sku'], row);
    const understood = [...goods.values()].flatMap((row) => {
      try {
        return [productIn(row)];
      } catch (error) {
        if (error instanceof StoreDamaged) return [];
        throw error;
      }
    });
    if (understood.length > 0) createCatalogue(into).replace(understood);
    return saved;
  } finally {
    pages.close();
  }
}
