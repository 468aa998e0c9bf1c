import { expect, it } from 'vitest';
import type { MachineView, OfferView } from '../../../app/contract/view.ts';
import { money } from '../../../app/domain/money.ts';
import { machinePageText } from '../../text/machinePage.ts';
import { stateInWords } from './machineState.ts';

const t = machinePageText.nb;
const coffee: OfferView = {
  sku: '1',
  code: null,
  name: 'Kaffe',
  price: money(2800, 'NOK'),
  stock: 3,
  minimumAge: null,
  takeable: false,
};
const idle: MachineView = {
  phase: 'idle',
  turn: null,
  name: 'Automat 03',
  sells: 'scanFirst',
  qrImage: null,
  operatorPhone: null,
  began: null,
  code: null,
  stopped: false,
  serviceAway: false,
  notStarted: false,
  offers: [coffee],
  asks: null,
  reserved: null,
  left: null,
  items: [],
  paid: null,
  released: null,
  until: null,
};

it.each<[string, Partial<MachineView>, string, string]>([
  ['ready', {}, t.phases.idle, t.ways.scanFirst],
  ['ready, chosen on its screen', { sells: 'chooseFirst' }, t.phases.idle, t.ways.chooseFirst],
  ['out of order', { phase: 'outOfOrder', code: 'E07' }, t.phases.outOfOrder, t.sellsToNobody],
  ['sold out', { offers: [{ ...coffee, stock: 0 }] }, t.allSold, t.sellsToNobody],
  [
    'stopped while a customer chooses',
    { phase: 'choosing', code: 'STOPP' },
    t.phases.choosing,
    t.sellsToNobody,
  ],
])('%s: says how it sells only while it does', (_when, change, phase, way) => {
  expect(stateInWords({ ...idle, ...change }, t)).toEqual([phase, way]);
});
