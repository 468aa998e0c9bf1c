/** The journal in memory, for tests of flows; it can be made to fail like a full disk. */

import type { DayClosing } from '../domain/day.ts';
import { movementsOf } from '../domain/movement.ts';
import { isUnfinished, type Sale, type SaleId } from '../domain/sale.ts';
import type { SaleEntry } from '../domain/saleEvent.ts';
import { type SaleSummary, summaryOf } from '../domain/saleSummary.ts';
import type { JournalFault } from '../kernel/fault.ts';
import { err, ok } from '../kernel/result.ts';
import type { DayDate } from '../kernel/zone.ts';
import type { HistoryQuery, Journal } from '../ports/Journal.ts';

export interface MemoryJournal extends Journal {
  readonly entries: readonly SaleEntry[];
  /** While set, every write fails so. */
  fault: JournalFault | null;
}

export function memoryJournal(): MemoryJournal {
  const entries: SaleEntry[] = [];
  const sales = new Map<SaleId, Sale>();
  const closings = new Map<DayDate, DayClosing>();
  const of = (saleId: SaleId) => entries.filter((entry) => entry.saleId === saleId);
  const journal: MemoryJournal = {
    entries,
    fault: null,
    append(added, after) {
      if (journal.fault !== null) return err(journal.fault);
      entries.push(...added);
      sales.set(after.id, after);
      return ok();
    },
    unfinished: () => ok([...sales.values()].filter(isUnfinished).map(({ id }) => of(id))),
    sale: (saleId) => ok(of(saleId)),
    saleOf: (reference) =>
      ok(
        [...sales.values()].find(({ payments }) => payments.some((one) => one.reference === reference))?.id ??
          null,
      ),
    saleCount: () => ok(sales.size),
    history: (query) =>
      ok(
        [...sales.values()]
          .map(summaryOf)
          .filter((one) => one !== null)
          .filter((one) => matches(one, query))
          .sort((a, b) => b.at - a.at)
          .slice(0, query.most),
      ),
    movements: (from, to) =>
      ok(
        [...sales.values()]
          .flatMap(movementsOf)
          .filter(({ at }) => at >= from && at < to)
          .sort((a, b) => a.at - b.at),
      ),
    closeDay(closing) {
      if (journal.fault !== null) return err(journal.fault);
      closings.set(closing.date, closing);
      return ok();
    },
    closing: (date) => ok(closings.get(date) ?? null),
  };
  return journal;
}

function matches(one: SaleSummary, query: HistoryQuery): boolean {
  const sums = [one.total.minor, one.captured.minor, one.refunded.minor] as readonly number[];
  return (
    one.at >= (query.from ?? Number.NEGATIVE_INFINITY) &&
    one.at < (query.to ?? Number.POSITIVE_INFINITY) &&
    (query.number === undefined || one.number === query.number) &&
    (query.msisdn === undefined || one.msisdn === query.msisdn) &&
    (query.amount === undefined || sums.includes(query.amount)) &&
    (query.only !== 'unresolved' || one.unresolved) &&
    (query.only !== 'refunded' || one.refunded.minor > 0)
  );
}
