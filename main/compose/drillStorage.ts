/** In training the till before may have started this one for a drill and be dying in this moment: its folder is waited for. */

import type { Fault } from '../../app/kernel/fault.ts';
import type { Result } from '../../app/kernel/result.ts';
import { readDrillMark } from '../settings/drillMark.ts';
import { openStorage, type Storage, type StorageOptions } from './storage.ts';

/** How long, and between two looks. */
const patienceMs = 10_000;
const againMs = 100;

export async function openStorageAfterDrill(options: StorageOptions): Promise<Result<Storage, Fault>> {
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
