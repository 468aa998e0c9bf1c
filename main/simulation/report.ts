/** What a batch came to: lines for the terminal and the page `docs/simulation.md`. */

import { cpus, totalmem } from 'node:os';
import type { Batch } from './batch.ts';
import { missing } from './kindOfDay.ts';
import { kinds } from './kinds.ts';

/** One line with the figures. */
export function figures(batch: Batch): string {
  const { seeds, seconds, workers, cpuSeconds, steps, failed } = batch;
  return [
    `${seeds} seeds in ${Math.round(seconds)} s on ${workers} threads`,
    `${rate(seeds / cpuSeconds)} per second and core`,
    `${steps} steps`,
    `${deaths(batch)} deaths of the till`,
    `${failed.length} failed`,
  ].join(', ');
}

/** What was reached, group by group: how many of how many, and the rarest. */
export function coverageLines({ kind, counts, seeds }: Batch): readonly string[] {
  const { demanded, enoughSeeds } = kinds[kind];
  const lines = Object.entries(demanded).map(([group, names]) => {
    const reached = names.filter((name) => (counts.get(name) ?? 0) > 0).length;
    return `${group}: ${reached} of ${names.length}${rarest(names, counts)}`;
  });
  const never = missing(kinds[kind], counts);
  if (never.length === 0) return lines;
  const verdict = seeds >= enoughSeeds ? 'never reached' : `not reached yet (${enoughSeeds} seeds must)`;
  return [...lines, `${verdict}: ${never.join(', ')}`];
}

/** Whether this batch is a proof of anything: nothing failed, and everything was tried. */
export function isGood(batch: Batch): boolean {
  const kind = kinds[batch.kind];
  const tried = batch.seeds < kind.enoughSeeds || missing(kind, batch.counts).length === 0;
  return batch.failed.length === 0 && tried;
}

const openings = {
  till: `# Days of a till, lived by seed

\`npm run simulate -- --seeds N --write\` lives N days and writes this page. A day is a till with its real flows, clients and
journal beside the training service in one process, under one clock; cashier, customers, network, disk, clock and power
supply do their worst by seed; then nothing goes wrong for an hour and a night, and an auditor that shares no code with the
till holds the service's books against the journal and against what every screen said (\`main/simulation\`).`,
  machine: `# Days of an unattended machine, lived by seed

\`npm run simulate -- --kind machine --seeds N --write\` lives N days and writes this page. A day is a machine's till with its
real flows, clients and journal beside the training service in one process, under one clock. At machines with webhooks customers
scan its code, alone or two at once; at the others they choose first and pay by the one-time code on the screen, which somebody
else may scan too, or later from a picture. They approve, decline or forget it; a controller hands out goods and tells of it, or does not, or twice, or too
late, or falls out; network, webhooks, disk, clock and power supply do their worst by seed. Then nothing goes wrong for an
hour and a night, and one more customer comes. The auditor (\`main/simulation/machineAuditor.ts\`) holds the service's books against
the journal and against the goods that fell into somebody's hands: what is captured is what was seen to leave and did leave,
everything else is released, and nobody pays for what they did not get. The reverse happens: a piece that left while nobody
could write it down is given away, and is counted below.`,
} as const;

export function simulationPage(batch: Batch): string {
  const { from, seeds, cpuSeconds, steps, counts, failed } = batch;
  const { demanded, enoughSeeds } = kinds[batch.kind];
  const last = from + seeds - 1;
  return `${openings[batch.kind]}

| | |
| --- | ---: |
| seeds | ${from} to ${last} |
| broken rules | ${failed.length} |
| seeds per second and core | ${rate(seeds / cpuSeconds)} |
| calls of the till to the outside | ${steps} |
| deaths of the till | ${deaths(batch)} |
| machine | ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node} |

${failed.length === 0 ? '' : `${failed.map(({ seed, problems }) => `* seed ${seed}: ${problems[0] ?? ''}`).join('\n')}\n\n`}## What was reached

A run of ${enoughSeeds} seeds or more fails where any row was never reached. A seed that fails is told as a story: the smallest set of
things done to the till that still breaks the rule, and till, service and screen side by side.

${Object.entries(demanded)
  .map(([group, names]) => {
    const rows = names.map((name) => `| ${name} | ${counts.get(name) ?? 0} |`).join('\n');
    return `### ${group}\n\n| | times |\n| --- | ---: |\n${rows}`;
  })
  .join('\n\n')}
`;
}

function deaths({ counts }: Batch): number {
  let sum = counts.get('plug pulled') ?? 0;
  for (const [name, times] of counts) if (/^crash (\S+\.\S+|just started)/.test(name)) sum += times;
  return sum;
}

function rarest(names: readonly string[], counts: Batch['counts']): string {
  const [least] = [...names].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
  return least === undefined ? '' : `, least often ${least} (${counts.get(least) ?? 0})`;
}

function rate(perSecond: number): string {
  return String(Math.round(perSecond));
}
