/** Words for what a machine that sells by itself refuses, and for what only such a machine does. */

import type { MachineFault } from '../../app/kernel/fault.ts';
import type { FaultWords } from './faults.ts';
import type { InBoth } from './language.ts';

export const machineFaults: InBoth<Readonly<Record<MachineFault['kind'], FaultWords>>> = {
  nb: {
    staffedOnly: {
      says: 'Dette er en automat uten betjening.',
      next: 'Kunden velger og betaler på automaten.',
    },
    machineOnly: { says: 'Denne kassen er ingen automat.', next: 'Selg som vanlig.' },
    nothingReserved: { says: 'Ingenting er reservert.', next: 'Skann koden på automaten først.' },
    machineBusy: { says: 'Automaten leverer en vare.', next: 'Vent til den er ferdig.' },
    machineOutOfOrder: { says: 'Automaten er ute av drift.', next: 'Åpne den igjen når den virker.' },
    soldOut: { says: 'Varen er utsolgt.', next: 'Velg en annen.' },
    ageLimit: { says: 'Varen har aldersgrense.', next: 'Velg en annen.' },
    reservedTooLittle: {
      says: 'Det som er igjen av reservasjonen, er for lite.',
      next: 'Velg noe rimeligere, eller avslutt.',
    },
  },
  en: {
    staffedOnly: {
      says: 'This is a machine without staff.',
      next: 'The customer chooses and pays at the machine.',
    },
    machineOnly: { says: 'This till is no machine.', next: 'Sell as usual.' },
    nothingReserved: { says: 'Nothing is reserved.', next: 'Scan the machine’s code first.' },
    machineBusy: { says: 'The machine is handing something out.', next: 'Wait until it is done.' },
    machineOutOfOrder: { says: 'The machine is out of order.', next: 'Open it again once it works.' },
    soldOut: { says: 'It is sold out.', next: 'Choose another.' },
    ageLimit: { says: 'It has an age limit.', next: 'Choose another.' },
    reservedTooLittle: {
      says: 'What is left of the reservation is too little.',
      next: 'Choose something cheaper, or finish.',
    },
  },
};
