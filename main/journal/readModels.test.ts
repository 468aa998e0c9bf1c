/** The list of payments and the day's rows hold nothing but what the entries hold: made anew they are the same. */

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type SaleId, saleState } from '../../app/domain/sale.ts';
import { aShop, personalQr, saleOn } from '../../app/testing/shop.ts';
import { thermos, woolShirt } from '../../app/testing/stories.ts';
import { createJournal } from './journal.ts';
import { migrations } from './migrations.ts';
import { historyQuestion, movementsQuestion } from './questions.ts';
import { fillReadModels, rebuildReadModels } from './readModels.ts';
import { textIn } from './rows.ts';
import type { Database, SqlValue } from './sqlite.ts';
import { driversHere, openForTest, temporaryFolder, vaultForTest } from './testing/storeForTest.ts';

const endings = ['AUTHORIZED', 'ABORTED', 'EXPIRED', 'AUTHORIZED'] as const;

/** A day of a till on this file: paid, declined, expired, cancelled, approved too late, refunded, paid elsewhere, open. */
async function aDay(database: Database): Promise<void> {
  const shop = aShop({ journal: createJournal(database, vaultForTest()) });
  const till = shop.open();
  till.start();
  for (const [round, ending] of endings.entries()) {
    await till.scan(personalQr);
    await till.scan(round % 2 === 0 ? thermos : woolShirt);
    const asked = till.requestPayment(round === 2 ? 'qr' : 'push');
    await shop.clock.pass(100);
    await asked;
    const { reference = '' } = saleOn(till).payments[0] ?? {};
    shop.wallet.customer(reference, ending);
    await shop.clock.pass(8000);
    const { id } = saleOn(till);
    if (ending === 'AUTHORIZED') {
      till.next();
      void till.refund(id, { kind: 'amount', minor: 1000 + round }, 'Faulty');
      await shop.clock.pass(13_000);
    } else await till.paidElsewhere('cash');
  }
  await till.scan(thermos);
  await till.scan(personalQr);
  void till.requestPayment('push');
  await shop.clock.pass(100);
  shop.wallet.beforeCancel = (one) => shop.wallet.customer(one, 'AUTHORIZED');
  void till.cancelPayment();
  await shop.clock.pass(5000);
  void till.requestPayment('push');
  await shop.clock.pass(100);
  till.stop();
}

/** Whatever comes, by seed: the same each time. */
async function anyDay(database: Database, seed: number): Promise<void> {
  const shop = aShop({ journal: createJournal(database, vaultForTest()) });
  const till = shop.open();
  till.start();
  let drawn = seed;
  const below = (limit: number) => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    return drawn % limit;
  };
  const open = () =>
    [...till.state().sales.values()].flatMap(({ payments }) => payments.map((one) => one.reference));
  const sold: SaleId[] = [];
  const deeds: readonly (() => unknown)[] = [
    () => till.scan(thermos),
    () => till.scan(woolShirt),
    () => till.scan(thermos),
    () => till.scan(personalQr),
    () => till.requestPayment('push'),
    () => till.requestPayment('qr'),
    () => open().forEach((reference) => void shop.wallet.customer(reference, 'AUTHORIZED')),
    () => open().forEach((reference) => void shop.wallet.customer(reference, 'ABORTED')),
    () => till.cancelPayment(),
    () => till.paidElsewhere('card'),
    () => till.park(),
    () => till.next(),
    () => sold.slice(-1).map((id) => till.refund(id, { kind: 'amount', minor: 100 + below(900) }, 'Any')),
  ];
  for (let step = 0; step < 250; step += 1) {
    void deeds[below(deeds.length)]?.();
    await shop.clock.pass(below(4000));
    for (const sale of till.state().sales.values()) if (saleState(sale) === 'paid') sold.push(sale.id);
  }
  till.stop();
}

/** Sealing gives another text each time: what was sealed is compared opened. */
function tables(database: Database): unknown {
  const vault = vaultForTest();
  const opened = (row: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        name.endsWith('_sealed') && typeof value === 'string' ? vault.open(value) : value,
      ]),
    );
  return ['history', 'movement', 'payment_reference'].map((table) =>
    database.prepare(`select * from ${table} order by 1, 2`).all().map(opened),
  );
}

describe.each(driversHere)('the read models over %s', (driver) => {
  it('are the same when they are made anew, and when they were garbled before', async () => {
    const { database } = await openForTest(temporaryFolder(), { driver });
    await aDay(database);
    const live = tables(database);
    expect((live as readonly unknown[][]).map((rows) => rows.length)).toEqual([5, 8, 6]);
    expect(rebuildReadModels(database, vaultForTest())).toEqual({ sales: 5, unreadable: 0 });
    expect(tables(database)).toEqual(live);
    database.exec(
      "update history set total = total + 1, state = 'paid'; delete from movement; delete from payment_reference",
    );
    rebuildReadModels(database, vaultForTest());
    expect(tables(database)).toEqual(live);
    database.close();
  });

  it.each([1, 2, 3, 4, 5, 6])('are the same after a day that nobody planned (%i)', async (seed) => {
    const { database } = await openForTest(temporaryFolder(), { driver });
    await anyDay(database, seed);
    const live = tables(database);
    const unfinished = database.prepare('select number, unfinished from sale order by number').all();
    expect(unfinished.length).toBeGreaterThan(5);
    expect((live as readonly unknown[][]).every((rows) => rows.length > 5)).toBe(true);
    database.exec('update sale set unfinished = 1 - unfinished; update history set at = at + 1');
    expect(rebuildReadModels(database, vaultForTest()).unreadable).toBe(0);
    expect(tables(database)).toEqual(live);
    expect(database.prepare('select number, unfinished from sale order by number').all()).toEqual(unfinished);
    database.close();
  });

  it('are filled from the file of an older till, in the start that changes its schema', async () => {
    const folder = temporaryFolder();
    const source = await openForTest(temporaryFolder(), { driver });
    await aDay(source.database);
    const live = tables(source.database);
    const older = await openForTest(folder, { driver, steps: migrations.slice(0, 3) });
    for (const [table, columns] of [
      ['sale', ['number', 'sale_id', 'unfinished']],
      ['entry', ['seq', 'sale_id', 'at', 'kind', 'version', 'body']],
    ] as const) {
      const put = older.database.prepare(
        `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      );
      for (const row of source.database.prepare(`select * from ${table}`).all())
        put.run(...columns.map((column) => row[column] as SqlValue));
    }
    older.database.close();
    source.database.close();
    const { database, setAside } = await openForTest(folder, { driver });
    expect(setAside).toBeNull();
    expect(fillReadModels(database, vaultForTest()).ok).toBe(true);
    expect(tables(database)).toEqual(live);
    expect(readdirSync(folder)).toContain('till.schema-3.sqlite');
    database.close();
  });

  it('are filled once where an older till left none', async () => {
    const { database } = await openForTest(temporaryFolder(), { driver });
    await aDay(database);
    const live = tables(database);
    database.exec(
      'delete from history; delete from movement; delete from payment_reference; delete from read_model',
    );
    expect(fillReadModels(database, vaultForTest()).ok).toBe(true);
    expect(tables(database)).toEqual(live);
    database.close();
  });

  it('answer by number, amount, phone, day, what is open and what went back', async () => {
    const { database } = await openForTest(temporaryFolder(), { driver });
    await aDay(database);
    const journal = createJournal(database, vaultForTest());
    const numbers = (query: Parameters<typeof journal.history>[0]) => {
      const found = journal.history(query);
      return found.ok ? found.value.map(({ number }) => number.slice(-1)) : found.fault.kind;
    };
    expect(numbers({ most: 10 })).toEqual(['5', '4', '3', '2', '1']);
    expect(numbers({ most: 2 })).toEqual(['5', '4']);
    expect(numbers({ most: 10, number: '01-000003' })).toEqual(['3']);
    expect(numbers({ most: 10, amount: 47_900 })).toEqual(['4', '2']);
    expect(numbers({ most: 10, amount: 1003 })).toEqual(['4']);
    expect(numbers({ most: 10, msisdn: '4791234567' as never })).toEqual(['5', '4', '3', '2', '1']);
    expect(numbers({ most: 10, msisdn: '4799999999' as never })).toEqual([]);
    expect(numbers({ most: 10, only: 'unresolved' })).toEqual(['5']);
    expect(numbers({ most: 10, only: 'refunded' })).toEqual(['4', '1']);
    database.close();
  });

  it('are asked by index, whatever is asked', async () => {
    const { database } = await openForTest(temporaryFolder(), { driver });
    const plan = (sql: string, ...values: readonly (string | number)[]) =>
      database
        .prepare(`explain query plan ${sql}`)
        .all(...values)
        .map((row) => textIn(row, 'detail'));
    const wishes = [
      {},
      { from: 1 as never, to: 2 as never },
      { number: '01-000001' },
      { msisdn: '4791234567' as never },
      { amount: 100 },
      { only: 'unresolved' as const },
      { only: 'refunded' as const },
    ];
    for (const wish of wishes) {
      const { sql, values } = historyQuestion({ ...wish, most: 10 }, vaultForTest());
      const steps = plan(sql, ...(values as readonly (string | number)[]));
      expect(
        steps.some((step) => step.includes('INDEX history_')),
        `${sql}: ${steps.join('; ')}`,
      ).toBe(true);
    }
    expect(plan(movementsQuestion, 1, 2)[0]).toContain('USING INDEX movement_at');
    database.close();
  });

  it('leave no personal value readable', async () => {
    const { database } = await openForTest(temporaryFolder(), { driver });
    await aDay(database);
    const text = JSON.stringify(database.prepare('select * from history').all());
    expect(text).not.toContain('91234567');
    expect(text).not.toContain('Kari');
    database.close();
  });

  it('know a day that was closed, and it cannot be closed twice or changed', async () => {
    const { database } = await openForTest(temporaryFolder(), { driver });
    const journal = createJournal(database, vaultForTest());
    const shop = aShop({ journal });
    const till = shop.open();
    till.start();
    const closed = await till.days.close();
    expect(closed.ok).toBe(true);
    expect(journal.closing(till.days.today())).toMatchObject({ ok: true, value: { agreed: true } });
    expect(await till.days.close()).toEqual({ ok: false, fault: { kind: 'dayClosed' } });
    expect(() => database.exec('update day_closing set captured = 1')).toThrow(/append-only/);
    expect(() => database.exec('delete from day_closing')).toThrow(/append-only/);
    database.close();
  });
});
