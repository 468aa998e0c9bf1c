/** The figures for people: a table on the terminal and a page in `docs`. No figure is ever written by hand. */

import { type Figure, type Measured, type Ratio, spreadOf, type Unit } from './figures.ts';
import type { MachineFacts } from './machine.ts';

export interface Run {
  readonly day: string;
  readonly took: number;
  readonly machine: MachineFacts;
  readonly measured: Measured;
}

const head = ['', 'n', 'median', 'min', 'max', 'p95', 'p99'] as const;
const ratioHead = ['', 'of the medians', 'least of a pair', 'largest of a pair'] as const;

export function onTerminal({ machine, measured, took }: Run): string {
  const rows = measured.figures.map(cellsOf);
  return [
    factsOf(machine),
    '',
    ...columns([[...head], ...rows]),
    '',
    ...columns([[...ratioHead], ...measured.ratios.map(ratioCells)]),
    ...measured.missing.map(({ what, why }) => `Missing: ${what}: ${why}.`),
    `Measured in ${Math.round(took)} s.`,
  ].join('\n');
}

export function asPage({ day, machine, measured }: Run, words: { before: string; after: string }): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = (first: readonly string[], rows: readonly (readonly string[])[]) => [
    line(first),
    line(first.map((_, index) => (index === 0 ? '---' : '---:'))),
    ...rows.map(line),
  ];
  return [
    words.before.trim(),
    '',
    `## Figures of ${day}`,
    '',
    factsOf(machine),
    '',
    ...table(head, measured.figures.map(cellsOf)),
    '',
    ...table(ratioHead, measured.ratios.map(ratioCells)),
    '',
    ...measured.missing.map(({ what, why }) => `- Missing: ${what}: ${why}.\n`),
    words.after.trim(),
    '',
  ].join('\n');
}

function factsOf(machine: MachineFacts): string {
  const { cores, processor, memoryGB, system, node, electron, load } = machine;
  const runtime = electron === null ? 'no Electron' : `Electron ${electron}`;
  return `${cores} cores (${processor}), ${memoryGB} GB, ${system}, Node ${node}, ${runtime}, load ${load} before the start`;
}

function cellsOf({ part, what, unit, values }: Figure): readonly string[] {
  const { n, median, min, max, p95, p99 } = spreadOf(values);
  const spread = n === 1 ? [null, null] : [min, max];
  return [
    `${part}: ${what}`,
    String(n),
    ...[median, ...spread, p95, p99].map((value) => (value === null ? '' : shown(value, unit))),
  ];
}

function shown(value: number, unit: Unit): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${unit}`;
}

function ratioCells({ part, what, ratio, pairs }: Ratio): readonly string[] {
  const spread = pairs === null ? ['', ''] : [times(pairs.min), times(pairs.max)];
  return [`${part}: ${what}`, times(ratio), ...spread];
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** As `test-results/bench.json` has it: every value, so that runs can be compared later. */
export function asJson({ day, took, machine, measured }: Run): string {
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  const figures = measured.figures.map((figure) => ({
    ...figure,
    spread: spreadOf(figure.values),
    values: figure.values.map(rounded),
  }));
  return `${JSON.stringify({ day, took, machine, figures, ratios: measured.ratios, missing: measured.missing }, null, 2)}\n`;
}
