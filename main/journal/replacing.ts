/**
 * A damaged file gives way to a new one, in steps of which a power cut may end any: the new file is finished under a name of
 * its own first, and who finds it under that name at a start goes on from there. Nothing of the damaged file is deleted.
 *
 * `till.salvaging.sqlite` is being filled · `till.salvaged-<time>.sqlite` is whole, and its turn has come ·
 * `till.damaged-<time>.sqlite` and `.txt` are the damaged file and what became of it.
 */

import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Instant, isoUtc } from '../../app/kernel/time.ts';
import { flushFolder } from './flushFolder.ts';
import type { Salvaged } from './salvage.ts';

const parts = ['', '-wal', '-shm'] as const;

/** A file beside the journal says that damage was found in it while the till was open. */
function suspicion(path: string): string {
  return `${path}.damaged`;
}

export function isSuspect(path: string): boolean {
  return existsSync(suspicion(path));
}

/** The next start sets the file aside and saves what can be read. */
export function suspect(path: string, why: string): void {
  writeFileSync(suspicion(path), `${why}\n`, { flush: true });
}

/** Files that were damaged and set aside, newest last: they stay the manager's business until they are moved away. */
export function damagedFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^till\.damaged-.*\.sqlite$/.test(name))
    .sort();
}

/**
 * Has `fill` make the new file and puts it in the place of the damaged one. Answers where the damaged one lies now; `null`
 * where `fill` answered `null`, and then all is as it was.
 */
export function replaceDamaged(
  folder: string,
  now: Instant,
  fill: (file: string) => Salvaged | null,
): string | null {
  const file = join(folder, 'till.salvaging.sqlite');
  const clear = () => {
    for (const part of parts) rmSync(file + part, { force: true });
  };
  clear();
  const saved = fill(file);
  if (saved === null) {
    clear();
    return null;
  }
  const time = freeTime(folder, now);
  writeFileSync(join(folder, `till.damaged-${time}.txt`), reportOf(saved, time), { flush: true });
  renameSync(file, join(folder, `till.salvaged-${time}.sqlite`));
  clear();
  flushFolder(folder);
  return finishReplacing(folder);
}

/** The last steps, also for a start after one that was cut off in them. `null`: there is nothing to finish. */
export function finishReplacing(folder: string): string | null {
  const ready = readdirSync(folder).find((name) => /^till\.salvaged-.*\.sqlite$/.test(name));
  if (ready === undefined) return null;
  const path = join(folder, 'till.sqlite');
  const aside = join(folder, basename(ready).replace('salvaged', 'damaged'));
  for (const part of parts) if (existsSync(path + part)) renameSync(path + part, aside + part);
  rmSync(suspicion(path), { force: true });
  flushFolder(folder);
  renameSync(join(folder, ready), path);
  flushFolder(folder);
  return aside;
}

/** E.g. `2026-03-01T080910.123Z`; no file was ever set aside under it. */
function freeTime(folder: string, now: Instant): string {
  const time = isoUtc(now).replaceAll(':', '');
  const taken = (name: string) => existsSync(join(folder, `till.damaged-${name}.sqlite`));
  let free = time;
  for (let i = 2; taken(free); i += 1) free = `${time}-${i}`;
  return free;
}

/** For the manager; in English like everything that is for files and terminals. */
function reportOf({ sales, entries, lost, orphans }: Salvaged, time: string): string {
  return [
    `The journal was damaged and set aside as till.damaged-${time}.sqlite.`,
    `Saved: ${sales} sales, ${entries} entries. Entries that were there and could not be read: ${lost}.`,
    orphans.length === 0
      ? 'Every payment that is known is watched by the till again.'
      : 'Of these payments only the reference is left; the till cannot watch them, look them up in the business portal:',
    ...orphans,
    '',
  ].join('\n');
}
