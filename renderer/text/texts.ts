/** Everything a screen needs in order to speak: one language, one market, one moment. Pure, so that models can use it. */

import type { Says } from '../../app/contract/view.ts';
import type { Currency } from '../../app/domain/money.ts';
import type { Fault, FaultKind } from '../../app/kernel/fault.ts';
import { commonText } from './common.ts';
import { type FaultWords, faultText, faultWords } from './faults.ts';
import { fill, type Language } from './language.ts';
import { type Said, saysText } from './says.ts';
import { sellingText } from './selling.ts';
import { type CodeWords, codeWords } from './serviceCodes.ts';
import { company, type Market, walletName } from './wallet.ts';
import { withUnit } from './withUnit.ts';

const currencies: Readonly<Record<Market, Currency>> = { NO: 'NOK', DK: 'DKK', FI: 'EUR' };

export interface Texts {
  readonly language: Language;
  readonly market: Market;
  /** The wallet's name in this market now. */
  readonly wallet: string;
  readonly common: (typeof commonText)['en'];
  readonly selling: (typeof sellingText)['en'];
  says(says: Says, values?: Readonly<Record<string, string>>): Said;
  fault(fault: Fault): FaultWords;
  /** What happened, of a fault of which no more than its kind is known. */
  faultOfKind(kind: FaultKind): string;
  /** What a code of the service means. */
  code(code: string | null): CodeWords;
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
    fault: (fault) => faultWords(fault, language, wallet, currencies[market]),
    faultOfKind: (kind) => fill(faultText[language][kind].says, { w: wallet }),
    code: (code) => codeWords(code, language),
  };
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
