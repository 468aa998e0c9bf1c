/** Plants one mistake after the other and lives seeds until an auditor finds it, or does not. */

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { makeScratch } from '../batch.ts';
import { prepareScratch } from '../runSeed.ts';
import { ruleOf } from '../shrink.ts';
import type { Lived } from '../worker.ts';
import type { Mutation } from './mutation.ts';

/** What became of a mistake. */
export interface Found {
  readonly mutation: Mutation;
  /** How many seeds it took; `null`: it was not found. */
  readonly seeds: number | null;
  /** What the auditor said. */
  readonly problem: string | null;
}

/** A mistake must be found within so many seeds. */
export const mostSeeds = 400;

const root = join(import.meta.dirname, '..', '..', '..');
const stretchLength = 25;

/** Every mistake of the list, in its order, some at a time. */
export async function mutateAll(
  mutations: readonly Mutation[],
  workers: number,
  onFound: (found: Found) => void = () => undefined,
): Promise<readonly Found[]> {
  const scratch = makeScratch();
  const found: Found[] = [];
  const waiting = mutations.map((mutation, index) => ({ mutation, index }));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const one = await mutate(next.mutation, join(scratch, String(next.index)));
      found[next.index] = one;
      onFound(one);
    }
  };
  try {
    await Promise.all(Array.from({ length: workers }, work));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return found;
}

/** Why a row of the table is out of date, or `null`. */
export function staleness({ file, from, to }: Mutation): string | null {
  const times = readFileSync(join(root, file), 'utf8').split(from).length - 1;
  if (times !== 1) return `${file} has ${times} times: ${from}`;
  return from === to ? `${file}: nothing would be changed` : null;
}

async function mutate(mutation: Mutation, scratch: string): Promise<Found> {
  const stale = staleness(mutation);
  if (stale !== null) throw new Error(stale);
  const { file, from, to } = mutation;
  await prepareScratch(scratch);
  const worker = new Worker(join(import.meta.dirname, '..', 'worker.ts'), {
    workerData: { scratch, planted: { url: pathToFileURL(join(root, file)).href, from, to } },
    execArgv: ['--import', pathToFileURL(join(import.meta.dirname, 'plant.ts')).href],
  });
  try {
    return await search(mutation, worker);
  } finally {
    await worker.terminate();
  }
}

function search(mutation: Mutation, worker: Worker): Promise<Found> {
  return new Promise((resolve, reject) => {
    let lived = 0;
    const give = () =>
      worker.postMessage({
        from: lived + 1,
        count: stretchLength,
        kind: mutation.kind ?? 'till',
        untilFailure: true,
      });
    worker.on('error', reject);
    worker.on('message', ({ failed, seeds }: Lived) => {
      for (const { seed, problems } of failed) {
        const problem = problems.find((one) => mutation.breaks.includes(ruleOf(one)));
        if (problem !== undefined) return resolve({ mutation, seeds: seed, problem });
      }
      lived += seeds;
      if (lived >= mostSeeds) resolve({ mutation, seeds: null, problem: null });
      else give();
    });
    give();
  });
}
