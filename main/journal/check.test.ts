/** The check at the start looks at what a start needs, the one behind the open till at everything; neither misses damage. */

import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { virtualClock } from '../../app/testing/virtualClock.ts';
import { checkBehind, checkForStart, unfinishedSumsQuery } from './check.ts';
import { StoreDamaged } from './faults.ts';
import { createJournal } from './journal.ts';
import type { Database } from './open.ts';
import { textIn } from './rows.ts';
import { aBusyTill } from './testing/busyTill.ts';
import { entry, upTo } from './testing/entriesForTest.ts';
import { driversHere, openForTest, temporaryFolder, vaultForTest } from './testing/storeForTest.ts';
import { isOwnVault } from './vaultCheck.ts';

async function stateAfter(database: Database): Promise<{ state: string; found: readonly string[] }> {
  const clock = virtualClock();
  const found: string[] = [];
  const check = checkBehind(database, { clock, damaged: (why) => found.push(why) });
  expect(check.state()).toBe('running');
  await clock.pass(600_000);
  return { state: check.state(), found };
}

function unlocked(database: Database): void {
  database.exec('drop trigger entry_is_never_changed; drop trigger entry_is_never_deleted');
}

describe.each(driversHere)('the check behind the open till over %s', (driver) => {
  it('reads everything, a few rows at a time, and ends whole', async () => {
    const folder = temporaryFolder();
    await aBusyTill(folder, { driver });
    const { database } = await openForTest(folder, { driver });
    const statements: string[] = [];
    const watched: Database = {
      ...database,
      prepare(sql) {
        statements.push(sql);
        return database.prepare(sql);
      },
    };
    expect(await stateAfter(watched)).toEqual({ state: 'whole', found: [] });
    const tables = database
      .prepare("select name from pragma_table_list where schema = 'main' and type in ('table', 'shadow')")
      .all()
      .map((row) => textIn(row, 'name'))
      .filter((name) => !name.startsWith('sqlite_'));
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) expect(statements.some((sql) => sql.includes(`from ${table} `))).toBe(true);
    database.close();
  });

  it.each([
    ['an altered body', "update entry set body = replace(body, 'thermos', 'Thermos') || ' ' where seq = 40"],
    ['a lost entry', 'delete from entry where seq = 40'],
    ['a lost check sum', 'update entry set sum = null where seq = 40'],
    ['an altered time', 'update entry set at = at + 1 where seq = 40'],
    [
      'two entries in the other order',
      'update entry set seq = -1 where seq = 40; update entry set seq = 40 where seq = 41; update entry set seq = 41 where seq = -1',
    ],
  ])('sees %s', async (_what, sql) => {
    const folder = temporaryFolder();
    await aBusyTill(folder, { driver });
    const { database } = await openForTest(folder, { driver });
    unlocked(database);
    database.exec(sql);
    const { state, found } = await stateAfter(database);
    expect(state).toBe('damaged');
    expect(found).toHaveLength(1);
    database.close();
  });

  it('sees damage on any page that holds rows', async () => {
    const folder = temporaryFolder();
    const { path } = await aBusyTill(folder, { driver, sales: 20 });
    const whole = readFileSync(path);
    const pageBytes = 4096;
    const missed: number[] = [];
    for (let page = 1; page < whole.length / pageBytes; page += 1) {
      const bytes = Buffer.from(whole);
      // An empty page that nothing was ever on is no loss.
      const rows = bytes.readUInt16BE(page * pageBytes + 3);
      if (![2, 5, 10, 13].includes(bytes[page * pageBytes] ?? 0) || rows === 0) continue;
      bytes.fill(0x5a, page * pageBytes, (page + 1) * pageBytes);
      const other = temporaryFolder();
      writeFileSync(`${other}/till.sqlite`, bytes);
      const store = await openForTest(other, { driver });
      if (store.setAside === null && (await stateAfter(store.database)).state !== 'damaged')
        missed.push(page);
      store.database.close();
    }
    expect(missed).toEqual([]);
  });

  it('stops with the till', async () => {
    const folder = temporaryFolder();
    await aBusyTill(folder, { driver, sales: 2 });
    const { database } = await openForTest(folder, { driver });
    const check = checkBehind(database, { clock: virtualClock(), damaged: () => expect.unreachable() });
    check.stop();
    database.close();
    await check.over;
    expect(check.state()).toBe('running');
  });

  it('is told by a disk that does not answer, but the file is not given up for it', async () => {
    const { database } = await openForTest(temporaryFolder(), { driver });
    const silent: Database = {
      ...database,
      prepare: () => {
        throw Object.assign(new Error('disk I/O error'), { errcode: 266 });
      },
    };
    expect(await stateAfter(silent)).toEqual({ state: 'damaged', found: [] });
    database.close();
  });
});

describe('the check at the start', () => {
  it('sees an altered entry of an unfinished sale, however old it is', async () => {
    const { database } = await openForTest(temporaryFolder());
    const first = entry('old', { kind: 'opened', number: '01-000001', currency: 'NOK' });
    const journal = createJournal(database, vaultForTest());
    journal.append(...upTo([first], true));
    for (let sale = 0; sale < 300; sale += 1)
      journal.append(
        ...upTo([entry(`s${sale}`, { kind: 'opened', number: '01-000002', currency: 'NOK' })], false),
      );
    checkForStart(database);
    unlocked(database);
    database.exec("update entry set body = replace(body, '01-000001', '01-000009') where seq = 1");
    expect(() => checkForStart(database)).toThrow(StoreDamaged);
    database.close();
  });

  it('asks by index, so that it costs the same after years', async () => {
    const { database } = await openForTest(temporaryFolder());
    const plan = database
      .prepare(`explain query plan ${unfinishedSumsQuery}`)
      .all()
      .map((row) => textIn(row, 'detail'));
    expect(plan).toEqual([
      'SCAN sale USING INDEX sale_unfinished',
      'SEARCH entry USING INDEX entry_sale (sale_id=?)',
      'SEARCH before USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN',
    ]);
    database.close();
  });
});

it('a wrong key is told from damage', async () => {
  const { database } = await openForTest(temporaryFolder());
  expect(isOwnVault(database, vaultForTest(1))).toBe(true);
  expect(isOwnVault(database, vaultForTest(1))).toBe(true);
  expect(isOwnVault(database, vaultForTest(2))).toBe(false);
  database.close();
});
