/**
 * The catalogue from a CSV file: `sku;name;price;memberPrice;vat;barcodes`, Norwegian or English names, any order of
 * columns. Whatever cannot be understood is told by line; nothing is guessed.
 */

import { type Gtin, readGtin } from '../../app/domain/gtin.ts';
import { basisPoints, type Currency, money, readAmount } from '../../app/domain/money.ts';
import type { Product } from '../../app/domain/product.ts';
import type { JournalFault } from '../../app/kernel/fault.ts';
import { ok, type Result } from '../../app/kernel/result.ts';
import type { Catalogue } from '../../app/ports/Catalogue.ts';
import { type CsvRow, type CsvTable, columnsOf, decodeText, readCsv } from '../csv.ts';

/** Keys of texts, as everywhere; `shown` in a problem is the part of the row that is meant. */
export type ProductProblem =
  | 'fileEmpty'
  | 'columnMissing'
  | 'quoteOpen'
  | 'tooManyCells'
  | 'skuMissing'
  | 'skuTwice'
  | 'nameMissing'
  | 'priceUnreadable'
  | 'memberPriceUnreadable'
  | 'memberPriceAbovePrice'
  | 'vatUnreadable'
  | 'barcodeUnreadable'
  | 'barcodeTwice';

export interface ImportProblem<Why extends string> {
  readonly line: number;
  readonly why: Why;
  /** What stood there, or which column is meant. */
  readonly shown: string;
}

export interface ProductsRead {
  readonly products: readonly Product[];
  readonly problems: readonly ImportProblem<ProductProblem>[];
}

export interface CatalogueImport extends ProductsRead {
  /** Whether the catalogue was replaced. Not when there are problems, unless the good rows were asked for. */
  readonly replaced: boolean;
}

const names = {
  sku: ['sku', 'varenummer', 'varenr', 'artikkelnummer', 'artikkelnr', 'article', 'article number'],
  name: ['name', 'navn', 'varenavn', 'produktnavn', 'product'],
  price: ['price', 'pris', 'utsalgspris', 'pris inkl mva', 'price incl vat'],
  memberPrice: ['memberprice', 'medlemspris', 'klubbpris', 'club price'],
  vat: ['vat', 'mva', 'mva sats', 'vat rate', 'moms'],
  barcodes: ['barcodes', 'barcode', 'strekkoder', 'strekkode', 'ean', 'gtin'],
} as const;

const needed = ['sku', 'name', 'price', 'vat'] as const;

type Field = keyof typeof names;

/** Replaces the catalogue by the file's goods, whole or not at all. Faults: those of the store. */
export function importCatalogue(
  catalogue: Catalogue,
  file: Uint8Array,
  options: { readonly currency: Currency; readonly keepGood?: boolean },
): Result<CatalogueImport, JournalFault> {
  const read = readProducts(file, options.currency);
  const good = read.problems.length === 0 || options.keepGood === true;
  if (!good || read.products.length === 0) return ok({ ...read, replaced: false });
  const replaced = catalogue.replace(read.products);
  return replaced.ok ? ok({ ...read, replaced: true }) : replaced;
}

/** The goods of a file and what is wrong with it. Amounts are gross, in `currency`; VAT is in percent. */
export function readProducts(file: Uint8Array, currency: Currency): ProductsRead {
  const table = readCsv(decodeText(file));
  if (table === null) return { products: [], problems: [{ line: 1, why: 'fileEmpty', shown: '' }] };
  const columns = columnsOf<Field>(table.header, names);
  const missing = needed.filter((field) => !columns.has(field));
  if (missing.length > 0) {
    const { line } = table.header;
    return { products: [], problems: missing.map((shown) => ({ line, why: 'columnMissing', shown })) };
  }
  return readRows(table, columns, currency);
}

function readRows(table: CsvTable, columns: ReadonlyMap<Field, number>, currency: Currency): ProductsRead {
  const products: Product[] = [];
  const problems: ImportProblem<ProductProblem>[] = [];
  const skus = new Set<string>();
  const barcodes = new Set<Gtin>();
  for (const row of table.rows) {
    const found: ImportProblem<ProductProblem>[] = [];
    const complain = (why: ProductProblem, shown: string) => found.push({ line: row.line, why, shown });
    if (row.cells.length > table.header.cells.length) complain('tooManyCells', row.cells.at(-1) ?? '');
    const product = readRow(row, columns, currency, complain);
    if (skus.has(product.sku)) complain('skuTwice', product.sku);
    for (const gtin of product.barcodes) if (barcodes.has(gtin)) complain('barcodeTwice', gtin);
    problems.push(...found);
    if (found.length > 0) continue;
    products.push(product);
    skus.add(product.sku);
    for (const gtin of product.barcodes) barcodes.add(gtin);
  }
  if (table.openQuote !== null) problems.push({ line: table.openQuote, why: 'quoteOpen', shown: '"' });
  return { products, problems };
}

/** The product as far as it can be read; whoever was complained to does not use it. */
function readRow(
  row: CsvRow,
  columns: ReadonlyMap<Field, number>,
  currency: Currency,
  complain: (why: ProductProblem, shown: string) => void,
): Product {
  const cell = (field: Field) => row.cells[columns.get(field) ?? -1]?.trim() ?? '';
  if (cell('sku') === '') complain('skuMissing', '');
  if (cell('name') === '') complain('nameMissing', '');

  const price = readPrice(cell('price'));
  if (price === null) complain('priceUnreadable', cell('price'));
  const memberPrice = cell('memberPrice') === '' ? null : readPrice(cell('memberPrice'));
  if (memberPrice === null && cell('memberPrice') !== '')
    complain('memberPriceUnreadable', cell('memberPrice'));
  if (memberPrice !== null && price !== null && memberPrice > price)
    complain('memberPriceAbovePrice', cell('memberPrice'));

  const vat = readVat(cell('vat'));
  if (vat === null) complain('vatUnreadable', cell('vat'));
  const barcodes: Gtin[] = [];
  for (const text of cell('barcodes')
    .split(/[\s|,;/]+/)
    .filter(Boolean)) {
    const gtin = readGtin(text);
    if (gtin === null) complain('barcodeUnreadable', text);
    else if (!barcodes.includes(gtin)) barcodes.push(gtin);
  }
  return {
    sku: cell('sku'),
    name: cell('name'),
    price: money(price ?? 0, currency),
    memberPrice: memberPrice === null ? null : money(memberPrice, currency),
    vatRate: basisPoints(vat ?? 0),
    barcodes,
  };
}

/** Also `kr 599,00`, `599,-` and `1.299,00`, as price lists have them; never negative. */
function readPrice(text: string): number | null {
  const plain = text
    .replace(/^(kr\.?|nok|dkk|eur|€)\s*|\s*(kr\.?|nok|dkk|eur|€)$/gi, '')
    .replace(/,-$/, '')
    .replace(
      /^(\d{1,3})((?:\.\d{3})+)(?=,\d{2}$)/,
      (_all, first: string, rest: string) => first + rest.replaceAll('.', ''),
    );
  const amount = readAmount(plain);
  return amount === null || amount < 0 ? null : amount;
}

/** Percent with at most two decimals is a whole number of basis points. A rate below 1 % is a share mistaken for one. */
function readVat(text: string): number | null {
  const rate = readAmount(text.replace(/\s*%$/, ''));
  if (rate === null || rate < 0 || rate > 10_000 || (rate > 0 && rate < 100)) return null;
  return rate;
}
