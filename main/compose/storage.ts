/** Everything this till keeps on disk in one profile's folder: journal, goods, members, and the key to what is sealed. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Currency } from '../../app/domain/money.ts';
import type { CallingCode } from '../../app/domain/msisdn.ts';
import type { Fault, JournalFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Catalogue } from '../../app/ports/Catalogue.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Ids } from '../../app/ports/Ids.ts';
import type { Journal } from '../../app/ports/Journal.ts';
import type { Log } from '../../app/ports/Log.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { importCatalogue } from '../catalogue/importProducts.ts';
import { checkBehind, type FileCheck } from '../journal/check.ts';
import { guarded } from '../journal/faults.ts';
import { createJournal } from '../journal/journal.ts';
import { type Database, openStore } from '../journal/open.ts';
import { fillReadModels, type Rebuilt, rebuildReadModels } from '../journal/readModels.ts';
import { damagedFiles, suspect } from '../journal/replacing.ts';
import { createVault, type Vault } from '../journal/vault.ts';
import { isOwnVault } from '../journal/vaultCheck.ts';
import { createEmbeddedMembers, type EmbeddedMembers } from '../members/embedded.ts';
import { salvageFile } from './salvageFile.ts';

export interface Storage {
  readonly journal: Journal;
  readonly catalogue: Catalogue;
  readonly members: EmbeddedMembers;
  /** Seals whatever else lies in this folder. */
  readonly vault: Vault;
  /** Whether a journal was damaged and lies set aside in this folder. */
  readonly hasDamaged: boolean;
  /** The check of the whole file, behind the open till. */
  readonly check: FileCheck;
  /** Makes the list of payments and the days' figures anew from the entries. */
  rebuild(): Result<Rebuilt, JournalFault>;
  close(): void;
}

export interface StorageOptions {
  readonly folder: string;
  readonly key: Uint8Array;
  readonly home: CallingCode;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Only for tests: a disk that fails on demand. */
  readonly wrap?: (database: Database) => Database;
}

/** Faults besides the store's own: `secretsUnavailable` where the file was sealed with another key. */
export async function openStorage(options: StorageOptions): Promise<Result<Storage, Fault>> {
  const first = await openOnce(options);
  if (first !== 'damaged') return first;
  // It was marked as damaged: this time it is set aside, and what can be read of it is saved.
  const second = await openOnce(options);
  return second === 'damaged' ? err({ kind: 'storeDamaged' }) : second;
}

async function openOnce(options: StorageOptions): Promise<Result<Storage, Fault> | 'damaged'> {
  const { folder, clock, ids, log } = options;
  const vault = createVault(options.key);
  let otherKey = false;
  const opened = await openStore({
    folder,
    now: clock.now(),
    exclusive: true,
    ...(options.wrap === undefined ? {} : { wrap: options.wrap }),
    salvage(damaged, into) {
      const saved = salvageFile(damaged, into, { vault, now: clock.now() });
      otherKey = saved === 'otherKey';
      return saved === 'otherKey' ? null : saved;
    },
  });
  if (!opened.ok) return otherKey ? err({ kind: 'secretsUnavailable' }) : opened;
  const { database, path, setAside, salvaged } = opened.value;
  const refuse = (fault: Fault): Result<never, Fault> => {
    database.close();
    return err(fault);
  };
  if (setAside !== null) {
    const { orphans = [], ...counts } = salvaged ?? {};
    log.error('journal.setAside', { file: setAside, ...counts, orphans: orphans.join(' ') });
  }
  if (!isOwnVault(database, vault)) return refuse({ kind: 'secretsUnavailable' });
  const filled = fillReadModels(database, vault);
  if (!filled.ok) return refuse(filled.fault);
  let known = false;
  const damaged = (why: string) => {
    if (known) return;
    known = true;
    suspect(path, why);
    log.error('journal.damaged', { why });
  };
  const journal = createJournal(database, vault, damaged);
  // A start has to do with these: where they cannot be understood, nothing else will be.
  const understood = journal.unfinished();
  if (!understood.ok && understood.fault.kind === 'storeDamaged' && setAside === null) {
    database.close();
    return 'damaged';
  }
  const check = checkBehind(database, { clock, damaged });
  return ok({
    journal,
    catalogue: createCatalogue(database, damaged),
    members: createEmbeddedMembers({ database, vault, ids, clock, home: options.home }),
    vault,
    hasDamaged: damagedFiles(folder).length > 0,
    check: { ...check, state: () => (known ? 'damaged' : check.state()) },
    rebuild: () => guarded(() => rebuildReadModels(database, vault)),
    close() {
      check.stop();
      database.close();
    },
  });
}

/** What a till in training has to sell and whom it knows, before anybody has imported anything. */
export async function seedSamples(
  storage: Storage,
  samples: { readonly root: string; readonly currency: Currency; readonly log: Log },
): Promise<void> {
  if (storage.catalogue.count() === 0) {
    const file = await readFile(join(samples.root, 'assets', 'catalogue', 'outdoor.csv'));
    const imported = importCatalogue(storage.catalogue, file, { currency: samples.currency });
    if (!imported.ok) samples.log.error('samples.noGoods', { fault: imported.fault.kind });
  }
  const known = storage.members.count();
  if (known.ok && known.value === 0) {
    const imported = storage.members.importMembers(new TextEncoder().encode(sampleMembers));
    if (!imported.ok) samples.log.error('samples.noMembers', { fault: imported.fault.kind });
  }
}

/** The number that examples of the documents use; its phone is the one that training shows. */
export const samplePhone = '4791234567';

/** Numbers of the form that examples use everywhere; one of them shows a name. */
const sampleMembers = `phone;name;number;points;since;showName
+${samplePhone};Kari;100042;1250;2021-03-14;yes
+4790000002;;100043;80;2024-11-02;no
+4790000003;;100044;0;2025-06-21;no
+4520000001;;100045;310;2023-01-09;no
+358400000001;;100046;95;2022-08-30;no
`;
