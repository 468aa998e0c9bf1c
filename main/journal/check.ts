/**
 * Whether the file is whole. At the start only what a start needs is looked at, so that it costs the same after years; the
 * rest is walked behind the open till, a few entries at a time. Damage found there takes the salvage road at the next start.
 */

import type { Clock } from '../../app/ports/Clock.ts';
import { chainQuery, chainStart, type Link, walk } from './chain.ts';
import { saysFileIsBroken } from './faults.ts';
import { unfinishedQuery } from './journal.ts';
import { textOrNullIn, wholeIn } from './rows.ts';
import type { Database } from './sqlite.ts';

/** The newest entries: what a power cut or a dying disk hits first. */
const newest = 200;
/** A slice takes a few milliseconds, in which nobody is answered. */
const sliceEntries = 250;
const pauseMs = 40;
const firstPauseMs = 5000;

export type FileState = 'running' | 'whole' | 'damaged';

export interface FileCheck {
  state(): FileState;
  /** Ends early or not; resolves when it does. */
  readonly over: Promise<void>;
  stop(): void;
}

/** Throws what SQLite throws, or `StoreDamaged`. */
export function checkForStart(database: Database): void {
  database.prepare(unfinishedQuery).all();
  const [last] = database.prepare('select max(seq) as seq from entry').all();
  const from = Math.max(0, (last === undefined || last['seq'] === null ? 0 : wholeIn(last, 'seq')) - newest);
  walk(database.prepare(chainQuery).all(from, newest), linkAt(database, from));
}

/** Walks every entry. `damaged` is called once, when something is found. */
export function checkBehind(
  database: Database,
  { clock, damaged }: { readonly clock: Clock; readonly damaged: (why: string) => void },
): FileCheck {
  const over = new AbortController();
  let state: FileState = 'running';

  async function run(): Promise<void> {
    const slice = database.prepare(chainQuery);
    let link: Link | null = chainStart;
    // Whoever has just switched the till on comes first.
    await clock.sleep(firstPauseMs, over.signal);
    while (!over.signal.aborted) {
      try {
        link = walk(slice.all(link.seq, sliceEntries), link);
      } catch (error) {
        if (!saysFileIsBroken(error)) throw error;
        state = 'damaged';
        damaged(error instanceof Error ? error.message : String(error));
        return;
      }
      if (link === null) {
        state = 'whole';
        return;
      }
      await clock.sleep(pauseMs, over.signal);
    }
  }

  return { state: () => state, over: run(), stop: () => over.abort() };
}

function linkAt(database: Database, seq: number): Link {
  const row = database.prepare('select sum from entry where seq = ?').get(seq);
  return { seq, sum: row === undefined ? '' : (textOrNullIn(row, 'sum') ?? '') };
}
