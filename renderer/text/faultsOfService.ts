/** Words for trouble with the services over the network and with the till's own journal. */

import type { JournalFault, RemoteFault } from '../../app/kernel/fault.ts';
import type { FaultWords } from './faults.ts';
import type { InBoth } from './language.ts';

type Kinds = RemoteFault['kind'] | JournalFault['kind'];

export const serviceFaults: InBoth<Readonly<Record<Kinds, FaultWords>>> = {
  nb: {
    noConnection: {
      says: 'Ingen nettforbindelse.',
      money: 'Ingen penger er trukket.',
      next: 'Kurv og parkering virker. Prøv igjen når nettet er tilbake.',
    },
    noAnswer: {
      says: 'Det kom ikke noe svar.',
      money: 'Det er ikke kjent om noe ble gjort.',
      next: 'Ikke ta betalt på nytt. Kassen spør til den vet svaret.',
    },
    serviceDown: {
      says: 'Tjenesten svarer ikke som den skal.',
      money: 'Det er ikke kjent om noe ble gjort.',
      next: 'Ikke ta betalt på nytt. Kassen spør til den vet svaret.',
    },
    badAnswer: {
      says: 'Svaret kunne ikke leses.',
      money: 'Det er ikke kjent om noe ble gjort.',
      next: 'Ikke ta betalt på nytt. Kassen spør til den vet svaret.',
    },
    tooManyRequests: {
      says: 'For mange forespørsler akkurat nå.',
      money: 'Ingen penger er trukket.',
      next: 'Vent litt og prøv igjen.',
    },
    busyThere: {
      says: 'Tjenesten er opptatt et øyeblikk.',
      money: 'Ingen penger er trukket.',
      next: 'Vent noen sekunder og prøv igjen.',
    },
    unauthorised: {
      says: 'Nøklene til salgsstedet virker ikke.',
      money: 'Ingen penger er trukket.',
      next: 'Butikksjefen sjekker nøklene i innstillingene. Ta betalt på en annen måte.',
    },
    forbidden: {
      says: 'Salgsstedet har ikke tilgang til dette hos {w}.',
      money: 'Ingen penger er trukket.',
      next: 'Butikksjefen tester tilkoblingen i innstillingene. Ta betalt på en annen måte.',
    },
    notFound: {
      says: 'Tjenesten kjenner ikke til dette.',
      money: 'Ingen penger er trukket.',
      next: 'Prøv en gang til fra begynnelsen.',
    },
    conflict: {
      says: 'Dette er allerede gjort.',
      money: 'Ingenting er gjort to ganger.',
      next: 'Se på betalingen før du gjør mer.',
    },
    rejected: {
      says: 'Tjenesten sa nei.',
      money: 'Ingen penger er trukket.',
      next: 'Prøv en annen måte å betale på. Koden under hjelper brukerstøtten.',
    },
    notConfigured: {
      says: 'Kassen mangler nøkler.',
      money: 'Ingen penger er trukket.',
      next: 'Butikksjefen legger dem inn under Innstillinger.',
    },
    diskFull: {
      says: 'Disken er full.',
      money: 'Ingenting mer blir sendt før kassen kan skrive det ned.',
      next: 'Frigjør plass på maskinen. Kassen fortsetter så av seg selv.',
    },
    storeReadOnly: {
      says: 'Kassen får ikke skrive i journalen sin.',
      money: 'Ingenting mer blir sendt før den kan det.',
      next: 'Sjekk rettighetene til datamappen, og start kassen på nytt.',
    },
    storeLocked: {
      says: 'Et annet program holder journalen.',
      money: 'Ingenting mer blir sendt før den er fri.',
      next: 'Se etter om kassen er åpen to ganger.',
    },
    storeDamaged: {
      says: 'Journalen er skadet.',
      money: 'Ingenting mer blir sendt.',
      next: 'Ta betalt på en annen måte, og be om hjelp fra brukerstøtten.',
    },
    storeNewer: {
      says: 'Journalen er skrevet av en nyere versjon av kassen.',
      money: 'Ingenting er endret.',
      next: 'Installer den nyere versjonen igjen.',
    },
  },
  en: {
    noConnection: {
      says: 'No network.',
      money: 'No money was taken.',
      next: 'Baskets and parking work. Try again when the line is back.',
    },
    noAnswer: {
      says: 'There was no answer.',
      money: 'It is not known whether anything was done.',
      next: 'Do not charge again. The till keeps asking until it knows.',
    },
    serviceDown: {
      says: 'The service is not answering as it should.',
      money: 'It is not known whether anything was done.',
      next: 'Do not charge again. The till keeps asking until it knows.',
    },
    badAnswer: {
      says: 'The answer could not be read.',
      money: 'It is not known whether anything was done.',
      next: 'Do not charge again. The till keeps asking until it knows.',
    },
    tooManyRequests: {
      says: 'Too many requests just now.',
      money: 'No money was taken.',
      next: 'Wait a little and try again.',
    },
    busyThere: {
      says: 'The service is busy for a moment.',
      money: 'No money was taken.',
      next: 'Wait a few seconds and try again.',
    },
    unauthorised: {
      says: 'The keys of the sales unit do not work.',
      money: 'No money was taken.',
      next: 'The manager checks the keys in settings. Take the payment another way.',
    },
    forbidden: {
      says: 'The sales unit has no access to this at {w}.',
      money: 'No money was taken.',
      next: 'The manager tests the connection in settings. Take the payment another way.',
    },
    notFound: {
      says: 'The service does not know this.',
      money: 'No money was taken.',
      next: 'Try once more from the start.',
    },
    conflict: {
      says: 'This has been done already.',
      money: 'Nothing was done twice.',
      next: 'Look at the payment before you do more.',
    },
    rejected: {
      says: 'The service said no.',
      money: 'No money was taken.',
      next: 'Try another way to pay. The code below helps support.',
    },
    notConfigured: {
      says: 'The till has no keys.',
      money: 'No money was taken.',
      next: 'The manager enters them in settings.',
    },
    diskFull: {
      says: 'The disk is full.',
      money: 'Nothing more is sent until the till can write it down.',
      next: 'Free some space on this machine. The till then goes on by itself.',
    },
    storeReadOnly: {
      says: 'The till may not write its journal.',
      money: 'Nothing more is sent until it can.',
      next: 'Check the rights of the data folder and start the till again.',
    },
    storeLocked: {
      says: 'Another program holds the journal.',
      money: 'Nothing more is sent until it is free.',
      next: 'See whether the till is open twice.',
    },
    storeDamaged: {
      says: 'The journal is damaged.',
      money: 'Nothing more is sent.',
      next: 'Take payments another way and call support.',
    },
    storeNewer: {
      says: 'The journal was written by a newer version of the till.',
      money: 'Nothing was changed.',
      next: 'Install the newer version again.',
    },
  },
};
