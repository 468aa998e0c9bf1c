/**
 * The vault's key in a file that only the till's own user can read (mode 0600): for the headless host, which has no
 * store of the operating system to keep it in.
 */

import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { HouseFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { flushFolder } from './flushFolder.ts';
import { vaultKeyBytes } from './vault.ts';

/**
 * The key of this data folder, made on first use. Fault `secretsUnavailable`: the file cannot be read or written, or is
 * no key; or there is none beside a journal. It is never replaced by a new one then, for nothing sealed before could be
 * opened again.
 */
export function loadOrCreateKeyFile(folder: string): Result<Uint8Array, HouseFault> {
  const path = join(folder, 'till.key');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const kept = readKey(path);
    if (kept === null && holdsSealed(folder)) return err({ kind: 'secretsUnavailable' });
    const key = kept ?? writeKey(path);
    return key.length === vaultKeyBytes ? ok(key) : err({ kind: 'secretsUnavailable' });
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return err({ kind: 'secretsUnavailable' });
    throw error;
  }
}

/** Whether something lies in this folder that only its own key can open. */
export function holdsSealed(folder: string): boolean {
  return existsSync(join(folder, 'till.sqlite'));
}

function readKey(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Whole or not at all: half a key after a power cut would lock every sealed value up. */
function writeKey(path: string): Uint8Array {
  const key = randomBytes(vaultKeyBytes);
  const part = `${path}.part`;
  const file = openSync(part, 'w', 0o600);
  try {
    writeFileSync(file, key);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, path);
  flushFolder(dirname(path));
  return key;
}
