/** What is said when a machine's screen changes: the sentence that stands there, amounts with their currency. */

import type { MachineView } from '../../../app/contract/view.ts';
import type { Money } from '../../../app/domain/money.ts';
import { assertNever } from '../../../app/kernel/assertNever.ts';
import { kioskText } from '../../text/kiosk.ts';
import { fill } from '../../text/language.ts';
import type { Texts } from '../../text/texts.ts';
import {
  type Good,
  goodsOf,
  isAgeLeftOut,
  type KioskMoment,
  lastNotSeen,
  onItsWay,
  paidOf,
  placed,
  secondsToAnswer,
  taken,
} from './kioskModel.ts';
import { nothingPaidOf } from './kioskNothingPaid.ts';
import { operatorOf } from './kioskOperator.ts';

export interface Told {
  readonly machine: MachineView;
  readonly moment: KioskMoment;
  readonly now: number;
}

/** For a screen reader. */
export function announcement({ machine, moment, now }: Told, texts: Texts): string {
  const t = kioskText[texts.language];
  const w = texts.wallet;
  switch (moment) {
    case 'code':
      return `${fill(t.scan, { w })}. ${t.scanThen}`;
    case 'goods':
      return `${t.choose}. ${fill(t.chooseThen, { w })}`;
    case 'asking':
      return secondsToAnswer(machine, now) === null ? asking(machine, texts) : moreTime(t.withoutApproval);
    case 'choosing':
      return choosing(machine, texts);
    case 'moreTime':
      return moreTime(taken(machine).length > 0 ? t.withoutAnswerPaid : t.withoutAnswer);
    case 'dispensing': {
      const item = onItsWay(machine);
      const door = item?.code == null ? '' : ` ${t.slot} ${item.code}.`;
      return `${fill(t.onItsWay, { name: item?.name ?? '' })}.${door}`;
    }
    case 'settling':
      return `${t.oneMoment}. ${t.settling}`;
    case 'result':
      return result(machine, texts);
    case 'empty':
      return `${t.allSold}. ${t.allSoldWhat} ${t.pauseMoney}`;
    case 'away':
      return `${fill(t.away, { w })}. ${t.awayWhat} ${t.pauseMoney} ${t.awayMoney}`;
    case 'outOfOrder':
      return together(stopped(machine, texts, t.pauseMoney));
    default:
      return assertNever(moment);
  }

  // The running seconds are not read out: they would never stop.
  function moreTime(without: string): string {
    return `${t.moreTime} ${fill(without, { when: t.soon })}`;
  }
}

function asking(machine: MachineView, texts: Texts): string {
  const t = kioskText[texts.language];
  const w = texts.wallet;
  const { asks } = machine;
  const chosen = onItsWay(machine);
  const age = asks?.minimumAge == null ? null : chosen === null ? t.ageSome : t.ageItem;
  return together([
    chosen === null
      ? `${t.lookAtPhone}.`
      : `${chosen.name}, ${spoken(chosen.price, texts)}. ${t.stepScanCode}.`,
    `${fill(t.approve, { w })}.`,
    chosen === null && asks !== null && fill(t.nothingTakenYet, { sum: spoken(asks.amount, texts) }),
    age !== null && `${age}. ${fill(t.ageAnswer, { w })}`,
  ]);
}

function choosing(machine: MachineView, texts: Texts): string {
  const t = kioskText[texts.language];
  const { reserved, left } = machine;
  const rest = taken(machine).length > 0 ? left : null;
  return together([
    notSeen(machine, texts),
    `${t.choose}. ${t.onlyWhatYouTake}`,
    reserved !== null && `${fill(t.upToReserved, { sum: spoken(reserved, texts) })}.`,
    rest !== null && `${fill(t.left, { sum: spoken(rest, texts) })}.`,
    isAgeLeftOut(goodsOf(machine)) && t.ageLeftOut,
  ]);
}

function result(machine: MachineView, texts: Texts): string {
  const t = kioskText[texts.language];
  const paid = paidOf(machine);
  const goods = taken(machine).map(placed);
  const { released } = machine;
  const { says, what } = nothingPaidOf(machine, t);
  const money =
    paid === null
      ? [
          `${says}. ${what}`,
          released !== null && released.minor > 0 && fill(t.allReleased, { sum: spoken(released, texts) }),
        ]
      : [
          `${t.paid} ${spoken(paid.captured, texts)}. ${t.released} ${spoken(paid.released, texts)}.`,
          goods.length > 0 && fill(goods.length === 1 ? t.takeIt : t.takeThem, { name: goods.join(', ') }),
        ];
  return together([...money, notSeen(machine, texts), ...stopped(machine, texts)]);
}

/** Nothing of a machine that is in order. */
function stopped(machine: MachineView, texts: Texts, money?: string): readonly (string | false)[] {
  const t = kioskText[texts.language];
  const operator = operatorOf(machine, t);
  if (operator === null) return [];
  const facts = operator.facts.map(({ what, is }) => `${what} ${is}.`);
  return [`${t.pause}. ${t.pauseWhat}`, money ?? false, operator.asks, ...facts];
}

function notSeen(machine: MachineView, { language }: Texts): string | false {
  const name = lastNotSeen(machine);
  return name !== null && fill(kioskText[language].didNotCome, { name });
}

function spoken({ minor, currency }: Money, texts: Texts): string {
  return texts.selling.spokenAmount(minor, currency);
}

function together(parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false).join(' ');
}

/**
 * For the machine's own voice: also what there is to choose from on the page that stands there, with its door and its price.
 * All the goods of a large machine would take longer than anybody has to choose.
 */
export function readAloud(told: Told, shown: readonly Good[], texts: Texts): string {
  const { moment } = told;
  const said = announcement(told, texts);
  if (moment !== 'choosing' && moment !== 'goods') return said;
  const t = kioskText[texts.language];
  const goods = shown
    .filter(({ why }) => why === null)
    .map(({ offer: { name, code, price } }) => {
      const door = code === null ? '' : `${t.slot} ${code}, `;
      return `${door}${name}, ${spoken(price, texts)}.`;
    });
  return together([said, ...goods]);
}
