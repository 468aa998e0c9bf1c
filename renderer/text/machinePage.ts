/** The words of the manager's page at a machine that sells by itself. */

import type { MachinePhase, SellingWay } from '../../app/contract/view.ts';
import type { InBoth } from './language.ts';

export interface MachinePageText {
  readonly title: string;
  readonly state: string;
  readonly phases: Readonly<Record<MachinePhase, string>>;
  readonly ways: Readonly<Record<SellingWay, string>>;
  readonly sellsToNobody: string;
  readonly code: string;
  readonly stopSelling: string;
  readonly sellAgain: string;
  readonly pin: string;
  readonly pinSet: string;
  readonly pinMissing: string;
  readonly newPin: string;
  readonly newPinHint: string;
  readonly pinAgain: string;
  readonly pinDiffers: string;
  readonly keepPin: string;
  readonly pinKept: string;
  readonly contact: string;
  readonly contactPhone: string;
  readonly contactHint: string;
  readonly contactWrong: string;
  readonly keepContact: string;
  readonly stock: string;
  readonly stockWhat: string;
  readonly stockEmpty: string;
  readonly count: string;
  readonly age: string;
  readonly years: string;
  readonly door: string;
  /** Stands in an empty field. */
  readonly none: string;
  readonly newWithoutLimit: string;
  readonly wrong: Readonly<Record<'count' | 'age' | 'code', string>>;
  readonly mendFirst: string;
  readonly toldMeanwhile: string;
  readonly toldAndTyped: string;
  readonly pieces: string;
  readonly notInside: string;
  readonly takeTold: string;
  readonly keepTyped: string;
  readonly chooseFirst: string;
  readonly fewer: string;
  readonly more: string;
  readonly remove: string;
  readonly add: string;
  readonly nothingFound: string;
  readonly keepStock: string;
  readonly stockKept: string;
  readonly unsaved: string;
  readonly back: string;
  readonly quit: string;
  readonly quitWhat: string;
  readonly quitNow: string;
  readonly stay: string;
  readonly allSold: string;
  readonly notInList: string;
  readonly payments: string;
  readonly day: string;
  readonly settings: string;
}

export const machinePageText: InBoth<MachinePageText> = {
  nb: {
    title: 'Automat',
    state: 'Nå',
    phases: {
      idle: 'Klar for neste kunde',
      asking: 'En kunde blir spurt på telefonen',
      choosing: 'En kunde velger',
      dispensing: 'En vare leveres ut',
      settling: 'Det gjøres opp',
      result: 'Viser kunden hva som er betalt',
      outOfOrder: 'Ute av drift',
    },
    ways: {
      scanFirst: 'Kunden skanner automatens kode, og velger etterpå.',
      chooseFirst:
        'Kunden velger først, og betaler med en engangskode på skjermen. Skanning av automatens egen kode når ikke hit.',
    },
    sellsToNobody: 'Nye kunder slipper ikke til: ingenting reserveres og ingenting selges.',
    code: 'Kode: {code}',
    stopSelling: 'Sett ut av drift',
    sellAgain: 'Selg igjen',
    pin: 'PIN',
    pinSet: 'PIN er satt. Hold butikkens merke på automatens skjerm i tre sekunder for å komme hit.',
    pinMissing: 'Ingen PIN er satt. Uten PIN åpner dette vinduet seg ved hver start, for hvem som helst.',
    newPin: 'Ny PIN',
    newPinHint: '6 til 12 sifre, ikke 123456 eller 111111.',
    pinAgain: 'Ny PIN én gang til',
    pinDiffers: 'De to er ikke like.',
    keepPin: 'Lagre PIN',
    pinKept: 'PIN er lagret.',
    contact: 'Kontakt',
    contactPhone: 'Telefon for kunder',
    contactHint: 'Vises når automaten er ute av drift.',
    contactWrong: 'Skriv hele nummeret, med + og landkode om det ikke er +{code}.',
    keepContact: 'Lagre nummeret',
    stock: 'Beholdning',
    stockWhat: 'Den som skanner automatens egen kode, reserverer høyeste pris blant varene som er igjen.',
    stockEmpty: 'Automaten har ingen varer. Legg til den første.',
    count: 'Antall',
    age: 'Aldersgrense',
    years: 'år',
    door: 'Luke',
    none: 'ingen',
    newWithoutLimit: 'Ny i automaten. Uten aldersgrense selges den til alle.',
    wrong: {
      count: 'Antallet er et helt tall fra 0 til 9999.',
      age: 'Aldersgrensen er hele år fra 1 til 100. Tomt felt er ingen grense.',
      code: 'Luken har høyst seks tegn.',
    },
    mendFirst: 'Rett det som er merket, så kan beholdningen lagres.',
    toldMeanwhile: 'Automaten har fått en ny telling mens du skrev.',
    toldAndTyped: '{name}: automaten har {told}. Du har skrevet {typed}.',
    pieces: '{count} stk',
    notInside: 'den ikke lenger',
    takeTold: 'Ta automatens telling',
    keepTyped: 'Behold det jeg skrev',
    chooseFirst: 'Velg hvilken telling som gjelder, så kan beholdningen lagres.',
    fewer: 'Én færre: {name}',
    more: 'Én til: {name}',
    remove: 'Ta bort {name}',
    add: 'Legg til vare',
    nothingFound: 'Fant ingen vare.',
    keepStock: 'Lagre beholdningen',
    stockKept: 'Beholdningen er lagret.',
    unsaved: 'Ikke lagret ennå.',
    back: 'Tilbake til salg',
    quit: 'Avslutt Klubbkassa',
    quitWhat: 'Automaten selger ikke før noen starter Klubbkassa igjen.',
    quitNow: 'Avslutt nå',
    stay: 'Bli her',
    allSold: 'Alt er utsolgt: kundene ser at automaten er tom',
    notInList: 'Ikke i vareregisteret, selges ikke: {skus}',
    payments: 'Betalinger',
    day: 'Dagen',
    settings: 'Innstillinger',
  },
  en: {
    title: 'Machine',
    state: 'Now',
    phases: {
      idle: 'Ready for the next customer',
      asking: 'A customer is asked on the phone',
      choosing: 'A customer chooses',
      dispensing: 'An item is handed out',
      settling: 'It is being settled',
      result: 'Shows the customer what was paid',
      outOfOrder: 'Out of order',
    },
    ways: {
      scanFirst: 'The customer scans the machine’s code, and chooses afterwards.',
      chooseFirst:
        'The customer chooses first, and pays by a one-time code on the screen. Scans of the machine’s own code do not reach it.',
    },
    sellsToNobody: 'The next customer cannot begin: nothing is reserved and nothing sold.',
    code: 'Code: {code}',
    stopSelling: 'Put out of order',
    sellAgain: 'Sell again',
    pin: 'PIN',
    pinSet: 'A PIN is set. Hold the store’s mark on the machine’s screen for three seconds to come here.',
    pinMissing: 'No PIN is set. Without one this window opens at every start, for anybody.',
    newPin: 'New PIN',
    newPinHint: '6 to 12 digits, not 123456 or 111111.',
    pinAgain: 'New PIN once more',
    pinDiffers: 'The two are not the same.',
    keepPin: 'Keep the PIN',
    pinKept: 'The PIN is kept.',
    contact: 'Contact',
    contactPhone: 'Phone for customers',
    contactHint: 'Shown while the machine is out of order.',
    contactWrong: 'Write the whole number, with + and its country where that is not +{code}.',
    keepContact: 'Keep the number',
    stock: 'Stock',
    stockWhat: 'Whoever scans the machine’s own code reserves the highest price of what is left.',
    stockEmpty: 'The machine holds nothing. Add the first item.',
    count: 'Number',
    age: 'Age limit',
    years: 'years',
    door: 'Door',
    none: 'none',
    newWithoutLimit: 'New in the machine. Without an age limit it is sold to anybody.',
    wrong: {
      count: 'The number is a whole one from 0 to 9999.',
      age: 'The age limit is whole years from 1 to 100. An empty field is no limit.',
      code: 'The door has six signs at most.',
    },
    mendFirst: 'Mend what is marked, then the stock can be kept.',
    toldMeanwhile: 'The machine was told another count while you typed.',
    toldAndTyped: '{name}: the machine has {told}. You typed {typed}.',
    pieces: '{count} pcs',
    notInside: 'it no more',
    takeTold: 'Take the machine’s count',
    keepTyped: 'Keep what I typed',
    chooseFirst: 'Choose which count holds, then the stock can be kept.',
    fewer: 'One fewer: {name}',
    more: 'One more: {name}',
    remove: 'Take away {name}',
    add: 'Add an item',
    nothingFound: 'No item found.',
    keepStock: 'Keep the stock',
    stockKept: 'The stock is kept.',
    unsaved: 'Not kept yet.',
    back: 'Back to selling',
    quit: 'Quit Klubbkassa',
    quitWhat: 'The machine sells nothing until somebody starts Klubbkassa again.',
    quitNow: 'Quit now',
    stay: 'Stay here',
    allSold: 'Everything is sold out: customers see an empty machine',
    notInList: 'Not in the list of goods, not sold: {skus}',
    payments: 'Payments',
    day: 'The day',
    settings: 'Settings',
  },
};
