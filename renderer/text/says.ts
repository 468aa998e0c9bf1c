/**
 * Words for every key the till says: payments, enrolment, the steps of a time-line, and what needs attention. Complete
 * over `SaysKey`. Values in `{braces}`: `w` wallet, `club`, `sum` with unit, `time`, `minutes`, `state`.
 */

import type {
  AttentionSays,
  EnrolmentSays,
  PaymentSays,
  SaysKey,
  StepSays,
} from '../../app/contract/view.ts';
import type { InBoth } from './language.ts';
import { paymentSays } from './saysOfPayment.ts';

export interface Said {
  /** What happened: a headline or one fact. */
  readonly says: string;
  /** Whether money moved. */
  readonly money?: string;
  /** What it means or what to do. */
  readonly next?: string;
}

const enrolment: InBoth<Readonly<Record<EnrolmentSays, Said>>> = {
  nb: {
    'enrolment.waiting': {
      says: 'Invitasjon sendt',
      next: '«Bli med i kundeklubb» vises i {w}. Du kan fortsette salget.',
    },
    'enrolment.joined': { says: '{club} har fått et nytt medlem.', next: 'Prisene er oppdatert.' },
    'enrolment.refused': { says: 'Kunden takket nei.', next: 'Salget går videre som før.' },
    'enrolment.expired': {
      says: 'Invitasjonen løp ut.',
      next: 'Salget går videre som før. Den kan sendes igjen.',
    },
    'enrolment.stopped': {
      says: 'Invitasjonen er stoppet.',
      next: 'Den forsvinner av seg selv fra telefonen.',
    },
    'enrolment.notUser': { says: 'Kan ikke invitere dette nummeret.', next: 'Salget går videre som før.' },
    'enrolment.appTooOld': {
      says: 'Appen på telefonen er for gammel.',
      next: 'Kunden kan oppdatere {w} og bli med neste gang.',
    },
    'enrolment.throttled': {
      says: 'For mange invitasjoner til dette nummeret.',
      next: 'Vent litt før du sender igjen.',
    },
    'enrolment.misconfigured': {
      says: 'Kassen kan ikke sende invitasjoner.',
      next: 'Butikksjefen sjekker det i innstillingene. Salget går videre.',
    },
    'enrolment.failed': {
      says: 'Invitasjonen kom ikke fram.',
      next: 'Salget går videre. Den kan sendes igjen.',
    },
  },
  en: {
    'enrolment.waiting': {
      says: 'Invitation sent',
      next: '“Join customer club” is shown in {w}. You can go on with the sale.',
    },
    'enrolment.joined': { says: '{club} has a new member.', next: 'Prices are updated.' },
    'enrolment.refused': { says: 'The customer said no thanks.', next: 'The sale goes on as before.' },
    'enrolment.expired': {
      says: 'The invitation ran out.',
      next: 'The sale goes on as before. It can be sent again.',
    },
    'enrolment.stopped': { says: 'The invitation is stopped.', next: 'It leaves the phone by itself.' },
    'enrolment.notUser': { says: 'Cannot invite this number.', next: 'The sale goes on as before.' },
    'enrolment.appTooOld': {
      says: 'The app on the phone is too old.',
      next: 'The customer can update {w} and join next time.',
    },
    'enrolment.throttled': {
      says: 'Too many invitations to this number.',
      next: 'Wait a little before you send again.',
    },
    'enrolment.misconfigured': {
      says: 'The till cannot send invitations.',
      next: 'The manager checks it in settings. The sale goes on.',
    },
    'enrolment.failed': {
      says: 'The invitation did not arrive.',
      next: 'The sale goes on. It can be sent again.',
    },
  },
};

const steps: InBoth<Readonly<Record<StepSays, Said>>> = {
  nb: {
    'step.intended': { says: 'Skrevet ned i kassen' },
    'step.sent': { says: 'Krav sendt' },
    'step.repeated': { says: 'Samme krav sendt igjen' },
    'step.unanswered': { says: 'Ikke noe svar' },
    'step.refused': { says: 'Kravet ble ikke tatt imot' },
    'step.notFound': { says: 'Tjenesten kjenner ikke kravet' },
    'step.approved': { says: 'Godkjent av kunden' },
    'step.declined': { says: 'Avslått av kunden' },
    'step.expired': { says: 'Kravet løp ut' },
    'step.cancelRequested': { says: 'Avbrutt i kassen' },
    'step.cancelSent': { says: 'Avbrudd sendt' },
    'step.cancelled': { says: 'Lest tilbake: lukket' },
    'step.captureSent': { says: 'Trekker pengene' },
    'step.captured': { says: 'Trukket' },
    'step.releaseSent': { says: 'Frigir pengene' },
    'step.released': { says: 'Lest tilbake: frigitt' },
    'step.refundSent': { says: 'Refusjon sendt' },
    'step.refunded': { says: 'Refundert' },
    'step.operationRefused': { says: 'Tjenesten sa nei' },
    'step.restarted': { says: 'Kassen startet på nytt' },
  },
  en: {
    'step.intended': { says: 'Written down in the till' },
    'step.sent': { says: 'Request sent' },
    'step.repeated': { says: 'Same request sent again' },
    'step.unanswered': { says: 'No answer' },
    'step.refused': { says: 'The request was not taken' },
    'step.notFound': { says: 'The service does not know the request' },
    'step.approved': { says: 'Approved by the customer' },
    'step.declined': { says: 'Declined by the customer' },
    'step.expired': { says: 'The request ran out' },
    'step.cancelRequested': { says: 'Cancel pressed at the till' },
    'step.cancelSent': { says: 'Cancellation sent' },
    'step.cancelled': { says: 'Read back: closed' },
    'step.captureSent': { says: 'Capturing' },
    'step.captured': { says: 'Captured' },
    'step.releaseSent': { says: 'Releasing the money' },
    'step.released': { says: 'Read back: released' },
    'step.refundSent': { says: 'Refund sent' },
    'step.refunded': { says: 'Refunded' },
    'step.operationRefused': { says: 'The service said no' },
    'step.restarted': { says: 'The till was restarted' },
  },
};

const attention: InBoth<Readonly<Record<AttentionSays, Said>>> = {
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
    'attention.purchaseWaits': {
      says: 'Kundeklubben har ikke fått kjøpet ennå',
      next: 'Kassen prøver videre av seg selv.',
    },
    'attention.receiptWaits': {
      says: 'Kvitteringen er ikke i appen ennå',
      money: 'Betalingen er i orden.',
      next: 'Kassen prøver videre av seg selv.',
    },
    'attention.journal': {
      says: 'Kassen får ikke skrevet i journalen',
      next: 'Ingenting blir sendt før den kan det. Hent butikksjefen.',
    },
    'attention.journalSetAside': {
      says: 'Kassens journal var skadet og er lagt til side',
      next: 'Betalinger som var åpne da, følges ikke lenger her. Butikksjefen må sjekke dem i bedriftsportalen og ta vare på den skadde filen.',
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
    'attention.purchaseWaits': {
      says: 'The club has not got the purchase yet',
      next: 'The till keeps trying by itself.',
    },
    'attention.receiptWaits': {
      says: 'The receipt is not in the app yet',
      money: 'The payment is in order.',
      next: 'The till keeps trying by itself.',
    },
    'attention.journal': {
      says: 'The till cannot write its journal',
      next: 'Nothing is sent until it can. Fetch the manager.',
    },
    'attention.journalSetAside': {
      says: 'The till’s journal was damaged and has been set aside',
      next: 'Payments that were open then are not watched here any more. The manager must check them in the business portal and keep the damaged file.',
    },
  },
};

export const saysText: InBoth<Readonly<Record<SaysKey, Said>>> = {
  nb: { ...paymentSays.nb, ...enrolment.nb, ...steps.nb, ...attention.nb },
  en: { ...paymentSays.en, ...enrolment.en, ...steps.en, ...attention.en },
};

export function isPaymentSays(key: SaysKey): key is PaymentSays {
  return Object.hasOwn(paymentSays.en, key);
}
