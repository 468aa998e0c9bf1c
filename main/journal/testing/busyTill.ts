/** A journal as a busy till leaves it, to be damaged; and the entries it held, to compare with what is saved of it. */

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { SaleEntry } from '../../../app/domain/saleEvent.ts';
import { aShop, personalQr, saleOn } from '../../../app/testing/shop.ts';
import { thermos } from '../../../app/testing/stories.ts';
import { readEntry } from '../entries.ts';
import { createJournal } from '../journal.ts';
import { textIn, wholeIn } from '../rows.ts';
import type { DriverName } from '../sqlite.ts';
import { openForTest, vaultForTest } from './storeForTest.ts';

export interface Written {
  readonly seq: number;
  /** As it stands in the file. */
  readonly body: string;
  readonly entry: SaleEntry;
}

export interface BusyTill {
  readonly shop: ReturnType<typeof aShop>;
  readonly written: readonly Written[];
  readonly sales: number;
  /** The payment that waits for its customer. */
  readonly open: string;
  readonly path: string;
}

/** So many paid sales, and one whose payment waits. `killed`: the files as a killed till leaves them, its log included. */
export async function aBusyTill(
  folder: string,
  options: { readonly driver?: DriverName; readonly sales?: number; readonly killed?: boolean } = {},
): Promise<BusyTill> {
  const { sales = 60, killed = false } = options;
  const home = killed ? join(folder, 'alive') : folder;
  const { database, path } = await openForTest(
    home,
    options.driver === undefined ? {} : { driver: options.driver },
  );
  if (killed) database.exec('pragma wal_checkpoint(truncate); pragma wal_autocheckpoint = 100000');
  const shop = aShop({ journal: createJournal(database, vaultForTest()) });
  const till = shop.open();
  till.start();
  for (let count = 0; count <= sales; count += 1) {
    await till.scan(personalQr);
    await till.scan(thermos);
    await till.requestPayment('push');
    if (count === sales) break;
    shop.wallet.customer(saleOn(till).payments[0]?.reference ?? '', 'AUTHORIZED');
    await shop.clock.pass(6000);
    till.next();
  }
  const open = saleOn(till).payments[0]?.reference ?? '';
  till.stop();
  const rows = database.prepare('select * from entry order by seq').all();
  const written = rows.map((row) => ({
    seq: wholeIn(row, 'seq'),
    body: textIn(row, 'body'),
    entry: readEntry(row, vaultForTest()),
  }));
  if (killed) for (const part of ['', '-wal']) cpSync(path + part, join(folder, `till.sqlite${part}`));
  // Without it, copies of entries would lie about in corners of pages that nothing points to any more.
  else database.exec('vacuum');
  database.close();
  return { shop, written, sales: sales + 1, open, path: join(folder, 'till.sqlite') };
}
