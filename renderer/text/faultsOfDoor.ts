/** Words for what the door refuses, and for devices, files and settings. */

import type { DoorFault, HouseFault } from '../../app/kernel/fault.ts';
import type { FaultWords } from './faults.ts';
import type { InBoth } from './language.ts';

type Kinds = DoorFault['kind'] | HouseFault['kind'];

export const doorFaults: InBoth<Readonly<Record<Kinds, FaultWords>>> = {
  nb: {
    callUnknown: {
      says: 'Dette vinduet og kassen er ikke av samme versjon.',
      next: 'Lukk vinduet og åpne det igjen.',
    },
    inputUnreadable: {
      says: 'Kassen forstod ikke det som ble skrevet.',
      next: 'Se på det og prøv igjen. Felt: {where}',
    },
    notAllowed: { says: 'Dette krever butikksjefen.', next: 'Hent butikksjefen.' },
    pinMissing: {
      says: 'Ingen PIN er satt.',
      next: 'Start Klubbkassa på nytt, og sett en PIN i vinduet som åpner seg.',
    },
    pinWrong: { says: 'Feil PIN.', next: 'Prøv igjen. {left} forsøk til, så må du vente.' },
    pinWait: { says: 'For mange forsøk med feil PIN.', next: 'Vent, og prøv igjen.' },
    pinTooShort: { says: 'En PIN har {least} til {most} sifre.', next: 'Skriv en annen.' },
    pinTooSimple: { says: 'Den PIN-en er for lett å gjette.', next: 'Velg en uten rekke og gjentakelse.' },
    senderUnknown: {
      says: 'Kassen kjenner ikke dette vinduet.',
      next: 'Åpne kassen med adressen som ble vist da den startet.',
    },
    doorClosed: {
      says: 'Vinduet har mistet kassen.',
      money: 'En åpen betaling følges fortsatt av kassen selv.',
      next: 'Vent. Vinduet kobler til igjen av seg selv.',
    },
    defect: {
      says: 'Kassen gjorde en feil. Den er skrevet ned.',
      money: 'Se på betalingen før du tar betalt på nytt.',
      next: 'Prøv igjen. Skjer det én gang til, ring brukerstøtten.',
    },
    fileUnreadable: {
      says: 'Linje {line} i filen kan ikke leses: {why}.',
      next: 'Rett linjen og les inn filen igjen.',
    },
    settingInvalid: { says: 'Innstillingen {field} kan ikke være slik.', next: 'Rett den og lagre igjen.' },
    secretsUnavailable: {
      says: 'Maskinen får ikke åpnet nøklene.',
      money: 'Ingen penger er trukket.',
      next: 'Butikksjefen legger inn nøklene på nytt under Innstillinger.',
    },
    deviceMissing: { says: 'Enheten er frakoblet.', next: 'Sett i kontakten. Den starter av seg selv.' },
    deviceDenied: {
      says: 'Maskinen slipper ikke kassen til enheten.',
      next: 'Gi brukeren tilgang til enheten.',
    },
    deviceBusy: { says: 'Et annet program bruker enheten.', next: 'Lukk det andre programmet.' },
  },
  en: {
    callUnknown: {
      says: 'This window and the till are not of the same version.',
      next: 'Close the window and open it again.',
    },
    inputUnreadable: {
      says: 'The till did not understand what was typed.',
      next: 'Look at it and try again. Field: {where}',
    },
    notAllowed: { says: 'This needs the manager.', next: 'Fetch the manager.' },
    pinMissing: {
      says: 'No PIN is set.',
      next: 'Start Klubbkassa again, and set a PIN in the window that opens.',
    },
    pinWrong: { says: 'Wrong PIN.', next: 'Try again. {left} more, then you have to wait.' },
    pinWait: { says: 'Too many tries with a wrong PIN.', next: 'Wait, and try again.' },
    pinTooShort: { says: 'A PIN has {least} to {most} digits.', next: 'Type another.' },
    pinTooSimple: {
      says: 'That PIN is too easy to guess.',
      next: 'Choose one without a run or the same digit over and over.',
    },
    senderUnknown: {
      says: 'The till does not know this window.',
      next: 'Open the till with the address shown when it started.',
    },
    doorClosed: {
      says: 'The window has lost the till.',
      money: 'An open payment is still watched by the till itself.',
      next: 'Wait. The window connects again by itself.',
    },
    defect: {
      says: 'The till made a mistake. It is written down.',
      money: 'Look at the payment before you charge again.',
      next: 'Try again. If it happens once more, call support.',
    },
    fileUnreadable: {
      says: 'Line {line} of the file cannot be read: {why}.',
      next: 'Correct the line and import again.',
    },
    settingInvalid: { says: 'The setting {field} cannot be like this.', next: 'Correct it and save again.' },
    secretsUnavailable: {
      says: 'This machine cannot open the keys.',
      money: 'No money was taken.',
      next: 'The manager enters the keys again in settings.',
    },
    deviceMissing: { says: 'The device is unplugged.', next: 'Plug it in. It starts by itself.' },
    deviceDenied: {
      says: 'This machine does not let the till use the device.',
      next: 'Give the user access to it.',
    },
    deviceBusy: { says: 'Another program uses the device.', next: 'Close the other program.' },
  },
};
