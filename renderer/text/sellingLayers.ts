/** Words of what opens over the basket: search, number, parked sales, other payments, help. */

import type { InBoth } from './language.ts';

const en = {
  findItem: 'Find an item',
  found: (count: number) => (count === 1 ? '1 found' : `${count} found`),
  notFound: 'Nothing found. Try fewer letters, or the item number.',
  typeToSearch: 'Type a part of the name, the item number or the barcode.',
  add: (name: string) => `Add ${name}`,
  addFew: (count: number, name: string) => `Add ${count} × ${name}`,
  keys: { choose: 'choose', addOne: 'add one', five: 'five of it' },
  scanStillAdds: 'A scan still adds to the basket',

  quantity: 'Quantity',
  setTo: (quantity: string) => `Set to ${quantity}`,
  removeTheLine: 'Remove the line',
  erase: 'Erase the last digit',

  customersNumber: 'Customer’s number',
  typingNumber: 'Typing number',
  numberTyped: 'Number is typed, not proven',
  numberTypedSays:
    'Fine for paying and for member prices. Points can only be spent after a scan or an approval in the app.',
  country: 'Country code',
  showDigits: 'Show digits',
  hideDigits: 'Hide digits',
  digitsHint: 'Digits turn into dots after one second. The eye shows them. +45, +46, +47 and +358 work.',
  lookUp: 'Look up customer',
  tooFewDigits: 'The number is not complete yet',

  parkedSales: 'Parked sales',
  noneParked: 'No parked sales.',
  parkedFoot:
    'Parked sales survive a restart and a power cut. They are carried over to the next day, never dropped.',
  noCustomer: 'No customer',
  openSale: (time: string) => `Open the sale from ${time}`,
  openHold: 'Park or finish this sale first',
  parkedStates: {
    waiting: 'Payment waiting',
    paid: 'Paid',
    notPaid: 'Not paid',
    checking: 'Checking',
    none: 'Parked',
  },
  parkedSays: {
    waiting: 'Watched in the background. Goes on by itself when approved.',
    paid: 'Open it to finish the sale.',
    notPaid: 'No money was taken. The basket is kept.',
    checking: 'Do not charge again. The till keeps asking until it knows.',
    none: '',
  },

  elsewhereTitle: 'Take the payment another way',
  elsewhereSays:
    'The cash register takes the money. Nothing is sent to the wallet. A member’s purchase still counts.',
  methods: { card: 'Card', cash: 'Cash', other: 'Another way' },
  methodSays: {
    card: 'In the card terminal',
    cash: 'In the drawer',
    other: 'Gift card, invoice or the like',
  },
  closeAs: (sum: string) => `Close ${sum}`,
  discard: 'Cancel the whole sale',
  discardSays: 'The basket is emptied. Nothing is paid.',

  helpTitle: 'Keys',
  helpKeys: [
    ['Enter', 'The large button'],
    ['Esc', 'Back; while waiting: cancel the payment'],
    ['F1', 'This list'],
    ['F2', 'Find an item'],
    ['F3', 'Quantity of the chosen line'],
    ['F4', 'Customer’s number'],
    ['F5', 'QR on the customer screen'],
    ['F6', 'Park, serve next'],
    ['F7', 'Parked sales'],
    ['F8', 'Explain the payment'],
    ['F9', 'Invite to the club; in “Did not arrive?”: send once more'],
    ['F10', 'Did not arrive?'],
    ['Ctrl B', 'Pay another way'],
    ['↑ ↓', 'Choose a line or a result'],
    ['+ −', 'Quantity of the chosen line'],
    ['Delete', 'Remove the chosen line'],
  ],
};

const nb: typeof en = {
  findItem: 'Finn en vare',
  found: (count) => (count === 1 ? '1 treff' : `${count} treff`),
  notFound: 'Fant ingenting. Prøv færre bokstaver, eller varenummeret.',
  typeToSearch: 'Skriv en del av navnet, varenummeret eller strekkoden.',
  add: (name) => `Legg til ${name}`,
  addFew: (count, name) => `Legg til ${count} × ${name}`,
  keys: { choose: 'velg', addOne: 'legg til én', five: 'fem av den' },
  scanStillAdds: 'En skanning går fortsatt i kurven',

  quantity: 'Antall',
  setTo: (quantity) => `Sett til ${quantity}`,
  removeTheLine: 'Fjern linjen',
  erase: 'Visk ut siste siffer',

  customersNumber: 'Kundens nummer',
  typingNumber: 'Skriver nummer',
  numberTyped: 'Nummeret er skrevet inn, ikke bekreftet',
  numberTypedSays:
    'Greit for å betale og for medlemspriser. Poeng kan bare brukes etter en skanning eller en godkjenning i appen.',
  country: 'Landkode',
  showDigits: 'Vis sifrene',
  hideDigits: 'Skjul sifrene',
  digitsHint: 'Sifrene blir til prikker etter ett sekund. Øyet viser dem. +45, +46, +47 og +358 virker.',
  lookUp: 'Slå opp kunden',
  tooFewDigits: 'Nummeret er ikke ferdig ennå',

  parkedSales: 'Parkerte salg',
  noneParked: 'Ingen parkerte salg.',
  parkedFoot: 'Parkerte salg tåler omstart og strømbrudd. De følger med til neste dag og blir aldri borte.',
  noCustomer: 'Ingen kunde',
  openSale: (time) => `Åpne salget fra ${time}`,
  openHold: 'Parker eller avslutt dette salget først',
  parkedStates: {
    waiting: 'Betaling venter',
    paid: 'Betalt',
    notPaid: 'Ikke betalt',
    checking: 'Sjekker',
    none: 'Parkert',
  },
  parkedSays: {
    waiting: 'Følges i bakgrunnen. Fortsetter av seg selv når den er godkjent.',
    paid: 'Åpne det for å avslutte salget.',
    notPaid: 'Ingen penger er trukket. Kurven er beholdt.',
    checking: 'Ikke ta betalt på nytt. Kassen spør til den vet svaret.',
    none: '',
  },

  elsewhereTitle: 'Ta betalt på en annen måte',
  elsewhereSays:
    'Kasseapparatet tar imot pengene. Ingenting sendes til lommeboken. Medlemmets kjøp teller likevel.',
  methods: { card: 'Kort', cash: 'Kontant', other: 'Annen måte' },
  methodSays: { card: 'I kortterminalen', cash: 'I skuffen', other: 'Gavekort, faktura eller lignende' },
  closeAs: (sum) => `Avslutt ${sum}`,
  discard: 'Avbryt hele salget',
  discardSays: 'Kurven tømmes. Ingenting er betalt.',

  helpTitle: 'Taster',
  helpKeys: [
    ['Enter', 'Den store knappen'],
    ['Esc', 'Tilbake; mens du venter: avbryt betalingen'],
    ['F1', 'Denne listen'],
    ['F2', 'Finn en vare'],
    ['F3', 'Antall på den valgte linjen'],
    ['F4', 'Kundens nummer'],
    ['F5', 'QR på kundeskjermen'],
    ['F6', 'Parker, ekspeder neste'],
    ['F7', 'Parkerte salg'],
    ['F8', 'Forklar betalingen'],
    ['F9', 'Inviter til klubben; i «Kom ikke fram?»: send en gang til'],
    ['F10', 'Kom ikke fram?'],
    ['Ctrl B', 'Betal på annen måte'],
    ['↑ ↓', 'Velg en linje eller et treff'],
    ['+ −', 'Antall på den valgte linjen'],
    ['Delete', 'Fjern den valgte linjen'],
  ],
};

export const layerText: InBoth<typeof en> = { nb, en };
