/** Every moment of a machine's screen with sample data, for looking at and for pictures. */

import type { DisplayView, MachineView, OfferView } from '../../app/contract/view.ts';
import { money } from '../../app/domain/money.ts';
import { specimenCode } from './customerSpecimen.ts';

const kr = (minor: number) => money(minor, 'NOK');

function offer(
  code: string,
  name: string,
  price: number,
  stock: number,
  minimumAge: number | null = null,
): OfferView {
  return { sku: name, name, price: kr(price), stock, minimumAge, code, takeable: false };
}

const offers: readonly OfferView[] = [
  offer('A1', 'Kaffe, svart', 28_00, 12),
  offer('A2', 'Kakao', 32_00, 1),
  offer('A3', 'Vann 0,5 l', 25_00, 8),
  offer('B1', 'Eple', 12_00, 3),
  offer('B2', 'Brunost på lefse', 45_00, 2),
  offer('B3', 'Havrekjeks', 29_00, 0),
  offer('C1', 'Energidrikk 0,33 l', 35_00, 4, 16),
  offer('C2', 'Melk 0,3 l', 22_00, 6),
];

const longOffers: readonly OfferView[] = [
  offer('D1', 'Ekspedisjonssovepose med dunfyll, høyre glidelås', 12_499_00, 1),
  offer('D10', 'Reparasjonssett for oppblåsbare liggeunderlag', 1_299_90, 100),
  ...offers,
  ...offers.map((one) => ({ ...one, sku: `${one.sku} 2`, name: `${one.name} økologisk`, code: null })),
];

/** At rest, waiting for a scan. */
export const idle: MachineView = {
  phase: 'idle',
  turn: null,
  name: 'Automat 03',
  sells: 'scanFirst',
  qrImage: specimenCode,
  operatorPhone: '+4722000000',
  code: null,
  stopped: false,
  began: null,
  serviceAway: false,
  notStarted: false,
  offers,
  asks: null,
  reserved: null,
  left: null,
  items: [],
  paid: null,
  released: null,
  until: null,
};

const scanned: MachineView = { ...idle, turn: 'sale', began: 'scanFirst' };

function choosing(left: number, all: readonly OfferView[] = offers, ages = true): MachineView {
  return {
    ...scanned,
    phase: 'choosing',
    reserved: kr(Math.max(left, 45_00)),
    left: kr(left),
    offers: all.map((one) => ({
      ...one,
      takeable: one.stock > 0 && one.price.minor <= left && (ages || one.minimumAge === null),
    })),
  };
}

type Item = MachineView['items'][number];

const item = (code: string | null, name: string, price: number, state: Item['state']): Item => ({
  id: name,
  sku: name,
  name,
  price: kr(price),
  code,
  state,
});

/** The machine that no scan can come to, and a customer who has chosen on its screen. */
const chooseFirst: MachineView = { ...idle, sells: 'chooseFirst', qrImage: null };

const chosenHere: MachineView = { ...chooseFirst, turn: 'sale', began: 'chooseFirst' };

/** The same customer at a machine whose code could be scanned too. */
const chosenInstead: MachineView = { ...idle, turn: 'sale', began: 'chooseFirst' };

function chosen(of: Item, minimumAge: number | null = null, where = chosenHere): MachineView {
  return { ...where, phase: 'asking', items: [of], asks: { amount: of.price, minimumAge } };
}

function machines(now: number): Readonly<Record<string, MachineView>> {
  const soon = new Date(now + 14_000).toISOString();
  const one = [item('B1', 'Eple', 12_00, 'dispensed')];
  return {
    idle,
    'choose-first': chooseFirst,
    'choose-first-many': { ...chooseFirst, offers: longOffers },
    'choose-first-three': { ...chooseFirst, offers: offers.slice(0, 3) },
    pay: chosen(item('A1', 'Kaffe, svart', 28_00, 'asked')),
    'pay-soon': { ...chosen(item('A1', 'Kaffe, svart', 28_00, 'asked')), until: soon },
    'pay-age': chosen(item('C1', 'Energidrikk 0,33 l', 35_00, 'asked'), 16),
    'pay-long': chosen(
      item('D1', 'Ekspedisjonssovepose med dunfyll, høyre glidelås', 12_499_00, 'asked'),
      18,
    ),
    'pay-instead': chosen(item('A1', 'Kaffe, svart', 28_00, 'asked'), null, chosenInstead),
    'dispensing-instead': {
      ...chosenInstead,
      phase: 'dispensing',
      reserved: kr(28_00),
      left: kr(0),
      items: [item('A1', 'Kaffe, svart', 28_00, 'asked')],
    },
    'chosen-not-paid-instead': { ...chosenInstead, phase: 'result', paid: kr(0), released: kr(0) },
    empty: { ...idle, offers: offers.map((each) => ({ ...each, stock: 0 })) },
    'sold-out': { ...idle, phase: 'outOfOrder', code: 'soldOut' },
    asking: { ...scanned, phase: 'asking', asks: { amount: kr(45_00), minimumAge: null } },
    'asking-age': { ...scanned, phase: 'asking', asks: { amount: kr(45_00), minimumAge: 18 } },
    'asking-soon': {
      ...scanned,
      phase: 'asking',
      asks: { amount: kr(45_00), minimumAge: 18 },
      until: soon,
    },
    choosing: choosing(45_00),
    'choosing-more': { ...choosing(33_00), items: one },
    'choosing-too-young': choosing(45_00, offers, false),
    'choosing-not-seen': { ...choosing(45_00), items: [item('A2', 'Kakao', 32_00, 'failed')] },
    'choosing-many': choosing(12_499_00, longOffers),
    'more-time': { ...choosing(45_00), until: soon },
    'more-time-after-one': { ...choosing(33_00), items: one, until: soon },
    dispensing: {
      ...choosing(17_00),
      phase: 'dispensing',
      items: [item('A1', 'Kaffe, svart', 28_00, 'asked')],
    },
    'dispensing-no-door': {
      ...choosing(0),
      phase: 'dispensing',
      items: [item(null, 'Ekspedisjonssovepose med dunfyll, høyre glidelås', 12_499_00, 'asked')],
    },
    settling: { ...scanned, phase: 'settling', items: one },
    paid: {
      ...scanned,
      phase: 'result',
      items: [item('A1', 'Kaffe, svart', 28_00, 'dispensed')],
      paid: kr(28_00),
      released: kr(17_00),
    },
    'paid-all': {
      ...scanned,
      phase: 'result',
      items: [...one, item('A2', 'Kakao', 32_00, 'dispensed')],
      paid: kr(44_00),
      released: kr(0),
    },
    released: { ...scanned, phase: 'result', paid: kr(0), released: kr(45_00) },
    'released-code-gone': {
      ...scanned,
      phase: 'result',
      sells: 'chooseFirst',
      qrImage: null,
      paid: kr(0),
      released: kr(45_00),
    },
    'released-service-away': {
      ...scanned,
      phase: 'result',
      paid: kr(0),
      released: kr(45_00),
      serviceAway: true,
    },
    'released-fault': {
      ...scanned,
      phase: 'result',
      code: 'E07',
      items: [item('A2', 'Kakao', 32_00, 'tooLate')],
      paid: kr(0),
      released: kr(45_00),
    },
    'chosen-not-paid': { ...chosenHere, phase: 'result', paid: kr(0), released: kr(0) },
    'not-started': { ...scanned, phase: 'result', notStarted: true, serviceAway: true },
    'chosen-not-started': { ...chosenHere, phase: 'result', notStarted: true },
    'service-away': { ...idle, serviceAway: true },
    'choose-first-service-away': { ...chooseFirst, serviceAway: true },
    'out-of-order': { ...idle, phase: 'outOfOrder', code: 'E07' },
    'out-of-order-no-phone': { ...idle, phase: 'outOfOrder', code: 'E07', operatorPhone: null },
  };
}

/** `now`: the moment of the picture. */
export function customerMachineStates(
  staffed: DisplayView,
  now: number,
): Readonly<Record<string, DisplayView>> {
  const view: DisplayView = { ...staffed, till: { ...staffed.till, kind: 'unattended' } };
  return Object.fromEntries(
    Object.entries(machines(now)).map(([name, machine]) => [
      `customer-machine-${name}`,
      { ...view, machine, qrImage: machine.began === 'chooseFirst' ? specimenCode : null },
    ]),
  );
}
