/** The simulation is only worth something if it finds what is wrong: mistakes planted in the till's source are found. */

import { expect, it } from 'vitest';
import { allCores } from '../batch.ts';
import { mostSeeds, mutateAll, staleness } from './mutate.ts';
import { mutations } from './table.ts';

const minutes = 60_000;

it.each(mutations)('the source has the one line of: $name', (mutation) => {
  expect(staleness(mutation)).toBeNull();
});

it(
  `each of ${mutations.length} planted mistakes is found within ${mostSeeds} seeds, by a rule it breaks`,
  async () => {
    const found = await mutateAll(mutations, allCores);
    expect(found.filter(({ seeds }) => seeds === null).map(({ mutation }) => mutation.name)).toEqual([]);
  },
  10 * minutes,
);
