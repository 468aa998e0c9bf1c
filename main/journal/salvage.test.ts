/** Damaged files: what can be read of them is saved, what was open is asked about again, and nothing of them is deleted. */

import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { currentPayment } from '../../app/domain/sale.ts';
import { foldSale } from '../../app/domain/saleFold.ts';
import { aShop, personalQr, saleOn } from '../../app/testing/shop.ts';
import { thermos } from '../../app/testing/stories.ts';
import { checkBehind } from './check.ts';
import { createJournal } from './journal.ts';
import { type Store, suspect } from './open.ts';
import { openDamaged } from './readable.ts';
import { salvage } from './salvage.ts';
import { driversHere, openForTest, temporaryFolder, testTime, vaultForTest } from './testing/storeForTest.ts';
import { isOwnVault } from './vaultCheck.ts';

const pageBytes = 4096;

/** Many paid sales, and one whose payment waits. */
async function aBusyTill(folder: string, driver: (typeof driversHere)[number], sales = 60) {
  const store = await openForTest(folder, { driver });
  const shop = aShop({ journal: createJournal(store.database, vaultForTest()) });
  const till = shop.open();
  till.start();
  const ids: string[] = [];
  for (let count = 0; count <= sales; count += 1) {
    await till.scan(personalQr);
    await till.scan(thermos);
    await till.requestPayment('push');
    const sale = saleOn(till);
    ids.push(sale.id);
    if (count === sales) break;
    shop.wallet.customer(sale.payments[0]?.reference ?? '', 'AUTHORIZED');
    await shop.clock.pass(6000);
    till.next();
  }
  const open = saleOn(till).payments[0]?.reference ?? '';
  till.stop();
  const entries = store.database.prepare('select body from entry order by seq').all();
  store.database.close();
  return { shop, ids, open, entries, bodies: entries.map(({ body }) => String(body)), path: store.path };
}

/** Alters one entry in the file: its length stays, its kind is one that nobody knows. */
function garble(path: string, body: string, kind: string): void {
  const bytes = readFileSync(path);
  const altered = body.replace(/"kind":"(operationStarted|paymentIntended)"/, `"kind":"${kind}"`);
  if (body === altered || altered.length !== body.length) throw new Error('nothing to alter');
  for (let at = bytes.indexOf(body); at >= 0; at = bytes.indexOf(body)) bytes.write(altered, at);
  writeFileSync(path, bytes);
}

function salvagedFrom(store: Store) {
  const from = openDamaged(() => store.openOther(store.setAside ?? ''));
  if (from === null) throw new Error('nothing can be read');
  const result = salvage(from, store.database, vaultForTest(), testTime);
  from.close();
  return result;
}

/** Where in the file these entries lie: pages that hold the text of one of them. */
function pagesWith(bytes: Buffer, text: string): readonly number[] {
  const pages: number[] = [];
  for (let page = 1; page * pageBytes < bytes.length; page += 1) {
    if (bytes.subarray(page * pageBytes, (page + 1) * pageBytes).includes(text)) pages.push(page);
  }
  return pages;
}

describe.each(driversHere)('a damaged journal over %s', (driver) => {
  async function saved(folder: string) {
    const store = await openForTest(folder, { driver });
    if (store.setAside === null) throw new Error('the damage was not seen');
    const result = salvagedFrom(store);
    return { ...store, result, journal: createJournal(store.database, vaultForTest()) };
  }

  it('with one page of entries overwritten loses that page and no other entry; sales keep their numbers', async () => {
    const folder = temporaryFolder();
    const { path, ids, entries, shop, open } = await aBusyTill(folder, driver);
    const bytes = readFileSync(path);
    const pages = pagesWith(bytes, 'paymentIntended');
    const page = pages[Math.floor(pages.length / 2)] ?? 0;
    bytes.fill(0x5a, page * pageBytes, (page + 1) * pageBytes);
    writeFileSync(path, bytes);
    suspect(path, 'found by the check');

    const { result, journal, database, setAside } = await saved(folder);
    expect(readFileSync(setAside ?? '').equals(bytes)).toBe(true);
    expect(result.lost).toBeGreaterThan(0);
    expect(result.lost).toBeLessThan(40);
    const marks = database.prepare("select count(*) as n from entry where kind = 'salvaged'").get()?.['n'];
    const made = database.prepare("select count(*) as n from entry where body like '%salvaged-%'").get()?.[
      'n'
    ];
    expect(result.entries - Number(marks) - Number(made)).toBe(entries.length - result.lost);
    expect(journal.saleCount()).toEqual({ ok: true, value: ids.length });

    // The payment that was open is asked about, and paid.
    shop.wallet.customer(open, 'AUTHORIZED');
    const next = aShop({ journal });
    Object.assign(next.ports, { payments: shop.wallet, clock: shop.clock });
    const till = next.open();
    expect(till.start().ok).toBe(true);
    await shop.clock.pass(60_000);
    const read = journal.sale(ids.at(-1) as never);
    const sale = read.ok ? foldSale(read.value) : null;
    expect(sale === null ? null : currentPayment(sale)?.state).toBe('captured');
    till.stop();
    database.close();
  });

  it('with an entry altered in a way that only the check sum sees is found, and the entry left out', async () => {
    const folder = temporaryFolder();
    const { path, shop, bodies } = await aBusyTill(folder, driver, 5);
    garble(path, bodies.find((body) => body.includes('"kind":"operationStarted"')) ?? '', 'operationStarteX');

    const store = await openForTest(folder, { driver });
    // So few entries are all looked at by the start itself.
    expect(store.setAside).not.toBeNull();
    const result = salvagedFrom(store);
    expect(result).toMatchObject({ lost: 1, sales: 6, orphans: [] });
    const check = checkBehind(store.database, { clock: shop.clock, damaged: () => undefined });
    await shop.clock.pass(60_000);
    expect(check.state()).toBe('whole');
    store.database.close();
  });

  it.each([0.6, 0.8, 0.95])('cut off after %d of its pages is saved as far as it goes', async (share) => {
    const folder = temporaryFolder();
    const { path } = await aBusyTill(folder, driver);
    const bytes = readFileSync(path);
    const kept = Math.floor((bytes.length / pageBytes) * share) * pageBytes;
    writeFileSync(path, bytes.subarray(0, kept));
    suspect(path, 'cut off');
    const { result, database, journal } = await saved(folder);
    expect(result.sales).toBeGreaterThan(0);
    const { value } = journal.unfinished() as { readonly value: readonly unknown[] };
    expect(Array.isArray(value)).toBe(true);
    database.close();
  });

  it('names a payment whose request was lost, for a person to look at', async () => {
    const folder = temporaryFolder();
    const { path, bodies } = await aBusyTill(folder, driver, 3);
    garble(path, bodies.find((body) => body.includes('"kind":"paymentIntended"')) ?? '', 'paymentIntendeX');
    const { result, database } = await saved(folder);
    expect(result.lost).toBe(1);
    expect(result.orphans).toHaveLength(1);
    expect(result.orphans[0]).toMatch(/^K01-00000\d-/);
    database.close();
  });
});

describe('the check behind the open till', () => {
  it('walks every entry, a few at a time, and ends whole', async () => {
    const folder = temporaryFolder();
    const { shop } = await aBusyTill(folder, driversHere[0] ?? 'node:sqlite');
    const { database } = await openForTest(folder);
    const found: string[] = [];
    const check = checkBehind(database, { clock: shop.clock, damaged: (why) => found.push(why) });
    expect(check.state()).toBe('running');
    await shop.clock.pass(60_000);
    expect([check.state(), found]).toEqual(['whole', []]);
    database.close();
  });

  it.each([
    ['an altered body', "update entry set body = replace(body, 'thermos', 'Thermos') || ' ' where seq = 40"],
    ['a lost entry', 'delete from entry where seq = 40'],
    ['a lost check sum', 'update entry set sum = null where seq = 40'],
    ['two entries in the other order', 'update entry set at = at + 1 where seq = 40'],
  ])('sees %s', async (_what, sql) => {
    const folder = temporaryFolder();
    const { shop } = await aBusyTill(folder, driversHere[0] ?? 'node:sqlite');
    const { database } = await openForTest(folder);
    database.exec('drop trigger entry_is_never_changed; drop trigger entry_is_never_deleted');
    database.exec(sql);
    const found: string[] = [];
    const check = checkBehind(database, { clock: shop.clock, damaged: (why) => found.push(why) });
    await shop.clock.pass(60_000);
    expect(check.state()).toBe('damaged');
    expect(found).toHaveLength(1);
    database.close();
  });

  it('stops with the till', async () => {
    const folder = temporaryFolder();
    const { shop } = await aBusyTill(folder, driversHere[0] ?? 'node:sqlite', 2);
    const { database } = await openForTest(folder);
    const check = checkBehind(database, { clock: shop.clock, damaged: () => undefined });
    check.stop();
    await check.over;
    expect(check.state()).toBe('running');
    database.close();
  });
});

it('a wrong key is told from damage', async () => {
  const folder = temporaryFolder();
  const { database } = await openForTest(folder);
  expect(isOwnVault(database, vaultForTest(1))).toBe(true);
  expect(isOwnVault(database, vaultForTest(1))).toBe(true);
  expect(isOwnVault(database, vaultForTest(2))).toBe(false);
  database.close();
});
