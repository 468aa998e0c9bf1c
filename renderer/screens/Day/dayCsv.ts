/**
 * The day as a table for a spreadsheet: the figures, the comparison, the hours, the reasons and what is open. Semicolons
 * and decimal commas, as the spreadsheets of these markets read them without being asked.
 */

import type { DayReport } from '../../../app/contract/view.ts';
import type { Money } from '../../../app/domain/money.ts';
import { dayPageText } from '../../text/day.ts';
import { paymentsText } from '../../text/payments.ts';
import type { Texts } from '../../text/texts.ts';
import { type Agreement, hoursBetween } from './dayModel.ts';

type Cell = string | number | Money | null;

export function dayCsv(report: DayReport, agreement: Agreement | null, text: Texts): string {
  const t = dayPageText[text.language];
  const { standings } = paymentsText[text.language];
  const title = t.title(text.wallet);
  const rows: Cell[][] = [
    [t.csv.part, t.csv.what, t.till, text.wallet, t.csv.count],
    [title, t.csv.day, report.date],
    ...(report.closed ? [[title, t.csv.closed, report.closed.at]] : []),
    ...(['approved', 'captured', 'released', 'refunded'] as const).map((what) => [
      title,
      t.rows[what],
      report[what].sum,
      null,
      report[what].count,
    ]),
    [title, t.net, report.net],
    ...(agreement?.rows ?? []).map(({ what, till, wallet }) => [
      t.comparison(text.wallet),
      t.rows[what],
      till,
      wallet,
    ]),
    ...(agreement ? [[t.comparison(text.wallet), t.csv.unread, null, null, agreement.unread]] : []),
    ...hoursBetween(report.hours).flatMap(({ hour, members, others }) => [
      [t.perHour, `${hourName(hour)} ${t.members}`, null, null, members],
      [t.perHour, `${hourName(hour)} ${t.others}`, null, null, others],
    ]),
    ...report.refundsByReason.map(({ reason, sum }) => [t.byReason, reason ?? t.outside, sum]),
    ...report.unresolved.map((row) => [
      t.toResolve,
      `${row.number} ${row.at} ${standings[row.standing]}`,
      row.total,
    ]),
  ];
  return rows
    .map((row) => Array.from({ length: 5 }, (_, at) => written(row[at] ?? null)).join(';'))
    .join('\r\n');
}

export function hourName(hour: number): string {
  return String(hour).padStart(2, '0');
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return decimal(cell.minor);
  // A text that begins like a formula would be one: reasons are typed by people.
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function decimal(minor: number): string {
  const absolute = Math.abs(minor);
  const whole = Math.floor(absolute / 100);
  return `${minor < 0 ? '-' : ''}${whole},${String(absolute % 100).padStart(2, '0')}`;
}
