/** The one question that is asked by a dialog of the operating system and not by a page of the till. */

import { formatAmount, unitOf } from '../../app/domain/money.ts';
import { type Sale, saleTotal, unresolvedPayment } from '../../app/domain/sale.ts';

export interface QuitWords {
  /** Names the sale and the money: `Sale 01-000042, 2 225,20 kr, is not settled`. */
  title(what: string): string;
  readonly more: (count: number) => string;
  readonly detail: string;
  readonly resolve: string;
  readonly leave: string;
}

export const quitWords: Readonly<Record<'nb' | 'en', QuitWords>> = {
  nb: {
    title: (what) => `En betaling er ikke avgjort: salg ${what}`,
    more: (count) => (count === 1 ? 'Én betaling til er åpen.' : `${count} betalinger til er åpne.`),
    detail:
      'Kunden kan fortsatt godkjenne den. Kassa følger ikke med mens den er avsluttet, men fortsetter med betalingen når den starter igjen.',
    resolve: 'Vis salget',
    leave: 'Avslutt likevel',
  },
  en: {
    title: (what) => `A payment is not settled yet: sale ${what}`,
    more: (count) => (count === 1 ? 'One more payment is open.' : `${count} more payments are open.`),
    detail:
      'The customer can still approve it. The till does not watch while it is closed, but goes on with the payment when it starts again.',
    resolve: 'Show the sale',
    leave: 'Quit anyway',
  },
};

/** `01-000042, 2 225,20 kr`. */
export function nameOf(sale: Sale): string {
  const sum = unresolvedPayment(sale)?.request.amount ?? saleTotal(sale);
  return `${sale.number}, ${formatAmount(sum)} ${unitOf(sum.currency)}`;
}
