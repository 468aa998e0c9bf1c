/**
 * Opens `<dataFolder>/till.sqlite`: checked, brought to this version's schema, durable (WAL, synchronous FULL). A damaged
 * file is set aside and never deleted; a file of a newer till is refused untouched.
 */

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Instant } from '../../app/kernel/time.ts';
import { isoUtc } from '../../app/kernel/time.ts';
import { checkForStart } from './check.ts';
import { faultOf, saysFileIsBroken } from './faults.ts';
import { migrations } from './migrations.ts';
import { only, wholeIn } from './rows.ts';
import { type Database, type DriverName, loadDriver } from './sqlite.ts';

export type { Database } from './sqlite.ts';

export interface OpenOptions {
  /** The profile's data folder; made if it is missing. */
  readonly folder: string;
  readonly now: Instant;
  /** Keeps every other process out for as long as the file is open: two tills on one folder would share sale numbers. */
  readonly exclusive?: boolean;
  /** Only for tests that run over both drivers. */
  readonly driver?: DriverName;
  /** Only for tests: puts a disk that fails on demand between the store and SQLite. */
  readonly wrap?: (database: Database) => Database;
  /** Only for tests of the migrations themselves. */
  readonly steps?: readonly string[];
}

export interface Store {
  readonly database: Database;
  readonly path: string;
  /** Where a damaged file was put before a new one was begun; `null` when all was well. The host tells the manager. */
  readonly setAside: string | null;
  /** Opens a damaged file, for reading what it still holds. */
  readonly openOther: (path: string) => Database;
}

/** Milliseconds to wait for another process's lock; longer would freeze the till, as the calls are synchronous. */
const lockPatienceMs = 250;

/**
 * The store, ready for use. Faults: `storeNewer` (a newer till wrote it), `storeLocked`, `storeReadOnly`, `diskFull`,
 * `storeDamaged` (only when not even a new file can be begun).
 */
export async function openStore(options: OpenOptions): Promise<Result<Store, JournalFault>> {
  const driver = await loadDriver(options.driver);
  const path = join(options.folder, 'till.sqlite');
  const open = () => {
    const native = driver.open(path);
    return options.wrap?.(native) ?? native;
  };
  try {
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    const openOther = (other: string) => driver.openDamaged(other);
    const first = prepare(open, options, path);
    if (first !== 'broken') return settle(first, { path, setAside: null, openOther });
    const aside = setAside(options, path);
    const second = prepare(open, options, path);
    if (second === 'broken') return err({ kind: 'storeDamaged' });
    return settle(second, { path, setAside: aside, openOther });
  } catch (error) {
    const fault = faultOf(error);
    if (fault === null) throw error;
    return err(fault);
  }
}

type Prepared = { readonly database: Database } | { readonly newer: number };

function settle(prepared: Prepared, rest: Omit<Store, 'database'>): Result<Store, JournalFault> {
  if ('database' in prepared) return ok({ database: prepared.database, ...rest });
  return err({ kind: 'storeNewer', found: prepared.newer, known: migrations.length });
}

function prepare(open: () => Database, options: OpenOptions, path: string): Prepared | 'broken' {
  if (wasEmptied(path) || existsSync(suspicion(path))) return 'broken';
  let database: Database | null = null;
  try {
    database = open();
    const steps = options.steps ?? migrations;
    database.exec(`pragma busy_timeout = ${lockPatienceMs}`);
    // Read before anything is written: a newer till's file stays as it is.
    const version = userVersion(database);
    if (version > steps.length) {
      database.close();
      return { newer: version };
    }
    // 64 MiB of cache: an import of 100 000 goods takes half the time with it.
    const setUp =
      'journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -65536';
    database.exec(`pragma ${setUp}`);
    migrate(database, version, steps, path);
    if (options.steps === undefined) checkForStart(database);
    if (options.exclusive === true) takeLock(database);
    return { database };
  } catch (error) {
    closeAfter(database);
    if (saysFileIsBroken(error)) return 'broken';
    throw error;
  }
}

/** A file without a byte is what a power cut can leave of one; SQLite would take it for a new one, and nobody be told. */
function wasEmptied(path: string): boolean {
  return existsSync(path) && statSync(path).size === 0 && !existsSync(`${path}-wal`);
}

/** Files that were damaged and set aside, newest last: they stay the manager's business until they are moved away. */
export function damagedFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^till\.damaged-.*\.sqlite$/.test(name))
    .sort();
}

/** In exclusive mode the lock is taken by the next write and kept from then on. Only after WAL is on can it be given back. */
function takeLock(database: Database): void {
  database.exec('pragma locking_mode = exclusive; begin immediate; commit');
}

function userVersion(database: Database): number {
  return wholeIn(only(database.prepare('pragma user_version').get()), 'user_version');
}

function migrate(database: Database, from: number, steps: readonly string[], path: string): void {
  if (from === steps.length) return;
  if (from > 0) keepCopy(database, from, path);
  database.transaction(() => {
    // Asked again under the lock: another process may have begun the same file in the meantime.
    for (const step of steps.slice(userVersion(database))) database.exec(step);
    database.exec(`pragma user_version = ${steps.length}`);
  });
}

/** The file as the older till left it, beside the new one, whole also while parts of it are still in the WAL. */
function keepCopy(database: Database, version: number, path: string): void {
  const copy = path.replace(/\.sqlite$/, `.schema-${version}.sqlite`);
  const unfinished = `${copy}.part`;
  rmSync(unfinished, { force: true });
  database.prepare('vacuum into ?').run(unfinished);
  renameSync(unfinished, copy);
}

/** Renames the file and what belongs to it, e.g. to `till.damaged-2026-03-01T080910.123Z.sqlite`. */
function setAside(options: OpenOptions, path: string): string {
  const time = isoUtc(options.now).replaceAll(':', '');
  let aside = join(options.folder, `till.damaged-${time}.sqlite`);
  for (let i = 2; existsSync(aside); i += 1) aside = join(options.folder, `till.damaged-${time}-${i}.sqlite`);
  for (const part of ['', '-wal', '-shm']) {
    if (existsSync(path + part)) renameSync(path + part, aside + part);
  }
  rmSync(suspicion(path), { force: true });
  return aside;
}

/** A file beside the journal says that damage was found in it while the till was open. */
function suspicion(path: string): string {
  return `${path}.damaged`;
}

/** The next start sets the file aside and saves what can be read. */
export function suspect(path: string, why: string): void {
  writeFileSync(suspicion(path), `${why}\n`);
}

/** A file that could not be read may also refuse to be closed; the first trouble is the one to tell. */
function closeAfter(database: Database | null): void {
  try {
    database?.close();
  } catch (error) {
    if (faultOf(error) === null) throw error;
  }
}
