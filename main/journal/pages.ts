/**
 * A damaged file page by page, without SQLite: what its trees and tables of contents have lost is still on its pages. Only
 * reads. The format: sqlite.org, "Database File Format", parts 1.3 to 1.6.
 */

import { closeSync, existsSync, fstatSync, openSync } from 'node:fs';
import { bytesAt, committedFrames, frameHeadBytes, pageBytes } from './writeAheadLog.ts';

const headBytes = 100;

export interface Image {
  readonly number: number;
  readonly bytes: Buffer;
  /** Whether no newer image of this page is in the log. */
  readonly newest: boolean;
}

export interface DamagedPages {
  /** Whether the file is shorter than it says of itself, or cannot say it any more. */
  readonly cutShort: boolean;
  /** Every image of every page that is in use, oldest first: first the file's own, then the log's. */
  images(): Generator<Image>;
  /** The newest image of this page; `null` where there is none. */
  newest(number: number): Buffer | null;
  close(): void;
}

export function openPages(path: string): DamagedPages {
  const main = openSync(path, 'r');
  const wal = existsSync(`${path}-wal`) ? openSync(`${path}-wal`, 'r') : null;
  const frames = wal === null ? [] : committedFrames(wal);
  const inLog = new Map(frames.map(({ page, at }) => [page, at]));
  const size = fstatSync(main).size;
  const pages = Math.ceil(size / pageBytes);

  function newest(number: number): Buffer | null {
    const at = inLog.get(number);
    const image = wal === null || at === undefined ? null : bytesAt(wal, at + frameHeadBytes, pageBytes);
    return image ?? (number > pages ? null : bytesAt(main, (number - 1) * pageBytes, pageBytes));
  }

  const head = newest(1);
  const readable = head?.toString('latin1', 0, 15) === 'SQLite format 3';
  const told = head === null || !readable ? null : head.readUInt32BE(28);
  const unused = head === null || !readable ? new Set<number>() : freePages(head, newest);

  return {
    cutShort: told === null || size % pageBytes !== 0 || (told > pages && !inLog.has(told)),
    newest,
    *images() {
      for (let number = 1; number <= pages; number += 1) {
        const bytes = unused.has(number) ? null : bytesAt(main, (number - 1) * pageBytes, pageBytes);
        if (bytes !== null) yield { number, bytes, newest: !inLog.has(number) };
      }
      for (const { page, at } of frames) {
        const bytes = wal === null ? null : bytesAt(wal, at + frameHeadBytes, pageBytes);
        if (bytes !== null)
          yield { number: page, bytes, newest: inLog.get(page) === at && !unused.has(page) };
      }
    },
    close() {
      closeSync(main);
      if (wal !== null) closeSync(wal);
    },
  };
}

/** Where the tree of a page begins: behind the file's own head on the first. */
export function treeAt(number: number): number {
  return number === 1 ? headBytes : 0;
}

/** The pages that hold nothing any more: what they show was deleted. */
function freePages(head: Buffer, page: (number: number) => Buffer | null): ReadonlySet<number> {
  const free = new Set<number>();
  for (let trunk = head.readUInt32BE(32); trunk !== 0 && !free.has(trunk); ) {
    free.add(trunk);
    const list = page(trunk);
    if (list === null) break;
    const count = Math.min(list.readUInt32BE(4), pageBytes / 4 - 2);
    for (let index = 0; index < count; index += 1) free.add(list.readUInt32BE(8 + index * 4));
    trunk = list.readUInt32BE(0);
  }
  return free;
}
