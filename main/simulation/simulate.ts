/**
 * `npm run simulate -- [--seeds 1000] [--from 1] [--workers 2] [--write]`: lives so many days of a till and audits each.
 * `npm run simulate -- --seed 63` tells the story of one. Ctrl-C ends a run early with what it lived so far.
 * A failure is made as small as can be and told as a story.
 */

import { rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { allCores, makeScratch, runBatch } from './batch.ts';
import { coverageLines, figures, isGood, simulationPage } from './report.ts';
import { prepareScratch, runSeed } from './runSeed.ts';
import { storyOfFailure } from './shrink.ts';
import { sideBySide } from './story.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    workers: { type: 'string', default: String(allCores) },
    seed: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

async function tell(seed: number): Promise<void> {
  const scratch = makeScratch();
  try {
    await prepareScratch(scratch);
    const story = await storyOfFailure(seed, scratch);
    if (story.length > 0) {
      console.log(story.join('\n'));
      process.exitCode = 1;
      return;
    }
    console.log(sideBySide((await runSeed({ seed, scratch })).story).join('\n'));
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
  if (values.write) writeFileSync('docs/simulation.md', simulationPage(batch));
  if (!isGood(batch)) process.exitCode = 1;
}

await (values.seed === undefined ? live() : tell(Number(values.seed)));
