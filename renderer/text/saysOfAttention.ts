/** What waits for the world or for a person, and what to do about it. Values in `{braces}`: `sum` of the sale. */

import type { AttentionSays } from '../../app/contract/view.ts';
import type { InBoth } from './language.ts';
import type { Said } from './says.ts';

export const attentionSays: InBoth<Readonly<Record<AttentionSays, Said>>> = {
  nb: {
    'attention.recovered': {
      says: 'Kassen startet på nytt under en betaling',
      next: 'Den er funnet igjen og følges videre. Se betalingen.',
    },
    'attention.parkedPaid': { says: 'Et parkert salg er betalt', next: 'Åpne det fra Parkert (F7).' },
    'attention.parkedNotPaid': {
      says: 'Et parkert salg ble ikke betalt',
      money: 'Ingen penger er trukket.',
      next: 'Åpne det fra Parkert (F7).',
    },
    'attention.staffsSalePaid': {
      says: 'Et parkert salg fra en betjent kasse er betalt',
      money: '{sum} er trukket.',
      next: 'Det hører ikke til automaten. Fikk ikke kunden varene, refunder det i Betalinger; ellers kan en betjent kasse med samme datamappe avslutte det.',
    },
    'attention.purchaseWaits': {
      says: 'Kundeklubben har ikke fått kjøpet ennå',
      next: 'Kassen prøver videre av seg selv.',
    },
    'attention.receiptWaits': {
      says: 'Kvitteringen er ikke i appen ennå',
      money: 'Betalingen er i orden.',
      next: 'Kassen prøver videre av seg selv.',
    },
    'attention.enrolmentWaits': {
      says: 'Kundeklubben har ikke fått innmeldingen ennå',
      money: 'Samtykket er skrevet ned her.',
      next: 'Kassen prøver videre av seg selv.',
    },
    'attention.captureWaits': {
      says: '{sum} er godkjent, men ikke trukket ennå',
      money: 'Ikke ta betalt på nytt.',
      next: 'Kassen prøver videre av seg selv.',
    },
    'attention.captureDeadline': {
      says: '{sum} må trekkes snart',
      money: 'Ikke ta betalt på nytt.',
      next: 'Ellers går pengene tilbake til kunden av seg selv. Hjelper det ikke å prøve nå, hent butikksjefen.',
    },
    'attention.releaseWaits': {
      says: '{sum} er ikke frigitt ennå',
      money: 'Det er ikke en betaling.',
      next: 'Pengene er fortsatt reservert hos kunden. Kassen prøver videre av seg selv.',
    },
    'attention.cancelWaits': {
      says: 'Avbruddet er ikke bekreftet ennå',
      money: 'Ikke ta betalt på nytt.',
      next: 'Kassen spør til den vet om kravet er lukket.',
    },
    'attention.refundWaits': {
      says: 'En refusjon er ikke bekreftet ennå',
      money: 'Ikke refunder på nytt.',
      next: 'Kassen spør til den vet svaret.',
    },
    'attention.outcomeUnknown': {
      says: 'Svaret på en betaling mangler',
      money: 'Ikke ta betalt på nytt.',
      next: 'Kassen spør til den vet om {sum} er betalt.',
    },
    'attention.capturedInPart': {
      says: 'Bare en del er trukket',
      money: 'Ikke ta betalt på nytt.',
      next: 'Det som er trukket, stemmer ikke med kurven. Hent butikksjefen.',
    },
    'attention.journal': {
      says: 'Kassen får ikke skrevet i journalen',
      next: 'Ingenting blir sendt før den kan det. Hent butikksjefen.',
    },
    'attention.journalSetAside': {
      says: 'Kassens journal var skadet og er lagt til side',
      next: 'Det som kunne leses, er reddet, og betalinger som kan mangle noe, er spurt om på nytt. Butikksjefen bør sammenligne med bedriftsportalen og ta vare på den skadde filen.',
    },
    'attention.webhooksFail': {
      says: 'Varsler fra Vipps MobilePay når ikke kassen',
      next: 'Kassen spør selv hvert annet sekund, så betalinger går som før. Sjekk adressen for varsler når det passer.',
    },
    'attention.storeCodeFails': {
      says: 'Skanning av butikkens QR når ikke kassen nå',
      next: 'Kassen prøver videre av seg selv. {instead}',
    },
    'attention.storeCodeTaken': {
      says: 'Skanning av butikkens QR går til en annen adresse',
      next: 'Dekk til koden ved kassen. {instead} Butikksjefen frigir plassen i Innstillinger, Varsler.',
    },
    'attention.storeCodeUnreachable': {
      says: 'Butikkens QR ved kassen virker ikke: kassen har ingen adresse',
      next: 'Dekk til koden. {instead} Butikksjefen gir kassen en adresse, eller sletter koden i Innstillinger, Butikkens QR.',
    },
    'attention.journalDamaged': {
      says: 'Kassens journal er skadet',
      next: 'Start kassen på nytt når ingen betaling er åpen: da reddes alt som kan leses. Ingenting er slettet.',
    },
  },
  en: {
    'attention.recovered': {
      says: 'The till was restarted during a payment',
      next: 'It was found again and is watched. See the payment.',
    },
    'attention.parkedPaid': { says: 'A parked sale is paid', next: 'Open it from Parked (F7).' },
    'attention.parkedNotPaid': {
      says: 'A parked sale was not paid',
      money: 'No money was taken.',
      next: 'Open it from Parked (F7).',
    },
    'attention.staffsSalePaid': {
      says: 'A parked sale of a till with staff is paid',
      money: '{sum} was taken.',
      next: 'It does not belong to the machine. If the customer did not get the goods, refund it in Payments; otherwise a till with staff on the same data folder can finish it.',
    },
    'attention.purchaseWaits': {
      says: 'The club has not got the purchase yet',
      next: 'The till keeps trying by itself.',
    },
    'attention.receiptWaits': {
      says: 'The receipt is not in the app yet',
      money: 'The payment is in order.',
      next: 'The till keeps trying by itself.',
    },
    'attention.enrolmentWaits': {
      says: 'The club has not got the new member yet',
      money: 'The consent is written down here.',
      next: 'The till keeps trying by itself.',
    },
    'attention.captureWaits': {
      says: '{sum} is approved, not captured yet',
      money: 'Do not charge again.',
      next: 'The till keeps trying by itself.',
    },
    'attention.captureDeadline': {
      says: '{sum} must be captured soon',
      money: 'Do not charge again.',
      next: 'Otherwise the money goes back to the customer by itself. If trying now does not help, fetch the manager.',
    },
    'attention.releaseWaits': {
      says: '{sum} is not released yet',
      money: 'It is not a payment.',
      next: 'The money is still reserved at the customer’s bank. The till keeps trying by itself.',
    },
    'attention.cancelWaits': {
      says: 'The cancellation is not confirmed yet',
      money: 'Do not charge again.',
      next: 'The till keeps asking until it knows that the request is closed.',
    },
    'attention.refundWaits': {
      says: 'A refund is not confirmed yet',
      money: 'Do not refund again.',
      next: 'The till keeps asking until it knows.',
    },
    'attention.outcomeUnknown': {
      says: 'The outcome of a payment is missing',
      money: 'Do not charge again.',
      next: 'The till keeps asking until it knows whether {sum} is paid.',
    },
    'attention.capturedInPart': {
      says: 'Only a part was captured',
      money: 'Do not charge again.',
      next: 'What was captured does not match the basket. Fetch the manager.',
    },
    'attention.journal': {
      says: 'The till cannot write its journal',
      next: 'Nothing is sent until it can. Fetch the manager.',
    },
    'attention.journalSetAside': {
      says: 'The till’s journal was damaged and has been set aside',
      next: 'What could be read was saved, and payments that may lack something were asked about again. The manager should compare with the business portal and keep the damaged file.',
    },
    'attention.webhooksFail': {
      says: 'Messages from Vipps MobilePay do not reach the till',
      next: 'The till asks by itself every two seconds, so payments go on as before. Check the address for webhooks when it suits.',
    },
    'attention.storeCodeFails': {
      says: 'Scans of the store’s QR do not reach the till now',
      next: 'The till keeps trying by itself. {instead}',
    },
    'attention.storeCodeTaken': {
      says: 'Scans of the store’s QR go to another address',
      next: 'Cover the code at the till. {instead} The manager frees the place in Settings, Webhooks.',
    },
    'attention.storeCodeUnreachable': {
      says: 'The store’s QR at the till does not work: the till has no address',
      next: 'Cover the code. {instead} The manager gives the till an address, or deletes the code in Settings, Shop QR.',
    },
    'attention.journalDamaged': {
      says: 'The till’s journal is damaged',
      next: 'Restart the till when no payment is open: then everything that can be read is saved. Nothing has been deleted.',
    },
  },
};
