/** Words for what the till refuses by its own rules. */

import type { TillFault } from '../../app/kernel/fault.ts';
import type { FaultWords } from './faults.ts';
import type { InBoth } from './language.ts';

export const tillFaults: InBoth<Readonly<Record<TillFault['kind'], FaultWords>>> = {
  nb: {
    basketFrozen: { says: 'Kurven er låst mens betalingen er åpen.', next: 'Avbryt betalingen først.' },
    basketEmpty: { says: 'Kurven er tom.', next: 'Skann en vare først.' },
    unknownProduct: {
      says: 'Fant ingen vare for «{text}».',
      next: 'Søk etter navnet, eller skriv varenummeret.',
    },
    unknownLine: { says: 'Linjen er ikke i kurven lenger.', next: 'Se på kurven og prøv igjen.' },
    quantityOutOfRange: { says: 'Antallet går fra {least} til {most}.', next: 'Skriv et annet antall.' },
    discountOutOfRange: { says: 'Rabatten er større enn linjen.', next: 'Skriv et lavere beløp.' },
    amountTooSmall: {
      says: 'Beløpet er for lite for {w}.',
      money: 'Ingen penger er trukket.',
      next: 'Ta betalt på en annen måte.',
    },
    amountTooLarge: {
      says: 'Beløpet er for stort for {w}.',
      money: 'Ingen penger er trukket.',
      next: 'Ta betalt på en annen måte, eller del salget.',
    },
    phoneUnreadable: { says: 'Dette er ikke et telefonnummer.', next: 'Se på sifrene og prøv igjen.' },
    codeUnknown: {
      says: 'Denne koden er verken en vare eller en kunde.',
      next: 'Skann igjen, eller søk etter varen.',
    },
    codeDamagedByLayout: {
      says: 'Skanneren skriver som et {scannerLayout} tastatur, denne maskinen er satt til {computerLayout}.',
      next: 'Sett skanneren til {computerLayout}, eller til HID-POS. Skriv nummeret så lenge.',
    },
    codeDamagedByCapsLock: {
      says: 'Caps Lock er på, og snur bokstavene i koden.',
      next: 'Slå av Caps Lock og skann igjen.',
    },
    codeIsTheStores: {
      says: 'Dette er butikkens egen QR-kode.',
      next: 'Kunden skanner den med {w}. Skann kundens personlige QR-kode her.',
    },
    scanIsTheCashiers: {
      says: 'Kundens skanner tar bare imot kundens egen kode.',
      next: 'Skann varen ved kassen.',
    },
    scanAtMachine: {
      says: 'Automaten tar ikke imot skanninger.',
      next: 'Kunden skanner automatens QR-kode med {w}.',
    },
    codeRefused: {
      says: '{w} godtok ikke koden.',
      next: 'Be kunden åpne QR-koden på nytt i appen, eller skriv nummeret.',
    },
    codeNeedsNetwork: { says: 'Denne koden kan ikke leses uten nett.', next: 'Skriv nummeret i stedet.' },
    pictureMissing: {
      says: 'Bildet av koden kunne ikke hentes.',
      next: 'Prøv igjen om litt. Koden er den samme.',
    },
    codeOfAnotherTill: {
      says: 'Denne koden hører til en annen kasse.',
      next: 'Endre eller slett den på den kassen.',
    },
    checkInOver: {
      says: 'Innsjekkingen varte i 15 minutter og er over.',
      next: 'Be kunden skanne butikkens QR-kode igjen, eller skriv nummeret.',
    },
    customerMissing: {
      says: 'Ingen kunde å spørre.',
      next: 'Skann kunden, skriv nummeret, eller velg QR på skjermen.',
    },
    customerWhilePaying: {
      says: 'En betaling er åpen for en annen kunde.',
      money: 'Ingenting er endret.',
      next: 'Ekspeder neste (F6), eller avbryt betalingen først.',
    },
    alreadyMember: { says: 'Kunden er medlem allerede.', next: 'Prisene gjelder. Fortsett salget.' },
    membershipUnknown: {
      says: 'Medlemskapet kan ikke slås opp nå.',
      next: 'Salget kan fortsette uten medlemspris.',
    },
    enrolmentRunning: {
      says: 'Invitasjonen er sendt allerede.',
      next: 'Vent på kunden, eller stopp den først.',
    },
    enrolmentNotRunning: { says: 'Ingen invitasjon er åpen.', next: 'Send en ny om kunden ønsker det.' },
    paymentOpen: { says: 'En betaling er åpen.', next: 'Vent på den, eller avbryt den først.' },
    paymentMissing: { says: 'Ingen betaling er åpen.', next: 'Be om beløpet først.' },
    paymentSettled: { says: 'Betalingen er allerede avgjort.', next: 'Se hva som står i betalingen.' },
    pushNotAllowed: {
      says: 'Salgsstedet kan ikke sende krav til telefonen.',
      money: 'Ingen penger er trukket.',
      next: 'Vis en QR i stedet.',
    },
    cannotSendToNumber: {
      says: 'Kan ikke sende til dette nummeret.',
      money: 'Ingen penger er trukket.',
      next: 'Vis en QR i stedet.',
    },
    paymentUnresolved: {
      says: 'Salg {number}{others} er ikke avgjort ennå.',
      money: 'Det er ikke kjent om penger er trukket.',
      next: 'Kassen spør til den vet svaret. Vent, og prøv igjen.',
    },
    paidAfterAll: {
      says: 'Kunden rakk å betale.',
      money: 'Salget er betalt med {w}. Ikke ta betalt på nytt.',
      next: 'Gi fra deg varene. Skal pengene tilbake, refunder betalingen (F8).',
    },
    refundNotPossible: {
      says: 'Her er det ingenting å refundere.',
      money: 'Ingen penger er sendt tilbake.',
      next: 'Bare det som er trukket og ikke alt gitt tilbake, kan refunderes.',
    },
    refundUnderway: {
      says: 'En refusjon er alt underveis.',
      money: 'Ikke refunder på nytt.',
      next: 'Vent til kassen vet hvordan den gikk.',
    },
    refundTooMuch: {
      says: 'Det er mer enn det som kan gå tilbake.',
      money: 'Ingen penger er sendt tilbake.',
      next: 'Det meste som kan gå tilbake, er {mostSum}.',
    },
    reasonMissing: {
      says: 'Grunnen mangler.',
      money: 'Ingen penger er sendt tilbake.',
      next: 'Velg hvorfor pengene går tilbake.',
    },
    dayClosed: {
      says: 'Dagen er alt avsluttet.',
      money: 'Ingenting er endret.',
      next: 'Det som skjer nå, hører til neste dag.',
    },
    saleUnknown: { says: 'Salget finnes ikke lenger.', next: 'Åpne listen igjen.' },
    saleNotFinal: { says: 'Salget er ikke ferdig.', next: 'Avslutt betalingen, eller parker salget.' },
    trainingOnly: { says: 'Dette finnes bare i opplæring.', next: 'Bytt profil for å øve.' },
  },
  en: {
    basketFrozen: {
      says: 'The basket is locked while the payment is open.',
      next: 'Cancel the payment first.',
    },
    basketEmpty: { says: 'The basket is empty.', next: 'Scan an item first.' },
    unknownProduct: { says: 'No item found for “{text}”.', next: 'Search by name, or type the item number.' },
    unknownLine: { says: 'The line is no longer in the basket.', next: 'Look at the basket and try again.' },
    quantityOutOfRange: { says: 'Quantity goes from {least} to {most}.', next: 'Type another quantity.' },
    discountOutOfRange: { says: 'The discount is larger than the line.', next: 'Type a smaller amount.' },
    amountTooSmall: {
      says: 'The amount is too small for {w}.',
      money: 'No money was taken.',
      next: 'Take the payment another way.',
    },
    amountTooLarge: {
      says: 'The amount is too large for {w}.',
      money: 'No money was taken.',
      next: 'Take the payment another way, or split the sale.',
    },
    phoneUnreadable: { says: 'This is not a phone number.', next: 'Look at the digits and try again.' },
    codeUnknown: {
      says: 'This code is neither an item nor a customer.',
      next: 'Scan again, or search for the item.',
    },
    codeDamagedByLayout: {
      says: 'The scanner types like a {scannerLayout} keyboard, this computer is set to {computerLayout}.',
      next: 'Set the scanner to {computerLayout}, or to HID-POS. Type the number until then.',
    },
    codeDamagedByCapsLock: {
      says: 'Caps Lock is on and turns over the letters of the code.',
      next: 'Turn Caps Lock off and scan again.',
    },
    codeIsTheStores: {
      says: 'This is the store’s own QR.',
      next: 'The customer scans it with {w}. Scan the customer’s personal QR here.',
    },
    scanIsTheCashiers: {
      says: 'The customer’s scanner takes only the customer’s own code.',
      next: 'Scan the item at the till.',
    },
    scanAtMachine: {
      says: 'The machine takes no scans.',
      next: 'The customer scans the machine’s QR with {w}.',
    },
    codeRefused: {
      says: '{w} did not accept the code.',
      next: 'Ask the customer to open the QR again in the app, or type the number.',
    },
    codeNeedsNetwork: { says: 'This code cannot be read without network.', next: 'Type the number instead.' },
    pictureMissing: {
      says: 'The picture of the code could not be fetched.',
      next: 'Try again in a while. The code is the same.',
    },
    codeOfAnotherTill: {
      says: 'This code belongs to another till.',
      next: 'Change or delete it at that till.',
    },
    checkInOver: {
      says: 'The check-in lasted 15 minutes and is over.',
      next: 'Ask the customer to scan the store’s QR again, or type the number.',
    },
    customerMissing: {
      says: 'No customer to ask.',
      next: 'Scan the customer, type the number, or choose QR on screen.',
    },
    customerWhilePaying: {
      says: 'A payment is open for another customer.',
      money: 'Nothing was changed.',
      next: 'Serve next (F6), or cancel the payment first.',
    },
    alreadyMember: {
      says: 'The customer is a member already.',
      next: 'The prices apply. Go on with the sale.',
    },
    membershipUnknown: {
      says: 'Membership cannot be looked up now.',
      next: 'The sale can go on without member prices.',
    },
    enrolmentRunning: {
      says: 'The invitation has been sent already.',
      next: 'Wait for the customer, or stop it first.',
    },
    enrolmentNotRunning: { says: 'No invitation is open.', next: 'Send a new one if the customer wishes.' },
    paymentOpen: { says: 'A payment is open.', next: 'Wait for it, or cancel it first.' },
    paymentMissing: { says: 'No payment is open.', next: 'Ask for the amount first.' },
    paymentSettled: { says: 'The payment is settled already.', next: 'See what the payment says.' },
    pushNotAllowed: {
      says: 'The sales unit cannot send a request to the phone.',
      money: 'No money was taken.',
      next: 'Show a QR instead.',
    },
    cannotSendToNumber: {
      says: 'Cannot send to this number.',
      money: 'No money was taken.',
      next: 'Show a QR instead.',
    },
    paymentUnresolved: {
      says: 'The outcome of sale {number}{others} is not known yet.',
      money: 'It is not known whether money was taken.',
      next: 'The till keeps asking until it knows. Wait, and try again.',
    },
    paidAfterAll: {
      says: 'The customer paid just before.',
      money: 'The sale is paid with {w}. Do not charge again.',
      next: 'Hand over the goods. If the money should go back, refund the payment (F8).',
    },
    refundNotPossible: {
      says: 'There is nothing to refund here.',
      money: 'No money was sent back.',
      next: 'Only what was captured and has not gone back yet can be refunded.',
    },
    refundUnderway: {
      says: 'A refund is on its way already.',
      money: 'Do not refund again.',
      next: 'Wait until the till knows how it went.',
    },
    refundTooMuch: {
      says: 'That is more than can go back.',
      money: 'No money was sent back.',
      next: 'At most {mostSum} can go back.',
    },
    reasonMissing: {
      says: 'The reason is missing.',
      money: 'No money was sent back.',
      next: 'Choose why the money goes back.',
    },
    dayClosed: {
      says: 'The day is closed already.',
      money: 'Nothing was changed.',
      next: 'What happens now belongs to the next day.',
    },
    saleUnknown: { says: 'The sale is no longer there.', next: 'Open the list again.' },
    saleNotFinal: { says: 'The sale is not finished.', next: 'Finish the payment, or park the sale.' },
    trainingOnly: { says: 'This exists only in training.', next: 'Change the profile to practise.' },
  },
};
