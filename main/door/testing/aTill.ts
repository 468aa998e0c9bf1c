/** A till for tests of the hosts: the real one on a journal of its own, with two products and no way to any service. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cashierView, type TillAbout } from '../../../app/contract/viewCashier.ts';
import { displayView } from '../../../app/contract/viewDisplay.ts';
import { type Gtin, readGtin } from '../../../app/domain/gtin.ts';
import { basisPoints, money } from '../../../app/domain/money.ts';
import type { Product } from '../../../app/domain/product.ts';
import type { RemoteFault } from '../../../app/kernel/fault.ts';
import { err, ok } from '../../../app/kernel/result.ts';
import type { Catalogue } from '../../../app/ports/Catalogue.ts';
import type { Log, LogFacts } from '../../../app/ports/Log.ts';
import { memoryStock } from '../../../app/testing/memoryStock.ts';
import { createTill, type Till } from '../../../app/till.ts';
import { createSystemClock } from '../../clock.ts';
import { createSystemIds } from '../../ids.ts';
import { createJournal } from '../../journal/journal.ts';
import { openStore } from '../../journal/open.ts';
import { createVault, vaultKeyBytes } from '../../journal/vault.ts';
import { createVipps } from '../../vipps/index.ts';
import { createDoor, type TillDoor } from '../door.ts';
import type { HouseCalls } from '../handlers.ts';

export interface Logged {
  readonly level: string;
  readonly event: string;
  readonly facts: LogFacts;
}

export interface TillForTests {
  readonly till: Till;
  readonly door: TillDoor;
  readonly logged: readonly Logged[];
  readonly log: Log;
  close(): void;
}

export const jacket = product('1001', 'Skaljakke', 239_900, 199_900, '7039000000019');
export const bottle = product('1002', 'Drikkeflaske', 24_900, null, '7039000000026');

/** `house` replaces calls that are not the till's; `catalogue` breaks the catalogue for tests of defects. */
export async function aTill(
  parts: { readonly house?: Partial<HouseCalls>; readonly catalogue?: Partial<Catalogue> } = {},
): Promise<TillForTests> {
  const folder = mkdtempSync(join(tmpdir(), 'klubbkassa-'));
  const clock = createSystemClock();
  const ids = createSystemIds();
  const logged: Logged[] = [];
  const keep =
    (level: string) =>
    (event: string, facts: LogFacts = {}) =>
      void logged.push({ level, event, facts });
  const log: Log = { info: keep('info'), warn: keep('warn'), error: keep('error') };
  const store = await openStore({ folder, now: clock.now() });
  if (!store.ok) throw new Error(store.fault.kind);
  const vipps = createVipps(withoutKeys, { clock, ids, log });
  const till = createTill(
    {
      clock,
      ids,
      log,
      journal: createJournal(store.value.database, createVault(new Uint8Array(vaultKeyBytes).fill(7))),
      payments: vipps.payments,
      codes: vipps.codes,
      checkIn: vipps.checkIn,
      login: vipps.login,
      receipts: vipps.receipts,
      members: {
        find: async () => ok(null),
        enrol: async () => err(noRegistry),
        registerPurchase: async () => ok(),
      },
      catalogue: { ...twoProducts, ...parts.catalogue },
      stock: memoryStock(),
    },
    {
      tillNumber: '01',
      posId: 'klubbkassa-01',
      storeName: 'Fjellbua',
      currency: 'NOK',
      home: '47',
      training: true,
      checkIn: false,
      unattended: false,
      zone: 'Europe/Oslo',
      captureDays: 180,
    },
  );
  const started = till.start();
  if (!started.ok) throw new Error(started.fault.kind);
  const door = createDoor({
    till,
    house: { scan: ({ text }) => till.scan(text), ...noHouse, ...parts.house },
    views: {
      cashier: () => cashierView(till.state(), about, clock.now()),
      display: () => displayView(till.state(), about, clock.now()),
    },
    log,
    ids,
  });
  return {
    till,
    door,
    logged,
    log,
    close() {
      door.close();
      till.stop();
      store.value.database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const noRegistry: RemoteFault = { kind: 'notConfigured', service: { api: 'registry' } };
const trainingOnly = () => err({ kind: 'trainingOnly' } as const);
const denied = () => err({ kind: 'deviceMissing' } as const);

const noHouse: Omit<HouseCalls, 'scan'> = {
  unlock: denied,
  'pin.set': denied,
  'program.quit': denied,
  'settings.get': denied,
  'settings.update': denied,
  'settings.test': () => ok([]),
  'scanner.doctor': () => ok(null),
  'scanner.list': () => ok([]),
  'staticQr.list': () => ok([]),
  'staticQr.put': denied,
  'staticQr.file': denied,
  'staticQr.delete': denied,
  'webhooks.list': denied,
  'webhooks.delete': denied,
  'catalogue.import': denied,
  'members.import': denied,
  'training.customer': trainingOnly,
  'training.fault': trainingOnly,
  'training.drill': trainingOnly,
};

const withoutKeys = {
  baseUrl: '',
  clientId: '',
  clientSecret: '',
  subscriptionKey: '',
  msn: '',
  systemVersion: '0.0.0',
  posId: 'klubbkassa-01',
  loginAuth: 'basic',
  scopes: 'openid',
  consentText: '',
} as const;

const about: TillAbout = {
  till: {
    store: 'Fjellbua',
    place: '',
    tillNumber: '01',
    posId: 'klubbkassa-01',
    profile: 'training',
    kind: 'staffed',
    currency: 'NOK',
    market: 'NO',
    language: 'nb',
    clubName: 'Fjellklubben',
    locked: false,
    cashier: null,
  },
  devices: {
    scanner: { state: 'absent', name: null, away: 0 },
    printer: null,
    customerScreen: 'off',
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

const twoProducts: Catalogue = {
  bySku: (sku) => [jacket, bottle].find((one) => one.sku === sku) ?? null,
  byBarcode: (gtin) => [jacket, bottle].find((one) => one.barcodes.includes(gtin)) ?? null,
  search: (text) => [jacket, bottle].filter((one) => one.name.toLowerCase().startsWith(text.toLowerCase())),
  replace: () => ok(),
  count: () => 2,
};

function product(sku: string, name: string, price: number, member: number | null, barcode: string): Product {
  const gtin: Gtin | null = readGtin(barcode);
  return {
    sku,
    name,
    price: money(price, 'NOK'),
    memberPrice: member === null ? null : money(member, 'NOK'),
    vatRate: basisPoints(2500),
    barcodes: gtin === null ? [] : [gtin],
  };
}
