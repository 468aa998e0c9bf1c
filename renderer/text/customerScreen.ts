/** Every word on the customer's screen. `{w}` is the wallet's name, `{club}` the club's, `{sum}` an amount with unit. */

import type { InBoth } from './language.ts';

export interface CustomerScreenText {
  /** This language in its own name, short enough for a button on the other language's screen. */
  readonly ownName: string;
  /** For a screen reader on the language button, in this language. */
  readonly switchTo: string;
  readonly welcome: string;
  readonly hi: string;
  readonly hiName: string;
  readonly showCode: string;
  readonly getMemberPrices: string;
  readonly showCodeNoClub: string;
  readonly orScan: string;
  readonly memberPricesIncluded: string;
  readonly goodsAppearHere: string;
  readonly joinClub: string;
  readonly joinAnyClub: string;
  readonly joinHow: string;
  /** Stands in for the name of a member who did not consent to it. */
  readonly member: string;
  readonly toPay: string;
  readonly oneOlderLine: string;
  readonly olderLines: string;
  readonly memberPrice: string;
  /** Read aloud before a price that is struck out. */
  readonly before: string;
  readonly youSave: string;
  readonly youSaveGuest: string;
  readonly openWallet: string;
  readonly nothingThere: string;
  readonly minutesLeft: string;
  readonly lastMinute: string;
  readonly stepScan: string;
  readonly stepApprove: string;
  readonly stepDone: string;
  readonly onlyThisPurchase: string;
  readonly qrAlt: string;
  readonly qrComing: string;
  readonly qrMissing: string;
  readonly thanks: string;
  readonly thanksName: string;
  readonly paid: string;
  readonly notCompleted: string;
  readonly notCompletedWhat: string;
  /** Behind the word TRAINING or TEST. */
  readonly noMoneyMoves: string;
  readonly oneMoment: string;
  readonly checking: string;
}

export const customerScreenText: InBoth<CustomerScreenText> = {
  nb: {
    ownName: 'Norsk',
    switchTo: 'Bytt til norsk',
    welcome: 'Velkommen',
    hi: 'Hei!',
    hiName: 'Hei, {name}',
    showCode: 'Vis QR‑koden i {w}.',
    getMemberPrices: 'Så får du medlemsprisene dine.',
    showCodeNoClub: 'Vis den når du skal betale.',
    orScan: 'Eller skann denne',
    memberPricesIncluded: 'Medlemsprisene dine er med.',
    goodsAppearHere: 'Varene dine vises her.',
    joinClub: 'Bli med i {club}?',
    joinAnyClub: 'Bli med i kundeklubben?',
    joinHow: 'Svar i {w}. Koden skal være den samme på telefonen.',
    member: 'Medlem',
    toPay: 'Å betale',
    oneOlderLine: '+ 1 linje til',
    olderLines: '+ {n} linjer til',
    memberPrice: 'Medlemspris',
    before: 'før',
    youSave: 'Du sparer {sum} som medlem',
    youSaveGuest: 'Du sparer {sum}',
    openWallet: 'Åpne {w}',
    nothingThere: 'Ser du ingenting? Dra ned i appen.',
    minutesLeft: 'Omtrent {n} minutter igjen.',
    lastMinute: 'Under ett minutt igjen.',
    stepScan: 'Skann koden',
    stepApprove: 'Godkjenn i {w}',
    stepDone: 'Ferdig',
    onlyThisPurchase: 'Koden gjelder bare dette kjøpet.',
    qrAlt: 'QR‑kode for denne betalingen',
    qrComing: 'Koden kommer om et øyeblikk.',
    qrMissing: 'Koden kan ikke vises her. Si fra i kassen.',
    thanks: 'Takk!',
    thanksName: 'Takk, {name}!',
    paid: '{sum} er betalt. Kvitteringen ligger i {w}.',
    notCompleted: 'Betalingen ble ikke fullført',
    notCompletedWhat: 'Ingen penger er trukket. Du kan prøve igjen eller velge en annen måte.',
    noMoneyMoves: 'Ingen penger flyttes.',
    oneMoment: 'Et øyeblikk',
    checking: 'Vi sjekker betalingen din. Du trenger ikke betale på nytt.',
  },
  en: {
    ownName: 'English',
    switchTo: 'Switch to English',
    welcome: 'Welcome',
    hi: 'Hello!',
    hiName: 'Hello, {name}',
    showCode: 'Show the QR code in {w}.',
    getMemberPrices: 'You get your member prices.',
    showCodeNoClub: 'Show it when you are ready to pay.',
    orScan: 'Or scan this one',
    memberPricesIncluded: 'Your member prices are in.',
    goodsAppearHere: 'Your items are shown here.',
    joinClub: 'Join {club}?',
    joinAnyClub: 'Join the customer club?',
    joinHow: 'Answer in {w}. The code must be the same on your phone.',
    member: 'Member',
    toPay: 'To pay',
    oneOlderLine: '+ 1 more line',
    olderLines: '+ {n} more lines',
    memberPrice: 'Member price',
    before: 'before',
    youSave: 'You save {sum} as a member',
    youSaveGuest: 'You save {sum}',
    openWallet: 'Open {w}',
    nothingThere: 'Nothing there? Pull down in the app.',
    minutesLeft: 'About {n} minutes left.',
    lastMinute: 'Less than a minute left.',
    stepScan: 'Scan the code',
    stepApprove: 'Approve in {w}',
    stepDone: 'Done',
    onlyThisPurchase: 'The code is for this purchase only.',
    qrAlt: 'QR code for this payment',
    qrComing: 'The code comes in a moment.',
    qrMissing: 'The code cannot be shown here. Tell us at the till.',
    thanks: 'Thank you!',
    thanksName: 'Thank you, {name}!',
    paid: '{sum} is paid. The receipt is in {w}.',
    notCompleted: 'The payment was not completed',
    notCompletedWhat: 'No money was taken. You can try again or pay another way.',
    noMoneyMoves: 'No money moves.',
    oneMoment: 'One moment',
    checking: 'We are checking your payment. You do not need to pay again.',
  },
};
