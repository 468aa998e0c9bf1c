/** What is told where nothing was paid, and whether to try again: the same for the glass and for the voice. */

import type { MachineView } from '../../../app/contract/view.ts';
import type { KioskText } from '../../text/kiosk.ts';

type Seen = Pick<MachineView, 'notStarted' | 'code' | 'serviceAway' | 'sells' | 'began'>;

export function nothingPaidOf(machine: Seen, t: KioskText): { readonly says: string; readonly what: string } {
  if (machine.notStarted) return { says: t.notStarted, what: `${t.notTheCustomer} ${t.noneTaken}` };
  const what = canGoOn(machine) ? `${t.noneTaken} ${again(machine, t)}` : t.noneTaken;
  return { says: t.nothingPaid, what };
}

/** Nobody is asked to try what could only fail. */
export function canGoOn({ code, serviceAway }: Seen): boolean {
  return code === null && !serviceAway;
}

/** Who chose on the glass can do so again, and so can who scanned a code that no scan comes from any more. */
function again({ began, sells }: Seen, t: KioskText): string {
  return began === 'scanFirst' && sells === 'scanFirst' ? t.scanAgain : t.chooseAgain;
}
