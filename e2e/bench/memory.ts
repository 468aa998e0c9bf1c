/** What two windows at rest cost in memory and processor time, in turns with a bare application that has two windows too. */

import type { Bench } from './applications.ts';
import { type Figure, type Measured, ratioOf, type Unit } from './figures.ts';
import { canLook, treeUse } from './processTree.ts';
import type { UnderTest } from './underTest.ts';
import { pause, wallNow } from './wallTime.ts';

const part = 'At rest';
const rounds = 3;
const settleMs = 3_000;
const watchMs = 6_000;
const megabyte = 1_000_000;

interface Rest {
  readonly pss: number;
  readonly own: number;
  /** Of one core, percent. */
  readonly cpu: number;
  readonly processes: number;
}

export async function measureMemory(bench: Bench): Promise<Measured> {
  const what = 'memory and processor time at rest';
  if (!canLook)
    return { figures: [], ratios: [], missing: [{ what, why: 'only Linux tells it process by process' }] };
  const home = bench.folder();
  const [bare, till]: [Rest[], Rest[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await atRest(() => bench.bare(2)));
    till.push(await atRest(() => bench.till(home)));
  }
  const figure = (of: 'bare' | 'till', name: 'pss' | 'own' | 'cpu', unit: Unit, says: string): Figure => {
    const [rests, whose] = of === 'bare' ? [bare, 'bare Electron'] : [till, 'till'];
    const key = `rest.${of}.${name}`;
    return {
      key,
      part,
      what: `${whose}, two windows: ${says}`,
      unit,
      values: rests.map((rest) => rest[name]),
    };
  };
  const proportional = 'memory (PSS of all its processes)';
  const own = 'memory of its own alone (USS)';
  const idle = 'processor, of one core';
  const figures = {
    barePss: figure('bare', 'pss', 'MB', proportional),
    tillPss: figure('till', 'pss', 'MB', proportional),
    bareOwn: figure('bare', 'own', 'MB', own),
    tillOwn: figure('till', 'own', 'MB', own),
    bareCpu: figure('bare', 'cpu', '%', idle),
    tillCpu: figure('till', 'cpu', '%', idle),
  };
  return {
    figures: Object.values(figures),
    ratios: [
      ratioOf('till / bare, PSS of two windows', figures.tillPss, figures.barePss),
      ratioOf('till / bare, USS of two windows', figures.tillOwn, figures.bareOwn),
    ],
    missing: [],
  };
}

async function atRest(start: () => Promise<UnderTest>): Promise<Rest> {
  const app = await start();
  try {
    await app.run('', () => null, null);
    await pause(settleMs);
    const [from, before] = [wallNow(), treeUse(app.pid)];
    await pause(watchMs);
    const after = treeUse(app.pid);
    const seconds = (wallNow() - from) / 1000;
    return {
      pss: after.pss / megabyte,
      own: after.own / megabyte,
      cpu: (100 * (after.cpu - before.cpu)) / seconds,
      processes: after.processes,
    };
  } finally {
    await app.close();
  }
}
