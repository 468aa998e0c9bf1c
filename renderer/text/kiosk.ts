/** Every word on a machine's screen. `{w}` is the wallet's name, `{sum}` an amount with unit, `{name}` the goods. */

import type { InBoth } from './language.ts';

export interface KioskText {
  readonly scan: string;
  readonly scanThen: string;
  readonly stepScan: string;
  readonly stepChoose: string;
  readonly stepTake: string;
  readonly reservesUpTo: string;
  readonly codeAlt: string;
  /** The machine has no code that it could show: it may hang beside it. */
  readonly codeBeside: string;
  readonly lookAtPhone: string;
  readonly approve: string;
  readonly nothingThere: string;
  readonly nothingTakenYet: string;
  readonly ageAsked: string;
  readonly choose: string;
  readonly onlyWhatYouTake: string;
  readonly upToReserved: string;
  readonly left: string;
  readonly inStock: string;
  readonly lastOne: string;
  readonly ageMark: string;
  readonly notNow: string;
  readonly soldOut: string;
  readonly ageLimit: string;
  readonly reservedTooLittle: string;
  readonly leave: string;
  readonly done: string;
  readonly didNotCome: string;
  readonly moreTime: string;
  readonly withoutAnswer: string;
  readonly withoutAnswerPaid: string;
  readonly yesMore: string;
  readonly noStop: string;
  readonly onItsWay: string;
  readonly itComesOut: string;
  readonly youPay: string;
  readonly whenItCame: string;
  readonly oneMoment: string;
  readonly settling: string;
  readonly thanks: string;
  readonly takeIt: string;
  readonly takeThem: string;
  readonly paid: string;
  readonly released: string;
  readonly weReserved: string;
  readonly receiptIn: string;
  readonly nothingPaid: string;
  readonly nothingPaidWhat: string;
  readonly allReleased: string;
  readonly allSold: string;
  readonly allSoldWhat: string;
  readonly pause: string;
  readonly pauseWhat: string;
  readonly pauseMoney: string;
  readonly sayCode: string;
}

export const kioskText: InBoth<KioskText> = {
  nb: {
    scan: 'Skann med {w}',
    scanThen: 'Velg etterpå. Du betaler bare for det du tar.',
    stepScan: 'Skann',
    stepChoose: 'Velg',
    stepTake: 'Ta varen',
    reservesUpTo: 'Vi reserverer inntil {sum}. Resten frigis med en gang.',
    codeAlt: 'QR‑koden til automaten',
    codeBeside: 'Skann koden på automaten.',
    lookAtPhone: 'Se på telefonen',
    approve: 'Godkjenn i {w}',
    nothingThere: 'Ser du ingenting? Dra ned i appen.',
    nothingTakenYet: 'Inntil {sum} blir reservert. Så velger du her, og betaler bare for det du tar.',
    ageAsked: 'Noen varer har aldersgrense. {w} svarer bare ja eller nei. Vi får ikke vite alderen din.',
    choose: 'Velg en vare',
    onlyWhatYouTake: 'Du betaler bare for det du tar.',
    upToReserved: 'Inntil {sum} reservert',
    left: 'Igjen å velge for: {sum}',
    inStock: '{number} igjen',
    lastOne: 'Den siste',
    ageMark: '{number} år',
    notNow: 'Ikke nå',
    soldOut: 'Utsolgt',
    ageLimit: 'Aldersgrense',
    reservedTooLittle: 'Mer enn det som er igjen',
    leave: 'Avslutt uten å kjøpe',
    done: 'Ferdig',
    didNotCome: 'Vi så ikke at {name} kom ut. Du betaler ikke for den.',
    moreTime: 'Trenger du mer tid?',
    withoutAnswer: 'Uten svar avslutter vi om {seconds} sekunder, og de reserverte pengene frigis.',
    withoutAnswerPaid: 'Uten svar avslutter vi om {seconds} sekunder. Du betaler bare for det du har tatt.',
    yesMore: 'Ja, mer tid',
    noStop: 'Nei, avslutt',
    onItsWay: '{name} er på vei',
    itComesOut: 'Varen kommer ut',
    youPay: 'Du betaler {sum}',
    whenItCame: 'Først når varen har kommet ut.',
    oneMoment: 'Et øyeblikk',
    settling: 'Vi gjør opp. Du trenger ikke gjøre noe.',
    thanks: 'Takk!',
    takeIt: 'Husk varen: {name}.',
    takeThem: 'Husk varene: {name}.',
    paid: 'Betalt',
    released: 'Frigitt',
    weReserved: 'Vi reserverte {sum}.',
    receiptIn: 'Kvitteringen ligger i {w}.',
    nothingPaid: 'Du har ikke betalt noe',
    nothingPaidWhat: 'Ingen penger er trukket. Skann igjen hvis du vil velge noe.',
    allReleased: '{sum} er frigitt.',
    allSold: 'Alt er utsolgt',
    allSoldWhat: 'Automaten er tom. Kom gjerne tilbake senere.',
    pause: 'Automaten tar en pause',
    pauseWhat: 'Den kan ikke selge akkurat nå.',
    pauseMoney: 'Ingen penger reserveres eller trekkes nå.',
    sayCode: 'Spør du noen om hjelp, si koden {code}.',
  },
  en: {
    scan: 'Scan with {w}',
    scanThen: 'Choose afterwards. You only pay for what you take.',
    stepScan: 'Scan',
    stepChoose: 'Choose',
    stepTake: 'Take it',
    reservesUpTo: 'We reserve up to {sum}. The rest is released at once.',
    codeAlt: 'The QR code of this machine',
    codeBeside: 'Scan the code on the machine.',
    lookAtPhone: 'Look at your phone',
    approve: 'Approve in {w}',
    nothingThere: 'Nothing there? Pull down in the app.',
    nothingTakenYet: 'Up to {sum} will be reserved. Then you choose here, and pay only for what you take.',
    ageAsked: 'Some items have an age limit. {w} answers only yes or no. We do not learn your age.',
    choose: 'Choose an item',
    onlyWhatYouTake: 'You only pay for what you take.',
    upToReserved: 'Up to {sum} reserved',
    left: 'Left to choose for: {sum}',
    inStock: '{number} left',
    lastOne: 'The last one',
    ageMark: 'Age {number}',
    notNow: 'Not now',
    soldOut: 'Sold out',
    ageLimit: 'Age limit',
    reservedTooLittle: 'More than what is left',
    leave: 'Stop without buying',
    done: 'Done',
    didNotCome: 'We did not see {name} come out. You do not pay for it.',
    moreTime: 'Do you need more time?',
    withoutAnswer: 'Without an answer we stop in {seconds} seconds, and the reserved money is released.',
    withoutAnswerPaid:
      'Without an answer we stop in {seconds} seconds. You only pay for what you have taken.',
    yesMore: 'Yes, more time',
    noStop: 'No, stop',
    onItsWay: '{name} is on its way',
    itComesOut: 'It comes out',
    youPay: 'You pay {sum}',
    whenItCame: 'Only when it has come out.',
    oneMoment: 'One moment',
    settling: 'We are settling up. There is nothing to do for you.',
    thanks: 'Thank you!',
    takeIt: 'Remember to take {name}.',
    takeThem: 'Remember to take {name}.',
    paid: 'Paid',
    released: 'Released',
    weReserved: 'We reserved {sum}.',
    receiptIn: 'The receipt is in {w}.',
    nothingPaid: 'You have paid nothing',
    nothingPaidWhat: 'No money was taken. Scan again if you want to choose something.',
    allReleased: '{sum} is released.',
    allSold: 'Everything is sold out',
    allSoldWhat: 'The machine is empty. You are welcome back later.',
    pause: 'This machine is taking a break',
    pauseWhat: 'It cannot sell right now.',
    pauseMoney: 'No money is reserved or taken now.',
    sayCode: 'If you ask somebody for help, say the code {code}.',
  },
};
