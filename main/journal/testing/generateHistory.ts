/**
 * Years of a till in seconds: one paid sale is made by the real till, and its rows are written again and again with other
 * names. The file is whole: every check sum holds, and the read models are what a rebuild would make of it.
 */

import { aShop, personalQr, saleOn } from '../../../app/testing/shop.ts';
import { thermos } from '../../../app/testing/stories.ts';
import { lastSum, readSummed, sumOf } from '../chain.ts';
import { createJournal } from '../journal.ts';
import type { Database } from '../open.ts';
import { wholeIn } from '../rows.ts';
import type { Row, SqlValue } from '../sqlite.ts';
import type { Vault } from '../vault.ts';

const tables = ['sale', 'entry', 'history', 'movement', 'payment_reference'] as const;
const salesAtOnce = 2000;
const apartMs = 90_000;

/** Adds at least so many entries to this open, new store; answers how many there are then. */
export async function generateHistory(
  database: Database,
  options: { readonly entries: number; readonly vault: Vault },
): Promise<number> {
  const model = await onePaidSale(database, options.vault);
  const rows = tables.map((table) => ({ table, rows: database.prepare(`select * from ${table}`).all() }));
  const entries = rows.find(({ table }) => table === 'entry')?.rows.length ?? 0;
  const put = new Map(rows.map(({ table, rows: [row] }) => [table, putter(database, table, row ?? {})]));
  const sales = Math.ceil(options.entries / entries) - 1;
  let sum = lastSum(database)();
  for (let done = 0; done < sales; ) {
    database.transaction(() => {
      for (const end = Math.min(sales, done + salesAtOnce); done < end; ) {
        done += 1;
        const number = done + 1;
        const renamed = renaming(model, number);
        for (const { table, rows: models } of rows) {
          for (const [place, row] of models.entries()) {
            const next = renamed(row);
            if (table === 'sale') next['number'] = number;
            if (table === 'entry') {
              next['seq'] = done * entries + place + 1;
              sum = sumOf(sum, readSummed(next));
              next['sum'] = sum;
            }
            put.get(table)?.(next);
          }
        }
      }
    });
  }
  return (sales + 1) * entries;
}

interface Model {
  readonly saleId: string;
  readonly number: string;
}

async function onePaidSale(database: Database, vault: Vault): Promise<Model> {
  const shop = aShop({ journal: createJournal(database, vault) });
  const till = shop.open();
  till.start();
  await till.scan(personalQr);
  await till.scan(thermos);
  await till.requestPayment('push');
  const { id, number } = saleOn(till);
  shop.wallet.customer(saleOn(till).payments[0]?.reference ?? '', 'AUTHORIZED');
  await shop.clock.pass(6000);
  till.next();
  await shop.clock.pass(6000);
  till.stop();
  const open = wholeIn(database.prepare('select sum(unfinished) as open from sale').get() ?? {}, 'open');
  if (open > 0) throw new Error('the model sale is not finished');
  return { saleId: id, number };
}

function renaming({ saleId, number }: Model, place: number): (row: Row) => Record<string, SqlValue> {
  const names: readonly (readonly [string, string])[] = [
    [saleId, `${saleId}-${place}`],
    [number, number.replace(/\d+$/, String(place).padStart(6, '0'))],
  ];
  return (row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => {
        if (typeof value === 'string')
          return [column, names.reduce((text, [old, name]) => text.replaceAll(old, name), value)];
        if (column === 'at') return [column, Number(value) + place * apartMs];
        return [column, value as SqlValue];
      }),
    );
}

function putter(database: Database, table: string, row: Row): (row: Row) => void {
  const columns = Object.keys(row);
  const marks = columns.map(() => '?').join(', ');
  const put = database.prepare(`insert into ${table} (${columns.join(', ')}) values (${marks})`);
  return (one) => void put.run(...columns.map((column) => one[column] as SqlValue));
}
