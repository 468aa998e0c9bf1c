import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SaleId } from '../../app/domain/sale.ts';
import { createJournal, unfinishedQuery } from './journal.ts';
import { textIn } from './rows.ts';
import {
  entry,
  everyKindOfEntry,
  secretAddress,
  secretHandle,
  secretMemberNumber,
  secretName,
  secretNumber,
  secretSub,
  secretToken,
  upTo,
} from './testing/entriesForTest.ts';
import { createFailingDisk } from './testing/failingDisk.ts';
import { driversHere, openForTest, temporaryFolder, vaultForTest } from './testing/storeForTest.ts';

const id = (text: string) => text as SaleId;
const opened = (saleId: string) => entry(saleId, { kind: 'opened', number: '01-000001', currency: 'NOK' });

describe.each(driversHere)('the journal over %s', (driver) => {
  it('gives back every kind of entry after a restart, as it was', async () => {
    const folder = temporaryFolder();
    const written = everyKindOfEntry('sale-1');
    const before = await openForTest(folder, { driver });
    expect(createJournal(before.database, vaultForTest()).append(...upTo(written, true))).toEqual({
      ok: true,
      value: undefined,
    });
    before.database.close();

    const after = await openForTest(folder, { driver });
    const journal = createJournal(after.database, vaultForTest());
    expect(journal.sale(id('sale-1'))).toEqual({ ok: true, value: written });
    expect(journal.unfinished()).toEqual({ ok: true, value: [written] });
    after.database.close();
  });

  it('leaves no personal value readable in any file of the folder', async () => {
    const folder = temporaryFolder();
    const { database } = await openForTest(folder, { driver });
    createJournal(database, vaultForTest()).append(...upTo(everyKindOfEntry('sale-1'), true));
    const bytes = Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))));
    const found = [
      secretNumber,
      secretToken,
      secretName,
      secretHandle,
      secretMemberNumber,
      secretSub,
      secretAddress,
    ].filter((value) => bytes.includes(value));
    expect(found).toEqual([]);
    expect(bytes.includes('Termos stål')).toBe(true);
    database.close();
  });

  it('lists the unfinished sales in the order they were opened, and counts all', async () => {
    const { database } = await openForTest(temporaryFolder(), { driver });
    const journal = createJournal(database, vaultForTest());
    journal.append(...upTo([opened('first')], true));
    journal.append(...upTo([opened('second')], true));
    journal.append(...upTo([opened('third')], true));
    journal.append(...upTo([entry('first', { kind: 'parked' })], true));
    journal.append(...upTo([entry('second', { kind: 'abandoned' })], false));
    expect(journal.unfinished()).toEqual({
      ok: true,
      value: [[opened('first'), entry('first', { kind: 'parked' })], [opened('third')]],
    });
    expect(journal.saleCount()).toEqual({ ok: true, value: 3 });
    expect(journal.sale(id('nobody'))).toEqual({ ok: true, value: [] });
    database.close();
  });

  it('cannot be changed or shortened, not even by SQL', async () => {
    const { database } = await openForTest(temporaryFolder(), { driver });
    createJournal(database, vaultForTest()).append(...upTo([opened('sale-1')], true));
    for (const sql of [
      "update entry set body = '{}'",
      'delete from entry',
      'delete from sale',
      'update sale set number = 9',
      "insert or replace into sale (number, sale_id, unfinished) values (1, 'other', 0)",
    ]) {
      expect(() => database.exec(sql), sql).toThrow(/append-only|FOREIGN KEY/);
    }
    database.close();
  });

  it('calls an entry that cannot be understood damage, and does not leave it out', async () => {
    const { database } = await openForTest(temporaryFolder(), { driver });
    const journal = createJournal(database, vaultForTest());
    for (const [saleId, version, body] of [
      ['no-json', 1, '{"kind":"par'],
      ['no-such-kind', 1, '{"kind":"teleported"}'],
      ['no-such-field', 1, '{"kind":"parked","where":"shelf"}'],
      ['no-such-version', 2, '{"kind":"parked"}'],
      ['not-sealed', 1, '{"kind":"customerIdentified","msisdn":"4791234567","proof":"typed"}'],
      ['sealed-by-another', 1, '{"kind":"customerIdentified","msisdn":{"sealed":"AAAA"},"proof":"typed"}'],
    ] as const) {
      journal.append(...upTo([opened(saleId)], false));
      database
        .prepare('insert into entry (sale_id, at, kind, version, body) values (?, 0, ?, ?, ?)')
        .run(saleId, 'parked', version, body);
      expect(journal.sale(id(saleId)), saleId).toEqual({ ok: false, fault: { kind: 'storeDamaged' } });
    }
    database.close();
  });

  it('calls values sealed with another key damage', async () => {
    const { database } = await openForTest(temporaryFolder(), { driver });
    createJournal(database, vaultForTest(1)).append(...upTo(everyKindOfEntry('sale-1'), true));
    expect(createJournal(database, vaultForTest(2)).unfinished()).toEqual({
      ok: false,
      fault: { kind: 'storeDamaged' },
    });
    database.close();
  });

  it.each([
    ['full', 'diskFull'],
    ['readOnly', 'storeReadOnly'],
    ['busy', 'storeLocked'],
    ['inputOutput', 'storeDamaged'],
  ] as const)('writes all or nothing when the disk is %s at any write', async (trouble, kind) => {
    const disk = createFailingDisk();
    const { database } = await openForTest(temporaryFolder(), { driver, wrap: disk.wrap });
    const journal = createJournal(database, vaultForTest());
    journal.append(...upTo([opened('sale-1')], true));
    const more = [entry('sale-1', { kind: 'parked' }), entry('sale-1', { kind: 'recalled' })];
    const before = disk.writes();
    journal.append(...upTo(more, true));
    const places = disk.writes() - before;
    expect(places).toBe(4);
    for (let place = 0; place < places; place += 1) {
      disk.fail(trouble, place);
      expect(journal.append(...upTo(more, false))).toEqual({ ok: false, fault: { kind } });
      disk.fail(null);
      expect(journal.unfinished()).toEqual({ ok: true, value: [[opened('sale-1'), ...more]] });
    }
    expect(journal.append(...upTo([entry('sale-1', { kind: 'left' })], false)).ok).toBe(true);
    expect(journal.unfinished()).toEqual({ ok: true, value: [] });
    database.close();
  });

  it('finds three unfinished sales among 200 000 entries by the index', async () => {
    const { database } = await openForTest(temporaryFolder(), { driver });
    const journal = createJournal(database, vaultForTest());
    database.transaction(() => {
      database.exec(`
        with recursive n (i) as (select 1 union all select i + 1 from n where i < 50000)
        insert into sale (number, sale_id, unfinished) select i, 'old-' || i, 0 from n;
        with recursive n (i) as (select 0 union all select i + 1 from n where i < 199999)
        insert into entry (sale_id, at, kind, version, body)
          select 'old-' || (i / 4 + 1), i, 'parked', 1, '{"kind":"parked"}' from n;`);
    });
    for (const saleId of ['a', 'b', 'c']) journal.append(...upTo([opened(saleId)], true));
    expect(journal.unfinished()).toEqual({ ok: true, value: [[opened('a')], [opened('b')], [opened('c')]] });
    const plan = database
      .prepare(`explain query plan ${unfinishedQuery}`)
      .all()
      .map((row) => textIn(row, 'detail'));
    expect(plan).toEqual([
      'SCAN sale USING INDEX sale_unfinished',
      'SEARCH entry USING INDEX entry_sale (sale_id=?)',
    ]);
    database.close();
  });

  it('refuses entries of two sales in one append as a defect', async () => {
    const { database } = await openForTest(temporaryFolder(), { driver });
    const journal = createJournal(database, vaultForTest());
    expect(() => journal.append(...upTo([opened('a'), opened('b')], true))).toThrow('two sales');
    expect(journal.saleCount()).toEqual({ ok: true, value: 0 });
    database.close();
  });
});
