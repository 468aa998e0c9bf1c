/** One of the threads a batch is spread over: lives the seeds it is given and tells what came of them. */

import { parentPort, workerData } from 'node:worker_threads';
import { addCounts } from './coverage.ts';
import { runSeed } from './runSeed.ts';

/** A stretch of seeds to live. */
export interface Stretch {
  readonly from: number;
  readonly count: number;
}

/** What came of a stretch. */
export interface Lived {
  readonly seeds: number;
  readonly steps: number;
  readonly counts: readonly (readonly [string, number])[];
  readonly failed: readonly { readonly seed: number; readonly problems: readonly string[] }[];
  /** Milliseconds of a processor. */
  readonly cpuMs: number;
}

const { scratch } = workerData as { readonly scratch: string };

parentPort?.on('message', async ({ from, count }: Stretch) => {
  const counts = new Map<string, number>();
  const failed: { seed: number; problems: readonly string[] }[] = [];
  const began = process.threadCpuUsage();
  let steps = 0;
  for (let seed = from; seed < from + count; seed += 1) {
    const day = await runSeed({ seed, scratch });
    addCounts(counts, day.counts);
    steps += day.steps;
    if (day.problems.length > 0) failed.push({ seed, problems: day.problems });
  }
  const used = process.threadCpuUsage(began);
  const cpuMs = (used.user + used.system) / 1000;
  const lived: Lived = { seeds: count, steps, counts: [...counts], failed, cpuMs };
  parentPort?.postMessage(lived);
});
