/** Goods into, within and out of the basket. No network on this path. */

import { readGtin } from '../domain/gtin.ts';
import { money, subtract, times } from '../domain/money.ts';
import type { Product } from '../domain/product.ts';
import { type Line, type LineId, memberSaving, mostQuantity, type Sale } from '../domain/sale.ts';
import { mayChangeBasket } from '../domain/saleRules.ts';
import { currentSale } from '../domain/tillState.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Book } from './book.ts';
import { openSale } from './openSale.ts';

export function findProduct(book: Book, which: { sku: string } | { barcode: string }): Result<Product> {
  const { catalogue } = book.ports;
  const gtin = 'barcode' in which ? readGtin(which.barcode) : null;
  const found =
    'sku' in which
      ? catalogue.bySku(which.sku)
      : gtin !== null
        ? catalogue.byBarcode(gtin)
        : catalogue.bySku(which.barcode);
  if (found !== null && found.price.currency === book.config.currency) return ok(found);
  return err({ kind: 'unknownProduct', text: 'sku' in which ? which.sku : which.barcode });
}

/** The same goods scanned again raise the quantity of their line, unless it was discounted by hand. */
export function addProduct(book: Book, product: Product, quantity: number): Result<{ lineId: string }> {
  const opened = openSale(book);
  if (!opened.ok) return opened;
  const sale = opened.value;
  const refused = mayChangeBasket(sale);
  if (refused !== null) return err(refused);
  const same = sale.lines.find((line) => sameGoods(line, product));
  const count = quantity + (same?.quantity ?? 0);
  if (quantity < 1 || count > mostQuantity) return err(outOfRange);
  const line = same?.id ?? (book.ports.ids.unique() as LineId);
  const done = same
    ? book.record(sale.id, { kind: 'lineQuantity', line, quantity: count })
    : book.record(sale.id, { kind: 'lineAdded', line, product, quantity });
  return done.ok ? ok({ lineId: line }) : done;
}

export function setQuantity(book: Book, lineId: string, quantity: number): Result<null> {
  return withLine(book, lineId, (sale, line) => {
    if (quantity < 0 || quantity > mostQuantity) return err(outOfRange);
    if (quantity === 0) return done(book.record(sale.id, { kind: 'lineRemoved', line: line.id }));
    const most = times(line.product.price, quantity);
    if (line.discount !== null && line.discount.amount.minor > most.minor)
      return err({ kind: 'discountOutOfRange' });
    return done(book.record(sale.id, { kind: 'lineQuantity', line: line.id, quantity }));
  });
}

/** The cashier's discount comes on top of the member's saving and never takes a line below zero. */
export function discountLine(book: Book, lineId: string, amount: number, reason: string): Result<null> {
  return withLine(book, lineId, (sale, line) => {
    const full = subtract(times(line.product.price, line.quantity), memberSaving(sale, line));
    if (amount < 0 || amount > full.minor) return err({ kind: 'discountOutOfRange' });
    const off = amount === 0 ? null : money(amount, sale.currency);
    return done(book.record(sale.id, { kind: 'lineDiscounted', line: line.id, amount: off, reason }));
  });
}

export function removeLine(book: Book, lineId: string): Result<null> {
  return withLine(book, lineId, (sale, line) =>
    done(book.record(sale.id, { kind: 'lineRemoved', line: line.id })),
  );
}

const outOfRange = { kind: 'quantityOutOfRange', least: 1, most: mostQuantity } as const;

function sameGoods(line: Line, product: Product): boolean {
  return (
    line.product.sku === product.sku &&
    line.discount === null &&
    line.product.price.minor === product.price.minor
  );
}

function withLine(book: Book, id: string, change: (sale: Sale, line: Line) => Result<null>): Result<null> {
  const sale = currentSale(book.state());
  const line = sale?.lines.find((one) => one.id === id);
  if (sale === null || line === undefined) return err({ kind: 'unknownLine' });
  const refused = mayChangeBasket(sale);
  return refused === null ? change(sale, line) : err(refused);
}

function done(result: Result<unknown>): Result<null> {
  return result.ok ? ok(null) : result;
}
