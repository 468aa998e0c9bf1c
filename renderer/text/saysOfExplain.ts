/**
 * A whole sale in one sentence: the truth about its money. Values in `{braces}`: `sum` that was asked for, `taken` that was
 * captured, `back` that was refunded.
 */

import type { ExplainSays } from '../../app/contract/view.ts';
import type { InBoth } from './language.ts';
import type { Said } from './says.ts';

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
  },
};
