/** Words of the settings about how the service tells this till of changes. `{company}` runs the service, `{instead}` is a sentence of `insteadOfScan`. */

import type { InBoth } from './language.ts';

/** One of the things that must be there before a message can come. */
interface Need {
  readonly icon: 'network' | 'proven' | 'forward' | 'qr' | 'screen';
  readonly name: string;
  readonly what: string;
}

const en = {
  loading: 'Asking {company}',
  again: 'Look again',
  states: { registered: 'Registered', failing: 'Failing', taken: 'Taken', none: 'None' },
  payments: 'Payments',
  paymentsSay: {
    registered: 'Changes of a payment are told at once. The till also asks by itself.',
    failing:
      'Could not be registered; the till tries again by itself. It asks about every payment meanwhile.',
    taken: 'There is no room for another registration. The till asks about every payment by itself.',
    none: 'Not registered. The till asks about every payment by itself, which is always enough.',
  },
  checkIns: 'Scans of the store’s QR',
  checkInsSay: {
    registered: 'Come to this till. A sales unit has only one such registration: this till holds it.',
    failing:
      'Could not be registered; the till tries again by itself. A scan reaches nobody here now. {instead}',
    taken:
      'Another address holds the only registration of the sales unit, so a scan does not come here. Delete it below if it is old, or scan at that till. {instead}',
    none: 'Not asked for: this till has no code of its own.',
    unreachable: 'A scan cannot come here without an address. Nothing but this road tells of it. {instead}',
  },
  address: 'Address',
  noAddress: 'None. {company} cannot reach this till.',
  nearAddress: 'Reached by the training service on this machine alone.',
  lastChecked: 'Last looked',
  lastHeard: 'Last message',
  refused: 'Wrong signature',
  never: 'Not yet',
  refusedSays: 'since the till was started. Such a message is not acted on.',
  registrations: 'All registrations of the sales unit',
  registrationsUnknown: '{company} could not be asked for them now.',
  registrationsNone: 'There is none.',
  ours: 'This till',
  foreign: 'Not this till’s',
  tells: { payments: 'payments', checkIns: 'scans of the store’s QR', other: 'something else: {events}' },
  tellsOf: 'Told of {what}',
  remove: 'Delete',
  removeTitle: 'Delete this registration?',
  removeWhat:
    '{url} is told of nothing any more. If another till or a web shop of yours is there, it loses its messages until it registers anew.',
  removeYes: 'Delete the registration',
  keep: 'Keep it',
  forged: {
    name: 'The last message with a wrong signature came at {time}',
    what: 'One or two can be anybody on the internet who tries. If every message of {company} is wrong, something on its way changes it: body and the headers Authorization, x-ms-date and x-ms-content-sha256 must arrive as they were sent.',
  },
  needs: 'What the store runs itself',
  needsSay: [
    {
      icon: 'network',
      name: 'A public address',
      what: 'https, port 443, 80 or 8080, reachable from the internet, without redirect. {company} calls it whenever something happens. Tell it to the till as KLUBBKASSA_WEBHOOK_URL.',
    },
    {
      icon: 'proven',
      name: 'Its certificate',
      what: 'From an authority that everybody trusts, for TLS 1.2 or newer. Whoever runs the address renews it: with one that has run out no message comes, and after two weeks without an answer the registration is removed.',
    },
    {
      icon: 'forward',
      name: 'A tunnel or proxy to this till',
      what: 'Leads to /webhooks of this till and nowhere else, and changes nothing of what is sent. The till knows its messages by their signature and needs no other lock.',
    },
    {
      icon: 'qr',
      name: 'Only one is told of scans',
      what: 'A sales unit has one registration for scans of codes, whatever number of tills it has. A second till with a code of its own needs a sales unit of its own. Messages about payments have room for 25 addresses.',
    },
    {
      icon: 'screen',
      name: 'Without all this',
      what: 'The till sells as before: it asks about every payment itself, and a one-time QR on the screen needs no address. Only the store’s own printed code does.',
    },
  ] satisfies readonly Need[],
};

const nb: typeof en = {
  loading: 'Spør {company}',
  again: 'Se igjen',
  states: { registered: 'Registrert', failing: 'Svikter', taken: 'Opptatt', none: 'Ingen' },
  payments: 'Betalinger',
  paymentsSay: {
    registered: 'Endringer i en betaling meldes med én gang. Kassen spør også selv.',
    failing: 'Kunne ikke registreres; kassen prøver igjen av seg selv. Den spør om hver betaling så lenge.',
    taken: 'Det er ikke plass til en registrering til. Kassen spør om hver betaling selv.',
    none: 'Ikke registrert. Kassen spør om hver betaling selv, og det er alltid nok.',
  },
  checkIns: 'Skanning av butikkens QR',
  checkInsSay: {
    registered: 'Kommer til denne kassen. Et salgssted har bare én slik registrering: denne kassen har den.',
    failing:
      'Kunne ikke registreres; kassen prøver igjen av seg selv. En skanning når ingen her nå. {instead}',
    taken:
      'En annen adresse har salgsstedets eneste registrering, så en skanning kommer ikke hit. Slett den nedenfor hvis den er gammel, eller skann ved den kassen. {instead}',
    none: 'Ikke bedt om: denne kassen har ingen egen kode.',
    unreachable:
      'En skanning kan ikke komme hit uten en adresse. Ingen annen vei forteller om den. {instead}',
  },
  address: 'Adresse',
  noAddress: 'Ingen. {company} kan ikke nå denne kassen.',
  nearAddress: 'Nås bare av opplæringstjenesten på denne maskinen.',
  lastChecked: 'Sist sett etter',
  lastHeard: 'Siste melding',
  refused: 'Feil signatur',
  never: 'Ikke ennå',
  refusedSays: 'siden kassen ble startet. En slik melding blir det ikke gjort noe med.',
  registrations: 'Alle salgsstedets registreringer',
  registrationsUnknown: '{company} kunne ikke spørres om dem nå.',
  registrationsNone: 'Det finnes ingen.',
  ours: 'Denne kassen',
  foreign: 'Ikke denne kassens',
  tells: { payments: 'betalinger', checkIns: 'skanning av butikkens QR', other: 'noe annet: {events}' },
  tellsOf: 'Får vite om {what}',
  remove: 'Slett',
  removeTitle: 'Slette denne registreringen?',
  removeWhat:
    '{url} får ikke vite om noe lenger. Er det en annen kasse eller nettbutikken din der, mister den meldingene til den registrerer seg på nytt.',
  removeYes: 'Slett registreringen',
  keep: 'Behold den',
  forged: {
    name: 'Den siste meldingen med feil signatur kom {time}',
    what: 'En eller to kan være hvem som helst på internett som prøver seg. Er alle meldinger fra {company} feil, er det noe på veien som endrer dem: innhold og hodene Authorization, x-ms-date og x-ms-content-sha256 må komme fram slik de ble sendt.',
  },
  needs: 'Dette står butikken selv for',
  needsSay: [
    {
      icon: 'network',
      name: 'En offentlig adresse',
      what: 'https, port 443, 80 eller 8080, åpen fra internett, uten videresending. {company} ringer den når noe skjer. Si den til kassen som KLUBBKASSA_WEBHOOK_URL.',
    },
    {
      icon: 'proven',
      name: 'Sertifikatet',
      what: 'Fra en utsteder som alle stoler på, for TLS 1.2 eller nyere. Den som har adressen, fornyer det: er det gått ut, kommer ingen melding, og etter to uker uten svar blir registreringen fjernet.',
    },
    {
      icon: 'forward',
      name: 'En tunnel eller proxy til denne kassen',
      what: 'Fører til /webhooks på denne kassen og ingen andre steder, og endrer ingenting av det som sendes. Kassen kjenner meldingene på signaturen og trenger ingen annen lås.',
    },
    {
      icon: 'qr',
      name: 'Bare én får vite om skanninger',
      what: 'Et salgssted har én registrering for skanning av koder, uansett hvor mange kasser det har. Kasse nummer to med egen kode trenger et eget salgssted. Meldinger om betalinger har plass til 25 adresser.',
    },
    {
      icon: 'screen',
      name: 'Uten alt dette',
      what: 'Kassen selger som før: den spør selv om hver betaling, og en engangs\u2011QR på skjermen trenger ingen adresse. Det er bare butikkens egen trykte kode som gjør det.',
    },
  ] satisfies readonly Need[],
};

export type WebhooksText = typeof en;
export const webhooksText: InBoth<WebhooksText> = { nb, en };
