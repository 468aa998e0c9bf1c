/**
 * What the service's own codes of a refusal mean at the till (payments.md 4.11), where a capture or a refund was said no
 * to. A code that is not in the table is still shown, small, for whoever is asked for help.
 */

import { fill, type InBoth, type Language } from './language.ts';
import { company } from './wallet.ts';

export interface CodeWords {
  /** What it means. */
  readonly says: string;
  /** What to do. */
  readonly next: string;
}

type KnownCode = '5100' | '6100' | '6140' | '6150' | '6220' | '6260';

export const codeText: InBoth<Readonly<Record<KnownCode | 'other', CodeWords>>> = {
  nb: {
    '5100': {
      says: 'Salgsstedet kan ikke refundere.',
      next: 'Gi pengene tilbake på en annen måte, og la butikksjefen ta det opp med {company}.',
    },
    '6100': {
      says: 'Fristen for å trekke pengene er ute.',
      next: 'De kan ikke trekkes lenger. Be kunden betale på nytt på en annen måte.',
    },
    '6140': {
      says: 'Hele beløpet må trekkes på én gang.',
      next: 'Hent butikksjefen.',
    },
    '6150': {
      says: 'Det er ikke nok igjen å gi tilbake.',
      next: 'Se hva som alt er refundert, også i bedriftsportalen.',
    },
    '6220': {
      says: 'Fristen for refusjon er ute.',
      next: 'Gi pengene tilbake på en annen måte.',
    },
    '6260': {
      says: 'Kundens bank har frigitt pengene.',
      next: 'De kan ikke trekkes nå. Ikke gi fra deg varene før kunden har betalt.',
    },
    other: {
      says: 'Tjenesten sa nei.',
      next: 'Koden hjelper brukerstøtten.',
    },
  },
  en: {
    '5100': {
      says: 'The sales unit cannot refund.',
      next: 'Give the money back another way, and let the manager take it up with {company}.',
    },
    '6100': {
      says: 'The time for capturing the money is over.',
      next: 'It cannot be captured any more. Ask the customer to pay again another way.',
    },
    '6140': {
      says: 'The whole amount must be captured at once.',
      next: 'Fetch the manager.',
    },
    '6150': {
      says: 'Not enough is left to give back.',
      next: 'See what was refunded already, in the business portal too.',
    },
    '6220': {
      says: 'The time for a refund is over.',
      next: 'Give the money back another way.',
    },
    '6260': {
      says: 'The customer’s bank has released the money.',
      next: 'It cannot be captured now. Do not hand over the goods before the customer has paid.',
    },
    other: {
      says: 'The service said no.',
      next: 'The code helps support.',
    },
  },
};

export function codeWords(code: string | null, language: Language): CodeWords {
  const known = Object.entries(codeText[language]).find(([one]) => one === code)?.[1];
  const { says, next } = known ?? codeText[language].other;
  return { says, next: fill(next, { company }) };
}
