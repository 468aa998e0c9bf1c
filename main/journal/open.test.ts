import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createJournal } from './journal.ts';
import { loadOrCreateKeyFile } from './keyFile.ts';
import { migrations } from './migrations.ts';
import { openStore } from './open.ts';
import { damagedFiles } from './replacing.ts';
import { only, wholeIn } from './rows.ts';
import { loadDriver } from './sqlite.ts';
import { entry, upTo } from './testing/entriesForTest.ts';
import { driversHere, openForTest, temporaryFolder, testTime, vaultForTest } from './testing/storeForTest.ts';
import { createVault } from './vault.ts';

const one = entry('sale-1', { kind: 'opened', number: '01-000001', currency: 'NOK' });

describe.each(driversHere)('the store over %s', (driver) => {
  it('is durable: WAL, every commit on disk, foreign keys held', async () => {
    const { database } = await openForTest(temporaryFolder(), { driver });
    const setting = (name: string) => Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0];
    expect([setting('journal_mode'), setting('synchronous'), setting('foreign_keys')]).toEqual(['wal', 2, 1]);
    expect([setting('user_version'), setting('busy_timeout')]).toEqual([migrations.length, 250]);
    database.close();
  });

  it('refuses the file of a newer till and leaves it as it is', async () => {
    const folder = temporaryFolder();
    const store = await openForTest(folder, { driver });
    store.database.exec('pragma user_version = 99');
    store.database.close();
    const before = readFileSync(store.path);
    expect(await openStore({ folder, now: testTime, driver })).toEqual({
      ok: false,
      fault: { kind: 'storeNewer', found: 99, known: migrations.length },
    });
    expect(readFileSync(store.path).equals(before)).toBe(true);
  });

  it('keeps a copy of the older file before it changes the schema', async () => {
    const folder = temporaryFolder();
    const older = await openForTest(folder, { driver, steps: migrations.slice(0, 1) });
    older.database.exec(`
      insert into sale (sale_id, unfinished) values ('sale-1', 1);
      insert into entry (sale_id, at, kind, version, body)
        values ('sale-1', ${one.at}, 'opened', 1, '${JSON.stringify(one.event)}')`);
    older.database.close();

    const newer = await openForTest(folder, { driver });
    expect(createJournal(newer.database, vaultForTest()).unfinished()).toEqual({ ok: true, value: [[one]] });
    newer.database.close();
    const copy = (await loadDriver(driver)).open(join(folder, 'till.schema-1.sqlite'));
    expect(copy.prepare('pragma user_version').get()).toEqual({ user_version: 1 });
    expect(copy.prepare('select count(*) as entries from entry').get()).toEqual({ entries: 1 });
    copy.close();
  });

  it('leaves the older schema whole when a step fails', async () => {
    const folder = temporaryFolder();
    (await openForTest(folder, { driver, steps: migrations.slice(0, 1) })).database.close();
    const broken = [...migrations.slice(0, 1), 'create table half (a text) strict;', 'frobnicate'];
    await expect(openStore({ folder, now: testTime, driver, steps: broken })).rejects.toThrow('frobnicate');
    const { database } = await openForTest(folder, { driver, steps: migrations.slice(0, 1) });
    expect(database.prepare("select name from sqlite_schema where name = 'half'").all()).toEqual([]);
    database.close();
  });

  it.each([
    [
      'no database at all',
      (bytes: Buffer) => Buffer.from('not a database, only text'.repeat(200)).subarray(0, bytes.length),
    ],
    ['a damaged page', (bytes: Buffer) => Buffer.from(bytes).fill(0x5a, 4096, 3 * 4096)],
  ] as const)('sets %s aside, keeps every byte of it, and begins anew', async (_what, damage) => {
    const folder = temporaryFolder();
    const store = await openForTest(folder, { driver });
    createJournal(store.database, vaultForTest()).append(...upTo([one], true));
    store.database.close();
    const damaged = damage(readFileSync(store.path));
    writeFileSync(store.path, damaged);

    const next = await openForTest(folder, { driver });
    const aside = join(folder, 'till.damaged-2026-03-01T080910.123Z.sqlite');
    expect(next.setAside).toBe(aside);
    expect(readFileSync(aside).equals(damaged)).toBe(true);
    expect(createJournal(next.database, vaultForTest()).saleCount()).toEqual({ ok: true, value: 0 });
    next.database.close();
  });

  it('takes a file without a byte for a damaged one, and goes on saying so at every start', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'till.sqlite'), '');
    const store = await openForTest(folder, { driver });
    expect(store.setAside).toMatch(/till\.damaged-.*\.sqlite$/);
    store.database.close();
    const later = await openForTest(folder, { driver });
    expect(later.setAside).toBeNull();
    later.database.close();
    expect(damagedFiles(folder)).toHaveLength(1);
  });

  it('never overwrites a file that was set aside in the same millisecond', async () => {
    const folder = temporaryFolder();
    const damage = () => writeFileSync(join(folder, 'till.sqlite'), 'not a database, only text'.repeat(200));
    damage();
    (await openForTest(folder, { driver })).database.close();
    damage();
    (await openForTest(folder, { driver })).database.close();
    expect(
      readdirSync(folder)
        .filter((name) => /damaged.*sqlite$/.test(name))
        .sort(),
    ).toEqual(['till.damaged-2026-03-01T080910.123Z-2.sqlite', 'till.damaged-2026-03-01T080910.123Z.sqlite']);
  });

  it('keeps a second till out where the host asks for it', async () => {
    const folder = temporaryFolder();
    const first = await openForTest(folder, { driver, exclusive: true });
    expect(await openStore({ folder, now: testTime, driver, exclusive: true })).toEqual({
      ok: false,
      fault: { kind: 'storeLocked' },
    });
    first.database.close();
    (await openForTest(folder, { driver, exclusive: true })).database.close();
  });

  it('says so when a second writer holds the file, and writes nothing', async () => {
    const folder = temporaryFolder();
    const first = await openForTest(folder, { driver });
    const second = await openForTest(folder, { driver });
    first.database.exec('begin immediate');
    const journal = createJournal(second.database, vaultForTest());
    expect(journal.append(...upTo([one], true))).toEqual({ ok: false, fault: { kind: 'storeLocked' } });
    first.database.exec('rollback');
    expect(journal.append(...upTo([one], true)).ok).toBe(true);
    first.database.close();
    second.database.close();
  });

  it('says so when the file has no room left', async () => {
    const { database } = await openForTest(temporaryFolder(), { driver });
    const pages = wholeIn(only(database.prepare('pragma page_count').get()), 'page_count');
    database.exec(`pragma max_page_count = ${pages}`);
    const journal = createJournal(database, vaultForTest());
    const many = Array.from({ length: 400 }, () => one);
    expect(journal.append(...upTo(many, true))).toEqual({ ok: false, fault: { kind: 'diskFull' } });
    database.exec('pragma max_page_count = 1000000');
    expect(journal.saleCount()).toEqual({ ok: true, value: 0 });
    database.close();
  });

  it('says so when a file stands where the folder should be', async () => {
    const folder = join(temporaryFolder(), 'data');
    writeFileSync(folder, '');
    expect(await openStore({ folder, now: testTime, driver })).toEqual({
      ok: false,
      fault: { kind: 'storeReadOnly' },
    });
  });

  it('says so when the file cannot be opened', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'till.sqlite'));
    expect(await openStore({ folder, now: testTime, driver })).toEqual({
      ok: false,
      fault: { kind: 'storeReadOnly' },
    });
  });
});

describe('the key file', () => {
  it('is made once, for the till alone, and opens what was sealed before', () => {
    const folder = join(temporaryFolder(), 'training');
    const first = loadOrCreateKeyFile(folder);
    const second = loadOrCreateKeyFile(folder);
    if (!first.ok || !second.ok) throw new Error('no key');
    expect(statSync(join(folder, 'till.key')).mode & 0o777).toBe(0o600);
    expect(createVault(second.value).open(createVault(first.value).seal('4791234567'))).toBe('4791234567');
  });

  it('is not made anew beside a journal: what is sealed in it would be lost for good', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'till.sqlite'), 'a journal of an earlier day');
    expect(loadOrCreateKeyFile(folder)).toEqual({ ok: false, fault: { kind: 'secretsUnavailable' } });
    expect(readdirSync(folder)).toEqual(['till.sqlite']);
  });

  it('is never replaced when it is unusable', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'till.key'), 'short');
    expect(loadOrCreateKeyFile(folder)).toEqual({ ok: false, fault: { kind: 'secretsUnavailable' } });
    expect(readFileSync(join(folder, 'till.key'), 'utf8')).toBe('short');
  });

  it('is a fault where the folder cannot be made', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    chmodSync(file, 0o400);
    expect(loadOrCreateKeyFile(join(file, 'under'))).toEqual({
      ok: false,
      fault: { kind: 'secretsUnavailable' },
    });
    expect(existsSync(join(file, 'under'))).toBe(false);
  });
});

describe('the vault', () => {
  it('seals the same text differently each time and hashes it the same', () => {
    const vault = vaultForTest();
    expect(vault.seal('æøå 4791234567')).not.toBe(vault.seal('æøå 4791234567'));
    expect(vault.open(vault.seal('æøå 4791234567'))).toBe('æøå 4791234567');
    expect(vault.hash('4791234567')).toBe(vaultForTest().hash('4791234567'));
    expect(vault.hash('4791234567')).not.toBe(vaultForTest(8).hash('4791234567'));
  });

  it('does not open what was altered by one bit', () => {
    const vault = vaultForTest();
    const bytes = Buffer.from(vault.seal('4791234567'), 'base64');
    for (let i = 0; i < bytes.length; i += 1) {
      const altered = Buffer.from(bytes);
      altered[i] = (altered[i] ?? 0) ^ 1;
      expect(() => vault.open(altered.toString('base64'))).toThrow('cannot be opened');
    }
  });
});
