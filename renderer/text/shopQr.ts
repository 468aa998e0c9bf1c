/** Words of the settings about the store's own code. `{instead}` is a sentence of `insteadOfScan`, `{w}` is the wallet's name, `{company}` who runs it. */

import type { InBoth } from './language.ts';

const en = {
  thisTill: 'This till',
  anotherTill: 'Another till',
  unreachable: {
    name: 'A scan cannot reach this till: a sticker would be dead.',
    what: 'Whoever scans it sees only that the store cannot be reached. {instead}',
  },
  taken: {
    name: 'Another address is told of the scans: a sticker of this till would be dead.',
    what: 'A sales unit has one registration for scans. See Webhooks. {instead}',
  },
  failing: {
    name: 'The scans are not registered: a sticker would be dead now.',
    what: 'The till tries again by itself. {instead}',
  },
  unknown: {
    name: 'It is not known whether a scan reaches this till.',
    what: '{instead}',
  },
  coming: { name: 'Being registered', what: 'In a moment a scan comes to this till.' },
  open: {
    name: 'A scan comes to this till',
    what: 'Holds for codes whose id begins with {posId}, as long as {company} can reach it.',
  },
  idle: {
    name: 'No code of this till yet',
    what: 'Make one below. It is this till’s alone (posId {posId}).',
  },
  toWebhooks: 'Webhooks',
  loading: 'Fetching the codes',
  tryAgain: 'Try again',
  codes: 'Codes of the sales unit',
  none: 'There is no code yet.',
  picture: 'QR code of {place}',
  noPicture: 'There is no picture of this code now.',
  showLarge: 'Show full screen',
  download: 'Download {format}',
  print: 'Print stickers',
  printEach: 'Print one of each code',
  rename: 'Rename',
  renameTitle: 'Rename the place',
  remove: 'Delete',
  removeTitle: 'Delete this code?',
  removeWhat:
    'A sticker that is already printed then finds nobody: the app says that the code was not found. It cannot be made again.',
  removeYes: 'Delete the code',
  keep: 'Keep it',
  ofAnother: 'Rename or delete it on its own till.',
  make: 'Make a code',
  makeTitle: 'A new code of this till',
  place: 'Place',
  placeHint:
    'Shown in the customer’s app. At most {n} characters. The code stays the same when you rename it.',
  save: 'Save',
  scanWith: 'Scan with {w}',
  recognised: 'and the till knows you are here',
};

const nb: typeof en = {
  thisTill: 'Denne kassen',
  anotherTill: 'En annen kasse',
  unreachable: {
    name: 'En skanning når ikke denne kassen: en lapp ville vært død.',
    what: 'Den som skanner, får bare se at butikken ikke kan nås. {instead}',
  },
  taken: {
    name: 'En annen adresse får vite om skanningene: en lapp for denne kassen ville vært død.',
    what: 'Et salgssted har én registrering for skanninger. Se Varsler. {instead}',
  },
  failing: {
    name: 'Skanningene er ikke registrert: en lapp ville vært død nå.',
    what: 'Kassen prøver igjen av seg selv. {instead}',
  },
  unknown: {
    name: 'Det er ikke kjent om en skanning når denne kassen.',
    what: '{instead}',
  },
  coming: { name: 'Registreres', what: 'Om et øyeblikk kommer en skanning til denne kassen.' },
  open: {
    name: 'En skanning kommer til denne kassen',
    what: 'Gjelder koder med id som begynner med {posId}, så lenge {company} kan nå den.',
  },
  idle: {
    name: 'Ingen kode for denne kassen ennå',
    what: 'Lag en nedenfor. Den er bare denne kassens (posId {posId}).',
  },
  toWebhooks: 'Varsler',
  loading: 'Henter kodene',
  tryAgain: 'Prøv igjen',
  codes: 'Salgsstedets koder',
  none: 'Det finnes ingen kode ennå.',
  picture: 'QR-koden for {place}',
  noPicture: 'Det finnes ikke noe bilde av denne koden nå.',
  showLarge: 'Vis i full skjerm',
  download: 'Last ned {format}',
  print: 'Skriv ut lapper',
  printEach: 'Skriv ut én av hver kode',
  rename: 'Gi nytt navn',
  renameTitle: 'Gi stedet nytt navn',
  remove: 'Slett',
  removeTitle: 'Slette denne koden?',
  removeWhat:
    'En lapp som allerede er skrevet ut, finner da ingen: appen sier at koden ikke ble funnet. Den kan ikke lages på nytt.',
  removeYes: 'Slett koden',
  keep: 'Behold den',
  ofAnother: 'Gi den nytt navn eller slett den på sin egen kasse.',
  make: 'Lag en kode',
  makeTitle: 'En ny kode for denne kassen',
  place: 'Sted',
  placeHint: 'Vises i kundens app. Høyst {n} tegn. Koden er den samme når du gir den nytt navn.',
  save: 'Lagre',
  scanWith: 'Skann med {w}',
  recognised: 'så vet kassen at du er her',
};

export type ShopQrText = typeof en;
export const shopQrText: InBoth<ShopQrText> = { nb, en };
