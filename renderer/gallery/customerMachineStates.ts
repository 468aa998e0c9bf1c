/** Every moment of a machine's screen with sample data, for looking at and for pictures. */

import type { DisplayView, MachineView, OfferView } from '../../app/contract/view.ts';
import { money } from '../../app/domain/money.ts';
import { specimenCode } from './customerSpecimen.ts';

const kr = (minor: number) => money(minor, 'NOK');

function offer(name: string, price: number, stock: number, minimumAge: number | null = null): OfferView {
  return { sku: name, name, price: kr(price), stock, minimumAge, takeable: false };
}

const offers: readonly OfferView[] = [
  offer('Kaffe, svart', 28_00, 12),
  offer('Kakao', 32_00, 1),
  offer('Vann 0,5 l', 25_00, 8),
  offer('Eple', 12_00, 3),
  offer('Brunost på lefse', 45_00, 2),
  offer('Havrekjeks', 29_00, 0),
  offer('Energidrikk 0,33 l', 35_00, 4, 16),
  offer('Melk 0,3 l', 22_00, 6),
];

const longOffers: readonly OfferView[] = [
  offer('Ekspedisjonssovepose med dunfyll, høyre glidelås', 12_499_00, 1),
  offer('Reparasjonssett for oppblåsbare liggeunderlag', 1_299_90, 100),
  ...offers,
  ...offers.map((one) => ({ ...one, sku: `${one.sku} 2`, name: `${one.name} økologisk` })),
];

const idle: MachineView = {
  phase: 'idle',
  qrImage: specimenCode,
  code: null,
  offers,
  reserved: null,
  left: null,
  items: [],
  paid: null,
  released: null,
  until: null,
};

function choosing(left: number, all: readonly OfferView[] = offers, ages = true): MachineView {
  return {
    ...idle,
    phase: 'choosing',
    reserved: kr(Math.max(left, 45_00)),
    left: kr(left),
    offers: all.map((one) => ({
      ...one,
      takeable: one.stock > 0 && one.price.minor <= left && (ages || one.minimumAge === null),
    })),
  };
}

const item = (name: string, price: number, state: MachineView['items'][number]['state']) => ({
  id: name,
  name,
  price: kr(price),
  state,
});

function machines(now: number): Readonly<Record<string, MachineView>> {
  const soon = new Date(now + 14_000).toISOString();
  const one = [item('Eple', 12_00, 'dispensed')];
  return {
    idle,
    'idle-no-code': { ...idle, qrImage: null },
    empty: { ...idle, offers: offers.map((each) => ({ ...each, stock: 0 })) },
    asking: { ...idle, phase: 'asking' },
    choosing: choosing(45_00),
    'choosing-more': { ...choosing(33_00), items: one },
    'choosing-too-young': choosing(45_00, offers, false),
    'choosing-not-seen': { ...choosing(45_00), items: [item('Kakao', 32_00, 'failed')] },
    'choosing-many': choosing(12_499_00, longOffers),
    'more-time': { ...choosing(45_00), until: soon },
    'more-time-after-one': { ...choosing(33_00), items: one, until: soon },
    dispensing: {
      ...choosing(17_00),
      phase: 'dispensing',
      items: [item('Kaffe, svart', 28_00, 'asked')],
    },
    settling: { ...idle, phase: 'settling', items: one },
    paid: {
      ...idle,
      phase: 'result',
      items: [item('Kaffe, svart', 28_00, 'dispensed')],
      paid: kr(28_00),
      released: kr(17_00),
    },
    'paid-all': {
      ...idle,
      phase: 'result',
      items: [...one, item('Kakao', 32_00, 'dispensed')],
      paid: kr(44_00),
      released: kr(0),
    },
    released: { ...idle, phase: 'result', paid: kr(0), released: kr(45_00) },
    'released-fault': {
      ...idle,
      phase: 'result',
      code: 'E07',
      items: [item('Kakao', 32_00, 'tooLate')],
      paid: kr(0),
      released: kr(45_00),
    },
    'out-of-order': { ...idle, phase: 'outOfOrder', code: 'E07' },
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
      { ...view, machine },
    ]),
  );
}
