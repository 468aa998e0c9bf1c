/** What a machine does now, and who comes next: how customers begin is said only while one could. */

import type { MachineView } from '../../../app/contract/view.ts';
import type { MachinePageText } from '../../text/machinePage.ts';
import { isEmpty } from '../Kiosk/kioskModel.ts';

type Seen = Pick<MachineView, 'phase' | 'code' | 'sells' | 'offers'>;

/** Whether the next customer could begin. */
export function takesCustomers(machine: Seen): boolean {
  return machine.code === null && !isEmpty(machine);
}

export function stateInWords(machine: Seen, t: MachinePageText): readonly [now: string, next: string] {
  const now = isEmpty(machine) ? t.allSold : t.phases[machine.phase];
  return [now, takesCustomers(machine) ? t.ways[machine.sells] : t.sellsToNobody];
}
