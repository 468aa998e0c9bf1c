/** A damaged journal was set aside: whatever can be read of it goes into the new one, goods included. */

import type { JournalFault } from '../../app/kernel/fault.ts';
import { ok, type Result } from '../../app/kernel/result.ts';
import type { Instant } from '../../app/kernel/time.ts';
import type { Catalogue } from '../../app/ports/Catalogue.ts';
import { productIn } from '../catalogue/catalogue.ts';
import { guarded, StoreDamaged } from '../journal/faults.ts';
import type { Store } from '../journal/open.ts';
import { lastKey, openDamaged, readableRows } from '../journal/readable.ts';
import { type Salvaged, salvage } from '../journal/salvage.ts';
import type { Vault } from '../journal/vault.ts';

export interface SalvageParts {
  readonly store: Store;
  readonly vault: Vault;
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

/** `null`: not even the damaged file's first page can be read, so there was nothing to save. */
export function salvageFile(path: string, parts: SalvageParts): Result<Salvaged | null, JournalFault> {
  const from = openDamaged(() => parts.store.openOther(path));
  if (from === null) return ok(null);
  try {
    const saved = guarded(() => salvage(from, parts.store.database, parts.vault, parts.now));
    if (!saved.ok) return saved;
    const goods = [...readableRows(from, 'product', 'place', lastKey(from, 'product', 'place'))].flatMap(
      (row) => {
        try {
          return [productIn(row)];
        } catch (error) {
          if (error instanceof StoreDamaged) return [];
          throw error;
        }
      },
    );
    const replaced = goods.length === 0 ? ok() : parts.catalogue.replace(goods);
    return replaced.ok ? saved : replaced;
  } finally {
    from.close();
  }
}
