/**
 * The store's goods in SQLite, every look-up by an index. Rows lie in alphabetical order, so a search that stops after
 * its first matches has the right ones and costs the same with 300 and with 100 000 products.
 */

import { z } from 'zod';
import type { Gtin } from '../../app/domain/gtin.ts';
import { basisPoints, currencies, money } from '../../app/domain/money.ts';
import type { Product } from '../../app/domain/product.ts';
import type { Catalogue } from '../../app/ports/Catalogue.ts';
import { guarded, StoreDamaged, saysFileIsBroken } from '../journal/faults.ts';
import type { Database } from '../journal/open.ts';
import { jsonIn, only, textIn, wholeIn, wholeOrNullIn } from '../journal/rows.ts';
import type { Row } from '../journal/sqlite.ts';
import { folded, wordsOf } from './words.ts';

const columns = 'product.place, sku, name, currency, price, member_price, vat_rate, barcodes';

/** More words than anybody types; a longer text is a mistake of a scanner. */
const mostWords = 12;

/**
 * The port `Catalogue` over an open store. A product that cannot be read back is as none, and `damaged` is told: one spoiled
 * row must not take the basket, nor a machine's glass.
 */
export function createCatalogue(
  database: Database,
  damaged: (why: string) => void = () => undefined,
): Catalogue {
  const one = (where: string) => database.prepare(`select ${columns} from ${where}`);
  const bySku = one('product where sku = ?');
  const byBarcode = one('barcode join product on product.place = barcode.place where gtin = ?');
  const bySkuStart = one('product where sku_key >= ? and sku_key < ? order by sku_key limit ?');
  const byBarcodeStart = one(
    'barcode join product on product.place = barcode.place where shown >= ? and shown < ? order by shown limit ?',
  );
  const byNameStart = one('product where name_key >= ? and name_key < ? order by name_key limit ?');
  const byWords = one(
    `(select rowid as found from product_word where product_word match ? order by rowid limit ?)
     join product on product.place = found order by product.place`,
  );
  const counted = database.prepare('select count(*) as products from product');

  function whole<T>(read: () => T, none: T): T {
    try {
      return read();
    } catch (error) {
      if (!saysFileIsBroken(error)) throw error;
      damaged(String(error));
      return none;
    }
  }

  const productOrNull = (row: Row | undefined) =>
    row === undefined ? null : whole<Product | null>(() => productIn(row), null);

  function found(text: string, limit: number): readonly Product[] {
    const key = folded(text);
    if (key === '' || limit < 1) return [];
    const digits = /^[\d ]+$/.test(key) ? key.replace(/ /g, '').replace(/^0+/, '') : '';
    const words = wordsOf(text).slice(0, mostWords);
    const rows = [
      ...bySkuStart.all(key, after(key), limit),
      ...(digits === '' ? [] : byBarcodeStart.all(digits, after(digits), limit)),
      ...byNameStart.all(key, after(key), limit),
      ...(words.length === 0 ? [] : byWords.all(words.map((word) => `"${word}"*`).join(' '), limit)),
    ];
    const distinct = new Map(rows.map((row) => [wholeIn(row, 'place'), row]));
    return [...distinct.values()].slice(0, limit).flatMap((row) => productOrNull(row) ?? []);
  }

  return {
    bySku: (sku) => whole(() => productOrNull(bySku.get(sku)), null),
    byBarcode: (gtin) => whole(() => productOrNull(byBarcode.get(gtin)), null),
    count: () => wholeIn(only(counted.get()), 'products'),
    search: (text, limit) => whole(() => found(text, limit), []),
    replace: (products) => guarded(() => database.transaction(() => replaceAll(database, products))),
  };
}

function replaceAll(database: Database, products: readonly Product[]): void {
  database.exec(
    "delete from barcode; delete from product; insert into product_word (product_word) values ('delete-all')",
  );
  const putProduct = database.prepare(
    `insert into product (place, sku, sku_key, name, name_key, currency, price, member_price, vat_rate, barcodes)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putWords = database.prepare('insert into product_word (rowid, words) values (?, ?)');
  const putBarcode = database.prepare('insert into barcode (gtin, shown, place) values (?, ?, ?)');
  for (const [index, { product, key }] of alphabetically(products).entries()) {
    const place = index + 1;
    const { sku, name, price, memberPrice, vatRate, barcodes } = product;
    putProduct.run(
      place,
      sku,
      folded(sku),
      name,
      key,
      price.currency,
      price.minor,
      memberPrice?.minor ?? null,
      vatRate,
      JSON.stringify(barcodes),
    );
    putWords.run(place, wordsOf(name).join(' '));
    for (const gtin of barcodes) putBarcode.run(gtin, gtin.replace(/^0+/, ''), place);
  }
}

function alphabetically(products: readonly Product[]): readonly { product: Product; key: string }[] {
  const order = new Intl.Collator('nb', { numeric: true });
  return products
    .map((product) => ({ product, key: folded(product.name) }))
    .sort((a, b) => order.compare(a.key, b.key) || order.compare(a.product.sku, b.product.sku));
}

/** The first text that does not begin with `key` any more: the end of an index range. */
function after(key: string): string {
  return `${key}\u{10ffff}`;
}

const barcodesIn = z.array(z.string().transform((gtin) => gtin as Gtin)).readonly();

/** Throws `StoreDamaged` for a row that is no product. */
export function productIn(row: Row): Product {
  const currency = currencies.find((one) => one === textIn(row, 'currency'));
  const barcodes = barcodesIn.safeParse(jsonIn(row, 'barcodes'));
  if (currency === undefined || !barcodes.success) throw new StoreDamaged('a product has an unknown shape');
  const memberPrice = wholeOrNullIn(row, 'member_price');
  return {
    sku: textIn(row, 'sku'),
    name: textIn(row, 'name'),
    price: money(wholeIn(row, 'price'), currency),
    memberPrice: memberPrice === null ? null : money(memberPrice, currency),
    vatRate: basisPoints(wholeIn(row, 'vat_rate')),
    barcodes: barcodes.data,
  };
}
