/**
 * `npm run simulate -- [--kind till|machine] [--seeds 1000] [--from 1] [--workers 2] [--write]`: lives so many days of a till
 * with a cashier or of an unattended machine, and audits each.
 * `npm run simulate -- --seed 63` tells the story of one. Ctrl-C ends a run early with what it lived so far.
 * A failure is made as small as can be and told as a story.
 */

import { rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { allCores, makeScratch, runBatch } from './batch.ts';
import { type KindName, kinds } from './kinds.ts';
import { coverageLines, figures, isGood, simulationPage } from './report.ts';
import { prepareScratch, runSeed } from './runSeed.ts';
import { storyOfFailure } from './shrink.ts';
import { sideBySide } from './story.ts';

const { values } = parseArgs({
  options: {
    kind: { type: 'string', default: 'till' },
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    workers: { type: 'string', default: String(allCores) },
    seed: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

const pages = { till: 'docs/simulation.md', machine: 'docs/simulation-machine.md' } as const;

function isKind(name: string): name is KindName {
  return name in kinds;
}

if (!isKind(values.kind)) throw new Error(`--kind is one of ${Object.keys(kinds).join(', ')}`);
const { kind } = values;

async function tell(seed: number): Promise<void> {
  const scratch = makeScratch();
  try {
    await prepareScratch(scratch);
    const story = await storyOfFailure(seed, scratch, kind);
    if (story.length > 0) {
      console.log(story.join('\n'));
      process.exitCode = 1;
      return;
    }
    console.log(sideBySide((await runSeed({ seed, scratch, kind })).story).join('\n'));
    console.log(`seed ${seed} breaks no rule`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function live(): Promise<void> {
  const { from, seeds, workers } = values;
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const batch = await runBatch({
    kind,
    from: Number(from),
    seeds: Number(seeds),
    workers: Number(workers),
    stop: stop.signal,
    onProgress: (done) => {
      if (done % 5000 === 0) console.log(`${done} …`);
    },
  });
  for (const { seed, problems } of batch.failed) console.log(`seed ${seed}: ${problems[0] ?? ''}`);
  const [first] = batch.failed;
  if (first !== undefined) await tell(first.seed);
  console.log(coverageLines(batch).join('\n'));
  console.log(figures(batch));
  if (values.write) writeFileSync(pages[kind], simulationPage(batch));
  if (!isGood(batch)) process.exitCode = 1;
}

await (values.seed === undefined ? live() : tell(Number(values.seed)));
