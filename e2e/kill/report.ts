/** A run of kills in words: for the terminal, and as the page of figures. */

import type { MachineFacts } from '../bench/machine.ts';
import type { RunResult } from './run.ts';

const hostNames = { headless: 'Headless', electron: 'Electron', unattended: 'Unattended' } as const;

export function neverHit(run: RunResult): readonly string[] {
  return [...run.hits].filter(([, times]) => times === 0).map(([name]) => name);
}

export function onTerminal(run: RunResult): string {
  const width = Math.max(...[...run.hits, ...run.endings].map(([name]) => name.length));
  const row = ([name, times]: readonly [string, number]) =>
    `  ${name.padEnd(width)}  ${String(times).padStart(5)}`;
  return [
    `${hostNames[run.host]}, seed ${run.seed}: ${summary(run)}`,
    'killed at:',
    ...[...run.hits].map(row),
    'ended with:',
    ...sorted(run.endings).map(row),
    ...run.findings.map(({ shift, what }) => `FINDING in shift ${shift}: ${what}`),
    ...storyOf(run),
    ...neverHit(run).map((name) => `NEVER HIT: ${name}`),
  ].join('\n');
}

/** Only the first story: where several shifts fail, it is mostly for the same reason. */
function storyOf({ findings }: RunResult): readonly string[] {
  const first = findings[0];
  return first === undefined ? [] : [`the story of shift ${first.shift}:`, ...first.story];
}

function summary(run: RunResult): string {
  const { kills, seconds, shifts, sales, payments, inVain, findings } = run;
  const pace = Math.round((60 * kills) / seconds);
  return `${kills} kills in ${Math.round(seconds)} s (${pace} a minute), ${shifts} data folders, ${sales} sales, ${payments} payments, ${inVain} instants waited for in vain, ${findings.length} findings`;
}

export function asPage(
  runs: readonly RunResult[],
  about: {
    readonly day: string;
    readonly machine: MachineFacts;
    readonly before: string;
    readonly after: string;
  },
): string {
  const { cores, processor, memoryGB, system, node, electron } = about.machine;
  const runtime = electron === null ? 'no Electron' : `Electron ${electron}`;
  return [
    about.before.trim(),
    '',
    `## Figures of ${about.day}`,
    '',
    `${cores} cores (${processor}), ${memoryGB} GB, ${system}, Node ${node}, ${runtime}.`,
    '',
    ...runs.flatMap((run) => [`- **${hostNames[run.host]}**, seed ${run.seed}: ${summary(run)}.`]),
    '',
    ...tableOf('Killed at', runs, ({ hits }) => hits, false),
    '',
    ...tableOf('Ended with', runs, ({ endings }) => endings, true),
    '',
    about.after.trim(),
    '',
  ].join('\n');
}

function tableOf(
  title: string,
  runs: readonly RunResult[],
  of: (run: RunResult) => ReadonlyMap<string, number>,
  inOrder: boolean,
): readonly string[] {
  const names = [...new Set(runs.flatMap((run) => [...of(run).keys()]))];
  if (inOrder) names.sort();
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line([title, ...runs.map(({ host }) => hostNames[host])]),
    line(['---', ...runs.map(() => '---:')]),
    ...names.map((name) => line([name, ...runs.map((run) => String(of(run).get(name) ?? 0))])),
  ];
}

function sorted(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
