/** The scanner doctor in Norwegian bokmål. */

import { layoutNames } from './faults.ts';
import type { ScannerDoctorText } from './scannerDoctor.ts';

export const scannerDoctorNb: ScannerDoctorText = {
  invitation: {
    name: 'Skann hva som helst',
    what: 'En vare, kundens kode i {w} eller en kode fra testarket. Her står det hva koden er, og om den kom helt fram.',
  },
  lastCode: 'Siste kode',
  earlier: 'Tidligere skanninger',
  whats: {
    goods: { name: '{product}', what: 'Vare {code}. I kassen går den rett i kurven.' },
    goodsNotFound: { name: 'Varekode', what: '{code} er en hel og riktig strekkode.' },
    personalNumber: {
      name: 'Personlig QR fra {w}',
      what: 'Kundens egen kode, nummer {masked}. I kassen henter den fram kunden.',
    },
    personalToken: {
      name: 'Personlig QR fra {w}',
      what: 'Kundens egen kode. Bare {w} vet hvem den tilhører, så den trenger nett.',
    },
    storeQr: { name: 'Butikkens QR', what: 'Koden som kundene skanner for å betale butikken.' },
    commandPark: { name: 'Kommando: parker', what: 'I kassen setter den salget til side.' },
    commandCancel: { name: 'Kommando: avbryt', what: 'I kassen avbryter den betalingen som venter.' },
    commandRequest: { name: 'Kommando: be om betaling', what: 'I kassen sender den kravet til kunden.' },
    damaged: {
      name: 'Personlig QR, ødelagt av tastaturoppsettet',
      what: 'Skanneren skriver som et {scanner} tastatur, denne maskinen er satt til {computer}.',
    },
    damagedOther: {
      name: 'En kode, ødelagt av tastaturoppsettet',
      what: 'Skanneren skriver som et {scanner} tastatur, denne maskinen er satt til {computer}.',
    },
    damagedByCapsLock: {
      name: 'En kode skrevet med Caps Lock på',
      what: 'Små og store bokstaver har byttet plass.',
    },
    cutPersonal: { name: 'En del av en personlig QR', what: 'Begynnelsen eller slutten mangler.' },
    cutGoods: { name: 'En del av en strekkode', what: 'Det mangler sifre.' },
    misread: {
      name: 'Strekkode som er lest feil',
      what: 'Så lang som en strekkode, men kontrollsifferet stemmer ikke.',
    },
    sheetLetters: { name: 'Testarket: bokstaver', what: '{right} av {of} tegn er som på arket.' },
    sheetLong: { name: 'Testarket: lang kode', what: '{right} av {of} tegn er som på arket.' },
    unknown: { name: 'Ukjent kode', what: 'Verken en vare, en kundes kode eller en kommando.' },
    nothing: { name: 'Tom skanning', what: 'Skanneren sendte ingen tegn.' },
  },
  verdicts: {
    readsWell: { chip: 'Leses godt', next: null },
    wrongLayout: {
      chip: 'Feil tastaturoppsett',
      next: 'Still skanneren til samme land som maskinen eller til USA. Aller best: bytt til HID-POS.',
    },
    capsLock: { chip: 'Caps Lock er på', next: 'Slå av Caps Lock og skann igjen.' },
    lettersLost: {
      chip: 'Bokstaver blir feil',
      next: 'Still tegnsettet i skanneren til UTF-8. Koden for det står i skannerens håndbok.',
      typed: 'Still skanneren til samme land som maskinen, eller bytt til HID-POS.',
    },
    cut: {
      chip: 'Ikke hele koden',
      next: 'Hold skanneren i ro og skann igjen. Blir det likt, still skanneren tilbake med koden i håndboken.',
      typed:
        'Skann igjen. Blir det likt, still inn lengre pause mellom tegnene i skanneren, eller bytt til HID-POS.',
    },
    noSuffix: {
      chip: 'Uten Enter til slutt',
      next: 'Kassen må vente for å se om det kommer mer. Still skanneren til å sende Enter etter hver kode.',
    },
    misread: {
      chip: 'Lest feil',
      next: 'Skann igjen. Skjer det ofte, tørk av glasset på skanneren eller skriv ut en større kode.',
    },
    unknownProduct: {
      chip: 'Ikke i varelisten',
      next: 'Skanneren gjør jobben sin. Les inn varen med dette nummeret, eller søk den fram med navn.',
    },
    forPhones: {
      chip: 'For telefoner',
      next: 'Kundene skanner denne med {w}. I kassen skanner du kundens egen QR.',
    },
    unknownCode: {
      chip: 'Kjennes ikke igjen',
      next: 'Er det et av deres egne varenumre, må varen leses inn først. Ellers trenger kassen den ikke.',
    },
  },
  kind: 'Type',
  kindNotTold: 'Ikke oppgitt',
  length: 'Lengde',
  characters: '{n} tegn',
  oneCharacter: '1 tegn',
  device: 'Skanner',
  inThisWindow: 'Som tastatur',
  ending: 'Avslutning',
  endings: { enter: 'Enter', tab: 'Tab', none: 'Ingen' },
  pace: 'Takt',
  perCharacter: '{n} ms per tegn',
  arrivedAs: 'Kom fram som',
  notKept: 'Innholdet vises ikke og lagres ikke.',

  scanners: 'Skannere',
  states: {
    absent: 'Ikke funnet',
    opening: 'Åpnes',
    ready: 'Klar',
    denied: 'Ingen tilgang',
    busy: 'Opptatt',
    lost: 'Frakoblet',
    unused: 'Ikke i bruk',
  },
  types: 'Skriver som tastatur',
  sides: { cashier: 'Ved kassen', customer: 'Vender mot kunden' },
  dropped: {
    half: '{n} ganger kom bare en del av en kode. Ingenting av det er brukt.',
    garbled: '{n} ganger kom noe som ikke kan leses. Ingenting av det er brukt.',
    early: '{n} ganger kom en gammel kode idet skanneren ble åpnet. Den er kastet.',
    empty: '{n} tomme skanninger.',
    noCode: '{n} meldinger som ikke er koder.',
  },
  remedies: {
    udevRule:
      'Linux lar ikke kassen lese skanneren. Legg linjen inn i filen, kjør kommandoene, og sett kontakten i på nytt.',
    serialGroup:
      'Brukeren får ikke åpne serieporten. Kjør kommandoen, logg ut og inn igjen, og start kassen på nytt.',
    inputMonitoring:
      'Mac lar ikke kassen lese skanneren. Slå på Klubbkassa under Systeminnstillinger, Personvern og sikkerhet, Inndataovervåking.',
    otherProgram:
      'Et annet program holder skanneren. Lukk det programmet, så tar kassen skanneren av seg selv.',
    plugIn: 'Sett i kontakten. Den starter av seg selv.',
    hidPosMode:
      'Skann koden for HID-POS i skannerens håndbok. Honeywell, Zebra DS og Newland har HID-POS; noen enkle modeller har det ikke.',
  },
  ruleFile: 'Fil',
  rule: 'Linje',
  thenRun: 'Kjør så',
  copy: 'Kopier',
  copied: 'Kopiert',
  notCopied: 'Merk teksten og kopier den selv',

  layouts: layoutNames.nb,
  which: 'Hvilken skanner kassen lytter til',
  serial: {
    title: 'Skanner på serieport',
    none: { name: 'Ingen', what: 'Kassen åpner ingen serieport.' },
    port: 'Kassen åpner denne porten og ingen annen.',
    away: { name: 'Den valgte porten', what: 'Er ikke her nå. Den åpnes så snart den er det.' },
    suffix: 'Hva som avslutter en kode',
    suffixes: {
      any: { name: 'CR eller LF', what: 'Passer de fleste skannere. Begge avslutter en kode.' },
      cr: { name: 'CR', what: 'Bare vognretur avslutter en kode. Linjeskift kan stå i den.' },
      lf: { name: 'LF', what: 'Bare linjeskift avslutter en kode. Vognretur kan stå i den.' },
    },
  },
  facing: {
    name: 'Vender mot kunden',
    what: 'Der viser kunden sin egen kode. Kommandoer virker bare ved kassen.',
  },
  awayScanner: 'Skanner som ikke er koblet til',
  addsGoods: {
    name: 'Varer som skannes hos kunden, går i kurven',
    what: 'Av: kassen tar bare imot kundens egen kode der.',
  },

  sheet: {
    name: 'Testark',
    what: 'Koder som viser hva skanneren klarer, og tre kommandoer til å ha ved kassen.',
  },
  print: 'Skriv ut testarket',
  drawing: 'Tegner kodene',
  notDrawn: 'Arket ble ikke tegnet. Last siden på nytt og prøv igjen.',
  sheetMark: 'Testark for skannere',
  sheetTests: 'Skann disse mens skannersjekken er åpen',
  sheetCommands: {
    name: 'Kommandoer: klipp ut og ha dem ved kassen',
    what: 'En skanner som vender mot kunden, kan ikke gi kommandoer.',
  },
  codes: {
    goods: {
      name: 'Vare',
      what: 'Sjekken viser sifrene. «Ikke i varelisten» er også riktig: koden hører til øvingsvarene.',
    },
    long: { name: 'Lang kode', what: 'Skal si {n} av {n} tegn.' },
    letters: {
      name: 'Bokstaver',
      what: 'Skal si {n} av {n} tegn. Ellers er tastaturoppsett eller tegnsett feil.',
    },
    personal: { name: 'Karis personlige QR, bare i opplæring', what: 'Skal si personlig QR, nummer ••• 67.' },
    request: { name: 'Be om betaling', what: 'Som den store knappen når kurven er klar.' },
    cancel: { name: 'Avbryt betalingen', what: 'Avbryter kravet som venter.' },
    park: { name: 'Parker', what: 'Setter salget til side.' },
  },
};
