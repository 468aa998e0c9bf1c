/**
 * `npm run mutations [-- --only text] [--write]`: plants each mistake of the table and shows how many seeds it took to find it.
 * With `--write` the page `docs/mutations.md` is written.
 */

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { allCores } from '../batch.ts';
import { type Found, mostSeeds, mutateAll } from './mutate.ts';
import { mutationsPage } from './page.ts';
import { mutations } from './table.ts';

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, write: { type: 'boolean', default: false } },
});

function tell({ mutation, seeds, problem }: Found): void {
  console.log(
    seeds === null
      ? `SURVIVED ${mostSeeds} seeds: ${mutation.name}`
      : `${String(seeds).padStart(4)} seeds: ${mutation.name}\n             ${problem ?? ''}`,
  );
}

const chosen = mutations.filter(({ name }) => name.includes(values.only));
const found = await mutateAll(chosen, allCores, tell);
const survivors = found.filter(({ seeds }) => seeds === null);
console.log(`${found.length - survivors.length} of ${found.length} found`);
if (values.write) writeFileSync('docs/mutations.md', mutationsPage(found));
if (survivors.length > 0) process.exitCode = 1;
