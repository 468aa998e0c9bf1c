/**
 * `npm run kill -- [--kills 300] [--seed 1] [--host headless|electron|both]`: kills the built till again and again, at named
 * instants and at random, and audits what is left. It fails on a finding, and where an instant was never hit. With `--write`
 * it writes `docs/kills.md`.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machineFacts } from '../bench/machine.ts';
import { findElectron } from '../runner/electron.ts';
import { prepareMachine } from '../runner/machine.ts';
import { electronHost, headlessHost, type KillHost } from './hosts.ts';
import { asPage, neverHit, onTerminal } from './report.ts';
import { type RunResult, runKills } from './run.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    seed: { type: 'string', default: '1' },
    host: { type: 'string', default: 'headless' },
    write: { type: 'boolean', default: false },
  },
});

const hosts = {
  headless: { kills: 300, open: async () => headlessHost() },
  electron: { kills: 40, open: electronHost },
} as const satisfies Record<KillHost['name'], { kills: number; open(): Promise<KillHost> }>;

const built = ['dist/main/headless.js', 'dist/main/training.js', 'dist/first/first.cjs', 'dist/renderer'];

async function main(): Promise<void> {
  const notBuilt = built.filter((path) => !existsSync(path));
  if (notBuilt.length > 0) throw new Error(`not built: ${notBuilt.join(', ')}; run npm run build`);
  const names = hostNames();
  if (names.includes('electron')) for (const line of prepareMachine()) console.error(line);
  // All of them now: what the machine lacks is better told before the first kill than after the last.
  const opened = await Promise.all(names.map((name) => hosts[name].open()));
  const runs: RunResult[] = [];
  for (const host of opened) {
    const { name } = host;
    try {
      const kills = Number(values.kills ?? hosts[name].kills);
      const run = await runKills({ host, kills, seed: Number(values.seed), progress: console.error });
      runs.push(run);
      console.log(onTerminal(run));
    } finally {
      await host.close();
    }
  }
  if (values.write) writePage(runs);
  const bad = runs.some((run) => run.findings.length > 0 || neverHit(run).length > 0);
  process.exitCode = bad ? 1 : 0;
}

function hostNames(): readonly KillHost['name'][] {
  switch (values.host) {
    case 'headless':
    case 'electron':
      return [values.host];
    case 'both':
      return ['headless', 'electron'];
    default:
      throw new Error(`--host is headless, electron or both, and not ${values.host}`);
  }
}

function writePage(runs: readonly RunResult[]): void {
  // What stands around the figures is text that people write, beside this file.
  const page = readFileSync(join(import.meta.dirname, 'page.md'), 'utf8');
  const [before = '', after = ''] = page.split('<!-- figures -->');
  const day = new Date().toISOString().slice(0, 10);
  const machine = machineFacts(findElectron());
  writeFileSync(join('docs', 'kills.md'), asPage(runs, { day, machine, before, after }));
}

await main();
