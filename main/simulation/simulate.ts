/**
 * `npm run simulate -- --seeds 10000 [--from 1]`: lives so many days of a till and audits each. Prints seeds per second,
 * which pairs of call and fault were tried, which endings were reached, and for a failure its seed and its story.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { networkFaults, simulatedCalls } from './network.ts';
import { runSeed } from './runSeed.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    scratch: { type: 'string' },
  },
});

const scratch = values.scratch ?? mkdtempSync(join(tmpdir(), 'klubbkassa-simulation-'));
const first = Number(values.from);
const count = Number(values.seeds);
const tried = new Map<string, number>();
const endings = new Map<string, number>();
let crashes = 0;
let steps = 0;
let failed = 0;
const started = performance.now();

for (let seed = first; seed < first + count; seed += 1) {
  const result = await runSeed({ seed, scratch });
  add(tried, result.tried);
  add(endings, result.endings);
  crashes += result.crashes;
  steps += result.steps;
  if (result.problems.length === 0) continue;
  failed += 1;
  console.log(`seed ${seed}:`);
  for (const problem of result.problems.slice(0, 5)) console.log(`  ${problem}`);
  if (failed === 1) console.log(result.story.join('\n'));
  if (failed >= 10) break;
}
rmSync(scratch, { recursive: true, force: true });

const seconds = (performance.now() - started) / 1000;
const untried = simulatedCalls
  .flatMap((call) => networkFaults.map((fault) => `${call} ${fault}`))
  .filter((pair) => !tried.has(pair));
console.log(
  `${count} seeds in ${Math.round(seconds)} s: ${Math.round(count / seconds)} per second; ${crashes} crashes, ${steps} steps, ${failed} failed`,
);
console.log(
  `endings: ${[...endings]
    .sort()
    .map(([name, times]) => `${name} ${times}`)
    .join(', ')}`,
);
console.log(
  `pairs of call and fault: ${tried.size} tried, never tried: ${untried.length === 0 ? 'none' : untried.join(', ')}`,
);
process.exitCode = failed === 0 ? 0 : 1;

function add(into: Map<string, number>, from: ReadonlyMap<string, number>): void {
  for (const [name, times] of from) into.set(name, (into.get(name) ?? 0) + times);
}
