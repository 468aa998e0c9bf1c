/** The secrets of one profile's folder: sealed in a file of it, but those that the environment gives win. */

import { ok, type Result } from '../../app/kernel/result.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import { createVault } from '../journal/vault.ts';
import type { Environment } from '../settings/environment.ts';
import { createFileSecrets, type Secrets, withGiven } from '../settings/secrets.ts';
import type { KeyKeeper } from './keys.ts';

export function openSecrets(
  folder: string,
  parts: {
    readonly keys: KeyKeeper;
    readonly environment: Environment;
    readonly clock: Clock;
    readonly log: Log;
  },
): Result<Secrets> {
  const key = parts.keys.keyOf(folder, parts.log);
  if (!key.ok) return key;
  const { clientId, clientSecret, subscriptionKey } = parts.environment.keys;
  const stored = createFileSecrets(folder, createVault(key.value), parts.clock);
  return ok(withGiven(stored, { clientId, clientSecret, subscriptionKey }));
}

/** A folder's key is read once, not at every look at its secrets. What failed is tried again. */
export function onePerFolder(open: (folder: string) => Result<Secrets>): (folder: string) => Result<Secrets> {
  const opened = new Map<string, Result<Secrets>>();
  return (folder) => {
    const found = opened.get(folder) ?? open(folder);
    if (found.ok) opened.set(folder, found);
    return found;
  };
}
