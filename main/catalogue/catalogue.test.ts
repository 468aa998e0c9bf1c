import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Gtin, readGtin } from '../../app/domain/gtin.ts';
import { basisPoints, money } from '../../app/domain/money.ts';
import type { Product } from '../../app/domain/product.ts';
import { textIn } from '../journal/rows.ts';
import { createFailingDisk } from '../journal/testing/failingDisk.ts';
import { driversHere, openForTest, temporaryFolder } from '../journal/testing/storeForTest.ts';
import { createCatalogue } from './catalogue.ts';
import { readProducts } from './importProducts.ts';

function product(sku: string, name: string, barcode?: string): Product {
  const gtin = barcode === undefined ? null : readGtin(barcode);
  return {
    sku,
    name,
    price: money(9900, 'NOK'),
    memberPrice: money(7900, 'NOK'),
    vatRate: basisPoints(2500),
    barcodes: gtin === null ? [] : [gtin],
  };
}

const goods = [
  product('SI-001', 'Sitteunderlag blått', '4006381333931'),
  product('SI-002', 'Sitteunderlag grått', '96385074'),
  product('KO-075', 'Termos stål 0,75 l'),
  product('KO-050', 'Mattermos stål 0,5 l'),
  product('CA-1', 'Café-kopp blå'),
  product('OL-1', 'Øl uten alkohol'),
  product('OL-2', 'Olje til støvler'),
  product('AL-1', 'Ålesnøre'),
  product('AE-1', 'Ægte ull fra Färöarna'),
];

describe.each(driversHere)('the catalogue over %s', (driver) => {
  async function filled(products: readonly Product[] = goods) {
    const { database } = await openForTest(temporaryFolder(), { driver });
    const catalogue = createCatalogue(database);
    expect(catalogue.replace(products)).toEqual({ ok: true, value: undefined });
    const find = (text: string, limit = 10) => catalogue.search(text, limit).map((found) => found.sku);
    return { catalogue, find, database };
  }

  it('gives a product back as it was put in, by sku and by every spelling of its barcode', async () => {
    const { catalogue } = await filled();
    expect(catalogue.bySku('SI-001')).toEqual(goods[0]);
    expect(catalogue.byBarcode(readGtin('4006381333931') as Gtin)).toEqual(goods[0]);
    expect(catalogue.byBarcode(readGtin('04006381333931') as Gtin)).toEqual(goods[0]);
    expect(catalogue.byBarcode(readGtin('96385074') as Gtin)).toEqual(goods[1]);
    expect([catalogue.bySku('si-001'), catalogue.byBarcode('00000000000000' as Gtin)]).toEqual([null, null]);
    expect(catalogue.count()).toBe(goods.length);
  });

  it.each([
    ['sitte', ['SI-001', 'SI-002']],
    ['SITTE gr', ['SI-002']],
    ['blå', ['CA-1', 'SI-001']],
    ['stål term', ['KO-075']],
    ['termos', ['KO-075']],
    ['0,75', ['KO-075']],
    ['cafe', ['CA-1']],
    ['kopp', ['CA-1']],
    ['øl', ['OL-1']],
    ['ol', ['OL-1', 'OL-2']],
    ['olje', ['OL-2']],
    ['al', ['AL-1', 'OL-1']],
    ['å', ['AL-1']],
    ['æg', ['AE-1']],
    ['fär', ['AE-1']],
    ['far', []],
    ['ko-0', ['KO-050', 'KO-075']],
    ['400638', ['SI-001']],
    ['0 400638', ['SI-001']],
    ['stal', []],
    ['  ', []],
    ['"', []],
    ['* OR )', []],
    ['term" OR "', []],
    ['\u{10ffff}', []],
  ])('finds by %j', async (text, skus) => {
    const { find } = await filled();
    expect(find(text)).toEqual(skus);
  });

  it('finds é and ẽ however they are composed', async () => {
    const { find } = await filled([product('A', 'Cafe\u0301'), product('B', 'A\u030al i gele')]);
    expect([find('café'), find('ål')]).toEqual([['A'], ['B']]);
  });

  it('puts an article number first, then names that begin so, then the rest by the alphabet', async () => {
    const { find } = await filled([
      product('1', 'Lang ull'),
      product('2', 'Ullsokk'),
      product('3', 'Åpen ull'),
      product('ull', 'Garn'),
      product('5', 'Ullgenser'),
    ]);
    expect(find('ull')).toEqual(['ull', '5', '2', '1', '3']);
    expect(find('ull', 2)).toEqual(['ull', '5']);
    expect(find('ull', 0)).toEqual([]);
  });

  it('replaces everything in one step, words and barcodes too', async () => {
    const { catalogue, find } = await filled();
    expect(catalogue.replace([product('NEW', 'Nytt telt', '4006381333931')]).ok).toBe(true);
    expect([catalogue.count(), find('sitte'), find('SI-'), find('telt')]).toEqual([1, [], [], ['NEW']]);
    expect(catalogue.byBarcode(readGtin('4006381333931') as Gtin)?.sku).toBe('NEW');
  });

  it('keeps the old goods whole when the disk fails anywhere on the way', async () => {
    const disk = createFailingDisk();
    const { database } = await openForTest(temporaryFolder(), { driver, wrap: disk.wrap });
    const catalogue = createCatalogue(database);
    catalogue.replace(goods.slice(0, 3));
    const next = goods.slice(3, 6);
    const before = disk.writes();
    for (let place = 0; place < 8; place += 1) {
      disk.fail('full', place);
      expect(catalogue.replace(next)).toEqual({ ok: false, fault: { kind: 'diskFull' } });
      disk.fail(null);
      expect([catalogue.count(), catalogue.search('sitte', 9).length]).toEqual([3, 2]);
    }
    expect(disk.writes()).toBeGreaterThan(before + 8);
    expect(catalogue.byBarcode(readGtin('4006381333931') as Gtin)).toEqual(goods[0]);
  });

  it('reads no table from end to end, except to count', async () => {
    const asked: string[] = [];
    const { database } = await openForTest(temporaryFolder(), {
      driver,
      wrap: (real) => ({
        ...real,
        prepare(sql) {
          asked.push(sql);
          return real.prepare(sql);
        },
      }),
    });
    // What the opening of the file asked is not the catalogue's.
    asked.length = 0;
    createCatalogue(database);
    const lookUps = asked.filter((sql) => sql.startsWith('select') && !sql.includes('count('));
    const plans = lookUps.flatMap((sql) => database.prepare(`explain query plan ${sql}`).all());
    const details = plans.map((row) => textIn(row, 'detail'));
    expect(lookUps.length).toBe(6);
    expect(details.filter((detail) => /^SCAN (product|barcode)( |$)/.test(detail))).toEqual([]);
    expect(details.filter((detail) => detail.startsWith('SEARCH')).length).toBeGreaterThanOrEqual(6);
  });

  it('takes a row that cannot be read for none, says so, and finds the others', async () => {
    const { database } = await filled();
    const told: string[] = [];
    const catalogue = createCatalogue(database, (why) => told.push(why));
    database.prepare("update product set barcodes = 'rubbish' where sku = 'SI-001'").run();
    expect(catalogue.bySku('SI-001')).toBeNull();
    expect(catalogue.byBarcode(readGtin('4006381333931') as Gtin)).toBeNull();
    expect(catalogue.search('sitte', 10).map(({ sku }) => sku)).toEqual(['SI-002']);
    expect(told).toHaveLength(3);
  });

  it('holds a hundred thousand products', async () => {
    const many = Array.from({ length: 100_000 }, (_, i) =>
      product(`SKU-${i}`, `Vare ${i} ull nummer ${i % 97}`),
    );
    const { catalogue, find } = await filled(many);
    expect(catalogue.count()).toBe(100_000);
    expect(find('u', 3)).toEqual(['SKU-0', 'SKU-1', 'SKU-2']);
    expect(find('99999 ull')).toEqual(['SKU-99999']);
    expect(catalogue.bySku('SKU-54321')).toEqual(many[54_321]);
  }, 60_000);
});

describe('the sample catalogue', () => {
  const file = readFileSync(join(import.meta.dirname, '../../assets/catalogue/outdoor.csv'));
  const { products, problems } = readProducts(file, 'NOK');

  it('imports without a problem', () => {
    expect(problems).toEqual([]);
    expect(products.length).toBeGreaterThanOrEqual(300);
    expect(products.length).toBeLessThanOrEqual(360);
  });

  it('uses only barcodes for numbers of a store itself', () => {
    expect(products.flatMap((one) => one.barcodes).filter((gtin) => !gtin.startsWith('0200'))).toEqual([]);
  });

  it('has member prices on about a third, and food at its own rate', () => {
    const share = products.filter((one) => one.memberPrice !== null).length / products.length;
    expect(share).toBeGreaterThan(0.28);
    expect(share).toBeLessThan(0.38);
    expect(new Set(products.map((one) => Number(one.vatRate)))).toEqual(new Set([2500, 1500]));
  });

  it.each([
    ['Ulltrøye dame M merino', 59900, 47900, 2500],
    ['Tursokker merino 39–42', 17900, 16110, 2500],
    ['Termos stål 0,75 l', 34900, null, 2500],
    ['Hodelykt 400 lumen', 44900, 35900, 2500],
    ['Turmat pasta bolognese', 11900, null, 1500],
    ['Gasspatron 230 g', 7900, null, 2500],
    ['Sitteunderlag blått', 9900, 7900, 2500],
    ['Bærepose papir stor', 300, null, 2500],
  ])('has %s', (name, price, memberPrice, vatRate) => {
    const found = products.find((one) => one.name === name);
    expect([found?.price.minor, found?.memberPrice?.minor ?? null, found?.vatRate]).toEqual([
      price,
      memberPrice,
      vatRate,
    ]);
  });
});
