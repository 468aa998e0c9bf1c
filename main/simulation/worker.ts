/** One of the threads a batch is spread over: lives the seeds it is given and tells what came of them. */

import { parentPort, workerData } from 'node:worker_threads';
import { addCounts } from './coverage.ts';
import type { KindName } from './kinds.ts';
import { runSeed } from './runSeed.ts';

/** A stretch of seeds to live. */
export interface Stretch {
  readonly from: number;
  readonly count: number;
  readonly kind: KindName;
  /** Whether to stop after the first day that broke a rule. */
  readonly untilFailure?: boolean;
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

const { scratch }: { readonly scratch: string } = workerData;

parentPort?.on('message', async ({ from, count, kind, untilFailure = false }: Stretch) => {
  const counts = new Map<string, number>();
  const failed: { seed: number; problems: readonly string[] }[] = [];
  const began = process.threadCpuUsage();
  let steps = 0;
  let seeds = 0;
  for (let seed = from; seed < from + count && !(untilFailure && failed.length > 0); seed += 1) {
    const day = await runSeed({ seed, scratch, kind });
    addCounts(counts, day.counts);
    steps += day.steps;
    seeds += 1;
    if (day.problems.length > 0) failed.push({ seed, problems: day.problems });
  }
  const used = process.threadCpuUsage(began);
  const cpuMs = (used.user + used.system) / 1000;
  const lived: Lived = { seeds, steps, counts: [...counts], failed, cpuMs };
  parentPort?.postMessage(lived);
});
