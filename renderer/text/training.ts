/**
 * Words of practising: what the next customer does, the recovery drill and its report. `{w}` is the wallet's name, `{how}`
 * what brings the till to the step of the drill.
 */

import type { DrillCheck, DrillStep, DrillView } from '../../app/contract/view.ts';
import type { WayName } from '../screens/Settings/trainingWays.ts';
import type { InBoth } from './language.ts';

interface Named {
  readonly name: string;
  readonly what: string;
}

export interface TrainingText {
  readonly nextCustomer: string;
  readonly whoseNext: string;
  readonly ways: Readonly<Record<WayName, Named>>;
  readonly drill: string;
  readonly drillWhat: string;
  readonly start: string;
  readonly callOff: string;
  readonly steps: Readonly<Record<DrillStep, string>>;
  /** What somebody does so that the step is reached. */
  readonly how: Readonly<Record<DrillStep, string>>;
  readonly states: Readonly<Record<DrillView['state'], string>>;
  readonly checks: Readonly<Record<DrillCheck, { readonly ok: string; readonly not: string }>>;
}

const aSale = {
  nb: 'Ta et salg og be om pengene',
  en: 'Make a sale and ask for the money',
} as const;

const nb: TrainingText = {
  nextCustomer: 'Hva skal neste kunde gjøre?',
  whoseNext: 'Gjelder Kari (912 34 567) og den som skanner koden på skjermen.',
  ways: {
    approve: { name: 'Godkjenne', what: 'Sier ja etter tre sekunder.' },
    decline: { name: 'Si nei', what: 'Avviser betalingen.' },
    late: { name: 'Godkjenne for sent', what: 'Sier ja i det du avbryter.' },
    noPush: { name: 'Ikke få varsel', what: 'Svarer ikke.' },
    lineBreaks: { name: 'Linjen brytes', what: 'Svaret til kassen går tapt.' },
    captureRefused: { name: 'Trekket avvises', what: 'Lykkes ved neste forsøk.' },
    tooYoung: { name: 'Være for ung', what: 'Er 15 år, og appen sier nei til varer med aldersgrense.' },
    join: { name: 'Bli med i klubben', what: 'Sier ja til invitasjonen.' },
    refuseToJoin: { name: 'Takke nei til klubben', what: 'Sier nei til invitasjonen.' },
  },
  drill: 'Strømbruddsøvelse',
  drillWhat:
    'Kassen slår seg av midt i et salg, starter igjen og viser at ingenting gikk tapt. Velg hvor det skal skje.',
  start: 'Start øvelsen',
  callOff: 'Avlys øvelsen',
  steps: {
    basket: 'Med varer i kurven',
    beforeCreate: 'Før forespørselen sendes',
    afterCreate: 'Når forespørselen er sendt',
    waiting: 'Mens kunden tenker',
    beforeCapture: 'Før pengene trekkes',
    afterCapture: 'Når pengene er trukket',
    refund: 'Midt i en refusjon',
  },
  how: {
    basket: 'Skann en vare',
    beforeCreate: aSale.nb,
    afterCreate: aSale.nb,
    waiting: aSale.nb,
    beforeCapture: aSale.nb,
    afterCapture: aSale.nb,
    refund: 'Refunder et betalt salg',
  },
  states: {
    armed: 'Klar. {how}, så slår kassen seg av og kommer tilbake av seg selv.',
    recovering: 'Kassen ble slått av og er tilbake. Den spør {w} hva som ble av betalingen.',
    whole: 'Kassen ble slått av og kom tilbake. Salget er helt.',
    broken: 'Kassen ble slått av og kom tilbake. Salget er ikke helt: ring brukerstøtten.',
  },
  checks: {
    sameSale: { ok: 'Samme varer og sum', not: 'Varene eller summen er en annen' },
    oneRequest: { ok: 'Ikke belastet to ganger', not: 'Mer enn én forespørsel' },
    booksAgree: { ok: 'Kassen og {w} er enige', not: 'Kassen og {w} er ikke enige' },
    nothingReserved: { ok: 'Ingen penger står reservert', not: 'Penger står reservert' },
  },
};

const en: TrainingText = {
  nextCustomer: 'What should the next customer do?',
  whoseNext: 'Applies to Kari (912 34 567) and to whoever scans the code on the screen.',
  ways: {
    approve: { name: 'Approve', what: 'Says yes after three seconds.' },
    decline: { name: 'Decline', what: 'Says no to the payment.' },
    late: { name: 'Approve too late', what: 'Says yes just as you cancel.' },
    noPush: { name: 'Get no push', what: 'Does not answer.' },
    lineBreaks: { name: 'Line breaks', what: 'The answer to the till is lost.' },
    captureRefused: { name: 'Capture refused', what: 'Succeeds at the next try.' },
    tooYoung: { name: 'Be too young', what: 'Is 15, and the app refuses goods with an age limit.' },
    join: { name: 'Join the club', what: 'Says yes to the invitation.' },
    refuseToJoin: { name: 'Refuse to join', what: 'Says no to the invitation.' },
  },
  drill: 'Recovery drill',
  drillWhat:
    'The till kills itself in the middle of a sale, starts again and shows that nothing was lost. Choose where.',
  start: 'Start the drill',
  callOff: 'Call off the drill',
  steps: {
    basket: 'With goods in the basket',
    beforeCreate: 'Before the request is sent',
    afterCreate: 'Once the request is sent',
    waiting: 'While the customer decides',
    beforeCapture: 'Before the money is taken',
    afterCapture: 'Once the money is taken',
    refund: 'In the middle of a refund',
  },
  how: {
    basket: 'Scan an item',
    beforeCreate: aSale.en,
    afterCreate: aSale.en,
    waiting: aSale.en,
    beforeCapture: aSale.en,
    afterCapture: aSale.en,
    refund: 'Refund a paid sale',
  },
  states: {
    armed: 'Ready. {how}, and the till kills itself and comes back by itself.',
    recovering: 'The till was killed and is back. It asks {w} what became of the payment.',
    whole: 'The till was killed and came back. The sale is whole.',
    broken: 'The till was killed and came back. The sale is not whole: call support.',
  },
  checks: {
    sameSale: { ok: 'Same goods and total', not: 'The goods or the total differ' },
    oneRequest: { ok: 'Not charged twice', not: 'More than one request' },
    booksAgree: { ok: 'Till and {w} agree', not: 'Till and {w} do not agree' },
    nothingReserved: { ok: 'No money is held', not: 'Money is held' },
  },
};

export const trainingText: InBoth<TrainingText> = { nb, en };
