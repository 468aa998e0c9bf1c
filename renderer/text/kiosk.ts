/** Every word on a machine's screen. `{w}` is the wallet's name, `{sum}` an amount with unit, `{name}` the goods. */

import type { Counted, InBoth } from './language.ts';

export interface KioskText {
  readonly scan: string;
  readonly scanThen: string;
  readonly chooseThen: string;
  readonly stepScan: string;
  readonly stepChoose: string;
  readonly stepTake: string;
  readonly reservesUpTo: string;
  readonly codeAlt: string;
  readonly cannotScan: string;
  readonly backToCode: string;
  readonly lookAtPhone: string;
  readonly approve: string;
  readonly nothingThere: string;
  readonly nothingTakenYet: string;
  readonly scanToPay: string;
  readonly payCodeAlt: string;
  /** The picture of a one-time code did not load. */
  /** Where the picture of the machine's own code does not load. */
  readonly codeMissing: string;
  readonly payCodeMissing: string;
  readonly stepScanCode: string;
  readonly onlyThisItem: string;
  readonly chooseAnother: string;
  readonly giveUp: string;
  readonly ageItem: string;
  readonly ageSome: string;
  readonly ageAnswer: string;
  readonly ageLeftOut: string;
  readonly choose: string;
  readonly onlyWhatYouTake: string;
  readonly upToReserved: string;
  /** Where goods were chosen first: it is exactly their price. */
  readonly exactlyReserved: string;
  readonly left: string;
  readonly inStock: string;
  readonly lastOne: string;
  /** Before the code on the door that the goods come out of. */
  readonly slot: string;
  readonly ageMark: string;
  readonly soldOut: string;
  readonly ageLimit: string;
  readonly reservedTooLittle: string;
  readonly previous: string;
  readonly next: string;
  readonly page: string;
  readonly leave: string;
  readonly done: string;
  readonly didNotCome: string;
  readonly moreTime: string;
  /** `{when}`: in so many seconds, or soon where it is read out. */
  readonly withoutAnswer: string;
  readonly withoutAnswerPaid: string;
  readonly withoutApproval: string;
  readonly inSeconds: Counted;
  readonly soon: string;
  readonly yesMore: string;
  readonly noStop: string;
  readonly onItsWay: string;
  readonly itComesOut: string;
  readonly youPay: string;
  readonly whenItCame: string;
  readonly restReleased: string;
  readonly oneMoment: string;
  readonly settling: string;
  /** The till is not heard. */
  readonly lost: string;
  readonly lostMoney: string;
  readonly thanks: string;
  readonly takeIt: string;
  readonly takeThem: string;
  readonly paid: string;
  readonly released: string;
  readonly weReserved: string;
  readonly receiptIn: string;
  readonly nothingPaid: string;
  readonly noneTaken: string;
  readonly scanAgain: string;
  readonly chooseAgain: string;
  /** The request never began, and the customer has no part in that. */
  readonly notStarted: string;
  readonly notTheCustomer: string;
  readonly allReleased: string;
  readonly allSold: string;
  readonly allSoldWhat: string;
  readonly pause: string;
  readonly pauseWhat: string;
  /** True also while the purchase of an earlier customer is still being settled. */
  readonly pauseMoney: string;
  /** The service cannot be reached. */
  readonly away: string;
  readonly awayWhat: string;
  /** To whoever bought something just before. */
  readonly awayMoney: string;
  readonly call: string;
  readonly ask: string;
  readonly phone: string;
  readonly machine: string;
  readonly code: string;
  readonly aids: string;
  readonly larger: string;
  readonly contrast: string;
  readonly low: string;
  readonly aloud: string;
}

export const kioskText: InBoth<KioskText> = {
  nb: {
    scan: 'Skann med {w}',
    scanThen: 'Velg etterpå. Du betaler bare for det du tar.',
    chooseThen: 'Så skanner du koden som kommer fram, med {w}.',
    stepScan: 'Skann',
    stepChoose: 'Velg',
    stepTake: 'Ta varen',
    reservesUpTo: 'Vi reserverer inntil {sum}. Resten frigis med en gang.',
    codeAlt: 'QR‑koden til automaten',
    cannotScan: 'Får du ikke skannet? Velg her',
    backToCode: 'Tilbake til koden',
    lookAtPhone: 'Se på telefonen',
    approve: 'Godkjenn i {w}',
    nothingThere: 'Ser du ingenting? Dra ned i appen.',
    nothingTakenYet: 'Inntil {sum} blir reservert. Så velger du her, og betaler bare for det du tar.',
    scanToPay: 'Skann og godkjenn',
    payCodeAlt: 'QR‑kode for denne betalingen',
    codeMissing: 'Koden kan ikke vises nå. Velg en vare her nedenfor i stedet.',
    payCodeMissing: 'Koden kan ikke vises. Velg varen en gang til.',
    stepScanCode: 'Skann koden',
    onlyThisItem: 'Koden gjelder bare dette kjøpet.',
    chooseAnother: 'Velg en annen vare',
    giveUp: 'Avbryt',
    ageItem: 'Denne varen har aldersgrense',
    ageSome: 'Noen varer har aldersgrense',
    ageAnswer: '{w} svarer bare ja eller nei. Vi får ikke vite alderen din.',
    ageLeftOut: 'Varer med aldersgrense er ikke med denne gangen.',
    choose: 'Velg en vare',
    onlyWhatYouTake: 'Du betaler bare for det du tar.',
    upToReserved: 'Inntil {sum} reservert',
    exactlyReserved: '{sum} reservert',
    left: 'Igjen å velge for: {sum}',
    inStock: '{number} igjen',
    lastOne: 'Den siste',
    slot: 'Luke',
    ageMark: '{number} år',
    soldOut: 'Utsolgt',
    ageLimit: 'Aldersgrense',
    reservedTooLittle: 'Mer enn det som er igjen',
    previous: 'Forrige',
    next: 'Flere',
    page: 'Side {number} av {most}',
    leave: 'Avslutt uten å kjøpe',
    done: 'Ferdig',
    didNotCome: 'Vi så ikke at {name} kom ut. Du betaler ikke for den.',
    moreTime: 'Trenger du mer tid?',
    withoutAnswer: 'Uten svar avslutter vi {when}, og de reserverte pengene frigis.',
    withoutAnswerPaid: 'Uten svar avslutter vi {when}. Du betaler bare for det du har tatt.',
    withoutApproval: 'Uten svar avslutter vi {when}. Ingen penger er trukket.',
    inSeconds: { one: 'om {number} sekund', more: 'om {number} sekunder' },
    soon: 'snart',
    yesMore: 'Ja, mer tid',
    noStop: 'Nei, avslutt',
    onItsWay: '{name} er på vei',
    itComesOut: 'Varen kommer ut',
    youPay: 'Du betaler {sum}',
    whenItCame: 'Først når varen har kommet ut.',
    restReleased: 'Det du ikke bruker, frigis.',
    oneMoment: 'Et øyeblikk',
    settling: 'Vi gjør opp. Du trenger ikke gjøre noe.',
    lost: 'Automaten starter igjen av seg selv.',
    lostMoney: 'Du betaler bare for det som har kommet ut. Resten frigis.',
    thanks: 'Takk!',
    takeIt: 'Husk varen: {name}.',
    takeThem: 'Husk varene: {name}.',
    paid: 'Betalt',
    released: 'Frigitt',
    weReserved: 'Vi reserverte {sum}.',
    receiptIn: 'Kvitteringen får du i {w}.',
    nothingPaid: 'Du har ikke betalt noe',
    noneTaken: 'Ingen penger er trukket.',
    scanAgain: 'Skann igjen hvis du vil velge noe.',
    chooseAgain: 'Du kan velge på nytt.',
    notStarted: 'Betalingen kunne ikke startes',
    notTheCustomer: 'Det skyldes ikke deg.',
    allReleased: '{sum} er frigitt.',
    allSold: 'Alt er utsolgt',
    allSoldWhat: 'Automaten er tom. Kom gjerne tilbake senere.',
    pause: 'Automaten tar en pause',
    pauseWhat: 'Den kan ikke selge akkurat nå.',
    pauseMoney: 'Ingen nye kunder belastes så lenge automaten ikke selger.',
    away: 'Ingen kontakt med {w} nå',
    awayWhat:
      'Automaten får ikke kontakt med betalingstjenesten. Den prøver hele tiden, og selger igjen av seg selv.',
    awayMoney: 'Har du handlet her, betaler du bare for det som kom ut.',
    call: 'Spørsmål? Ring og si dette:',
    ask: 'Spør du noen om hjelp, si dette:',
    phone: 'Telefon',
    machine: 'Automat',
    code: 'Kode',
    aids: 'Tilgjengelighet',
    larger: 'Større tekst',
    contrast: 'Høy kontrast',
    low: 'Lav høyde',
    aloud: 'Les høyt',
  },
  en: {
    scan: 'Scan with {w}',
    scanThen: 'Choose afterwards. You only pay for what you take.',
    chooseThen: 'Then scan the code that appears, with {w}.',
    stepScan: 'Scan',
    stepChoose: 'Choose',
    stepTake: 'Take it',
    reservesUpTo: 'We reserve up to {sum}. The rest is released at once.',
    codeAlt: 'The QR code of this machine',
    cannotScan: 'Cannot scan it? Choose here',
    backToCode: 'Return to the code',
    lookAtPhone: 'Look at your phone',
    approve: 'Approve in {w}',
    nothingThere: 'Nothing there? Pull down in the app.',
    nothingTakenYet: 'Up to {sum} will be reserved. Then you choose here, and pay only for what you take.',
    scanToPay: 'Scan and approve',
    payCodeAlt: 'QR code for this payment',
    codeMissing: 'The code cannot be shown now. Choose an item below instead.',
    payCodeMissing: 'The code cannot be shown. Choose the item once more.',
    stepScanCode: 'Scan the code',
    onlyThisItem: 'The code is for this purchase only.',
    chooseAnother: 'Choose another item',
    giveUp: 'Cancel',
    ageItem: 'This item has an age limit',
    ageSome: 'Some items have an age limit',
    ageAnswer: '{w} answers only yes or no. We do not learn your age.',
    ageLeftOut: 'Items with an age limit are not included this time.',
    choose: 'Choose an item',
    onlyWhatYouTake: 'You only pay for what you take.',
    upToReserved: 'Up to {sum} reserved',
    exactlyReserved: '{sum} reserved',
    left: 'Left to choose for: {sum}',
    inStock: '{number} left',
    lastOne: 'The last one',
    slot: 'Door',
    ageMark: 'Age {number}',
    soldOut: 'Sold out',
    ageLimit: 'Age limit',
    reservedTooLittle: 'More than what is left',
    previous: 'Back',
    next: 'More',
    page: 'Page {number} of {most}',
    leave: 'Stop without buying',
    done: 'Done',
    didNotCome: 'We did not see {name} come out. You do not pay for it.',
    moreTime: 'Do you need more time?',
    withoutAnswer: 'Without an answer we stop {when}, and the reserved money is released.',
    withoutAnswerPaid: 'Without an answer we stop {when}. You only pay for what you have taken.',
    withoutApproval: 'Without an answer we stop {when}. No money was taken.',
    inSeconds: { one: 'in {number} second', more: 'in {number} seconds' },
    soon: 'soon',
    yesMore: 'Yes, more time',
    noStop: 'No, stop',
    onItsWay: '{name} is on its way',
    itComesOut: 'It comes out',
    youPay: 'You pay {sum}',
    whenItCame: 'Only when it has come out.',
    restReleased: 'What you do not use is released.',
    oneMoment: 'One moment',
    settling: 'We are settling up. There is nothing to do for you.',
    lost: 'The machine starts again by itself.',
    lostMoney: 'You pay only for what has come out. The rest is released.',
    thanks: 'Thank you!',
    takeIt: 'Remember to take {name}.',
    takeThem: 'Remember to take {name}.',
    paid: 'Paid',
    released: 'Released',
    weReserved: 'We reserved {sum}.',
    receiptIn: 'You get the receipt in {w}.',
    nothingPaid: 'You have paid nothing',
    noneTaken: 'No money was taken.',
    scanAgain: 'Scan again if you want to choose something.',
    chooseAgain: 'You can choose again.',
    notStarted: 'The payment could not be started',
    notTheCustomer: 'It is not because of you.',
    allReleased: '{sum} is released.',
    allSold: 'Everything is sold out',
    allSoldWhat: 'The machine is empty. You are welcome back later.',
    pause: 'This machine is taking a break',
    pauseWhat: 'It cannot sell right now.',
    pauseMoney: 'No new customer is charged while the machine is not selling.',
    away: 'No contact with {w} now',
    awayWhat: 'The machine cannot reach the payment service. It keeps trying, and sells again by itself.',
    awayMoney: 'If you have bought something here, you pay only for what came out.',
    call: 'Questions? Call and say this:',
    ask: 'If you ask somebody for help, say this:',
    phone: 'Phone',
    machine: 'Machine',
    code: 'Code',
    aids: 'Accessibility',
    larger: 'Larger text',
    contrast: 'High contrast',
    low: 'Low reach',
    aloud: 'Read aloud',
  },
};
