/** The instants at which the till of a machine is killed. */

import type { DisplayView, MachineView } from '../../app/contract/view.ts';
import type { LineCall, Side, Trap } from './line.ts';
import type { MachineLeadName } from './machineLeads.ts';
import type { Moment } from './moments.ts';

export interface MachineInstant {
  readonly name: string;
  readonly lead: MachineLeadName;
  readonly moment: Moment<DisplayView>;
}

export const machineInstants: readonly MachineInstant[] = [
  line('create sent, never arrives', 'undecided', 'create', 'neverArrives'),
  line('create sent, arrives after the death', 'undecided', 'create', 'arrivesLater'),
  line('create done, answer lost', 'undecided', 'create', 'answerLost'),
  screen("the customer's phone is being asked", 'undecided', phase('asking')),
  {
    name: 'the code of what was chosen stands on the screen',
    lead: 'undecidedByChoosing',
    moment: { on: 'screen', shows: ({ qrImage }) => qrImage !== null },
  },
  line('reading done, answer lost', 'undecided', 'read', 'answerLost'),
  line('approved, and the till not told yet', 'buys', 'read', 'answerLost', {
    answer: /"state":"AUTHORIZED"/,
  }),
  screen('goods may be taken', 'buysByScan', phase('choosing')),
  screen('one is being handed out', 'buysByScan', phase('dispensing')),
  screen('what was chosen is being handed out', 'buysByChoosing', phase('dispensing')),
  screen('one was told as dispensed, before the close', 'buysByScan', (machine) => {
    return machine.phase === 'choosing' && machine.items.some(({ state }) => state === 'dispensed');
  }),
  screen(
    'one was told as failed',
    'jams',
    ({ phase: now, items }) => now === 'choosing' && items.some(({ state }) => state === 'failed'),
  ),
  screen('it is being settled', 'buys', phase('settling')),
  line('capture sent, never arrives', 'buys', 'capture', 'neverArrives'),
  line('capture sent, arrives after the death', 'buys', 'capture', 'arrivesLater'),
  line('capture done, answer lost', 'buys', 'capture', 'answerLost'),
  line('release of the rest sent, never arrives', 'buysByScan', 'release', 'neverArrives'),
  line('release of the rest sent, arrives after the death', 'buysByScan', 'release', 'arrivesLater'),
  line('release of the rest done, answer lost', 'buysByScan', 'release', 'answerLost'),
  line('release of all sent, never arrives', 'takesNothing', 'release', 'neverArrives'),
  line('release of all sent, arrives after the death', 'takesNothing', 'release', 'arrivesLater'),
  line('release of all done, answer lost', 'jams', 'release', 'answerLost'),
  line('cancel sent, never arrives', 'goesAway', 'cancel', 'neverArrives'),
  line('cancel sent, arrives after the death', 'goesAway', 'cancel', 'arrivesLater'),
  line('cancel done, answer lost', 'goesAway', 'cancel', 'answerLost'),
  screen('declined on the screen', 'declines', phase('result')),
  screen('paid on the screen', 'buys', ({ phase: now, paid }) => now === 'result' && paid !== null),
  line('receipt sent, never arrives', 'buys', 'receipt', 'neverArrives'),
  line('receipt done, answer lost', 'buys', 'receipt', 'answerLost'),
  { name: 'at random', lead: 'buys', moment: { on: 'clock', within: 2500 } },
];

function phase(wished: MachineView['phase']) {
  return ({ phase: now }: MachineView) => now === wished;
}

function line(
  name: string,
  lead: MachineLeadName,
  call: LineCall,
  side: Side,
  more: Pick<Trap, 'answer'> = {},
): MachineInstant {
  return { name, lead, moment: { on: 'line', call, side, ...more } };
}

function screen(
  name: string,
  lead: MachineLeadName,
  shows: (machine: MachineView) => boolean,
): MachineInstant {
  return {
    name,
    lead,
    moment: { on: 'screen', shows: ({ machine }) => machine !== null && shows(machine) },
  };
}
