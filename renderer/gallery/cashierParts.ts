/** What the pictures of the cashier's screen are made of: an invented store, an invented customer, their goods. */

import type { ParkedSale, ProductFound } from '../../app/contract/calls.ts';
import {
  type CashierView,
  type CustomerView,
  type DrillView,
  drillChecks,
  type LineView,
  type PaymentSays,
  type PaymentView,
  type SaleView,
  type StepSays,
} from '../../app/contract/view.ts';
import { basisPoints, type Money, money, sum, vatOutOf } from '../../app/domain/money.ts';
import type { PaymentState } from '../../app/domain/payment.ts';
import type { View } from '../stores/viewStore.ts';

export interface CashierPicture {
  readonly state: CashierView;
  readonly view?: Partial<View>;
}

export const nok = (minor: number): Money => money(minor, 'NOK');

/** 23 November 2026, in the time zone of the machine that draws. */
export const at = (hour: number, minute: number, second: number) =>
  new Date(2026, 10, 23, hour, minute, second).toISOString();

type Goods = readonly [name: string, quantity: number, price: number, memberPrice: number, vatRate?: number];

export const bigBasket: readonly Goods[] = [
  ['Ulltrøye dame M, merino', 1, 59900, 47900],
  ['Tursokker merino 39–42', 2, 17900, 16110],
  ['Termos stål 0,75 l', 1, 34900, 34900],
  ['Hodelykt 400 lumen', 1, 44900, 35900],
  ['Turmat pasta bolognese', 4, 11900, 11900, 1500],
  ['Gasspatron 230 g', 2, 7900, 7900],
  ['Sitteunderlag, blått', 1, 9900, 7900],
  ['Bærepose papir, stor', 1, 300, 300],
];
export const smallBasket: readonly Goods[] = [
  ['Ulltrøye dame M, merino', 1, 59900, 47900],
  ['Turmat pasta bolognese', 4, 11900, 11900, 1500],
  ['Bærepose papir, stor', 1, 300, 300],
];

function lines(goods: readonly Goods[], member: boolean): readonly LineView[] {
  return goods.map(([name, quantity, price, memberPrice, vatRate = 2500], index) => {
    const saving = member ? (price - memberPrice) * quantity : 0;
    return {
      id: `l${index}`,
      sku: `70380100042${10 + index}`,
      name,
      quantity,
      unitPrice: nok(price),
      discount: nok(saving),
      memberSaving: nok(saving),
      reason: null,
      total: nok(price * quantity - saving),
      vatRate,
    };
  });
}

export function sale(goods: readonly Goods[], member: boolean, more: Partial<SaleView> = {}): SaleView {
  const all = lines(goods, member);
  const rates = [...new Set(all.map((line) => line.vatRate))].sort((a, b) => b - a);
  return {
    id: 's1',
    number: '01-000142',
    state: 'open',
    lines: all,
    total: sum(
      all.map((line) => line.total),
      'NOK',
    ),
    saved: sum(
      all.map((line) => line.memberSaving),
      'NOK',
    ),
    vat: rates.map((rate) => {
      const gross = sum(
        all.filter((line) => line.vatRate === rate).map((line) => line.total),
        'NOK',
      );
      const vat = vatOutOf(gross, basisPoints(rate));
      return { rate, gross, vat, net: nok(gross.minor - vat.minor) };
    }),
    payment: null,
    paidElsewhere: null,
    ...more,
  };
}

export const kari: CustomerView = {
  masked: '••• 67',
  proof: 'qrExchange',
  checkedInUntil: null,
  status: 'member',
  member: { name: 'Kari', since: at(12, 0, 0).replace('2026', '2021'), number: '100123', points: 1240 },
  enrolment: null,
  wouldSave: nok(0),
};
export const guest: CustomerView = { ...kari, status: 'notMember', member: null, wouldSave: nok(12000) };

export const base: CashierView = {
  version: 1,
  till: {
    store: 'Bekkelund Sport',
    place: 'Storgata',
    tillNumber: '01',
    posId: 'bek-01',
    profile: 'production',
    kind: 'staffed',
    currency: 'NOK',
    market: 'NO',
    language: 'nb',
    clubName: 'Turklubben',
    locked: false,
    cashier: null,
  },
  attention: [],
  customer: null,
  sale: null,
  arrivals: [],
  refusedScan: null,
  last: { number: '01-000141', state: 'paid', total: nok(111800), at: at(14, 28, 3) },
  parked: { count: 2, paid: 0, notPaid: 0 },
  devices: {
    scanner: { state: 'ready', name: 'Datalogic Gryphon', away: 0 },
    printer: null,
    customerScreen: 'on',
    camera: 'off',
  },
  service: { state: 'up', since: null, webhooks: 'registered', storeCode: 'idle' },
  machine: null,
  trainingPhone: null,
  drill: null,
  doctor: null,
};

export const steps = (...list: readonly (readonly [StepSays, string])[]) =>
  list.map(([key, when]) => ({ at: when, what: { key } }));

export function paying(
  state: PaymentState,
  says: PaymentSays,
  more: Partial<PaymentView> = {},
  taken: readonly Goods[] = bigBasket,
): CashierView {
  const total = sale(taken, true).total;
  const payment: PaymentView = {
    reference: 'bek-01-7QF4-0142',
    state,
    checking: false,
    via: 'push',
    amount: total,
    captured: nok(state === 'captured' ? total.minor : 0),
    refunded: nok(0),
    until: at(14, 41, 40),
    qrImage: null,
    checkedAt: at(14, 31, 59),
    nextCheckAt: at(14, 32, 1),
    says: { key: says, with: { sum: total, minutes: 10 } },
    steps: steps(['step.intended', at(14, 31, 39)], ['step.sent', at(14, 31, 40)]),
    ...more,
  };
  return { ...base, customer: kari, sale: sale(taken, true, { state: 'paying', payment }) };
}

export const sent = [
  ['step.intended', at(14, 31, 39)],
  ['step.sent', at(14, 31, 40)],
] as const;

export const parkedSales: readonly ParkedSale[] = [
  {
    saleId: 'p1',
    number: '01-000140',
    parkedAt: at(14, 29, 0),
    masked: '••• 12',
    lines: 3,
    total: nok(78400),
    payment: 'waiting',
  },
  {
    saleId: 'p2',
    number: '01-000137',
    parkedAt: at(14, 11, 0),
    masked: null,
    lines: 1,
    total: nok(34900),
    payment: null,
  },
  {
    saleId: 'p3',
    number: '01-000131',
    parkedAt: at(13, 52, 0),
    masked: '••• 90',
    lines: 2,
    total: nok(22800),
    payment: 'declined',
  },
];

export const found: readonly ProductFound[] = (
  [
    ['7038010004217', 'Termos stål 0,75 l', 34900, 29900],
    ['7038010004200', 'Termos stål 0,5 l', 29900, 24900],
    ['7038010004316', 'Termosflaske barn 0,35 l, rød', 24900, null],
    ['7038010004408', 'Termokopp med lokk 0,3 l', 19900, 15900],
    ['7038010011208', 'Termisk undertøy herre L', 54900, 44900],
    ['7038010020101', 'Termometer, utendørs', 12900, null],
  ] as const
).map(([sku, name, price, member]) => ({
  sku,
  name,
  price: nok(price),
  memberPrice: member === null ? null : nok(member),
  vatRate: 2500,
}));

/** A square of squares in the place of the service's own picture: it is no code and cannot be scanned. */
export const specimen = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 21 21"><rect width="21" height="21" fill="#fff"/><path d="${[
    ...Array(180).keys(),
  ]
    .map((n) => `M${(n * 7) % 21} ${(n * n * 5 + n) % 21}h1v1h-1z`)
    .join('')}"/></svg>`,
)}`;

/** A drill at the approval with the first checks known; broken where the last of them fails. */
export function drill(state: DrillView['state'], known: number): DrillView {
  const checks = drillChecks.slice(0, known);
  return {
    step: 'waiting',
    state,
    checks: checks.map((what, at) => ({ what, ok: state !== 'broken' || at < known - 1 })),
  };
}
