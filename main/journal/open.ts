/**
 * Opens `<dataFolder>/till.sqlite`: checked, brought to this version's schema, durable (WAL, synchronous FULL). A damaged
 * file gives way to one made of what can be read of it (`replacing.ts`); a file of a newer till is refused untouched.
 */

import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Instant } from '../../app/kernel/time.ts';
import { checkForStart } from './check.ts';
import { faultOf, StoreDamaged, saysFileIsBroken } from './faults.ts';

import { migrations } from './migrations.ts';
import { finishReplacing, isSuspect, replaceDamaged } from './replacing.ts';
import { only, wholeIn } from './rows.ts';
import type { Salvaged } from './salvage.ts';
import { type Database, type DriverName, loadDriver } from './sqlite.ts';
import { isLogDamaged } from './writeAheadLog.ts';

export type { Database } from './sqlite.ts';

export interface OpenOptions {
  /** The profile's data folder; made if it is missing. */
  readonly folder: string;
  readonly now: Instant;
  /** Keeps every other process out for as long as the file is open: two tills on one folder would share sale numbers. */
  readonly exclusive?: boolean;
  /**
   * Fills a new, empty store with what can be read of a damaged file. `null`: it is not to be touched after all, and the
   * open ends with `storeDamaged`. Without it the new store stays empty.
   */
  readonly salvage?: (damaged: string, into: Database) => Salvaged | null;
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
  /** Where a damaged file was put that this one replaces; `null` when all was well. The host tells the manager. */
  readonly setAside: string | null;
  /** What could be saved of it, where it was this start that did. */
  readonly salvaged: Salvaged | null;
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
  const open = (file: string) => {
    const native = driver.open(file);
    return options.wrap?.(native) ?? native;
  };
  try {
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    const half = finishReplacing(options.folder);
    const first = mustGo(path, driver.look) ? 'broken' : prepare(open, options, path);
    if (first !== 'broken') return settle(first, { path, setAside: half, salvaged: null });
    let salvaged: Salvaged | null = null;
    const setAside = replaceDamaged(options.folder, options.now, (file) => {
      const made = prepare(open, { ...options, exclusive: true }, file);
      if (made === 'broken' || !('database' in made)) throw new StoreDamaged('a new file cannot be begun');
      try {
        salvaged = options.salvage?.(path, made.database) ?? null;
      } finally {
        made.database.close();
      }
      return salvaged ?? (options.salvage === undefined ? nothingSaved : null);
    });
    if (setAside === null) return err({ kind: 'storeDamaged' });
    const second = prepare(open, options, path);
    if (second === 'broken') return err({ kind: 'storeDamaged' });
    return settle(second, { path, setAside, salvaged });
  } catch (error) {
    const fault = faultOf(error);
    if (fault === null) throw error;
    return err(fault);
  }
}

const nothingSaved: Salvaged = { sales: 0, entries: 0, lost: 0, orphans: [] };

type Prepared = { readonly database: Database } | { readonly newer: number };

function settle(prepared: Prepared, rest: Omit<Store, 'database'>): Result<Store, JournalFault> {
  if ('database' in prepared) return ok({ database: prepared.database, ...rest });
  return err({ kind: 'storeNewer', found: prepared.newer, known: migrations.length });
}

function prepare(open: (file: string) => Database, options: OpenOptions, path: string): Prepared | 'broken' {
  let database: Database | null = null;
  try {
    database = open(path);
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

/** Whether the file is known for damaged before SQLite opens it, which would tidy up and so lose what lies behind the damage. */
function mustGo(path: string, look: (path: string) => void): boolean {
  if (!existsSync(path)) return false;
  if (!wasEmptied(path) && !isSuspect(path) && !isLogDamaged(path)) return false;
  try {
    // Another till may be using it all the same.
    look(path);
  } catch (error) {
    if (!saysFileIsBroken(error)) throw error;
  }
  return true;
}

/** A file without a byte is what a power cut can leave of one; SQLite would take it for a new one, and nobody be told. */
function wasEmptied(path: string): boolean {
  const isEmpty = (file: string) => !existsSync(file) || statSync(file).size === 0;
  return existsSync(path) && isEmpty(path) && isEmpty(`${path}-wal`);
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

/** A file that could not be read may also refuse to be closed; the first trouble is the one to tell. */
function closeAfter(database: Database | null): void {
  try {
    database?.close();
  } catch (error) {
    if (faultOf(error) === null) throw error;
  }
}
