import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addCounts, missing } from './coverage.ts';
import { prepareScratch, runSeed } from './runSeed.ts';

const n = Number(process.argv[2] ?? 200);
const scratch = mkdtempSync(join('/dev/shm', 'klubbkassa-simulation-'));
await prepareScratch(scratch);
const counts = new Map<string, number>();
const t = performance.now();
let failed = 0;
for (let seed = 1; seed <= n; seed += 1) {
  const r = await runSeed({ seed, scratch });
  addCounts(counts, r.counts);
  if (r.problems.length) {
    failed += 1;
    if (failed < 12) console.log(seed, r.problems.slice(0, 3));
  }
}
const s = (performance.now() - t) / 1000;
console.log(n, 'seeds', s, 's', n / s, 'per s', 'failed', failed);
console.log(
  [...counts]
    .sort()
    .map(([a, b]) => `${a}: ${b}`)
    .join('\n'),
);
console.log('MISSING', missing(counts));
rmSync(scratch, { recursive: true });
