/** What happened in a day, as entries with a time and a place, and as a page that puts the three side by side. */

import type { Ledger } from '../training/index.ts';

export interface Entry {
  /** Milliseconds since the day began, on a clock that nobody sets. */
  readonly at: number;
  readonly where: 'till' | 'service' | 'screen';
  readonly what: string;
}

const columns = ['till', 'service', 'screen'] as const;
const width = 52;

/** What the service's own books say happened there. */
export function entriesOf(ledger: Ledger, began: number): readonly Entry[] {
  return ledger.payments.flatMap(({ reference, events }) =>
    events.map(({ at, name, value, success }): Entry => {
      const failed = success ? '' : ' (failed)';
      return { at: at - began, where: 'service', what: `${reference} ${name} ${value}${failed}` };
    }),
  );
}

/** By time; what happened at the same time stays as it was. */
export function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) => a.at - b.at);
}

/** Three columns under a line with their names; a time stands once. */
export function sideBySide(entries: readonly Entry[]): readonly string[] {
  const row = (time: string, cells: readonly string[]) =>
    `${time.padStart(11)}  ${cells.map((cell) => cell.padEnd(width)).join(' ')}`.trimEnd();
  return [
    row('', columns),
    ...entries.map(({ at, where, what }) =>
      row(
        `${at / 1000} s`,
        columns.map((column) => (column === where ? what : '')),
      ),
    ),
  ];
}

/** The page about one failure: the rule, what was done to the till, and the day in three columns. */
export function failurePage(failure: {
  readonly seed: number;
  readonly problems: readonly string[];
  readonly strokes: readonly { readonly id: string; readonly what: string }[];
  readonly strokesBefore: number;
  readonly story: readonly Entry[];
}): readonly string[] {
  const { seed, problems, strokes, strokesBefore, story } = failure;
  return [
    `seed ${seed}`,
    ...problems.slice(0, 5).map((problem) => `  ${problem}`),
    `it takes ${strokes.length} of the ${strokesBefore} things that happened on that day:`,
    ...strokes.map(({ id, what }) => `  ${id}: ${what}`),
    ...sideBySide(story),
  ];
}
