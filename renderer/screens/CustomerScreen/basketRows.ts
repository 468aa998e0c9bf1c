/** The part of the basket that the customer sees: the newest lines, and how many older ones are not shown. */

import type { DisplayLine } from '../../../app/contract/view.ts';

/** guide.md 9: last five lines, older ones counted. */
export const linesShown = 5;

export interface BasketRow {
  /** Place in the whole basket, from 1: what tells two equal lines apart. */
  readonly place: number;
  readonly line: DisplayLine;
}

export interface BasketRows {
  readonly older: number;
  readonly rows: readonly BasketRow[];
}

export function basketRows(lines: readonly DisplayLine[]): BasketRows {
  const older = Math.max(0, lines.length - linesShown);
  return { older, rows: lines.slice(older).map((line, index) => ({ place: older + index + 1, line })) };
}

/** Whether the price before is shown struck beside the price now. */
export function isReduced(line: DisplayLine): boolean {
  return line.before.minor > line.total.minor;
}
