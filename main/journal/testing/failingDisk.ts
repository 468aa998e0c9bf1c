/**
 * A disk that fails on demand, for tests and the simulation: the real SQLite file behind it, and in front a door that
 * throws what SQLite throws when the disk is full, broken, held by another or write protected.
 */

import type { Database } from '../sqlite.ts';

export type DiskTrouble = 'full' | 'inputOutput' | 'busy' | 'readOnly';

/** SQLite's own codes: FULL, IOERR_WRITE, BUSY, READONLY. */
const codes: Readonly<Record<DiskTrouble, number>> = { full: 13, inputOutput: 778, busy: 5, readOnly: 8 };

export interface FailingDisk {
  /** Given to `openStore`. */
  readonly wrap: (database: Database) => Database;
  /** From the write after next `after` writes on, every write fails; `null` mends the disk. */
  fail(trouble: DiskTrouble | null, after?: number): void;
  /** Statements that changed something, and commits, so far: how a test finds each place to fail at. */
  readonly writes: () => number;
}

export function createFailingDisk(): FailingDisk {
  let trouble: DiskTrouble | null = null;
  let left = 0;
  let writes = 0;

  function beforeWrite(): void {
    writes += 1;
    if (trouble === null) return;
    if (left > 0) {
      left -= 1;
      return;
    }
    throw Object.assign(new Error(`disk: ${trouble}`), { code: 'ERR_SQLITE_ERROR', errcode: codes[trouble] });
  }

  return {
    wrap: (database) => ({
      ...database,
      prepare(sql) {
        const statement = database.prepare(sql);
        return {
          ...statement,
          run(...parameters) {
            beforeWrite();
            return statement.run(...parameters);
          },
        };
      },
      exec(sql) {
        beforeWrite();
        database.exec(sql);
      },
      transaction: (work) =>
        database.transaction(() => {
          const value = work();
          // Where the commit would go to disk: what was done so far must vanish.
          beforeWrite();
          return value;
        }),
    }),
    fail(next, after = 0) {
      trouble = next;
      left = after;
    },
    writes: () => writes,
  };
}
