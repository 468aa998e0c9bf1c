/**
 * The one file that knows which SQLite the runtime has: the built-in `node:sqlite` (Node 24, Electron 45), else the
 * API-compatible `@photostructure/sqlite`, a development dependency for older runtimes (Electron 33). Everything else
 * sees the narrow `Database` below.
 */

export type DriverName = 'node:sqlite' | '@photostructure/sqlite';

export type SqlValue = null | number | bigint | string | Uint8Array;
export type Row = Readonly<Record<string, unknown>>;

/** A compiled statement. Parameters are positional (`?`). Each method throws what SQLite throws, with `errcode`. */
export interface Statement {
  all(...parameters: SqlValue[]): readonly Row[];
  get(...parameters: SqlValue[]): Row | undefined;
  /** How many rows were changed. */
  run(...parameters: SqlValue[]): number;
}

/** One open database file. All calls are synchronous: when `transaction` returns, the work is on disk. */
export interface Database {
  prepare(sql: string): Statement;
  exec(sql: string): void;
  /** All of `work` or none of it. Takes the write lock at once. Not to be nested. */
  transaction<T>(work: () => T): T;
  close(): void;
}

export interface Driver {
  readonly name: DriverName;
  open(path: string): Database;
  /** Reads a little and writes nothing. Throws what SQLite throws, e.g. where another process keeps the file to itself. */
  look(path: string): void;
}

/** What both packages have in common, as far as it is used here. */
interface NativeStatement {
  all(...parameters: SqlValue[]): unknown[];
  get(...parameters: SqlValue[]): unknown;
  run(...parameters: SqlValue[]): { readonly changes: number | bigint };
}

interface NativeDatabase {
  prepare(sql: string): NativeStatement;
  exec(sql: string): void;
  close(): void;
  readonly isTransaction: boolean;
}

interface NativeModule {
  readonly DatabaseSync: new (path: string, options?: { readonly readOnly: boolean }) => NativeDatabase;
}

/** The built-in where the runtime has it, else the stand-in; or the named one, for tests that run over both. */
export async function loadDriver(name: DriverName = preferredDriver()): Promise<Driver> {
  const native = await loadNative(name);
  return {
    name,
    open: (path) => wrap(new native.DatabaseSync(path), closing[name]),
    look(path) {
      const database = new native.DatabaseSync(path, { readOnly: true });
      try {
        database.exec('select count(*) from sqlite_schema');
      } finally {
        database.close();
      }
    },
  };
}

/** Whether this runtime can load that driver at all. */
export function hasBuiltIn(): boolean {
  return builtIn() !== undefined;
}

function preferredDriver(): DriverName {
  return hasBuiltIn() ? 'node:sqlite' : '@photostructure/sqlite';
}

async function loadNative(name: DriverName): Promise<NativeModule> {
  if (name === '@photostructure/sqlite') return import('@photostructure/sqlite');
  const native = builtIn();
  if (native === undefined) throw new Error('this runtime has no node:sqlite');
  return native;
}

/** Asks without importing, so that a bundler leaves it alone and an older runtime answers `undefined`. */
function builtIn(): NativeModule | undefined {
  return process.getBuiltinModule('node:sqlite');
}

/**
 * The stand-in keeps a closed file in hand until the garbage collector has met its last statement. So what a real close
 * does is done first: everything into the file itself, and the locks given back.
 */
const closing: Readonly<Record<DriverName, (native: NativeDatabase) => void>> = {
  'node:sqlite': (native) => native.close(),
  '@photostructure/sqlite': (native) => {
    try {
      const mode = native.prepare('pragma locking_mode').get() as Row;
      native.exec(
        Object.values(mode)[0] === 'exclusive' ? leaveExclusive : 'pragma wal_checkpoint(truncate)',
      );
    } finally {
      native.close();
    }
  },
};

/** A connection in WAL mode holds a shared lock for as long as it lives, which would keep the next exclusive one out. */
const leaveExclusive =
  'pragma locking_mode = normal; select 1 from sqlite_schema; pragma journal_mode = delete';

/** SQLite's own words for the results that matter here (sqlite.org, "Result and Error Codes"). */
const codeOfWords: Readonly<Record<string, number>> = {
  'database is locked': 5,
  'attempt to write a readonly database': 8,
  'disk I/O error': 10,
  'database disk image is malformed': 11,
  'database or disk is full': 13,
  'file is not a database': 26,
};

/** The stand-in forgets the result code where several rows are read at once; the words tell it. */
function withCode<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && !('errcode' in error)) {
      const errcode = codeOfWords[error.message];
      if (errcode !== undefined) Object.assign(error, { errcode });
    }
    throw error;
  }
}

function wrap(native: NativeDatabase, close: (native: NativeDatabase) => void): Database {
  return {
    prepare(sql) {
      const statement = native.prepare(sql);
      return {
        all: (...parameters) => withCode(() => statement.all(...parameters)) as Row[],
        get: (...parameters) => statement.get(...parameters) as Row | undefined,
        run: (...parameters) => Number(statement.run(...parameters).changes),
      };
    },
    exec: (sql) => native.exec(sql),
    transaction(work) {
      native.exec('begin immediate');
      try {
        const value = work();
        native.exec('commit');
        return value;
      } catch (error) {
        // SQLite rolls some failures (disk full, I/O) back by itself; a second rollback would hide the first error.
        if (native.isTransaction) native.exec('rollback');
        throw error;
      }
    },
    close: () => close(native),
  };
}
