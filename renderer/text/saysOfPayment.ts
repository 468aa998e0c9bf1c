/** The payment station's headlines and sentences. Whether money moved is always one of five different words. */

import type { PaymentSays } from '../../app/contract/view.ts';
import type { InBoth } from './language.ts';
import type { Said } from './says.ts';

export const paymentSays: InBoth<Readonly<Record<PaymentSays, Said>>> = {
  nb: {
    'payment.sending': { says: 'Sender kravet', next: 'Det vises i {w} om et øyeblikk.' },
    'payment.waiting': { says: 'Venter på kunden', next: '«Åpne {w}. Ser du ingenting, dra ned.»' },
    'payment.waitingQr': { says: 'Venter på kunden', next: '«Skann koden på skjermen med {w}.»' },
    'payment.lastQuarter': { says: 'Venter på kunden', next: '«Åpne {w}. Ser du ingenting, dra ned.»' },
    'payment.checkingCreate': {
      says: 'Ikke ta betalt på nytt',
      money: 'Sjekker med {company}.',
      next: 'Linjen brøt etter at kravet ble sendt. Kassen spør til den vet svaret.',
    },
    'payment.checkingCapture': {
      says: 'Ikke ta betalt på nytt',
      money: 'Sjekker med {company}.',
      next: 'Kunden har godkjent. Kassen spør om pengene er trukket, til den vet svaret.',
    },
    'payment.checkingCancel': {
      says: 'Ikke ta betalt på nytt',
      money: 'Sjekker med {company}.',
      next: 'Avbruddet fikk ikke noe svar. Kassen spør til den vet svaret.',
    },
    'payment.silent': {
      says: 'Ikke ta betalt på nytt',
      money: 'Sjekker med {company}.',
      next: 'Tjenesten svarer ikke akkurat nå. Kassen spør til den vet svaret.',
    },
    'payment.approved': {
      says: 'Godkjent',
      next: 'Kunden har godkjent. Pengene trekkes nå. Gi fra deg varene når det står Betalt.',
    },
    'payment.captureDelayed': {
      says: 'Godkjent, ikke trukket ennå',
      money: 'Ikke ta betalt på nytt.',
      next: 'Pengene er reservert. Kassen prøver videre av seg selv.',
    },
    'payment.paid': { says: 'Betalt', next: 'Kvittering er i appen.' },
    'payment.paidReceiptLater': { says: 'Betalt', next: 'Kvitteringen kommer om noen minutter.' },
    'payment.capturedInPart': {
      says: 'Bare en del er trukket',
      money: 'Ikke ta betalt på nytt.',
      next: 'Det som er trukket, stemmer ikke med kurven. Hent butikksjefen.',
    },
    'payment.partlyRefunded': { says: 'Delvis refundert', next: 'En del av beløpet er gitt tilbake.' },
    'payment.refunded': { says: 'Refundert', next: 'Hele beløpet er gitt tilbake.' },
    'payment.declined': {
      says: 'Kunden avslo',
      money: 'Ingen penger er trukket',
      next: 'Kurven er beholdt. Spør hva kunden ønsker.',
    },
    'payment.expired': {
      says: 'Kravet løp ut',
      money: 'Ingen penger er trukket',
      next: 'Kunden svarte ikke innen 10 minutter. Kurven er beholdt.',
    },
    'payment.cancelling': {
      says: 'Avbryter',
      next: 'Kassen lukker kravet og leser tilbake. Omtrent 2\u00a0s.',
    },
    'payment.cancelled': {
      says: 'Avbrutt i kassen',
      money: 'Ingen penger er trukket',
      next: 'Lest tilbake {time}: lukket, ingenting reservert.',
    },
    'payment.releasing': {
      says: 'Godkjent for sent, frigir pengene',
      money: 'Ikke en betaling',
      next: 'Kunden godkjente idet du avbrøt. Kassen frigir {sum} nå.',
    },
    'payment.lapsed': {
      says: 'Fristen for å trekke {sum} er over',
      money: 'Banken har gitt pengene tilbake til kunden. Ingen penger er trukket.',
      next: 'Be om betaling på nytt, eller velg en annen måte.',
    },
    'payment.released': {
      says: 'Godkjent for sent, pengene er frigitt',
      money: 'Pengene frigitt {time}',
      next: 'Kunden godkjente idet du avbrøt. {sum} ble frigitt med én gang. Det er ikke en betaling.',
    },
    'payment.refused.pushNotAllowed': {
      says: 'Kan ikke sende til telefonen',
      money: 'Ingen penger er trukket',
      next: 'Salgsstedet er ikke godkjent for krav til telefon. Vis en QR i stedet.',
    },
    'payment.refused.cannotSendToNumber': {
      says: 'Kan ikke sende til dette nummeret',
      money: 'Ingen penger er trukket',
      next: 'Vis en QR i stedet, eller prøv et annet nummer.',
    },
    'payment.refused.codeRefused': {
      says: 'Kundens kode gjelder ikke lenger',
      money: 'Ingen penger er trukket',
      next: 'Skann kunden på nytt, eller vis en QR.',
    },
    'payment.refused.rejected': {
      says: 'Kravet ble ikke tatt imot',
      money: 'Ingen penger er trukket',
      next: 'Kurven er beholdt. Prøv en annen måte å betale på.',
    },
    'payment.refused.keysWrong': {
      says: 'Nøklene til salgsstedet virker ikke',
      money: 'Ingen penger er trukket',
      next: 'Butikksjefen sjekker dem i innstillingene. Ta betalt på en annen måte.',
    },
    'payment.refused.productMissing': {
      says: 'Salgsstedet kan ikke ta imot {w}',
      money: 'Ingen penger er trukket',
      next: 'Butikksjefen tester tilkoblingen. Ta betalt på en annen måte.',
    },
    'payment.refused.noConnection': {
      says: 'Kravet kom ikke av gårde',
      money: 'Ingen penger er trukket',
      next: 'Ingen nettforbindelse. Prøv igjen, eller parker salget.',
    },
    'payment.refused.neverArrived': {
      says: 'Kravet kom ikke fram',
      money: 'Ingen penger er trukket',
      next: 'Tjenesten kjenner det ikke. Du kan spørre igjen.',
    },
    'payment.refused.referenceTaken': {
      says: 'Kravet ble ikke laget',
      money: 'Ingen penger er trukket',
      next: 'Nummeret var brukt før. Spør igjen, kassen lager et nytt.',
    },
  },
  en: {
    'payment.sending': { says: 'Sending the request', next: 'It is shown in {w} in a moment.' },
    'payment.waiting': {
      says: 'Waiting for the customer',
      next: '“Open {w}. If you see nothing, pull down.”',
    },
    'payment.waitingQr': {
      says: 'Waiting for the customer',
      next: '“Scan the code on the screen with {w}.”',
    },
    'payment.lastQuarter': {
      says: 'Waiting for the customer',
      next: '“Open {w}. If you see nothing, pull down.”',
    },
    'payment.checkingCreate': {
      says: 'Do not charge again',
      money: 'Checking with {company}.',
      next: 'The line broke after the request was sent. The till keeps asking until it knows.',
    },
    'payment.checkingCapture': {
      says: 'Do not charge again',
      money: 'Checking with {company}.',
      next: 'The customer has approved. The till asks whether the money was captured until it knows.',
    },
    'payment.checkingCancel': {
      says: 'Do not charge again',
      money: 'Checking with {company}.',
      next: 'The cancellation was not answered. The till keeps asking until it knows.',
    },
    'payment.silent': {
      says: 'Do not charge again',
      money: 'Checking with {company}.',
      next: 'The service does not answer just now. The till keeps asking until it knows.',
    },
    'payment.approved': {
      says: 'Approved',
      next: 'The customer has approved. The money is being captured. Hand over the goods when it says Paid.',
    },
    'payment.captureDelayed': {
      says: 'Approved, not captured yet',
      money: 'Do not charge again.',
      next: 'The money is reserved. The till keeps trying by itself.',
    },
    'payment.paid': { says: 'Paid', next: 'Receipt is in the app.' },
    'payment.paidReceiptLater': { says: 'Paid', next: 'The receipt follows within a few minutes.' },
    'payment.capturedInPart': {
      says: 'Only a part was captured',
      money: 'Do not charge again.',
      next: 'What was captured does not match the basket. Fetch the manager.',
    },
    'payment.partlyRefunded': { says: 'Partly refunded', next: 'A part of the amount was given back.' },
    'payment.refunded': { says: 'Refunded', next: 'The whole amount was given back.' },
    'payment.declined': {
      says: 'The customer declined',
      money: 'No money was taken',
      next: 'The basket is kept. Ask what the customer would like.',
    },
    'payment.expired': {
      says: 'The request ran out',
      money: 'No money was taken',
      next: 'The customer did not answer within 10 minutes. The basket is kept.',
    },
    'payment.cancelling': {
      says: 'Cancelling',
      next: 'The till closes the request and reads it back. About 2\u00a0s.',
    },
    'payment.cancelled': {
      says: 'Cancelled at the till',
      money: 'No money was taken',
      next: 'Read back at {time}: closed, nothing reserved.',
    },
    'payment.releasing': {
      says: 'Approved too late, releasing the money',
      money: 'Not a payment',
      next: 'The customer approved just as you cancelled. The till is releasing {sum}.',
    },
    'payment.lapsed': {
      says: 'The time to capture {sum} is over',
      money: 'The bank gave the money back to the customer. No money was taken.',
      next: 'Ask again, or choose another way.',
    },
    'payment.released': {
      says: 'Approved too late, money released',
      money: 'Money released {time}',
      next: 'The customer approved just as you cancelled. The {sum} was released at once. It is not a payment.',
    },
    'payment.refused.pushNotAllowed': {
      says: 'Cannot send to the phone',
      money: 'No money was taken',
      next: 'The sales unit is not approved for requests to a phone. Show a QR instead.',
    },
    'payment.refused.cannotSendToNumber': {
      says: 'Cannot send to this number',
      money: 'No money was taken',
      next: 'Show a QR instead, or try another number.',
    },
    'payment.refused.codeRefused': {
      says: 'The customer’s code is no longer valid',
      money: 'No money was taken',
      next: 'Scan the customer again, or show a QR.',
    },
    'payment.refused.rejected': {
      says: 'The request was not taken',
      money: 'No money was taken',
      next: 'The basket is kept. Try another way to pay.',
    },
    'payment.refused.keysWrong': {
      says: 'The keys of the sales unit do not work',
      money: 'No money was taken',
      next: 'The manager checks them in settings. Take the payment another way.',
    },
    'payment.refused.productMissing': {
      says: 'The sales unit cannot take {w}',
      money: 'No money was taken',
      next: 'The manager tests the connection. Take the payment another way.',
    },
    'payment.refused.noConnection': {
      says: 'The request was not sent',
      money: 'No money was taken',
      next: 'No network. Try again, or park the sale.',
    },
    'payment.refused.neverArrived': {
      says: 'The request did not arrive',
      money: 'No money was taken',
      next: 'The service does not know it. You can ask again.',
    },
    'payment.refused.referenceTaken': {
      says: 'The request was not made',
      money: 'No money was taken',
      next: 'Its number was used before. Ask again, the till makes a new one.',
    },
  },
};
