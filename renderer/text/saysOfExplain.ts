/**
 * A whole sale in one sentence: the truth about its money. Values in `{braces}`: `sum` that was asked for, `taken` that was
 * captured, `back` that was refunded; of a machine's reservation `due` that left the machine and `rest` that was not captured.
 */

import type { ExplainSays, NothingTaken } from '../../app/contract/view.ts';
import type { InBoth } from './language.ts';
import type { Said } from './says.ts';

/** Nothing was paid because nothing was seen to leave the machine; and why that was. */
const untaken: InBoth<{ readonly money: string; readonly why: Readonly<Record<NothingTaken, string>> }> = {
  nb: {
    money:
      'Ingen vare er sett komme ut av automaten, så ingenting er betalt. Hele reservasjonen på {sum} er frigitt.',
    why: {
      done: 'Kunden avsluttet.',
      tooLate: 'Ingen valgte noe mer før tiden gikk ut.',
      silent: 'Automaten sa ikke i tide hva som ble av varen.',
      fault: 'Automaten gikk ut av drift.',
      restarted: 'Strømmen gikk, eller kassen ble stoppet, mens kunden sto der.',
    },
  },
  en: {
    money:
      'No item was seen to leave the machine, so nothing was paid. The whole reservation of {sum} was released.',
    why: {
      done: 'The customer finished.',
      tooLate: 'Nobody chose anything more before the time ran out.',
      silent: 'The machine did not say in time what became of the item.',
      fault: 'The machine went out of order.',
      restarted: 'The power went, or the till was stopped, while the customer was there.',
    },
  },
};

function nothingTaken(language: 'nb' | 'en'): Record<`explain.nothingTaken.${NothingTaken}`, Said> {
  const { money, why } = untaken[language];
  return {
    'explain.nothingTaken.done': { says: `${money} ${why.done}` },
    'explain.nothingTaken.tooLate': { says: `${money} ${why.tooLate}` },
    'explain.nothingTaken.silent': { says: `${money} ${why.silent}` },
    'explain.nothingTaken.fault': { says: `${money} ${why.fault}` },
    'explain.nothingTaken.restarted': { says: `${money} ${why.restarted}` },
  };
}

export const explainSays: InBoth<Readonly<Record<ExplainSays, Said>>> = {
  nb: {
    'explain.paid': { says: 'Kunden godkjente {sum} én gang. Kassen trakk det én gang. Ingen refusjon.' },
    'explain.refundedInPart': { says: '{taken} er trukket. {back} av det er gitt tilbake til kunden.' },
    'explain.refunded': { says: '{taken} er trukket, og alt er gitt tilbake til kunden.' },
    'explain.notPaid': { says: 'Ingen penger er trukket. Ingenting er reservert.' },
    'explain.released': { says: 'Kunden godkjente for sent. Pengene er frigitt, og ingenting er trukket.' },
    'explain.unresolved': {
      says: 'Betalingen på {sum} er ikke avgjort ennå. Ikke ta betalt på nytt. Kassen følger den til den vet svaret.',
    },
    'explain.refundUnderway': {
      says: '{taken} er trukket. En refusjon er underveis og ikke bekreftet ennå. Ikke refunder på nytt.',
    },
    'explain.paidElsewhere': { says: '{sum} ble tatt imot i kasseapparatet. Ingenting er trukket med {w}.' },
    'explain.capturedInPart': {
      says: 'Bare {taken} av {sum} er trukket. Ikke ta betalt på nytt. Butikksjefen må se på den.',
    },
    'explain.paidOfReservation': {
      says: 'Varer for {taken} kom ut av automaten og er betalt. Resten av reservasjonen på {sum}, {rest}, er frigitt. Ingen refusjon.',
    },
    'explain.paidRestLapses': {
      says: 'Varer for {taken} kom ut av automaten og er betalt. Resten av reservasjonen på {sum}, {rest}, er ikke trukket, og banken slipper den av seg selv.',
    },
    'explain.takeUnresolved': {
      says: 'Varer for {due} kom ut av automaten. At de er trukket og resten av {sum} frigitt, er ikke bekreftet ennå. Ikke ta betalt på nytt. Kassen følger den til den vet svaret.',
    },
    'explain.capturedNotTaken': {
      says: '{taken} er trukket, men varer for {due} kom ut av automaten. Ikke ta betalt på nytt. Butikksjefen må se på den.',
    },
    ...nothingTaken('nb'),
  },
  en: {
    'explain.paid': { says: 'The customer approved {sum} once. The till captured it once. No refund.' },
    'explain.refundedInPart': { says: '{taken} was captured. {back} of it was given back to the customer.' },
    'explain.refunded': { says: '{taken} was captured, and all of it was given back to the customer.' },
    'explain.notPaid': { says: 'No money was taken. Nothing is reserved.' },
    'explain.released': {
      says: 'The customer approved too late. The money was released, and nothing was taken.',
    },
    'explain.unresolved': {
      says: 'The payment of {sum} is not settled yet. Do not charge again. The till watches it until it knows.',
    },
    'explain.refundUnderway': {
      says: '{taken} was captured. A refund is on its way and not confirmed yet. Do not refund again.',
    },
    'explain.paidElsewhere': { says: '{sum} was taken in the cash register. Nothing was taken with {w}.' },
    'explain.capturedInPart': {
      says: 'Only {taken} of {sum} was captured. Do not charge again. The manager must look at it.',
    },
    'explain.paidOfReservation': {
      says: 'Goods for {taken} left the machine and were paid. The rest of the reservation of {sum}, {rest}, was released. No refund.',
    },
    'explain.paidRestLapses': {
      says: 'Goods for {taken} left the machine and were paid. The rest of the reservation of {sum}, {rest}, was not captured, and the bank lets go of it by itself.',
    },
    'explain.takeUnresolved': {
      says: 'Goods for {due} left the machine. That they are captured and the rest of {sum} released is not confirmed yet. Do not charge again. The till watches it until it knows.',
    },
    'explain.capturedNotTaken': {
      says: '{taken} was captured, but goods for {due} left the machine. Do not charge again. The manager must look at it.',
    },
    ...nothingTaken('en'),
  },
};
