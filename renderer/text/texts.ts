/** Everything a screen needs in order to speak: one language, one market, one moment. Pure, so that models can use it. */

import type { Says } from '../../app/contract/view.ts';
import { formatAmount, type Money, unitOf } from '../../app/domain/money.ts';
import type { Fault } from '../../app/kernel/fault.ts';
import { commonText } from './common.ts';
import { type FaultWords, faultWords } from './faults.ts';
import { fill, type Language } from './language.ts';
import { type Said, saysText } from './says.ts';
import { sellingText } from './selling.ts';
import { company, type Market, walletName } from './wallet.ts';

export interface Texts {
  readonly language: Language;
  readonly market: Market;
  /** The wallet's name in this market now. */
  readonly wallet: string;
  readonly common: (typeof commonText)['en'];
  readonly selling: (typeof sellingText)['en'];
  says(says: Says, values?: Readonly<Record<string, string>>): Said;
  fault(fault: Fault): FaultWords;
}

export function textsFor(language: Language, market: Market, at: number): Texts {
  const wallet = walletName(market, at);
  return {
    language,
    market,
    wallet,
    common: commonText[language],
    selling: sellingText[language],
    says: (says, values = {}) =>
      inWords(saysText[language][says.key], { ...valuesOf(says), ...values, w: wallet }),
    fault: (fault) => faultWords(fault, language, wallet),
  };
}

/** `2 225,20 kr`: one no-break whole for use inside a sentence. */
export function withUnit(amount: Money): string {
  return `${formatAmount(amount)}\u00a0${unitOf(amount.currency)}`;
}

function inWords(said: Said, values: Readonly<Record<string, string>>): Said {
  const all = { company, ...values };
  return {
    says: fill(said.says, all),
    ...(said.money === undefined ? {} : { money: fill(said.money, all) }),
    ...(said.next === undefined ? {} : { next: fill(said.next, all) }),
  };
}

function valuesOf(says: Says): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(says.with ?? {})) {
    values[name] = typeof value === 'object' ? withUnit(value) : String(value);
  }
  return values;
}
