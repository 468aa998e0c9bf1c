/** The till without windows: its start, its rest, and what a call costs that is written down before it is answered. */

import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HeadlessTill, startHeadless } from '../fixtures/headless.ts';
import type { Wallet } from '../fixtures/wallet.ts';
import { type Figure, type Measured, ratioOf, type Unit } from './figures.ts';
import { sampleGoods } from './goods.ts';
import { restOf, startsOf } from './headlessTill.ts';
import { canLook } from './processTree.ts';
import { wallNow } from './wallTime.ts';

const part = 'Headless';
const commits = 200;
const restMs = 10_000;
/** About what one entry of the journal takes. */
const entryBytes = 512;

export async function measureHeadless(wallet: Wallet): Promise<Measured> {
  const home = mkdtempSync(join(tmpdir(), 'klubbkassa-bench-'));
  const options = { home, environment: { ...wallet.environment, KLUBBKASSA_LOG: 'error' } };
  try {
    const start = await startsOf(options, { key: 'headless.start', part });
    const till = await startHeadless(options);
    try {
      const resting = canLook ? await restOf(till, restMs, { key: 'headless', part }) : [];
      const written = await measureCommits(till, home);
      return {
        figures: [start, ...resting, ...written.figures],
        ratios: written.ratios,
        missing: canLook ? [] : [{ what: 'the headless till at rest', why: 'only Linux tells it' }],
      };
    } finally {
      await till.kill('SIGTERM');
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function figure(key: string, what: string, unit: Unit, values: readonly number[]): Figure {
  return { key, part, what, unit, values };
}

/**
 * A call that is journaled, beside one that is not and beside the least that durable means on this disk: so many bytes
 * behind a file and `fdatasync`. In turns.
 */
async function measureCommits(till: HeadlessTill, home: string): Promise<Measured> {
  const barcode = sampleGoods().barcodes[0] ?? '';
  const added = await till.call('basket.add', { barcode });
  if (!added.ok) throw new Error(`basket.add: ${JSON.stringify(added.fault)}`);
  const { lineId } = added.value;
  const file = openSync(join(home, 'bare'), 'a');
  const entry = Buffer.alloc(entryBytes, 'x');
  const [journaled, read, bare]: [number[], number[], number[]] = [[], [], []];
  for (let sample = 0; sample < commits; sample += 1) {
    const start = wallNow();
    writeSync(file, entry);
    fdatasyncSync(file);
    const synced = wallNow();
    const answer = await till.call('basket.setQuantity', { lineId, quantity: 1 + (sample % 9) });
    const answered = wallNow();
    await till.call('sale.parked', {});
    const asked = wallNow();
    if (!answer.ok) throw new Error(`basket.setQuantity: ${JSON.stringify(answer.fault)}`);
    bare.push(synced - start);
    journaled.push(answered - synced);
    read.push(asked - answered);
  }
  closeSync(file);
  const figures = {
    journaled: figure('call.journaled', 'call over HTTP that is journaled', 'ms', journaled),
    read: figure('call.read', 'call over HTTP that only reads', 'ms', read),
    bare: figure('disk.append', `bare append of ${entryBytes} bytes and fdatasync, same disk`, 'ms', bare),
  };
  return {
    figures: Object.values(figures),
    ratios: [ratioOf('journaled call / bare append', figures.journaled, figures.bare)],
    missing: [],
  };
}
