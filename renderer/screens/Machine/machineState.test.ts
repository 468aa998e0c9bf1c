import { expect, it } from 'vitest';
import type { MachineView } from '../../../app/contract/view.ts';
import { idle } from '../../gallery/customerMachineStates.ts';
import { machinePageText } from '../../text/machinePage.ts';
import { stateInWords } from './machineState.ts';

const t = machinePageText.nb;

it.each<[string, Partial<MachineView>, string, string]>([
  ['ready', {}, t.phases.idle, t.ways.scanFirst],
  ['ready, chosen on its screen', { sells: 'chooseFirst' }, t.phases.idle, t.ways.chooseFirst],
  ['out of order', { phase: 'outOfOrder', code: 'E07' }, t.phases.outOfOrder, t.sellsToNobody],
  ['sold out', { offers: idle.offers.map((one) => ({ ...one, stock: 0 })) }, t.allSold, t.sellsToNobody],
  [
    'stopped while a customer chooses',
    { phase: 'choosing', code: 'STOPP' },
    t.phases.choosing,
    t.sellsToNobody,
  ],
])('%s: says how it sells only while it does', (_when, change, phase, way) => {
  expect(stateInWords({ ...idle, ...change }, t)).toEqual([phase, way]);
});
