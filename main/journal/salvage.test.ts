/**
 * Damaged files: the damage is found, whatever of them still stands on the disk is saved, what was open is asked about
 * again, and the damaged file stays as it was.
 */

import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { currentPayment } from '../../app/domain/sale.ts';
import { foldSale } from '../../app/domain/saleFold.ts';
import { aShop } from '../../app/testing/shop.ts';
import { virtualClock } from '../../app/testing/virtualClock.ts';
import { checkBehind } from './check.ts';
import { createJournal } from './journal.ts';
import type { Database, Store } from './open.ts';
import { openPages } from './pages.ts';
import { damagedFiles, suspect } from './replacing.ts';
import { type Salvaged, salvage } from './salvage.ts';
import type { DriverName } from './sqlite.ts';
import { aBusyTill, type BusyTill } from './testing/busyTill.ts';
import { altered, damages, pageBytes, pagesWith, rubbish } from './testing/damages.ts';
import {
  driversHere,
  openForTest,
  removedLater,
  temporaryFolder,
  testTime,
  vaultForTest,
} from './testing/storeForTest.ts';

const nothing: Salvaged = { sales: 0, entries: 0, lost: 0, orphans: [] };

function saving(path: string, into: Database): Salvaged | null {
  const pages = openPages(path);
  try {
    const saved = salvage(pages, into, { vault: vaultForTest(), now: testTime });
    return saved === 'otherKey' ? null : saved;
  } finally {
    pages.close();
  }
}

/** Starts; where the start sees nothing, the check behind the open till does, and the next start saves. */
async function savedFrom(folder: string, driver: DriverName) {
  const damaged = filesIn(folder);
  let store: Store = await openForTest(folder, { driver, salvage: saving });
  if (store.setAside === null) {
    const clock = virtualClock();
    const check = checkBehind(store.database, { clock, damaged: (why) => suspect(store.path, why) });
    await clock.pass(600_000);
    expect(check.state()).toBe('damaged');
    store.database.close();
    store = await openForTest(folder, { driver, salvage: saving });
  }
  const aside = store.setAside;
  if (aside === null) throw new Error('the damage was not seen');
  for (const [part, bytes] of damaged) expect(readFileSync(aside + part).equals(bytes)).toBe(true);
  expect(readFileSync(aside.replace(/sqlite$/, 'txt'), 'utf8')).toContain('set aside');
  return {
    ...store,
    result: store.salvaged ?? nothing,
    journal: createJournal(store.database, vaultForTest()),
  };
}

function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  const parts = ['', '-wal'].filter((part) => existsSync(join(folder, `till.sqlite${part}`)));
  return new Map(parts.map((part) => [part, readFileSync(join(folder, `till.sqlite${part}`))]));
}

/**
 * The entries of which the whole text still stands in one of these files; of those whose text is nobody else's. Inner pages
 * hold no rows, only what is left of the time when they were outer ones.
 */
function stillThere({ written }: BusyTill, files: ReadonlyMap<string, Buffer>) {
  const all = Buffer.concat([...files.values()]);
  for (const page of pagesWith(files.get('') ?? all, (one) => one[0] === 5)) {
    all.fill(0, page * pageBytes, (page + 1) * pageBytes);
  }
  const own = written.filter(({ body }) => written.filter((one) => one.body === body).length === 1);
  return own.filter(({ body }) => all.includes(body));
}

describe.each(driversHere)('a damaged journal over %s', (driver) => {
  let till: BusyTill;
  let killed: BusyTill;
  let [tidy, dirty] = ['', ''];

  beforeAll(async () => {
    tidy = removedLater();
    dirty = removedLater();
    till = await aBusyTill(tidy, { driver });
    killed = await aBusyTill(dirty, { driver, killed: true });
  });

  function copied(from: string): string {
    const folder = temporaryFolder();
    for (const part of ['', '-wal']) {
      const name = `till.sqlite${part}`;
      if (existsSync(join(from, name))) cpSync(join(from, name), join(folder, name));
    }
    return folder;
  }

  async function expectSaved(folder: string, of: BusyTill) {
    const there = stillThere(of, filesIn(folder));
    const saved = await savedFrom(folder, driver);
    const { journal, result } = saved;
    const lacking = there.filter(({ entry }) => {
      const read = journal.sale(entry.saleId);
      return !read.ok || !read.value.some((one) => JSON.stringify(one) === JSON.stringify(entry));
    });
    expect(lacking.map(({ seq }) => seq)).toEqual([]);
    expect(result.entries).toBeGreaterThanOrEqual(there.length);
    expect(result.entries).toBeLessThanOrEqual(of.written.length);
    expect(journal.unfinished().ok).toBe(true);
    const count = journal.saleCount();
    // No number is given twice, whatever was lost.
    expect(count.ok ? count.value : 0).toBeGreaterThanOrEqual(of.sales);
    return { ...saved, there };
  }

  it.each(Object.keys(damages))('with %s is found and saved as far as it can be read', async (name) => {
    const folder = copied(tidy);
    const path = join(folder, 'till.sqlite');
    writeFileSync(path, damages[name]?.(readFileSync(path)) ?? '');
    const { database, journal, there } = await expectSaved(folder, till);
    const opened = journal.unfinished();
    const sale = opened.ok ? opened.value.at(-1)?.[0]?.saleId : null;
    const known = there.filter(({ entry }) => entry.event.kind === 'paymentIntended').at(-1)?.entry.saleId;
    if (known === till.written.at(-1)?.entry.saleId) expect(sale).toBe(known);
    const clock = virtualClock();
    const check = checkBehind(database, { clock, damaged: () => undefined });
    await clock.pass(600_000);
    expect(check.state()).toBe('whole');
    database.close();
  });

  it.each([
    ['in the middle', 0.5],
    ['at its begin', 0],
    ['in its first frame', 0.01],
  ])('with its log damaged %s keeps what lies behind the damage', async (_where, share) => {
    const folder = copied(dirty);
    const log = join(folder, 'till.sqlite-wal');
    const bytes = readFileSync(log);
    const at = Math.floor(bytes.length * share);
    rubbish(bytes, at, at + 512);
    writeFileSync(log, bytes);
    const { database, result } = await expectSaved(folder, killed);
    // The same page was written many times: one copy less loses nothing.
    expect(result.entries).toBe(killed.written.length);
    database.close();
  });

  it('with its log cut has what was before the cut', async () => {
    const folder = copied(dirty);
    const log = join(folder, 'till.sqlite-wal');
    truncateSync(log, statSync(log).size / 2);
    const { database, setAside } = await openForTest(folder, { driver, salvage: saving });
    expect(setAside).toBeNull();
    const journal = createJournal(database, vaultForTest());
    const count = journal.saleCount();
    expect(count.ok ? count.value : 0).toBeGreaterThan(5);
    expect(journal.unfinished().ok).toBe(true);
    database.close();
  });

  it('has the open payment asked about, and paid', async () => {
    const folder = copied(tidy);
    const path = join(folder, 'till.sqlite');
    const bytes = readFileSync(path);
    for (const page of pagesWith(bytes, (one) => one.includes('"createAccepted"')).slice(-1)) {
      const at = bytes.lastIndexOf('"createAccepted"', (page + 1) * pageBytes);
      bytes.write('"createAccepteX"', at);
    }
    writeFileSync(path, bytes);
    const { journal, database } = await savedFrom(folder, driver);
    const saleId = till.written.at(-1)?.entry.saleId ?? ('' as never);
    const read = journal.sale(saleId);
    expect(read.ok ? read.value.at(-1)?.event.kind : null).toBe('salvaged');

    till.shop.wallet.customer(till.open, 'AUTHORIZED');
    const next = aShop({ journal });
    Object.assign(next.ports, { payments: till.shop.wallet, clock: till.shop.clock });
    const again = next.open();
    expect(again.start().ok).toBe(true);
    await till.shop.clock.pass(60_000);
    const after = journal.sale(saleId);
    const sale = after.ok ? foldSale(after.value) : null;
    expect(sale === null ? null : currentPayment(sale)?.state).toBe('captured');
    again.stop();
    database.close();
  });

  it('names a payment whose request was lost, for a person to look at', async () => {
    const folder = copied(tidy);
    const path = join(folder, 'till.sqlite');
    const bytes = readFileSync(path);
    altered(bytes, '"kind":"paymentIntended"', '"kind":"paymentIntendeX"');
    writeFileSync(path, bytes);
    const { result, database, setAside } = await savedFrom(folder, driver);
    expect(result.lost).toBe(1);
    expect(result.orphans).toEqual([till.open]);
    const report = readFileSync((setAside ?? '').replace(/sqlite$/, 'txt'), 'utf8');
    expect(report).toContain(result.orphans[0]);
    database.close();
  });

  it('gives the next sale a number that no sale ever had', async () => {
    const folder = copied(tidy);
    const path = join(folder, 'till.sqlite');
    writeFileSync(path, damages['its newest entries overwritten']?.(readFileSync(path)) ?? '');
    const { journal, database } = await savedFrom(folder, driver);
    const numbers = till.written.flatMap(({ entry: { event } }) =>
      event.kind === 'opened' ? [event.number] : [],
    );
    const highest = Math.max(...numbers.map((number) => Number(number.slice(-6))));
    const count = journal.saleCount();
    expect(count.ok ? count.value : 0).toBeGreaterThanOrEqual(highest);
    database.close();
  });

  it('is left alone where it was sealed with another key', async () => {
    const folder = copied(tidy);
    const path = join(folder, 'till.sqlite');
    const before = readFileSync(path);
    suspect(path, 'found by the check');
    const opened = await openStoreWithOtherKey(folder, driver);
    expect(opened).toBe('otherKey');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(damagedFiles(folder)).toEqual([]);
    const { result, database } = await savedFrom(folder, driver);
    expect(result.entries).toBe(till.written.length);
    database.close();
  });

  it.each(['damaged file moved', 'nothing moved yet'])(
    'survives a power cut while it is replaced: %s',
    async (where) => {
      const folder = copied(tidy);
      const path = join(folder, 'till.sqlite');
      suspect(path, 'found by the check');
      const first = await savedFrom(folder, driver);
      first.database.close();
      // Back to what lies on the disk between the steps.
      const aside = first.setAside ?? '';
      const ready = aside.replace('till.damaged', 'till.salvaged');
      renameSync(path, ready);
      if (where === 'nothing moved yet') {
        renameSync(aside, path);
        suspect(path, 'found by the check');
      }
      const store = await openForTest(folder, {
        driver,
        salvage: () => expect.unreachable('it was saved before'),
      });
      expect(store.setAside).toBe(aside);
      const count = store.database.prepare("select count(*) as n from entry where kind <> 'salvaged'").get();
      expect(count).toEqual({ n: till.written.length });
      store.database.close();
      expect(readdirSync(folder).filter((name) => name.endsWith('.sqlite')).length).toBe(2);
    },
  );

  it('begins again where a power cut ended the saving itself', async () => {
    const folder = copied(tidy);
    suspect(join(folder, 'till.sqlite'), 'found by the check');
    writeFileSync(join(folder, 'till.salvaging.sqlite'), 'half of a file');
    const { result, database } = await savedFrom(folder, driver);
    expect(result.entries).toBe(till.written.length);
    database.close();
  });

  it('is not taken from under a till that still runs on it', async () => {
    const folder = copied(tidy);
    const first = await openForTest(folder, { driver, exclusive: true });
    suspect(first.path, 'found by the check');
    await expect(openForTest(folder, { driver, salvage: saving })).rejects.toThrow('storeLocked');
    expect(damagedFiles(folder)).toEqual([]);
    first.database.close();
  });
});

async function openStoreWithOtherKey(folder: string, driver: DriverName): Promise<unknown> {
  let answer: unknown = null;
  await openForTest(folder, {
    driver,
    salvage(path, into) {
      const pages = openPages(path);
      answer = salvage(pages, into, { vault: vaultForTest(1), now: testTime });
      pages.close();
      return null;
    },
  }).catch(() => undefined);
  return answer;
}
