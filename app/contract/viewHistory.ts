/** Old sales and the day's figures as the pages receive them. Numbers are masked here, before anything leaves the till. */

import type { Agreement, Day } from '../domain/day.ts';
import { mask } from '../domain/msisdn.ts';
import type { SaleSummary } from '../domain/saleSummary.ts';
import { assertNever } from '../kernel/assertNever.ts';
import { isoUtc } from '../kernel/time.ts';
import type { DayReport, HistoryRow, Standing } from './viewRecords.ts';

export function historyRow(one: SaleSummary): HistoryRow {
  return {
    saleId: one.saleId,
    number: one.number,
    at: isoUtc(one.at),
    standing: standingOf(one),
    unresolved: one.unresolved,
    // Of a machine's reservation only what was taken was paid; of everything else that is the whole.
    total: one.state === 'paid' ? one.captured : one.total,
    captured: one.captured,
    refunded: one.refunded,
    masked: one.msisdn === null ? null : mask(one.msisdn),
    name: one.memberName,
    via: one.via,
    reference: one.reference,
  };
}

function standingOf(one: SaleSummary): Standing {
  if (one.paidElsewhere !== null || one.payment === null) return 'paidElsewhere';
  switch (one.payment) {
    case 'captured':
      if (one.state === 'paid') return 'paid';
      return one.captured.minor < one.total.minor ? 'capturedInPart' : 'capturedOtherwise';
    case 'intended':
    case 'waiting':
      return 'waiting';
    case 'cancelled':
      return one.released ? 'released' : 'cancelled';
    case 'approved':
    case 'cancelling':
    case 'declined':
    case 'expired':
    case 'refused':
    case 'partlyRefunded':
    case 'refunded':
      return one.payment;
    default:
      return assertNever(one.payment);
  }
}

export function dayReport(day: Day, agreement: Agreement | null): DayReport {
  const { figures, closing, today, unresolved } = day;
  return {
    ...figures,
    today,
    unresolved: unresolved.map(historyRow),
    closed: closing === null ? null : { at: isoUtc(closing.at), agreed: closing.agreed },
    agreement,
  };
}
