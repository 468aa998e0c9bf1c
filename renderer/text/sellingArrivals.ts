/** Words for customers who checked in on the store's own code and wait at the till. */

import type { InBoth } from './language.ts';

const en = {
  checkedIn: 'Checked in',
  arrivalReading: 'Looking up',
  arrivalUnreadable: 'Not looked up',
  arrivalLeft: (minutes: number) => `${minutes} min`,
  arrivalLeftSpoken: (minutes: number) => (minutes === 1 ? '1 minute left' : `${minutes} minutes left`),
  serveArrival: 'Serve',
  dismissArrival: 'Not now',
  tryArrivalAgain: 'Try again',
  arrivalsAfterPayment: 'Can be served when this payment is over.',
  checkInEnds: (minutes: number) =>
    minutes === 1 ? 'The check-in lasts 1 minute more.' : `The check-in lasts ${minutes} minutes more.`,
  checkInOver: 'Check-in over: the request goes to the number.',
  nothingIsLost: 'Nothing is lost.',
};

const nb: typeof en = {
  checkedIn: 'Sjekket inn',
  arrivalReading: 'Slår opp',
  arrivalUnreadable: 'Ikke slått opp',
  arrivalLeft: (minutes) => `${minutes} min`,
  arrivalLeftSpoken: (minutes) => (minutes === 1 ? '1 minutt igjen' : `${minutes} minutter igjen`),
  serveArrival: 'Ta imot',
  dismissArrival: 'Ikke nå',
  tryArrivalAgain: 'Prøv igjen',
  arrivalsAfterPayment: 'Kan tas imot når denne betalingen er over.',
  checkInEnds: (minutes) =>
    minutes === 1 ? 'Innsjekkingen varer i 1 minutt til.' : `Innsjekkingen varer i ${minutes} minutter til.`,
  checkInOver: 'Innsjekkingen er over: kravet går til nummeret.',
  nothingIsLost: 'Ingenting er mistet.',
};

export const arrivalText: InBoth<typeof en> = { nb, en };
