/** What is said when a machine's screen changes: the sentence that stands there, amounts with their currency. */

import type { MachineView } from '../../../app/contract/view.ts';
import type { Money } from '../../../app/domain/money.ts';
import { assertNever } from '../../../app/kernel/assertNever.ts';
import { kioskText } from '../../text/kiosk.ts';
import { fill } from '../../text/language.ts';
import type { Texts } from '../../text/texts.ts';
import { goodsOf, type KioskMoment, onItsWay, paidOf } from './kioskModel.ts';

/** For a screen reader. */
export function announcement(machine: MachineView, moment: KioskMoment, texts: Texts): string {
  const t = kioskText[texts.language];
  const w = texts.wallet;
  const spoken = ({ minor, currency }: Money) => texts.selling.spokenAmount(minor, currency);
  switch (moment) {
    case 'idle':
      return machine.sells === 'scanFirst'
        ? `${fill(t.scan, { w })}. ${t.scanThen}`
        : `${t.choose}. ${fill(t.chooseThen, { w })}`;
    case 'asking': {
      const { asks } = machine;
      const chosen = onItsWay(machine);
      const does =
        chosen === null
          ? `${t.lookAtPhone}. ${fill(t.approve, { w })}.`
          : `${chosen.name}, ${spoken(chosen.price)}. ${t.stepScanCode}. ${fill(t.approve, { w })}.`;
      if (asks?.minimumAge == null) return does;
      return `${does} ${chosen === null ? t.ageSome : t.ageItem}. ${fill(t.ageAnswer, { w })}`;
    }
    case 'choosing': {
      const { reserved } = machine;
      const held = reserved === null ? '' : ` ${fill(t.upToReserved, { sum: spoken(reserved) })}.`;
      return `${t.choose}. ${t.onlyWhatYouTake}${held}`;
    }
    // The running seconds are not read out: they would never stop.
    case 'moreTime':
      return t.moreTime;
    case 'dispensing': {
      const item = onItsWay(machine);
      const door = item?.code == null ? '' : ` ${t.slot} ${item.code}.`;
      return `${fill(t.onItsWay, { name: item?.name ?? '' })}.${door}`;
    }
    case 'settling':
      return `${t.oneMoment}. ${t.settling}`;
    case 'result': {
      const paid = paidOf(machine);
      if (paid !== null) return `${t.paid} ${spoken(paid.captured)}. ${t.released} ${spoken(paid.released)}.`;
      return `${t.nothingPaid}. ${machine.sells === 'scanFirst' ? t.nothingPaidScan : t.nothingPaidChoose}`;
    }
    case 'empty':
      return `${t.allSold}. ${t.allSoldWhat}`;
    case 'outOfOrder':
      return `${t.pause}. ${t.pauseWhat}`;
    default:
      return assertNever(moment);
  }
}

/** For the machine's own voice: also what there is to choose from, with its door and its price. */
export function readAloud(machine: MachineView, moment: KioskMoment, texts: Texts): string {
  const said = announcement(machine, moment, texts);
  const chooses = moment === 'choosing' || (moment === 'idle' && machine.sells === 'chooseFirst');
  if (!chooses) return said;
  const t = kioskText[texts.language];
  const goods = goodsOf(machine)
    .filter(({ why }) => why === null)
    .map(({ offer: { name, code, price } }) => {
      const door = code === null ? '' : `${t.slot} ${code}, `;
      return `${door}${name}, ${texts.selling.spokenAmount(price.minor, price.currency)}.`;
    });
  return [said, ...goods].join(' ');
}
