/** From the start of the process to a till that can be used, in turns with a bare Electron application. */

import type { Bench } from './applications.ts';
import { type Figure, type Measured, ratioOf } from './figures.ts';
import type { UnderTest } from './underTest.ts';

const rounds = 7;
const roundsOfOthers = 3;
const part = 'Cold start';

export async function measureColdStart(bench: Bench): Promise<Measured> {
  const home = bench.folder();
  const [bare, till, alone, empty] = [newSeries(), newSeries(), newSeries(), newSeries()];

  await once(() => bench.bare(1));
  await once(() => bench.till(home));
  for (let round = 0; round < rounds; round += 1) {
    bare.add(await once(() => bench.bare(1)));
    till.add(await once(() => bench.till(home)));
  }
  for (let round = 0; round < roundsOfOthers; round += 1) {
    alone.add(await once(() => bench.till(home, { alone: true })));
    empty.add(await once(() => bench.till(bench.folder(), { alone: true })));
  }

  const figures = {
    barePainted: bare.figure(
      'start.bare.painted',
      'bare Electron, one window: its button painted',
      'painted',
    ),
    bareUsable: bare.figure('start.bare.usable', 'bare Electron, one window: its key answered', 'answered'),
    tillPainted: till.figure('start.till.painted', 'till, two windows: primary button painted', 'painted'),
    tillUsable: till.figure('start.till.usable', 'till, two windows: primary answers its key', 'answered'),
    alone: alone.figure(
      'start.training.usable',
      'till in training: three windows, service inside',
      'answered',
    ),
    empty: empty.figure('start.empty.usable', 'the same on an empty data folder', 'answered'),
  };
  return {
    figures: Object.values(figures),
    ratios: [
      ratioOf('till / bare, button painted', figures.tillPainted, figures.barePainted),
      ratioOf('till / bare, usable', figures.tillUsable, figures.bareUsable),
    ],
    missing: [],
  };
}

async function once(start: () => Promise<UnderTest>): Promise<UnderTest> {
  const app = await start();
  await app.close();
  return app;
}

function newSeries() {
  const runs: UnderTest[] = [];
  return {
    add: (run: UnderTest) => void runs.push(run),
    figure(key: string, what: string, mark: 'painted' | 'answered'): Figure {
      const values = runs.map((run) => run.usable[mark] - run.spawnedAt);
      return { key, part, what, unit: 'ms', values };
    },
  };
}
