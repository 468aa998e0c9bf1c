/**
 * SQLite's write-ahead log, read without SQLite: which pages its commits wrote, and whether it is damaged. SQLite itself
 * takes a frame that is damaged for the end of the log and forgets what lies behind it. The format: sqlite.org, "Database
 * File Format", part 4.
 */

import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/** SQLite's own choice, and the till never asks for another. */
export const pageBytes = 4096;
export const frameHeadBytes = 24;
const headBytes = 32;
/** Its last bit says that check sums are over big-endian words. */
const magic = 0x377f0682;

export interface Frame {
  /** The number of its page. */
  readonly page: number;
  /** Where it begins in the log. */
  readonly at: number;
}

interface KnownFrame extends Frame {
  readonly commits: boolean;
}

/**
 * The frames of this round of the log, up to the last commit. Their check sums are not asked: each covers all frames before
 * it, and one that is damaged would hide the whole ones behind it.
 */
export function committedFrames(log: number): readonly Frame[] {
  const frames = framesIn(log);
  return frames.slice(0, frames.findLastIndex(({ commits }) => commits) + 1);
}

/**
 * Whether a frame is damaged, at least two commits lie behind it, and the file does not hold what they wrote. A power cut
 * leaves one commit at most: the second is only begun when the first is on disk. Where it hits the head of a log that
 * begins anew, the file has everything already.
 */
export function isLogDamaged(path: string): boolean {
  if (!existsSync(`${path}-wal`)) return false;
  const log = openSync(`${path}-wal`, 'r');
  const main = openSync(path, 'r');
  try {
    const whole = wholeFrames(log);
    const behind = framesIn(log).filter(({ at, commits }) => commits && at >= whole);
    if (behind.length < 2) return false;
    const newest = new Map(committedFrames(log).map(({ page, at }) => [page, at]));
    return [...newest].some(([page, at]) => {
      const image = bytesAt(log, at + frameHeadBytes, pageBytes);
      const kept = bytesAt(main, (page - 1) * pageBytes, pageBytes);
      return image === null || kept === null || !image.equals(kept);
    });
  } finally {
    closeSync(log);
    closeSync(main);
  }
}

/** A frame belongs to this round of the log when it has its salts; behind it may lie frames of an older one. */
function framesIn(log: number): readonly KnownFrame[] {
  const count = Math.floor((fstatSync(log).size - headBytes) / (frameHeadBytes + pageBytes));
  const all: (KnownFrame & { readonly salts: string })[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = headBytes + index * (frameHeadBytes + pageBytes);
    const head = bytesAt(log, at, frameHeadBytes);
    if (head === null) continue;
    const salts = head.toString('hex', 8, 16);
    all.push({ page: head.readUInt32BE(0), at, salts, commits: head.readUInt32BE(4) > 0 });
  }
  const head = bytesAt(log, 0, headBytes);
  // Where the log's own head is lost, the first two frames that agree tell its salts.
  const salts = isHead(head)
    ? head.toString('hex', 16, 24)
    : all.find((one, index) => one.salts === all[index + 1]?.salts)?.salts;
  return all.filter((one) => one.salts === salts && one.page > 0);
}

/** How far the log is whole by its check sums, in bytes. */
function wholeFrames(log: number): number {
  const head = bytesAt(log, 0, headBytes);
  if (!isHead(head)) return 0;
  const bigEndian = head.readUInt32BE(0) % 2 === 1;
  let sums = summed([0, 0], head.subarray(0, 24), bigEndian);
  let at = headBytes;
  if (!isSum(sums, head, 24)) return 0;
  for (;;) {
    const frame = bytesAt(log, at, frameHeadBytes + pageBytes);
    if (frame === null || !frame.subarray(8, 16).equals(head.subarray(16, 24))) return at;
    sums = summed(summed(sums, frame.subarray(0, 8), bigEndian), frame.subarray(frameHeadBytes), bigEndian);
    if (!isSum(sums, frame, 16)) return at;
    at += frame.length;
  }
}

function isHead(head: Buffer | null): head is Buffer {
  return head !== null && head.readUInt32BE(0) >>> 1 === magic >>> 1;
}

function isSum([first, second]: readonly [number, number], bytes: Buffer, at: number): boolean {
  return bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second;
}

function summed(
  [before, beforeSecond]: readonly [number, number],
  bytes: Buffer,
  bigEndian: boolean,
): readonly [number, number] {
  const word = (at: number) => (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at));
  let [first, second] = [before, beforeSecond];
  for (let at = 0; at < bytes.length; at += 8) {
    first = (first + word(at) + second) >>> 0;
    second = (second + word(at + 4) + first) >>> 0;
  }
  return [first, second];
}

/**
 * `null` behind the end of the file, and where the disk does not give a sector back. A page that is cut off in its middle is
 * filled up with zeros.
 */
export function bytesAt(file: number, at: number, length: number): Buffer | null {
  const bytes = Buffer.alloc(length);
  try {
    return readSync(file, bytes, 0, length, at) > 0 ? bytes : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EIO') return null;
    throw error;
  }
}
