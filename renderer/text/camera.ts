/** Words of the camera that serves as a scanner: its panel beside the basket, what can go wrong, and its setting. */

import type { CameraFault } from '../camera/camera.ts';
import type { WatchState } from '../camera/watch.ts';
import type { FaultWords } from './faults.ts';
import type { InBoth } from './language.ts';

type Rest = Extract<WatchState, { readonly kind: 'resting' }>['why'];

export interface CameraText {
  readonly camera: string;
  readonly title: string;
  readonly opening: string;
  readonly show: string;
  readonly once: string;
  readonly read: (count: number) => string;
  readonly rests: string;
  readonly restsWhy: Readonly<Record<Rest, string>>;
  readonly again: string;
  readonly other: string;
  readonly loadAgain: string;
  readonly faults: Readonly<Record<CameraFault, Omit<FaultWords, 'money'>>>;
  readonly setting: string;
  readonly settingSays: string;
}

const en: CameraText = {
  camera: 'Camera',
  title: 'Camera as the scanner',
  opening: 'Opening the camera',
  show: 'Show the code to the camera',
  once: 'A code counts once. It counts again after a second out of the picture.',
  read: (count) => (count === 1 ? '1 code read' : `${count} codes read`),
  rests: 'The camera is off',
  restsWhy: {
    quiet: 'No code came for a minute.',
    hidden: 'This page was out of sight.',
  },
  again: 'Look again',
  other: 'Other camera',
  loadAgain: 'Load the page again',
  faults: {
    noCamera: {
      says: 'There is no camera here.',
      next: 'Plug one in, or find items by name and type the customer’s number.',
    },
    denied: {
      says: 'The browser does not let this page use the camera.',
      next: 'Allow it beside the page’s address, then look again.',
    },
    insecurePage: {
      says: 'A browser gives its camera to this machine’s own pages only.',
      next: 'Open the till as 127.0.0.1 or localhost.',
    },
    pageForbids: {
      says: 'This page was opened without the camera.',
      next: 'Load it again. The sale stays as it is.',
    },
    inUse: {
      says: 'The camera is in use.',
      next: 'Close the other program that uses it, then look again.',
    },
    noDecoder: {
      says: 'What reads the codes could not be loaded.',
      next: 'Look again, or load the page again.',
    },
  },
  setting: 'The camera as a scanner',
  settingSays:
    'For a till without a scanner: the tablet’s camera reads the codes. Pictures never leave the page and are not kept. Pages that are open must be loaded again.',
};

const nb: CameraText = {
  camera: 'Kamera',
  title: 'Kamera som skanner',
  opening: 'Åpner kameraet',
  show: 'Vis koden til kameraet',
  once: 'En kode teller én gang. Den teller igjen etter ett sekund ute av bildet.',
  read: (count) => (count === 1 ? '1 kode lest' : `${count} koder lest`),
  rests: 'Kameraet er av',
  restsWhy: {
    quiet: 'Det kom ingen kode på ett minutt.',
    hidden: 'Denne siden var ute av syne.',
  },
  again: 'Se igjen',
  other: 'Annet kamera',
  loadAgain: 'Last siden på nytt',
  faults: {
    noCamera: {
      says: 'Det er ikke noe kamera her.',
      next: 'Koble til et, eller finn varer etter navn og skriv kundens nummer.',
    },
    denied: {
      says: 'Nettleseren lar ikke denne siden bruke kameraet.',
      next: 'Tillat det ved siden av adressen, og se så igjen.',
    },
    insecurePage: {
      says: 'En nettleser gir kameraet bare til maskinens egne sider.',
      next: 'Åpne kassen som 127.0.0.1 eller localhost.',
    },
    pageForbids: {
      says: 'Denne siden ble åpnet uten kameraet.',
      next: 'Last den på nytt. Salget blir stående som det er.',
    },
    inUse: {
      says: 'Kameraet er i bruk.',
      next: 'Lukk det andre programmet som bruker det, og se så igjen.',
    },
    noDecoder: {
      says: 'Det som leser kodene, kunne ikke lastes.',
      next: 'Se igjen, eller last siden på nytt.',
    },
  },
  setting: 'Kameraet som skanner',
  settingSays:
    'For en kasse uten skanner: nettbrettets kamera leser kodene. Bildene forlater aldri siden og blir ikke beholdt. Sider som er åpne, må lastes på nytt.',
};

export const cameraText: InBoth<CameraText> = { nb, en };
