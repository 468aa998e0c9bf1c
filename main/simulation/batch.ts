/** Many seeds over several threads, and what they came to together. */

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { addCounts, type Counts } from './coverage.ts';
import type { KindName } from './kinds.ts';
import { prepareScratch } from './runSeed.ts';
import type { Lived, Stretch } from './worker.ts';

export interface Batch {
  readonly kind: KindName;
  readonly from: number;
  readonly seeds: number;
  readonly workers: number;
  readonly steps: number;
  readonly counts: Counts;
  readonly failed: Lived['failed'];
  readonly seconds: number;
  /** Seconds of a processor that the seeds took, all threads together. */
  readonly cpuSeconds: number;
}

/** So many seeds go to a thread at a time. */
const stretchLength = 20;
/** Young objects are most of a day; with room for them they are gone before anybody looks. */
const youngMegabytes = 64;

export const allCores = availableParallelism();

/** Where journals are made: a memory disk where there is one, since power cuts here are deaths of a till and not of a disk. */
export function makeScratch(): string {
  const memory = '/dev/shm';
  return mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'klubbkassa-simulation-'));
}

/** Lives `seeds` days from seed `from` on. Stops early where so many have failed that more would say nothing new. */
export async function runBatch(options: {
  readonly from: number;
  readonly seeds: number;
  readonly workers: number;
  /** With a cashier unless told. */
  readonly kind?: KindName;
  readonly mostFailures?: number;
  readonly onProgress?: (done: number) => void;
  /** Ends the batch early: the stretches under way are lived to their end, and what was lived is the answer. */
  readonly stop?: AbortSignal;
}): Promise<Batch> {
  const { from, seeds, kind = 'till', mostFailures = 10 } = options;
  const workers = Math.max(1, Math.min(options.workers, Math.ceil(seeds / stretchLength)));
  const scratch = makeScratch();
  await prepareScratch(scratch);
  const counts = new Map<string, number>();
  const failed: Lived['failed'][number][] = [];
  const began = performance.now();
  let next = from;
  let done = 0;
  let steps = 0;
  let cpuMs = 0;

  function nextStretch(): Stretch | null {
    const left = from + seeds - next;
    if (left <= 0 || failed.length >= mostFailures || options.stop?.aborted) return null;
    const stretch = { from: next, count: Math.min(stretchLength, left), kind };
    next += stretch.count;
    return stretch;
  }

  function take(lived: Lived): void {
    addCounts(counts, lived.counts);
    failed.push(...lived.failed);
    done += lived.seeds;
    steps += lived.steps;
    cpuMs += lived.cpuMs;
    options.onProgress?.(done);
  }

  try {
    await Promise.all(Array.from({ length: workers }, () => oneThread(scratch, nextStretch, take)));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  const seconds = (performance.now() - began) / 1000;
  failed.sort((a, b) => a.seed - b.seed);
  return { kind, from, seeds: done, workers, steps, counts, failed, seconds, cpuSeconds: cpuMs / 1000 };
}

/** Hands stretches to one thread until there are none left. */
function oneThread(
  scratch: string,
  nextStretch: () => Stretch | null,
  take: (lived: Lived) => void,
): Promise<void> {
  const worker = new Worker(join(import.meta.dirname, 'worker.ts'), {
    workerData: { scratch },
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    const give = () => {
      const stretch = nextStretch();
      if (stretch === null) void worker.terminate().then(() => resolve());
      else worker.postMessage(stretch);
    };
    worker.on('error', reject);
    worker.on('message', (lived: Lived) => {
      take(lived);
      give();
    });
    give();
  });
}
