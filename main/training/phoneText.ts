/** The words on the simulated phone, in Norwegian bokmål and English. */

export type PhoneLanguage = 'nb' | 'en';

const nb = {
  title: 'Kundens telefon',
  practice: 'Øvelse – ingen ekte penger',
  number: 'Telefonnummer',
  open: 'Åpne telefonen',
  personalCode: 'Min kode',
  personalHint: 'Vises til butikken. Koden er bare til øvelse.',
  newCode: 'Ny kode',
  nothing: 'Ingen forespørsler akkurat nå.',
  recognised: 'Du er gjenkjent som medlem',
  loginTitle: 'Bli medlem av',
  loginAsks: 'Butikken ber om å få',
  loginCode: 'Sjekk at butikken viser samme kode',
  payTo: 'Betal til',
  approve: 'Godkjenn',
  decline: 'Avslå',
  share: 'Del og bli med',
  refuse: 'Ikke nå',
  timeLeft: 'Tid igjen',
  inSight: 'Pek kameraet mot',
  scanPayment: 'Betalingskode på skjermen',
  scanStore: 'Butikkens kode',
  history: 'Tidligere',
  lost: 'Ingen forbindelse. Prøver igjen …',
  bankRefused: 'Banken sa nei. Du kan prøve en gang til.',
  tooLate: 'For sent: forespørselen er avsluttet.',
  tooYoung: 'Du kan ikke betale dette.',
  notFound: 'Fant ikke koden.',
  shopSilent: 'Butikken svarer ikke. Du kan ikke betale her nå.',
  scopes: {
    name: 'navn',
    phoneNumber: 'telefonnummer',
    email: 'e-post',
    address: 'adresse',
    birthDate: 'fødselsdato',
    delegatedConsents: 'samtykke til tilbud',
  },
  states: {
    PROCESSING: 'Behandles',
    AUTHORIZED: 'Reservert',
    CAPTURED: 'Betalt',
    REFUNDED: 'Tilbakebetalt',
    RELEASED: 'Reservasjonen er opphevet',
    ABORTED: 'Avslått',
    EXPIRED: 'Utløpt',
    TERMINATED: 'Avbrutt av butikken',
  },
} as const;

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
export type PhoneText = Words<typeof nb>;

const en: PhoneText = {
  title: "Customer's phone",
  practice: 'Practice – no real money',
  number: 'Phone number',
  open: 'Open the phone',
  personalCode: 'My code',
  personalHint: 'Shown to the store. The code is for practice only.',
  newCode: 'New code',
  nothing: 'No requests right now.',
  recognised: 'You are recognised as a member',
  loginTitle: 'Become a member of',
  loginAsks: 'The store asks for your',
  loginCode: 'Check that the store shows the same code',
  payTo: 'Pay',
  approve: 'Approve',
  decline: 'Decline',
  share: 'Share and join',
  refuse: 'Not now',
  timeLeft: 'Time left',
  inSight: 'Point the camera at',
  scanPayment: 'Payment code on the screen',
  scanStore: "The store's code",
  history: 'Earlier',
  lost: 'No connection. Trying again …',
  bankRefused: 'The bank said no. You can try once more.',
  tooLate: 'Too late: the request has ended.',
  tooYoung: 'You cannot pay this.',
  notFound: 'The code was not found.',
  shopSilent: 'The store does not answer. You cannot pay here now.',
  scopes: {
    name: 'name',
    phoneNumber: 'phone number',
    email: 'e-mail address',
    address: 'address',
    birthDate: 'date of birth',
    delegatedConsents: 'consent to offers',
  },
  states: {
    PROCESSING: 'Being processed',
    AUTHORIZED: 'Reserved',
    CAPTURED: 'Paid',
    REFUNDED: 'Refunded',
    RELEASED: 'Reservation released',
    ABORTED: 'Declined',
    EXPIRED: 'Expired',
    TERMINATED: 'Cancelled by the store',
  },
};

export const phoneTexts: Readonly<Record<PhoneLanguage, PhoneText>> = { nb, en };

/** The page's language: asked for, else the browser's first Scandinavian or English wish, else Norwegian. */
export function phoneLanguage(asked: string | null, acceptLanguage: string | undefined): PhoneLanguage {
  if (asked === 'en' || asked === 'nb') return asked;
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'nb';
}
