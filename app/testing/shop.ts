/** A whole till with everything around it in memory, and a few things to sell: what tests of flows start from. */

import { readGtin } from '../domain/gtin.ts';
import type { Consented, Member, MemberId, MemberPurchase } from '../domain/member.ts';
import { basisPoints, money } from '../domain/money.ts';
import type { Msisdn } from '../domain/msisdn.ts';
import type { Product } from '../domain/product.ts';
import { currentPayment, type Sale } from '../domain/sale.ts';
import { currentSale, type TillConfig } from '../domain/tillState.ts';
import type { Slot } from '../domain/vending.ts';
import { err, ok } from '../kernel/result.ts';
import { instant } from '../kernel/time.ts';
import type { ExchangeFault } from '../ports/CustomerCodes.ts';
import type { Journal } from '../ports/Journal.ts';
import type { LoginAnswer, LoginRequest } from '../ports/Login.ts';
import type { Ports } from '../ports/Ports.ts';
import { createTill, type Till } from '../till.ts';
import { memoryJournal } from './memoryJournal.ts';
import { memoryStock } from './memoryStock.ts';
import { memoryWallet } from './memoryWallet.ts';
import { virtualClock } from './virtualClock.ts';

export const personalQr = 'https://qr.vipps.no/28/2/01/031/4791234567?v=1';
export const tokenQr = 'https://qr.vipps.no/p/token-of-kari';
export const kari = '4791234567' as Msisdn;

const outdoor: readonly Product[] = [
  product('1001', 'Ulltrøye', 59_900, 47_900, '2000000010014'),
  product('1002', 'Termos', 34_900, null, '2000000010021'),
  product('2001', 'Turmat', 11_900, null, '2000000020013', 1500),
];

function product(
  sku: string,
  name: string,
  price: number,
  member: number | null,
  code: string,
  vat = 2500,
): Product {
  const gtin = readGtin(code);
  return {
    sku,
    name,
    price: money(price, 'NOK'),
    memberPrice: member === null ? null : money(member, 'NOK'),
    vatRate: basisPoints(vat),
    barcodes: gtin === null ? [] : [gtin],
  };
}

/** `journal`: another one than that in memory. */
export function aShop(
  given: { config?: Partial<TillConfig>; journal?: Journal; slots?: readonly Slot[] } = {},
) {
  const clock = virtualClock();
  const journal = memoryJournal();
  const wallet = memoryWallet();
  const members = new Map<string, Member>([[kari, aMember('m-1', 'Kari')]]);
  const world = {
    clock,
    journal,
    wallet,
    members,
    purchases: [] as MemberPurchase[],
    enrolled: [] as Consented[],
    checkIns: [] as string[],
    logins: [] as LoginRequest[],
    receipts: [] as string[],
    receiptFault: null as 'forbidden' | 'serviceDown' | null,
    /** What the next exchange, member look-ups and login polls answer. */
    exchange: null as ExchangeFault['kind'] | null,
    exchanged: kari as Msisdn,
    registryDown: false,
    walletUser: true,
    login: { kind: 'pending', slowDown: false } as LoginAnswer,
  };
  let drawn = 0;
  const draw = () => {
    drawn += 1;
    return drawn;
  };
  const down = { kind: 'noConnection', service: { api: 'registry' } } as const;
  const ports: Ports = {
    clock,
    journal: given.journal ?? journal,
    payments: wallet,
    ids: { unique: () => `id-${draw()}`, below: (below) => draw() % below },
    log: { info() {}, warn() {}, error() {} },
    codes: {
      exchange: async () =>
        world.exchange === null
          ? ok(world.exchanged)
          : err({ kind: world.exchange, service: { api: 'qr' }, retryAfterMs: null } as ExchangeFault),
      exchangeToken: async (token) =>
        world.exchange === null
          ? ok(token.replace(/^\D+/, '') as Msisdn)
          : err({ kind: world.exchange, service: { api: 'qr' }, retryAfterMs: null } as ExchangeFault),
    },
    checkIn: {
      notify: async (msisdn) => {
        world.checkIns.push(msisdn);
        return ok();
      },
    },
    login: {
      userExists: async () => ok(world.walletUser),
      start: async (request) => {
        world.logins.push(request);
        return ok({ authReqId: 'login-1', until: instant(clock.now() + 180_000), intervalMs: 5000 });
      },
      poll: async () => ok(world.login),
    },
    receipts: {
      add: async (reference) => {
        if (world.receiptFault !== null) return err({ kind: world.receiptFault, service: { api: 'order' } });
        world.receipts.push(reference);
        return ok();
      },
    },
    members: {
      find: async (msisdn) => (world.registryDown ? err(down) : ok(members.get(msisdn) ?? null)),
      enrol: async (consented) => {
        if (world.registryDown) return err(down);
        world.enrolled.push(consented);
        const member = aMember(`m-${consented.sub}`, consented.givenName);
        members.set(consented.msisdn, member);
        return ok(member);
      },
      registerPurchase: async (purchase) => {
        if (world.registryDown) return err(down);
        world.purchases.push(purchase);
        return ok();
      },
    },
    stock: memoryStock(given.slots),
    catalogue: {
      bySku: (sku) => outdoor.find((one) => one.sku === sku) ?? null,
      byBarcode: (gtin) => outdoor.find((one) => one.barcodes.includes(gtin)) ?? null,
      search: (text) => outdoor.filter((one) => one.name.toLowerCase().startsWith(text.toLowerCase())),
      replace: () => ok(),
      count: () => outdoor.length,
    },
  };
  const config: TillConfig = {
    tillNumber: '01',
    posId: 'kasse-1',
    storeName: 'Bekkelund Sport',
    currency: 'NOK',
    home: '47',
    training: false,
    checkIn: false,
    unattended: false,
    zone: 'Europe/Oslo',
    captureDays: 180,
    ...given.config,
  };
  const open = (): Till => createTill(ports, config);
  return { ...world, world, ports, config, open };
}

export function aMember(id: string, name: string | null): Member {
  return { id: id as MemberId, name, since: instant(Date.UTC(2021, 4, 1)), number: null, points: 1240 };
}

export function saleOn(till: Till): Sale {
  const sale = currentSale(till.state());
  if (sale === null) throw new Error('there is no sale on the till');
  return sale;
}

export function paymentOn(till: Till) {
  const payment = currentPayment(saleOn(till));
  if (payment === null) throw new Error('the sale has no payment');
  return payment;
}
