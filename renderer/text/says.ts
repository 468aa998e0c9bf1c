/**
 * Words for every key the till says: payments, enrolment, the steps of a time-line, a payment explained, and what needs
 * attention. Complete over `SaysKey`. Values in `{braces}`: `w` wallet, `club`, `sum` with unit, `time`, `minutes`.
 */

import type { EnrolmentSays, PaymentSays, SaysKey } from '../../app/contract/view.ts';
import type { InBoth } from './language.ts';
import { attentionSays } from './saysOfAttention.ts';
import { explainSays } from './saysOfExplain.ts';
import { paymentSays } from './saysOfPayment.ts';
import { stepSays } from './saysOfSteps.ts';

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

export const saysText: InBoth<Readonly<Record<SaysKey, Said>>> = {
  nb: { ...paymentSays.nb, ...enrolment.nb, ...stepSays.nb, ...explainSays.nb, ...attentionSays.nb },
  en: { ...paymentSays.en, ...enrolment.en, ...stepSays.en, ...explainSays.en, ...attentionSays.en },
};

export function isPaymentSays(key: SaysKey): key is PaymentSays {
  return Object.hasOwn(paymentSays.en, key);
}
