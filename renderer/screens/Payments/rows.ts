/** The list of payments as it is drawn: newest first, under the day they were made where there is more than one. */

import type { HistoryRow } from '../../../app/contract/view.ts';
import type { Money } from '../../../app/domain/money.ts';
import type { ChipProps } from '../../components/Chip.tsx';
import { dayInWords, dayKey } from '../../text/days.ts';
import { paymentsText } from '../../text/payments.ts';
import type { Texts } from '../../text/texts.ts';
import { clock } from '../../text/time.ts';
import { standingChip } from './standing.ts';

export interface RowModel {
  readonly saleId: string;
  readonly time: string;
  readonly chip: ChipProps;
  readonly who: string;
  readonly amount: Money;
}

export interface DayOfRows {
  readonly key: string;
  /** `null` where the whole list is of today and needs no heading. */
  readonly heading: string | null;
  readonly rows: readonly RowModel[];
}

export function daysOfRows(rows: readonly HistoryRow[], text: Texts, now: number): readonly DayOfRows[] {
  const days = new Map<string, HistoryRow[]>();
  for (const row of rows) {
    const key = dayKey(row.at);
    days.set(key, [...(days.get(key) ?? []), row]);
  }
  const onlyToday = days.size === 1 && days.has(dayKey(now));
  return [...days].map(([key, ofDay]) => ({
    key,
    heading: onlyToday ? null : dayInWords(ofDay[0]?.at ?? now, text.language, now),
    rows: ofDay.map((row) => rowModel(row, text)),
  }));
}

function rowModel(row: HistoryRow, text: Texts): RowModel {
  return {
    saleId: row.saleId,
    time: clock(row.at),
    chip: standingChip(row, text),
    who: whoOf(row, text),
    amount: row.total,
  };
}

/** First name and mask, the mask alone, or that a code was scanned by somebody unknown. */
export function whoOf(row: HistoryRow, text: Texts): string {
  const known = [row.name, row.masked].filter((part) => part !== null).join(' ');
  if (known !== '') return known;
  return row.via === 'qr' ? paymentsText[text.language].byQr : '';
}
