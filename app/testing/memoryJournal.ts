/** The journal in memory, for tests of flows; it can be made to fail like a full disk. */

import type { SaleId } from '../domain/sale.ts';
import type { SaleEntry } from '../domain/saleEvent.ts';
import type { JournalFault } from '../kernel/fault.ts';
import { err, ok } from '../kernel/result.ts';
import type { Journal } from '../ports/Journal.ts';

export interface MemoryJournal extends Journal {
  readonly entries: readonly SaleEntry[];
  /** While set, every write fails so. */
  fault: JournalFault | null;
}

export function memoryJournal(): MemoryJournal {
  const entries: SaleEntry[] = [];
  const unfinished = new Map<SaleId, boolean>();
  const of = (saleId: SaleId) => entries.filter((entry) => entry.saleId === saleId);
  const journal: MemoryJournal = {
    entries,
    fault: null,
    append(added, isUnfinished) {
      if (journal.fault !== null) return err(journal.fault);
      entries.push(...added);
      for (const { saleId } of added) unfinished.set(saleId, isUnfinished);
      return ok();
    },
    unfinished: () => ok([...unfinished].filter(([, open]) => open).map(([saleId]) => of(saleId))),
    sale: (saleId) => ok(of(saleId)),
    saleCount: () => ok(unfinished.size),
  };
  return journal;
}
