/** `klubbkassa rebuild`: the list of payments and the days' figures made anew from the journal, without opening a till. */

import { join } from 'node:path';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { createSystemClock } from '../clock.ts';
import { createSystemIds } from '../ids.ts';
import { createLog } from '../log/log.ts';
import { loadConfiguration } from '../settings/configuration.ts';
import { dataHome } from '../settings/dataHome.ts';
import type { KeyKeeper } from './keys.ts';
import { startTrouble } from './startTrouble.ts';
import { openStorage } from './storage.ts';

export interface RebuiltLists {
  readonly folder: string;
  readonly sales: number;
  /** Sales whose entries cannot all be understood: they are in no list. */
  readonly unreadable: number;
}

/** `err` holds the one line that says why not: another till is using the folder, the key is missing, the disk is full. */
export async function rebuildLists(options: {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly keys: KeyKeeper;
}): Promise<Result<RebuiltLists, string>> {
  const clock = createSystemClock();
  const loaded = loadConfiguration(options.environment);
  if (!loaded.ok) return err(startTrouble(loaded.fault, dataHome(options.environment)));
  const { dataFolder: folder, callingCode: home } = loaded.value;
  const log = createLog({ folder: join(folder, 'log'), clock, stderrLevel: 'warn' });
  const key = options.keys.keyOf(folder, log);
  if (!key.ok) return err(startTrouble(key.fault, folder));
  const storage = await openStorage({ folder, key: key.value, home, clock, ids: createSystemIds(), log });
  if (!storage.ok) return err(startTrouble(storage.fault, folder));
  try {
    const rebuilt = storage.value.rebuild();
    return rebuilt.ok ? ok({ folder, ...rebuilt.value }) : err(startTrouble(rebuilt.fault, folder));
  } finally {
    storage.value.close();
  }
}
