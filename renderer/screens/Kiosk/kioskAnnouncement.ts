/** What a screen reader says when a machine's screen changes: the sentence that stands there, and no more. */

import type { MachineView } from '../../../app/contract/view.ts';
import { assertNever } from '../../../app/kernel/assertNever.ts';
import { kioskText } from '../../text/kiosk.ts';
import { fill } from '../../text/language.ts';
import type { Texts } from '../../text/texts.ts';
import { withUnit } from '../../text/withUnit.ts';
import { type KioskMoment, paidOf } from './kioskModel.ts';

export function announcement(machine: MachineView, moment: KioskMoment, texts: Texts): string {
  const t = kioskText[texts.language];
  const w = texts.wallet;
  switch (moment) {
    case 'idle':
      return '';
    case 'asking':
      return `${t.lookAtPhone}. ${fill(t.approve, { w })}.`;
    case 'choosing':
      return `${t.choose}. ${t.onlyWhatYouTake}`;
    // The running seconds are not read out: they would never stop.
    case 'moreTime':
      return t.moreTime;
    case 'dispensing':
      return fill(t.onItsWay, { name: machine.items.find(({ state }) => state === 'asked')?.name ?? '' });
    case 'settling':
      return `${t.oneMoment}. ${t.settling}`;
    case 'result': {
      const paid = paidOf(machine);
      if (paid === null) return `${t.nothingPaid}. ${t.nothingPaidWhat}`;
      return `${t.paid} ${withUnit(paid.captured)}. ${t.released} ${withUnit(paid.released)}.`;
    }
    case 'empty':
      return `${t.allSold}. ${t.allSoldWhat}`;
    case 'outOfOrder':
      return `${t.pause}. ${t.pauseWhat}`;
    default:
      return assertNever(moment);
  }
}
