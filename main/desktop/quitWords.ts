/** The one question that is asked by a dialog of the operating system and not by a page of the till. */

export interface QuitWords {
  readonly title: string;
  readonly detail: string;
  readonly stay: string;
  readonly leave: string;
}

export const quitWords: Readonly<Record<'nb' | 'en', QuitWords>> = {
  nb: {
    title: 'En betaling er ikke avgjort',
    detail:
      'Kunden kan fortsatt godkjenne den. Kassa følger ikke med mens den er avsluttet, men fortsetter med betalingen når den starter igjen.',
    stay: 'Bli i kassa',
    leave: 'Avslutt likevel',
  },
  en: {
    title: 'A payment is not settled yet',
    detail:
      'The customer can still approve it. The till does not watch while it is closed, but goes on with the payment when it starts again.',
    stay: 'Stay',
    leave: 'Quit anyway',
  },
};
