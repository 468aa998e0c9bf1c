/**
 * What the cashier reads about a fault: what happened, whether money moved, what to do. Complete over `Fault['kind']`:
 * a new fault does not compile until every language has its words. Facts of a fault stand in `{braces}`.
 */

import { type Currency, money } from '../../app/domain/money.ts';
import type { Fault, FaultKind, KeyboardLayout } from '../../app/kernel/fault.ts';
import { doorFaults } from './faultsOfDoor.ts';
import { machineFaults } from './faultsOfMachine.ts';
import { serviceFaults } from './faultsOfService.ts';
import { tillFaults } from './faultsOfTill.ts';
import { fill, type InBoth, type Language } from './language.ts';
import { withUnit } from './withUnit.ts';

export interface FaultWords {
  readonly says: string;
  /** Only where the thought of money is near. */
  readonly money?: string;
  readonly next: string;
}

export const faultText: InBoth<Readonly<Record<FaultKind, FaultWords>>> = {
  nb: { ...serviceFaults.nb, ...tillFaults.nb, ...machineFaults.nb, ...doorFaults.nb },
  en: { ...serviceFaults.en, ...tillFaults.en, ...machineFaults.en, ...doorFaults.en },
};

/** A fault in words, with its facts and the wallet's name filled in. A sum in a fault is in the market's currency. */
export function faultWords(
  fault: Fault,
  language: Language,
  wallet: string,
  currency: Currency = 'NOK',
): FaultWords {
  const words = faultText[language][fault.kind];
  const values: Record<string, string> = { w: wallet };
  if (fault.kind === 'codeDamagedByLayout') {
    values['scannerLayout'] = layoutNames[language][fault.scanner];
    values['computerLayout'] = layoutNames[language][fault.computer];
  }
  if (fault.kind === 'refundTooMuch') values['mostSum'] = withUnit(money(fault.most, currency));
  if (fault.kind === 'paymentUnresolved') values['others'] = othersIn[language](fault.more);
  for (const [name, value] of Object.entries(fault)) {
    if (typeof value === 'string' || typeof value === 'number') values[name] = String(value);
  }
  return {
    says: fill(words.says, values),
    ...(words.money === undefined ? {} : { money: fill(words.money, values) }),
    next: fill(words.next, values),
  };
}

/** " and 2 more" beside the first one that is named. */
const othersIn: InBoth<(more: number) => string> = {
  nb: (more) => (more === 0 ? '' : ` og ${more} til`),
  en: (more) => (more === 0 ? '' : ` and ${more} more`),
};

/** As they stand before "keyboard", and behind "set to". */
export const layoutNames: InBoth<Readonly<Record<KeyboardLayout, string>>> = {
  nb: { US: 'amerikansk', NO: 'norsk', DK: 'dansk', SE: 'svensk', FI: 'finsk', DE: 'tysk' },
  en: { US: 'US', NO: 'Norwegian', DK: 'Danish', SE: 'Swedish', FI: 'Finnish', DE: 'German' },
};

/** What support wants to read out, small and last: the service's own code, or the id of our defect. */
export function faultCode(fault: Fault): string | null {
  if (fault.kind === 'defect') return fault.id;
  if (!('service' in fault)) return null;
  const { api, status, code } = fault.service;
  return [api, status, code].filter((part) => part !== undefined).join(' ');
}
