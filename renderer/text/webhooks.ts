/** Words of the settings about how the service tells this till of changes. `{company}` runs the service. */

import type { InBoth } from './language.ts';

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
      'Could not be registered; the till tries again by itself. Until then a scan reaches nobody here.',
    taken:
      'Another address holds the only registration of the sales unit, so a scan does not come here. Delete it below if it is old, or scan at that till.',
    none: 'Not asked for: this till has no code of its own.',
    unreachable: 'A scan cannot come here without an address. Nothing but this road tells of it.',
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
  needs: 'What an address needs',
  needsSay:
    'https with TLS 1.2 or newer, reachable from the internet, port 443, 80 or 8080, no redirect. It must lead to /webhooks of this till without changing what is sent. The tunnel and its certificate are yours to run: set the address as KLUBBKASSA_WEBHOOK_URL for the till without windows. The desktop takes none.',
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
    failing: 'Kunne ikke registreres; kassen prøver igjen av seg selv. Så lenge når en skanning ingen her.',
    taken:
      'En annen adresse har salgsstedets eneste registrering, så en skanning kommer ikke hit. Slett den nedenfor hvis den er gammel, eller skann ved den kassen.',
    none: 'Ikke bedt om: denne kassen har ingen egen kode.',
    unreachable: 'En skanning kan ikke komme hit uten en adresse. Ingen annen vei forteller om den.',
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
  needs: 'Hva en adresse må ha',
  needsSay:
    'https med TLS 1.2 eller nyere, åpen fra internett, port 443, 80 eller 8080, ingen videresending. Den må føre til /webhooks på denne kassen uten å endre det som sendes. Tunnelen og sertifikatet står dere selv for: sett adressen som KLUBBKASSA_WEBHOOK_URL for kassen uten vinduer. Skrivebordsprogrammet tar ingen.',
};

export type WebhooksText = typeof en;
export const webhooksText: InBoth<WebhooksText> = { nb, en };
