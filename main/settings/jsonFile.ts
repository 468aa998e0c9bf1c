/**
 * A small JSON file that is whole at every moment: written beside the old one, flushed, then put in its place. One that
 * cannot be read as JSON is never deleted and never written over.
 */

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
import { basename, dirname, join } from 'node:path';
import type { HouseFault, JournalFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { type Instant, isoUtc } from '../../app/kernel/time.ts';

export type JsonRead =
  | { readonly kind: 'missing' }
  | { readonly kind: 'read'; readonly value: unknown }
  /** It is no JSON. */
  | { readonly kind: 'broken'; readonly fault: HouseFault };

export function readJsonFile(path: string): Result<JsonRead, JournalFault> {
  return onDisk((): JsonRead => {
    if (!existsSync(path)) return { kind: 'missing' };
    const text = readFileSync(path, 'utf8');
    try {
      return { kind: 'read', value: JSON.parse(text.replace(/^\ufeff/, '')) };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const fault: HouseFault = {
        kind: 'fileUnreadable',
        line: lineOf(error, text),
        why: `${basename(path)} is no JSON`,
      };
      return { kind: 'broken', fault };
    }
  });
}

/** On disk, whole, readable by the till's own user only, when it answers ok. */
export function writeJsonFile(path: string, value: unknown): Result<void, JournalFault> {
  return onDisk(() => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const part = `${path}.part`;
    const file = openSync(part, 'w', 0o600);
    try {
      writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, path);
    flushFolder(dirname(path));
  });
}

/** Puts a broken file out of the way; answers where it lies now. */
export function setAside(path: string, now: Instant): Result<string, JournalFault> {
  return onDisk(() => renamed(path, now));
}

function renamed(path: string, now: Instant): string {
  const time = isoUtc(now).replaceAll(':', '');
  const name = basename(path, '.json');
  let aside = join(dirname(path), `${name}.broken-${time}.json`);
  for (let i = 2; existsSync(aside); i += 1) aside = join(dirname(path), `${name}.broken-${time}-${i}.json`);
  renameSync(path, aside);
  return aside;
}

/** Where the engine tells a position; else the first line. */
function lineOf(error: SyntaxError, text: string): number {
  const position = /position (\d+)/.exec(error.message)?.[1];
  return position === undefined ? 1 : text.slice(0, Number(position)).split('\n').length;
}

/** What the operating system refuses becomes a fault; anything else is a defect of ours. */
function onDisk<T>(work: () => T): Result<T, JournalFault> {
  try {
    return ok(work());
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) throw error;
    const full = error.code === 'ENOSPC' || error.code === 'EDQUOT';
    return err({ kind: full ? 'diskFull' : 'storeReadOnly' });
  }
}

/** A new name is only safe from a power cut once its folder is on disk too; Windows does that by itself. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
