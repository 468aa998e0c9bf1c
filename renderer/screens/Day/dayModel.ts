/** The day as it is drawn: the hours of the chart, shares, what differs in words, what the one button offers. Pure. */

import type { DayReport, HistoryRow } from '../../../app/contract/view.ts';
import { add, type Money, money, subtract, zero } from '../../../app/domain/money.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import type { PrimaryProps } from '../../components/PrimaryButton.tsx';
import { dayPageText } from '../../text/day.ts';
import { fill } from '../../text/language.ts';
import type { Texts } from '../../text/texts.ts';
import { clock } from '../../text/time.ts';
import { withUnit } from '../../text/withUnit.ts';

export type Hour = DayReport['hours'][number];
export type Agreement = NonNullable<DayReport['agreement']>;

/** Every hour from the first with a payment to the last, the empty ones between them too. */
export function hoursBetween(hours: readonly Hour[]): readonly Hour[] {
  const known = new Map(hours.map((one) => [one.hour, one]));
  const from = Math.min(...known.keys());
  const count = known.size === 0 ? 0 : Math.max(...known.keys()) - from + 1;
  return Array.from(
    { length: count },
    (_, index) => known.get(from + index) ?? { hour: from + index, members: 0, others: 0 },
  );
}

/** Where the chart has its lines: round numbers, at most four above zero, none above the highest bar. */
export function ticksTo(peak: number): readonly number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((one) => peak / one < 5) ?? 5000;
  return Array.from({ length: Math.floor(peak / step) + 1 }, (_, index) => index * step);
}

/** Members among the captures of the day; `null` on a day without any. */
export function membersOf(hours: readonly Hour[]) {
  const members = hours.reduce((sum, one) => sum + one.members, 0);
  const others = hours.reduce((sum, one) => sum + one.others, 0);
  const all = members + others;
  return all === 0 ? null : { members, others, percent: Math.round((members / all) * 100) };
}

/** Whether a sale that could not be opened is explained instead: one on no pile any more, e.g. a refund under way, or a machine's. */
export function isExplained({ kind }: Fault): boolean {
  return kind === 'saleUnknown' || kind === 'staffedOnly';
}

/** The longest waiting first: it is the one to resolve next. */
export function oldestFirst(rows: readonly HistoryRow[]): readonly HistoryRow[] {
  return [...rows].sort((a, b) => a.at.localeCompare(b.at));
}

export function totalOf(rows: readonly HistoryRow[], currency: Money['currency']): Money {
  return rows.reduce((sum, row) => add(sum, row.total), zero(currency));
}

export interface ComparedRow {
  readonly what: Agreement['rows'][number]['what'];
  readonly till: Money;
  readonly wallet: Money;
  /** What differs, in a sentence; `null` where both say the same. */
  readonly differs: { readonly sum: string; readonly why: string } | null;
}

export function comparedRows(agreement: Agreement, text: Texts): readonly ComparedRow[] {
  const t = dayPageText[text.language];
  return agreement.rows.map(({ what, till, wallet }) => {
    const by = subtract(till, wallet);
    const side = by.minor > 0 ? 'tillMore' : 'walletMore';
    const sum = t.sumDiffers(withUnit(money(Math.abs(by.minor), by.currency)));
    const differs = by.minor === 0 ? null : { sum, why: fill(t.why[what][side], { w: text.wallet }) };
    return { what, till, wallet, differs };
  });
}

/** Another one once money has moved: a comparison from before is not of these figures any more. */
export function figuresKey(report: DayReport): string {
  const { date, approved, captured, released, refunded } = report;
  return JSON.stringify([date, approved, captured, released, refunded]);
}

export type DayAction = 'read' | 'resolve' | 'close' | 'none';
export type Busy = 'resolve' | 'close' | null;

export interface DayPrimary extends Pick<PrimaryProps, 'look' | 'label' | 'icon'> {
  readonly does: DayAction;
  /** Beside the button: why, or what the closing said. */
  readonly says: string;
}

/** What is open comes first, on whatever day it is looked at; then today is closed. */
export function primaryOf(
  { report, unreadable }: { readonly report: DayReport | null; readonly unreadable: boolean },
  busy: Busy,
  text: Texts,
): DayPrimary {
  const t = dayPageText[text.language];
  const hold = (label: string, says: string, icon: PrimaryProps['icon'] = 'waiting'): DayPrimary => ({
    does: 'none',
    look: 'hold',
    label,
    says,
    icon,
  });
  if (report === null && unreadable) {
    return { does: 'read', look: 'go', label: t.readAgain, icon: 'again', says: '' };
  }
  if (report === null) return hold(t.reading, '');
  const [oldest] = oldestFirst(report.unresolved);
  const { closed } = report;
  const closedSays = closed && (closed.agreed ? t.closedAgreed : t.closedDiffering)(text.wallet);
  if (busy === 'resolve') return hold(t.resolving, t.whenNothingOpen);
  if (busy === 'close') return hold(t.closing, t.comparingSays(text.wallet));
  if (oldest !== undefined) {
    const label = t.resolveSum(withUnit(oldest.total));
    const says = closed ? `${t.closedAt(clock(closed.at))}.` : t.whenNothingOpen;
    return { does: 'resolve', look: 'go', label, icon: 'waiting', says };
  }
  if (closed)
    return hold(t.closedAt(clock(closed.at)), closedSays ?? '', closed.agreed ? 'done' : 'attention');
  if (!report.today) return hold(t.notClosed, t.onlyToday, 'locked');
  return { does: 'close', look: 'go', label: t.close, icon: 'locked', says: t.readyToClose };
}

/** `2026-11-23` as a moment of the machine that shows it, for a date in words. */
export function momentOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day).getTime();
}

export function dayBefore(date: string): string {
  const before = new Date(`${date}T12:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10);
}
