/** Everything this till keeps on disk in one profile's folder: journal, goods, members, and the key to what is sealed. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Currency } from '../../app/domain/money.ts';
import type { CallingCode } from '../../app/domain/msisdn.ts';
import type { Fault } from '../../app/kernel/fault.ts';
import { ok, type Result } from '../../app/kernel/result.ts';
import type { Catalogue } from '../../app/ports/Catalogue.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Ids } from '../../app/ports/Ids.ts';
import type { Journal } from '../../app/ports/Journal.ts';
import type { Log } from '../../app/ports/Log.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { importCatalogue } from '../catalogue/importProducts.ts';
import { createJournal } from '../journal/journal.ts';
import { damagedFiles, openStore } from '../journal/open.ts';
import { fillReadModels } from '../journal/readModels.ts';
import { createVault, type Vault } from '../journal/vault.ts';
import { createEmbeddedMembers, type EmbeddedMembers } from '../members/embedded.ts';
import { readDrillMark } from '../settings/drillMark.ts';

export interface Storage {
  readonly journal: Journal;
  readonly catalogue: Catalogue;
  readonly members: EmbeddedMembers;
  /** Seals whatever else lies in this folder. */
  readonly vault: Vault;
  /** Whether a journal was damaged and lies set aside in this folder. */
  readonly hasDamaged: boolean;
  close(): void;
}

export interface OpenStorage {
  readonly folder: string;
  readonly key: Uint8Array;
  readonly home: CallingCode;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

export async function openStorage(options: OpenStorage): Promise<Result<Storage, Fault>> {
  const { folder, clock, ids, log } = options;
  const store = await openStore({ folder, now: clock.now(), exclusive: true });
  if (!store.ok) return store;
  const { database, setAside } = store.value;
  if (setAside !== null) log.error('journal.setAside', { file: setAside });
  const vault = createVault(options.key);
  const filled = fillReadModels(database, vault);
  if (!filled.ok) {
    database.close();
    return filled;
  }
  return ok({
    journal: createJournal(database, vault),
    catalogue: createCatalogue(database),
    members: createEmbeddedMembers({ database, vault, ids, clock, home: options.home }),
    vault,
    hasDamaged: damagedFiles(folder).length > 0,
    close: () => database.close(),
  });
}

/** How long a till that a drill has started waits for the one before it to be gone, and between two looks. */
const patienceMs = 10_000;
const againMs = 100;

/** In training: the till before may have started this one and be dying in this moment. */
export async function openStorageAfterDrill(options: OpenStorage): Promise<Result<Storage, Fault>> {
  const { folder, clock } = options;
  const isAwaited = readDrillMark(folder)?.checks.length === 0;
  const until = clock.monotonic() + (isAwaited ? patienceMs : 0);
  for (;;) {
    const storage = await openStorage(options);
    const isLocked = !storage.ok && storage.fault.kind === 'storeLocked';
    if (!isLocked || clock.monotonic() >= until) return storage;
    await clock.sleep(againMs);
  }
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
