/**
 * Who keeps the key of a data folder: the operating system (Keychain, DPAPI, a keyring) on a desktop, a file of the
 * owner elsewhere. A key that cannot be had is never replaced by a new one: nothing sealed before could be read again.
 */

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HouseFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Log } from '../../app/ports/Log.ts';
import { holdsSealed, loadOrCreateKeyFile } from '../journal/keyFile.ts';
import { vaultKeyBytes } from '../journal/vault.ts';

export interface KeyKeeper {
  /** The key of this folder, made on first use. Fault `secretsUnavailable`: there is one, and it cannot be had. */
  keyOf(folder: string, log: Log): Result<Uint8Array, HouseFault>;
}

/** What an operating system offers to keep secrets with. */
export interface SystemStore {
  /** Whether it protects anything at all on this machine. */
  available(): boolean;
  seal(text: string): Uint8Array;
  /** Throws an `Error` for what it did not seal, or sealed for somebody else. */
  unseal(sealed: Uint8Array): string;
}

export const keyInFile: KeyKeeper = { keyOf: (folder) => loadOrCreateKeyFile(folder) };

/** Asks for a folder's key once; what failed may be asked again. */
export function remembering(keys: KeyKeeper): KeyKeeper {
  const known = new Map<string, Result<Uint8Array, HouseFault>>();
  return {
    keyOf(folder, log) {
      const key = known.get(folder) ?? keys.keyOf(folder, log);
      if (key.ok) known.set(folder, key);
      return key;
    },
  };
}

/** Sealed by the operating system; in a file like the headless host's where it offers nothing, and the log says so. */
export function keyInSystem(system: SystemStore): KeyKeeper {
  return {
    keyOf(folder, log) {
      const sealed = join(folder, 'till.key.sealed');
      if (existsSync(sealed)) return guarded(() => unsealed(sealed, system));
      // A folder that began with a key file keeps it, for what is sealed in it must stay readable.
      if (existsSync(join(folder, 'till.key')) || !system.available()) {
        log.warn('key.inFile', { system: system.available() });
        return loadOrCreateKeyFile(folder);
      }
      if (holdsSealed(folder)) return err({ kind: 'secretsUnavailable' });
      return guarded(() => made(folder, sealed, system));
    },
  };
}

function unsealed(path: string, system: SystemStore): Uint8Array {
  return new Uint8Array(Buffer.from(system.unseal(readFileSync(path)), 'base64'));
}

function made(folder: string, path: string, system: SystemStore): Uint8Array {
  const key = randomBytes(vaultKeyBytes);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.part`, system.seal(key.toString('base64')), { mode: 0o600, flush: true });
  renameSync(`${path}.part`, path);
  return new Uint8Array(key);
}

/** Whatever the operating system or its disk has against it, there is no key; the reasons differ by system. */
function guarded(work: () => Uint8Array): Result<Uint8Array, HouseFault> {
  try {
    const key = work();
    return key.length === vaultKeyBytes ? ok(key) : err({ kind: 'secretsUnavailable' });
  } catch (thrown) {
    if (thrown instanceof Error) return err({ kind: 'secretsUnavailable' });
    throw thrown;
  }
}
