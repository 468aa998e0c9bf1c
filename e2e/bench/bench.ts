/**
 * `npm run bench`: how fast the built till is and what it costs, each thing beside something bare in the same run. Prints
 * a table, keeps every value in `test-results/bench.json`, and with `--write` writes `docs/bench.md`. It judges nothing.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openScreen } from '../fixtures/electronDisplay.ts';
import { startWallet, type Wallet } from '../fixtures/wallet.ts';
import { findElectron } from '../runner/electron.ts';
import { prepareMachine } from '../runner/machine.ts';
import { openBench } from './applications.ts';
import { measureApprovals } from './approvals.ts';
import { measureColdStart } from './coldStart.ts';
import { joined, type Measured } from './figures.ts';
import { measureHeadless } from './headless.ts';
import { measureJournal } from './journal.ts';
import { machineFacts } from './machine.ts';
import { measureMemory } from './memory.ts';
import { measureReactions } from './reactions.ts';
import { asJson, asPage, onTerminal, type Run } from './report.ts';
import { measureScanning } from './scanning.ts';
import { measureUnattended } from './unattended.ts';
import { wallNow } from './wallTime.ts';

const built = ['dist/main/headless.js', 'dist/main/training.js', 'dist/first/first.cjs', 'dist/renderer'];

async function main(): Promise<void> {
  const notBuilt = built.filter((path) => !existsSync(path));
  if (notBuilt.length > 0) throw new Error(`not built: ${notBuilt.join(', ')}; run npm run build`);
  for (const line of prepareMachine()) console.error(line);
  const electron = findElectron();
  const machine = machineFacts(electron);
  const from = wallNow();

  const wallet = await startWallet();
  const parts: Measured[] = [];
  try {
    parts.push(await (electron === null ? withoutElectron() : withElectron(electron, wallet)));
    console.error('journal …');
    parts.push(await measureJournal());
    console.error('scanning …');
    parts.push(await measureScanning());
    console.error('headless …');
    parts.push(await measureHeadless(wallet));
    console.error('machine without staff …');
    parts.push(await measureUnattended(wallet));
  } finally {
    await wallet.close();
  }
  const day = new Date().toISOString().slice(0, 10);
  const run: Run = { day, took: (wallNow() - from) / 1000, machine, measured: joined(parts) };
  console.log(onTerminal(run));
  mkdirSync('test-results', { recursive: true });
  writeFileSync(join('test-results', 'bench.json'), asJson(run));
  if (process.argv.includes('--write')) writeFileSync(join('docs', 'bench.md'), asPage(run, pageWords()));
}

async function withElectron(electron: string, wallet: Wallet): Promise<Measured> {
  const screen = await openScreen();
  const bench = await openBench({ electron, display: screen.name, wallet });
  const measured: Measured[] = [];
  try {
    for (const [name, measure] of [
      ['cold start', measureColdStart],
      ['reactions', measureReactions],
      ['approvals', (of: typeof bench) => measureApprovals(of, wallet)],
      ['memory', measureMemory],
    ] as const) {
      console.error(`${name} …`);
      measured.push(await measure(bench));
    }
  } finally {
    bench.close();
    await screen.close();
  }
  return joined(measured);
}

function withoutElectron(): Promise<Measured> {
  const why = 'no Electron binary found; set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds one';
  const missing = ['cold start', 'reactions of the screens', 'memory of two windows'];
  return Promise.resolve({ figures: [], ratios: [], missing: missing.map((what) => ({ what, why })) });
}

/** What stands around the figures on the page: text that people write, beside this file. */
function pageWords(): { before: string; after: string } {
  const [before = '', after = ''] = readFileSync(join(import.meta.dirname, 'page.md'), 'utf8').split(
    '<!-- figures -->',
  );
  return { before, after };
}

await main();
