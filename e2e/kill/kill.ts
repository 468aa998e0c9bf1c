/**
 * `npm run kill -- [--kills 300] [--seed 1] [--host headless|electron|unattended|all]`: kills the built till again and again, at named
 * instants and at random, and audits what is left. It fails on a finding, and where an instant was never hit. With `--write`
 * it writes `docs/kills.md`.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machineFacts } from '../bench/machine.ts';
import { findElectron } from '../runner/electron.ts';
import { prepareMachine } from '../runner/machine.ts';
import { electronHost, headlessHost, type KillHost, unattendedHost } from './hosts.ts';
import { instants } from './instants.ts';
import { machineInstants } from './machineInstants.ts';
import { openMachineShift } from './machineShift.ts';
import { asPage, neverHit, onTerminal } from './report.ts';
import { type RunResult, runKills } from './run.ts';
import { openShift } from './shift.ts';

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
  unattended: { kills: 150, open: async () => unattendedHost() },
} as const satisfies Record<KillHost['name'], { kills: number; open(): Promise<KillHost> }>;

const hostNames = ['headless', 'electron', 'unattended'] as const;

const built = ['dist/main/headless.js', 'dist/main/training.js', 'dist/first/first.cjs', 'dist/renderer'];

async function main(): Promise<void> {
  const notBuilt = built.filter((path) => !existsSync(path));
  if (notBuilt.length > 0) throw new Error(`not built: ${notBuilt.join(', ')}; run npm run build`);
  const names = wished();
  if (names.includes('electron')) for (const line of prepareMachine()) console.error(line);
  // All of them now: what the machine lacks is better told before the first kill than after the last.
  const opened = await Promise.all(names.map((name) => hosts[name].open()));
  const runs: RunResult[] = [];
  for (const host of opened) {
    const { name } = host;
    try {
      const kills = Number(values.kills ?? hosts[name].kills);
      const common = { host, kills, seed: Number(values.seed), progress: console.error };
      const run =
        name === 'unattended'
          ? await runKills({ ...common, openShift: openMachineShift, instants: machineInstants })
          : await runKills({ ...common, openShift, instants });
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

function wished(): readonly KillHost['name'][] {
  if (values.host === 'all') return hostNames;
  const name = hostNames.find((one) => one === values.host);
  if (name === undefined) throw new Error(`--host is ${hostNames.join(', ')} or all, and not ${values.host}`);
  return [name];
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
