import { describe, expect, it } from 'vitest';
import { money } from '../../app/domain/money.ts';
import { createFailingDisk } from '../journal/testing/failingDisk.ts';
import { openForTest, temporaryFolder } from '../journal/testing/storeForTest.ts';
import { createCatalogue } from './catalogue.ts';
import { importCatalogue, readProducts } from './importProducts.ts';

const read = (text: string) => readProducts(Buffer.from(text), 'NOK');
const whys = (text: string) => read(text).problems.map(({ line, why, shown }) => [line, why, shown]);
const head = 'sku;name;price;memberPrice;vat;barcodes\n';

describe('a file of goods', () => {
  it('reads with semicolons and Norwegian names, in Latin-1', () => {
    const file = Buffer.from(
      'Varenr;Navn;Pris;Medlemspris;MVA;Strekkode\r\nA1;Pølse på pinne;1 299,50;999,00;15 %;4006381333931|96385074\r\n',
      'latin1',
    );
    expect(readProducts(file, 'NOK')).toEqual({
      products: [
        {
          sku: 'A1',
          name: 'Pølse på pinne',
          price: money(129950, 'NOK'),
          memberPrice: money(99900, 'NOK'),
          vatRate: 1500,
          barcodes: ['04006381333931', '00000096385074'],
        },
      ],
      problems: [],
    });
  });

  it('reads with commas and English names, any order, columns left out', () => {
    expect(read('name,vat,sku,price\n"Pole, long",25.5,P1,12.5\n')).toEqual({
      products: [
        {
          sku: 'P1',
          name: 'Pole, long',
          price: money(1250, 'NOK'),
          memberPrice: null,
          vatRate: 2550,
          barcodes: [],
        },
      ],
      problems: [],
    });
  });

  it.each([
    ['599', 59900],
    ['599,-', 59900],
    ['kr 599,00', 59900],
    ['599.9 kr', 59990],
    ['1.299,00', 129900],
    ['1 299,00', 129900],
    ['0', 0],
  ])('reads the price %s', (text, expected) => {
    expect(read(`${head}A;N;${text};;25;`).products[0]?.price.minor).toBe(expected);
  });

  it.each(['', 'gratis', '-5', '1,299.00', '12,345', '1e3', '5990000000000'])(
    'refuses the price %j',
    (text) => {
      expect(whys(`${head}A;N;${text};;25;`)).toEqual([[2, 'priceUnreadable', text]]);
    },
  );

  it.each(['', 'x', '0,25', '101', '-5'])('refuses the rate %j', (text) => {
    expect(whys(`${head}A;N;5;;${text};`)).toEqual([[2, 'vatUnreadable', text]]);
  });

  it('tells every problem with its line', () => {
    const text = `${head}A;First;10;;25;4006381333931
;No sku;10;;25;
B;;10;;25;
C;"Two
lines";10;12;25;4006381333932 4006381333931
A;Again;10;x;25;
D;D;10;;25;;extra
E;E;"10;;25;`;
    expect(whys(text)).toEqual([
      [3, 'skuMissing', ''],
      [4, 'nameMissing', ''],
      [5, 'memberPriceAbovePrice', '12'],
      [5, 'barcodeUnreadable', '4006381333932'],
      [5, 'barcodeTwice', '04006381333931'],
      [7, 'memberPriceUnreadable', 'x'],
      [7, 'skuTwice', 'A'],
      [8, 'tooManyCells', 'extra'],
      [9, 'quoteOpen', '"'],
    ]);
  });

  it('names the columns that are missing', () => {
    expect(whys('sku;name;cost\nA;B;1')).toEqual([
      [1, 'columnMissing', 'price'],
      [1, 'columnMissing', 'vat'],
    ]);
    expect(whys('')).toEqual([[1, 'fileEmpty', '']]);
  });
});

describe('an import', () => {
  const good = Buffer.from(`${head}A;First;10;;25;\n`);
  const half = Buffer.from(`${head}B;Second;10;;25;\nC;Third;x;;25;\n`);

  async function aCatalogue(disk = createFailingDisk()) {
    const { database } = await openForTest(temporaryFolder(), { wrap: disk.wrap });
    return createCatalogue(database);
  }

  it('replaces the catalogue by a good file', async () => {
    const catalogue = await aCatalogue();
    const done = importCatalogue(catalogue, good, { currency: 'DKK' });
    expect(done).toMatchObject({ ok: true, value: { replaced: true, problems: [] } });
    expect(catalogue.bySku('A')?.price).toEqual(money(1000, 'DKK'));
  });

  it('leaves everything as it is when a line is wrong, unless the good ones were asked for', async () => {
    const catalogue = await aCatalogue();
    importCatalogue(catalogue, good, { currency: 'NOK' });
    expect(importCatalogue(catalogue, half, { currency: 'NOK' })).toMatchObject({
      value: { replaced: false },
    });
    expect([catalogue.bySku('A')?.name, catalogue.bySku('B')]).toEqual(['First', null]);
    const kept = importCatalogue(catalogue, half, { currency: 'NOK', keepGood: true });
    expect(kept).toMatchObject({ value: { replaced: true, problems: [{ line: 3 }] } });
    expect([catalogue.bySku('A'), catalogue.bySku('B')?.name]).toEqual([null, 'Second']);
  });

  it('never empties the catalogue by a file without goods', async () => {
    const catalogue = await aCatalogue();
    importCatalogue(catalogue, good, { currency: 'NOK' });
    const empty = importCatalogue(catalogue, Buffer.from(head), { currency: 'NOK', keepGood: true });
    expect(empty).toMatchObject({ ok: true, value: { replaced: false } });
    expect(catalogue.count()).toBe(1);
  });

  it('hands on what the store says', async () => {
    const disk = createFailingDisk();
    const catalogue = await aCatalogue(disk);
    disk.fail('readOnly');
    expect(importCatalogue(catalogue, good, { currency: 'NOK' })).toEqual({
      ok: false,
      fault: { kind: 'storeReadOnly' },
    });
  });
});
