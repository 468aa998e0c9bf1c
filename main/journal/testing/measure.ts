/**
 * For the bench: what a commit and a start cost, beside something bare on the same disk. Prints one line of JSON with
 * milliseconds: `node main/journal/testing/measure.ts FOLDER ENTRIES`.
 */

import { closeSync, fdatasyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { SaleEvent } from '../../../app/domain/saleEvent.ts';
import { foldSale } from '../../../app/domain/saleFold.ts';
import { instant } from '../../../app/kernel/time.ts';
import { createJournal } from '../journal.ts';
import { openStore } from '../open.ts';
import { createVault } from '../vault.ts';
import { entry, upTo } from './entriesForTest.ts';
import { generateHistory } from './generateHistory.ts';

const commits = 300;
const starts = 9;
/** About what one entry of the journal takes. */
const entryBytes = 512;

const [folder = '', entries = '1000000'] = process.argv.slice(2);
const vault = createVault(new Uint8Array(64).fill(7));

const timed = async (work: () => unknown): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

async function opened(name: string) {
  const store = await openStore({ folder: join(folder, name), now: instant(0), exclusive: true });
  if (!store.ok) throw new Error(store.fault.kind);
  return store.value.database;
}

/** In turns, so that whatever else the disk does falls on both alike. */
async function measureCommits() {
  const database = await opened('commits');
  const journal = createJournal(database, vault);
  mkdirSync(join(folder, 'bare'));
  const file = openSync(join(folder, 'bare', 'file'), 'a');
  const bytes = Buffer.alloc(entryBytes, 0x5a);
  const [commit, bare]: [number[], number[]] = [[], []];
  journal.append(...upTo([entry('sale-1', { kind: 'opened', number: '01-000001', currency: 'NOK' })], true));
  for (let count = 0; count < commits; count += 1) {
    const event: SaleEvent = count % 2 === 0 ? { kind: 'parked' } : { kind: 'recalled' };
    const given = upTo([entry('sale-1', event)], true);
    commit.push(await timed(() => journal.append(...given)));
    bare.push(
      await timed(() => {
        writeSync(file, bytes);
        fdatasyncSync(file);
      }),
    );
  }
  closeSync(file);
  database.close();
  return { commit, bare };
}

/** Open, read what is unfinished, fold it: what stands between a start and a till that can be used. */
async function measureStart(name: string): Promise<number> {
  let database: Awaited<ReturnType<typeof opened>> | null = null;
  const took = await timed(async () => {
    database = await opened(name);
    const found = createJournal(database, vault).unfinished();
    if (!found.ok) throw new Error(found.fault.kind);
    found.value.map(foldSale);
  });
  (database as Awaited<ReturnType<typeof opened>> | null)?.close();
  return took;
}

async function measureStarts() {
  (await opened('empty')).close();
  const large = await opened('large');
  const count = await generateHistory(large, { entries: Number(entries), vault });
  large.close();
  const [empty, many]: [number[], number[]] = [[], []];
  for (let round = 0; round < starts; round += 1) {
    empty.push(await measureStart('empty'));
    many.push(await measureStart('large'));
  }
  return { entries: count, empty, many };
}

const { commit, bare } = await measureCommits();
process.stdout.write(`${JSON.stringify({ commit, bare, starts: await measureStarts() })}\n`);
