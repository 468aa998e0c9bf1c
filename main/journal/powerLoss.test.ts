/**
 * A power cut in the middle of any write: the files are put as they can lie on the disk then, with the part that was being
 * written cut off at every sector or full of rubbish, and opened. What was acknowledged is there, what was not is there as a
 * whole or not at all.
 */

import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createJournal } from './journal.ts';
import { entry, upTo } from './testing/entriesForTest.ts';
import { driversHere, openForTest, temporaryFolder, vaultForTest } from './testing/storeForTest.ts';

const sector = 512;

const opened = entry('sale-1', { kind: 'opened', number: '01-000001', currency: 'NOK' }, 0);
const parked = (at: number) => entry('sale-1', { kind: 'parked' }, at);

interface Disk {
  readonly main: Buffer;
  readonly wal: Buffer;
}

function diskOf(folder: string): Disk {
  const wal = join(folder, 'till.sqlite-wal');
  return {
    main: readFileSync(join(folder, 'till.sqlite')),
    wal: existsSync(wal) ? readFileSync(wal) : Buffer.alloc(0),
  };
}

function layDown(folder: string, { main, wal }: Disk): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'till.sqlite'), main);
  writeFileSync(join(folder, 'till.sqlite-wal'), wal);
}

function lastDifference(one: Buffer, other: Buffer): number {
  for (let at = one.length - 1; at >= 0; at -= 1) if (one[at] !== other[at]) return at;
  return -1;
}

describe.each(driversHere)('a power cut over %s', (driver) => {
  async function entriesAfter(disk: Disk): Promise<number> {
    const folder = join(temporaryFolder(), 'after');
    layDown(folder, disk);
    const { database, setAside } = await openForTest(folder, { driver });
    expect(setAside).toBeNull();
    const read = createJournal(database, vaultForTest()).sale(opened.saleId);
    database.close();
    if (!read.ok) throw new Error(read.fault.kind);
    expect(read.value.map(({ at }) => Number(at))).toEqual(read.value.map((_, index) => index));
    return read.value.length;
  }

  it('at any sector of an append loses nothing acknowledged and leaves nothing half', async () => {
    const folder = temporaryFolder();
    const { database } = await openForTest(folder, { driver });
    database.exec('pragma wal_autocheckpoint = 0');
    const journal = createJournal(database, vaultForTest());
    journal.append(...upTo([opened], true));
    let acknowledged = 1;
    for (const size of [1, 3, 12]) {
      const before = diskOf(folder);
      const more = Array.from({ length: size }, (_, index) => parked(acknowledged + index));
      expect(journal.append(...upTo(more, true)).ok).toBe(true);
      const after = diskOf(folder);
      const grown = after.wal.length - before.wal.length;
      expect(grown).toBeGreaterThan(0);
      for (let cut = 0; cut <= grown; cut += sector) {
        const whole = after.wal.subarray(0, before.wal.length + cut);
        const rubbish = Buffer.concat([whole, Buffer.alloc(grown - cut, 0xa5)]);
        for (const wal of [whole, rubbish]) {
          const found = await entriesAfter({ main: before.main, wal });
          expect([acknowledged, acknowledged + size]).toContain(found);
          if (cut === grown) expect(found).toBe(acknowledged + size);
        }
      }
      acknowledged += size;
    }
    database.close();
  });

  it('at any sector of an append that begins the log anew loses nothing acknowledged', async () => {
    const folder = temporaryFolder();
    const { database } = await openForTest(folder, { driver });
    database.exec('pragma wal_autocheckpoint = 0');
    const journal = createJournal(database, vaultForTest());
    journal.append(...upTo([opened], true));
    for (let at = 1; at < 12; at += 1) journal.append(...upTo([parked(at)], true));
    // Everything is in the file itself now; the next append writes over the begin of the log.
    database.exec('pragma wal_checkpoint(full)');
    const before = diskOf(folder);
    expect(journal.append(...upTo([parked(12), parked(13)], true)).ok).toBe(true);
    const after = diskOf(folder);
    expect(after.wal.length).toBe(before.wal.length);
    const end = lastDifference(before.wal, after.wal) + 1;
    for (let cut = 0; cut < end + sector; cut += sector) {
      const rest = before.wal.subarray(cut);
      const torn = Buffer.from(rest);
      torn.fill(0xa5, 0, Math.min(sector, torn.length));
      for (const tail of [rest, torn]) {
        const wal = Buffer.concat([after.wal.subarray(0, cut), tail]);
        expect([12, 14]).toContain(await entriesAfter({ main: after.main, wal }));
      }
    }
    expect(await entriesAfter(after)).toBe(14);
    database.close();
  });

  it('at any page of a checkpoint loses nothing', async () => {
    const folder = temporaryFolder();
    const { database } = await openForTest(folder, { driver });
    const journal = createJournal(database, vaultForTest());
    journal.append(...upTo([opened], true));
    database.exec('pragma wal_checkpoint(truncate); pragma wal_autocheckpoint = 0');
    const many = 60;
    for (let at = 1; at < many; at += 1) journal.append(...upTo([parked(at)], true));
    const before = diskOf(folder);
    const beside = temporaryFolder();
    copyFileSync(join(folder, 'till.sqlite'), join(beside, 'till.sqlite'));
    database.exec('pragma wal_checkpoint(full)');
    const after = diskOf(folder);
    const page = 4096;
    const pages = Math.ceil(after.main.length / page);
    for (let written = 0; written <= pages; written += 1) {
      // The first so many pages of the new file over the old one, the log still whole.
      const main = Buffer.concat([
        after.main.subarray(0, written * page),
        before.main.subarray(written * page),
      ]);
      expect(await entriesAfter({ main, wal: before.wal })).toBe(many);
      // And only that one page, torn in the middle.
      const torn = Buffer.from(before.main);
      const place = Math.min(written, pages - 1) * page;
      if (place + page <= torn.length) after.main.copy(torn, place, place, place + page / 2);
      expect(await entriesAfter({ main: torn, wal: before.wal })).toBe(many);
    }
    database.close();
  });

  it('is survived because every commit is on disk before it is acknowledged', async () => {
    const { database } = await openForTest(temporaryFolder(), { driver });
    expect(database.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(database.prepare('pragma synchronous').get()).toEqual({ synchronous: 2 });
    database.close();
  });
});
