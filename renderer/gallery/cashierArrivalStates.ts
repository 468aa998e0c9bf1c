/** The cashier's screen with whoever checked in on the store's own code. */

import type { ArrivalView, CashierView } from '../../app/contract/view.ts';
import {
  at,
  base,
  bigBasket,
  type CashierPicture,
  guest,
  kari,
  paying,
  sale,
  smallBasket,
} from './cashierParts.ts';

/** Who scanned the store's own code, in each way in which they can stand there. */
const arrivals = {
  here: { id: 'a1', qrId: 'bek-01.k3', place: null, masked: '••• 32', state: 'here', until: at(14, 43, 10) },
  another: {
    id: 'a2',
    qrId: 'bek-01.k3',
    place: null,
    masked: '••• 05',
    state: 'here',
    until: at(14, 46, 30),
  },
  reading: { id: 'a3', qrId: 'bek-01.k3', place: null, masked: '', state: 'reading', until: at(14, 46, 59) },
  unreadable: {
    id: 'a4',
    qrId: 'bek-01.k3',
    place: null,
    masked: '',
    state: 'unreadable',
    until: at(14, 40, 0),
  },
} as const satisfies Readonly<Record<string, ArrivalView>>;

/** The till has several codes: the longest place that there can be, and a short one. */
const atExit = { ...arrivals.here, place: 'Selvbetjening ved utgangen mot torg 2' } as const;
const atCounter = { ...arrivals.another, place: 'Kasse 1' } as const;

const ready: CashierView = { ...base, customer: kari, sale: sale(bigBasket, true) };

export const arrivalStates = {
  'check-in': {
    state: { ...ready, customer: { ...kari, proof: 'staticQr', checkedInUntil: at(14, 44, 0) } },
  },
  'check-in-ends': {
    state: { ...ready, customer: { ...kari, proof: 'staticQr', checkedInUntil: at(14, 35, 0) } },
  },
  'check-in-over': {
    state: { ...ready, customer: { ...guest, proof: 'staticQr', checkedInUntil: at(14, 31, 0) } },
  },
  'arrival-first': { state: { ...base, arrivals: [arrivals.reading] } },
  'arrival-one': { state: { ...ready, arrivals: [arrivals.here] } },
  'arrivals-two': {
    state: {
      ...base,
      customer: guest,
      sale: sale(smallBasket, false),
      arrivals: [arrivals.here, arrivals.another],
    },
  },
  'arrivals-places': {
    state: { ...ready, arrivals: [atExit, atCounter] },
  },
  'arrivals-many': {
    state: { ...ready, arrivals: [arrivals.unreadable, arrivals.here, arrivals.another, arrivals.reading] },
  },
  'arrivals-paying': {
    state: { ...paying('waiting', 'payment.waiting'), arrivals: [arrivals.here, arrivals.another] },
  },
  'arrivals-unknown': {
    state: {
      ...paying('intended', 'payment.checkingCreate', { checking: true, nextCheckAt: at(14, 32, 4) }),
      arrivals: [arrivals.here],
    },
  },
  'arrival-over': {
    state: { ...base, arrivals: [arrivals.here] },
    view: { fault: { fault: { kind: 'checkInOver' }, at: 'basket' } },
  },
} as const satisfies Readonly<Record<string, CashierPicture>>;
