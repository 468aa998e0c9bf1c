/** Beginnings that many stories share: a till that runs, a customer who was asked to pay. */

import type { CashierView, DisplayView } from '../contract/view.ts';
import { cashierView, type TillAbout } from '../contract/viewCashier.ts';
import { displayView } from '../contract/viewDisplay.ts';
import { basisPoints, type Currency, money } from '../domain/money.ts';
import type { Product } from '../domain/product.ts';
import type { LineId, Sale, SaleId } from '../domain/sale.ts';
import type { SaleEntry, SaleEvent } from '../domain/saleEvent.ts';
import { foldSale } from '../domain/saleFold.ts';
import { currentSale } from '../domain/tillState.ts';
import { instant } from '../kernel/time.ts';
import type { Till } from '../till.ts';
import { aMember, aShop, kari, personalQr } from './shop.ts';

export const thermos = '2000000010021';
export const woolShirt = '2000000010014';
export const trailFood = '2000000020013';

export type Shop = ReturnType<typeof aShop>;

/** A till that has started in this shop. */
export function aRunningTill(shop: Shop = aShop()): { readonly shop: Shop; readonly till: Till } {
  const till = shop.open();
  till.start();
  return { shop, till };
}

/** Kari has shown her code, a thermos lies in the basket, and the request to pay is on her phone. */
export async function askedToPay(shop: Shop = aShop()) {
  const { till } = aRunningTill(shop);
  await till.scan(personalQr);
  await till.scan(thermos);
  const states = watchStates(till);
  const { reference } = await requested(till);
  return { shop, till, states, reference };
}

/** Asks for the money; throws where the till refuses. */
export async function requested(till: Till, via: 'push' | 'qr' = 'push'): Promise<{ reference: string }> {
  const result = await till.requestPayment(via);
  if (!result.ok) throw new Error(result.fault.kind);
  return result.value;
}

/** Every payment state in the order it was seen. */
export function watchStates(till: Till): string[] {
  const seen: string[] = [];
  till.onChange(() => {
    const payment = currentSale(till.state())?.payments.at(-1);
    if (payment && seen.at(-1) !== payment.state) seen.push(payment.state);
  });
  return seen;
}

/** Whole numbers, 0 <= n < below, drawn from a seed (mulberry32), so that a failure can be repeated. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * below);
  };
}

/** The entries of one sale, a second apart, the opening first: what a fold is given. */
export function entriesOf(events: readonly SaleEvent[], currency: Currency = 'NOK'): readonly SaleEntry[] {
  const all: readonly SaleEvent[] = [{ kind: 'opened', number: '01-000001', currency }, ...events];
  return all.map((event, index) => ({
    saleId: 'sale-1' as SaleId,
    at: instant(index * 1000),
    version: 1,
    event,
  }));
}

/** The sale that these events make. */
export function aSale(events: readonly SaleEvent[], currency: Currency = 'NOK'): Sale {
  const sale = foldSale(entriesOf(events, currency));
  if (sale === null) throw new Error('no events, no sale');
  return sale;
}

/** Goods of the given prices in minor units; `member` is the price for members. */
export function goods(given: {
  sku: string;
  price: number;
  member?: number;
  rate?: number;
  currency?: Currency;
}): Product {
  const currency = given.currency ?? 'NOK';
  return {
    sku: given.sku,
    name: `Goods ${given.sku}`,
    price: money(given.price, currency),
    memberPrice: given.member === undefined ? null : money(given.member, currency),
    vatRate: basisPoints(given.rate ?? 2500),
    barcodes: [],
  };
}

export function lineAdded(product: Product, quantity = 1): SaleEvent {
  return { kind: 'lineAdded', line: product.sku as LineId, product, quantity };
}

/** The customer of the sale is a member from now on. */
export function memberKnown(id = 'm-1'): readonly SaleEvent[] {
  return [
    { kind: 'customerIdentified', msisdn: kari, proof: 'qrExchange' },
    { kind: 'membership', membership: { status: 'member', member: aMember(id, 'Kari') } },
  ];
}

/** What the host of this shop's till would add to its views. */
export const about: TillAbout = {
  till: {
    store: 'Bekkelund Sport',
    place: 'Storgata',
    tillNumber: '01',
    posId: 'kasse-1',
    profile: 'test',
    kind: 'staffed',
    currency: 'NOK',
    market: 'NO',
    language: 'nb',
    clubName: 'Bekkelund',
    locked: false,
    cashier: null,
  },
  devices: {
    scanner: { state: 'ready', name: 'Scanner', away: 0 },
    printer: null,
    customerScreen: 'on',
    camera: 'off',
  },
  webhooks: 'none',
  offers: null,
  trainingPhone: null,
  drill: null,
  doctor: null,
  captureDays: 180,
  trouble: [],
};

/** What cashier and customer see of this till now. */
export function viewsOf(
  shop: Shop,
  till: Till,
): { readonly cashier: CashierView; readonly display: DisplayView } {
  const now = shop.clock.now();
  return { cashier: cashierView(till.state(), about, now), display: displayView(till.state(), about, now) };
}
