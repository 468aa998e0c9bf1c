/**
 * The steps of a time-line: a bold fact, and the plain sentence that stands under it where a payment is explained. Values in
 * `{braces}`: `sum`, `proof` and `method` in words, `reason` as the cashier chose it, `lines`, `name` of a service's event.
 */

import type { StepSays } from '../../app/contract/view.ts';
import type { InBoth } from './language.ts';
import type { Said } from './says.ts';

export const stepSays: InBoth<Readonly<Record<StepSays, Said>>> = {
  nb: {
    'step.intended': { says: 'Skrevet ned i kassen', next: '{sum}. Referansen er på disken før noe sendes.' },
    'step.sent': { says: 'Krav sendt', next: '{sum}. Tjenesten har tatt det imot.' },
    'step.repeated': {
      says: 'Samme krav sendt igjen',
      next: 'Med samme nøkkel, så det kan ikke bli to krav.',
    },
    'step.unanswered': {
      says: 'Ikke noe svar',
      next: 'Da er det ikke kjent om noe ble gjort. Kassen spør tjenesten.',
    },
    'step.refused': { says: 'Kravet ble ikke tatt imot', next: 'Ingen penger er trukket.' },
    'step.notFound': {
      says: 'Tjenesten kjenner ikke kravet',
      next: 'Det kom aldri fram. Ingen penger er trukket.',
    },
    'step.approved': {
      says: 'Godkjent av kunden',
      next: 'Sett ved å lese betalingen. Pengene er reservert.',
    },
    'step.declined': { says: 'Avslått av kunden', next: 'Ingen penger er trukket.' },
    'step.expired': { says: 'Kravet løp ut', next: 'Kunden svarte ikke i tide. Ingen penger er trukket.' },
    'step.taken': {
      says: 'Varer for {sum} kom ut',
      next: 'De trekkes. Det som er reservert utover det, frigis.',
    },
    'step.calledOff': {
      says: 'Kravet er trukket tilbake',
      next: 'Ingenting var godkjent. Kassen lukker kravet hos tjenesten.',
    },
    'step.vendingEnded.done': {
      says: 'Ferdig ved automaten',
      next: 'Kunden avsluttet, eller det var ikke mer å velge.',
    },
    'step.vendingEnded.tooLate': { says: 'Tiden gikk ut', next: 'Ingenting mer leveres ut.' },
    'step.vendingEnded.fault': { says: 'Automaten gikk ut av drift', next: 'Ingenting mer leveres ut.' },
    'step.vendingEnded.restarted': {
      says: 'Avbrutt av en ny start',
      next: 'Strømmen gikk, eller kassen ble stoppet. Ingenting mer leveres ut.',
    },
    'step.nothingTaken': { says: 'Ingenting ble tatt', next: 'Hele reservasjonen frigis.' },
    'step.cancelRequested': { says: 'Avbrutt i kassen', next: 'Kassen lukker kravet hos tjenesten.' },
    'step.cancelSent': { says: 'Avbrudd sendt', next: 'Skrevet ned før det ble sendt.' },
    'step.cancelled': {
      says: 'Lest tilbake: lukket',
      next: 'Ingenting er reservert, og ingen penger er trukket.',
    },
    'step.captureSent': { says: 'Trekker pengene', next: '{sum}. Skrevet ned før det ble sendt.' },
    'step.captured': { says: 'Trukket', next: '{sum}. Lest tilbake fra tjenesten.' },
    'step.releaseSent': { says: 'Frigir pengene', next: '{sum}. Skrevet ned før det ble sendt.' },
    'step.released': {
      says: 'Lest tilbake: frigitt',
      next: 'Ingenting er reservert lenger. Det er ikke en betaling.',
    },
    'step.restReleased': {
      says: 'Lest tilbake: resten er frigitt',
      next: '{sum} er ikke reservert lenger, og er ikke betalt.',
    },
    'step.refundSent': { says: 'Refusjon sendt', next: '{sum}. Skrevet ned før den ble sendt.' },
    'step.refunded': { says: 'Refundert', next: '{sum} er på kundens konto om 2 til 10 bankdager.' },
    'step.operationRefused': { says: 'Tjenesten sa nei', next: 'Ingenting ble endret.' },
    'step.restarted': { says: 'Kassen startet på nytt', next: 'Betalingen ble funnet igjen i journalen.' },
    'step.doubted': {
      says: 'Journalen var skadet og er berget',
      next: 'Kassen spurte tjenesten på nytt om hva som er sant.',
    },
    'step.identified': { says: 'Kunden er kjent igjen', next: '{proof}' },
    'step.joined': { says: 'Kunden ble medlem', next: 'Samtykket ble gitt i appen.' },
    'step.refundAsked': {
      says: 'Refusjon på {sum} bedt om',
      next: 'Grunn: {reason}. Skrevet ned før den ble sendt.',
    },
    'step.refundRefused': { says: 'Refusjon på {sum} ble ikke noe av', next: 'Ingen penger gikk tilbake.' },
    'step.receiptSent': { says: 'Kvittering lagt i appen', next: 'Varelinjer: {lines}.' },
    'step.receiptRefused': {
      says: 'Ingen kvittering i appen',
      next: 'Tjenesten ville ikke ha den, og kassen har gitt seg. Betalingen er hel.',
    },
    'step.purchaseRegistered': { says: 'Kundeklubben har fått kjøpet', next: 'Det teller for medlemmet.' },
    'step.paidElsewhere': {
      says: 'Betalt i kasseapparatet',
      next: '{sum}, {method}. Ingenting ble sendt til lommeboken.',
    },
    'step.outside': {
      says: 'Gjort utenfor denne kassen',
      next: 'Tjenestens logg har {name} på {sum}. Det er ikke bedt om her.',
    },
  },
  en: {
    'step.intended': {
      says: 'Written down in the till',
      next: '{sum}. The reference is on the disk before anything is sent.',
    },
    'step.sent': { says: 'Request sent', next: '{sum}. The service has taken it.' },
    'step.repeated': {
      says: 'Same request sent again',
      next: 'With the same key, so it cannot become two requests.',
    },
    'step.unanswered': {
      says: 'No answer',
      next: 'So it is not known whether anything was done. The till asks the service.',
    },
    'step.refused': { says: 'The request was not taken', next: 'No money was taken.' },
    'step.notFound': {
      says: 'The service does not know the request',
      next: 'It never arrived. No money was taken.',
    },
    'step.approved': {
      says: 'Approved by the customer',
      next: 'Seen by reading the payment. The money is reserved.',
    },
    'step.declined': { says: 'Declined by the customer', next: 'No money was taken.' },
    'step.expired': {
      says: 'The request ran out',
      next: 'The customer did not answer in time. No money was taken.',
    },
    'step.taken': {
      says: 'Goods for {sum} left the machine',
      next: 'They are captured. What is reserved beyond that is released.',
    },
    'step.calledOff': {
      says: 'The request is called off',
      next: 'Nothing was approved. The till closes the request at the service.',
    },
    'step.vendingEnded.done': {
      says: 'Finished at the machine',
      next: 'The customer finished, or there was nothing more to choose.',
    },
    'step.vendingEnded.tooLate': { says: 'The time ran out', next: 'Nothing more is handed out.' },
    'step.vendingEnded.fault': {
      says: 'The machine went out of order',
      next: 'Nothing more is handed out.',
    },
    'step.vendingEnded.restarted': {
      says: 'Cut off by a new start',
      next: 'The power went, or the till was stopped. Nothing more is handed out.',
    },
    'step.nothingTaken': { says: 'Nothing was taken', next: 'The whole reservation is released.' },
    'step.cancelRequested': {
      says: 'Cancel pressed at the till',
      next: 'The till closes the request at the service.',
    },
    'step.cancelSent': { says: 'Cancellation sent', next: 'Written down before it was sent.' },
    'step.cancelled': { says: 'Read back: closed', next: 'Nothing is reserved, and no money was taken.' },
    'step.captureSent': { says: 'Capturing', next: '{sum}. Written down before it was sent.' },
    'step.captured': { says: 'Captured', next: '{sum}. Read back from the service.' },
    'step.releaseSent': { says: 'Releasing the money', next: '{sum}. Written down before it was sent.' },
    'step.released': {
      says: 'Read back: released',
      next: 'Nothing is reserved any more. It is not a payment.',
    },
    'step.restReleased': {
      says: 'Read back: the rest is released',
      next: '{sum} is not reserved any more, and was not paid.',
    },
    'step.refundSent': { says: 'Refund sent', next: '{sum}. Written down before it was sent.' },
    'step.refunded': { says: 'Refunded', next: '{sum} is on the customer’s account in 2 to 10 bank days.' },
    'step.operationRefused': { says: 'The service said no', next: 'Nothing was changed.' },
    'step.restarted': { says: 'The till was restarted', next: 'The payment was found again in the journal.' },
    'step.doubted': {
      says: 'The journal was damaged and saved',
      next: 'The till asked the service again what is true.',
    },
    'step.identified': { says: 'Customer identified', next: '{proof}' },
    'step.joined': { says: 'The customer became a member', next: 'Consent was given in the app.' },
    'step.refundAsked': {
      says: 'Refund of {sum} asked for',
      next: 'Reason: {reason}. Written down before it was sent.',
    },
    'step.refundRefused': { says: 'Refund of {sum} came to nothing', next: 'No money went back.' },
    'step.receiptSent': { says: 'Receipt placed in the app', next: 'Lines: {lines}.' },
    'step.receiptRefused': {
      says: 'No receipt in the app',
      next: 'The service would not have it, and the till has given up. The payment is whole.',
    },
    'step.purchaseRegistered': { says: 'The club has the purchase', next: 'It counts for the member.' },
    'step.paidElsewhere': {
      says: 'Paid in the cash register',
      next: '{sum}, {method}. Nothing was sent to the wallet.',
    },
    'step.outside': {
      says: 'Done outside this till',
      next: 'The service’s log has {name} of {sum}. It was not asked for here.',
    },
  },
};
