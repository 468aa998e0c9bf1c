/** SQLite's result codes as faults of ours. A code that only a defect of ours can cause stays an exception. */

import type { JournalFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';

/** Primary result codes (sqlite.org, "Result and Error Codes"); the extended code keeps the primary one in its low byte. */
const faultByCode: Readonly<Record<number, JournalFault['kind'] & keyof typeof faults>> = {
  3: 'storeReadOnly', // PERM
  5: 'storeLocked', // BUSY
  6: 'storeLocked', // LOCKED
  8: 'storeReadOnly', // READONLY
  10: 'storeDamaged', // IOERR: the disk did not do what it was told; nothing on it can be relied on
  11: 'storeDamaged', // CORRUPT
  13: 'diskFull', // FULL
  14: 'storeReadOnly', // CANTOPEN
  23: 'storeReadOnly', // AUTH
  26: 'storeDamaged', // NOTADB
};

const faults = {
  diskFull: { kind: 'diskFull' },
  storeReadOnly: { kind: 'storeReadOnly' },
  storeLocked: { kind: 'storeLocked' },
  storeDamaged: { kind: 'storeDamaged' },
} as const satisfies Partial<Record<JournalFault['kind'], JournalFault>>;

const corrupt = 11;
const notADatabase = 26;

/** Thrown inside `guarded` when what was read cannot be what was written. */
export class StoreDamaged extends Error {}

/** The fault behind an exception, or `null` if it is a defect of ours. */
export function faultOf(error: unknown): JournalFault | null {
  if (error instanceof StoreDamaged) return faults.storeDamaged;
  const code = primaryCode(error);
  const kind = code === null ? undefined : faultByCode[code];
  if (kind !== undefined) return faults[kind];
  return fileFault(error);
}

/** Whether the file itself is broken, so that it has to be set aside; an I/O error alone does not say so. */
export function saysFileIsBroken(error: unknown): boolean {
  const code = primaryCode(error);
  return error instanceof StoreDamaged || code === corrupt || code === notADatabase;
}

/** Runs work on the store; expected trouble becomes a value, a defect is thrown on. */
export function guarded<T>(work: () => T): Result<T, JournalFault> {
  try {
    return ok(work());
  } catch (error) {
    const fault = faultOf(error);
    if (fault === null) throw error;
    return err(fault);
  }
}

function primaryCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode & 0xff;
}

/** What the operating system says where a file is copied, renamed or created beside the database. */
function fileFault(error: unknown): JournalFault | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return faults.diskFull;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
      return faults.storeReadOnly;
    case 'EIO':
      return faults.storeDamaged;
    case 'EBUSY':
      return faults.storeLocked;
    default:
      return null;
  }
}
