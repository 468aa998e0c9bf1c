/** A start after years asks for no more than one after a day: counted in rows and statements, not in milliseconds. */

import { describe, expect, it } from 'vitest';
import { virtualClock } from '../../app/testing/virtualClock.ts';
import { checkBehind } from './check.ts';
import { createJournal } from './journal.ts';
import type { Database } from './open.ts';
import { rebuildReadModels } from './readModels.ts';
import { aBusyTill } from './testing/busyTill.ts';
import { generateHistory } from './testing/generateHistory.ts';
import { driversHere, openForTest, temporaryFolder, vaultForTest } from './testing/storeForTest.ts';

/** Counts what SQLite hands over. */
function counting(): { readonly wrap: (database: Database) => Database; readonly rows: () => number } {
  let rows = 0;
  return {
    rows: () => rows,
    wrap: (database) => ({
      ...database,
      prepare(sql) {
        const statement = database.prepare(sql);
        return {
          ...statement,
          all(...values) {
            const found = statement.all(...values);
            rows += found.length;
            return found;
          },
          get(...values) {
            rows += 1;
            return statement.get(...values);
          },
        };
      },
    }),
  };
}

describe.each(driversHere)('a start over %s', (driver) => {
  async function rowsOfStart(entries: number): Promise<number> {
    const folder = temporaryFolder();
    const made = await openForTest(folder, { driver, exclusive: true });
    await generateHistory(made.database, { entries, vault: vaultForTest() });
    made.database.close();
    const count = counting();
    const { database, setAside } = await openForTest(folder, { driver, exclusive: true, wrap: count.wrap });
    const journal = createJournal(database, vaultForTest());
    expect(journal.unfinished()).toEqual({ ok: true, value: [] });
    expect(journal.saleCount().ok).toBe(true);
    expect(setAside).toBeNull();
    database.close();
    return count.rows();
  }

  it('reads as many rows after 30 000 entries as after 300', async () => {
    expect(await rowsOfStart(30_000)).toBe(await rowsOfStart(300));
  });

  it('takes a generated history for a real one', async () => {
    const { database } = await openForTest(temporaryFolder(), { driver });
    const entries = await generateHistory(database, { entries: 1200, vault: vaultForTest() });
    expect(database.prepare('select count(*) as n from entry').get()).toEqual({ n: entries });
    const tables = () =>
      ['history', 'movement', 'payment_reference'].map((table) =>
        database
          .prepare(`select * from ${table} order by 1, 2`)
          .all()
          .map((row) => Object.entries(row).filter(([name]) => !name.endsWith('_sealed'))),
      );
    const live = tables();
    expect(live.map((rows) => rows.length > 50)).toEqual([true, true, true]);
    expect(rebuildReadModels(database, vaultForTest()).unreadable).toBe(0);
    expect(tables()).toEqual(live);
    const clock = virtualClock();
    const check = checkBehind(database, { clock, damaged: () => expect.unreachable() });
    await clock.pass(60_000);
    expect(check.state()).toBe('whole');
    database.close();
  });
});

it('a till that was killed with its log goes on where it was', async () => {
  const folder = temporaryFolder();
  const { written } = await aBusyTill(folder, { killed: true, sales: 3 });
  const { database, setAside } = await openForTest(folder);
  expect(setAside).toBeNull();
  expect(database.prepare('select count(*) as n from entry').get()).toEqual({ n: written.length });
  database.close();
});
