/** A process that writes to the journal until it is killed, and prints the number of each entry the moment it is told ok. */

import { writeSync } from 'node:fs';
import type { SaleEvent } from '../../../app/domain/saleEvent.ts';
import { instant } from '../../../app/kernel/time.ts';
import { createJournal } from '../journal.ts';
import { openStore } from '../open.ts';
import { createVault } from '../vault.ts';
import { entry, upTo } from './entriesForTest.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('which folder?');
const opened = await openStore({ folder, now: instant(0) });
if (!opened.ok) throw new Error(opened.fault.kind);
const journal = createJournal(opened.value.database, createVault(new Uint8Array(64).fill(7)));

for (let at = 0; ; at += 1) {
  const event: SaleEvent =
    at === 0 ? { kind: 'opened', number: '01-000001', currency: 'NOK' } : { kind: 'parked' };
  const appended = journal.append(...upTo([entry('sale-1', event, at)], true));
  if (!appended.ok) throw new Error(appended.fault.kind);
  writeSync(1, `${at}\n`);
}
