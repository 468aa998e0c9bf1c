/** Who checked in on the store's own code and waits: each in sight, none served before somebody wishes so. */

import type { ArrivalView, CashierView } from '../../../app/contract/view.ts';
import { tokenMs } from '../../../app/domain/arrival.ts';
import type { View } from '../../stores/viewStore.ts';
import type { Texts } from '../../text/index.ts';
import { type Face, isHolding } from './face.ts';
import type { ArrivalModel, ArrivalsModel, ButtonModel } from './modelTypes.ts';

interface Given {
  readonly view: CashierView;
  readonly window: View;
  readonly face: Face;
  readonly text: Texts;
  readonly now: number;
}

export function arrivalsModel(given: Given): ArrivalsModel {
  const { view, face, text } = given;
  const rows = view.arrivals.map((one) => rowOf(one, given));
  return { rows, reason: isHolding(face) && rows.length > 0 ? text.selling.arrivalsAfterPayment : null };
}

function rowOf(arrival: ArrivalView, { window, face, text, now }: Given): ArrivalModel {
  const t = text.selling;
  const { id, state } = arrival;
  const minutes = minutesLeft(arrival.until, now);
  const serve: ButtonModel = {
    label: state === 'unreadable' ? t.tryArrivalAgain : t.serveArrival,
    icon: state === 'unreadable' ? 'again' : 'forward',
    // Asking again who it is touches no sale, so it may be done at any time.
    disabled: window.pending === 'takeArrival' || (state === 'here' && isHolding(face)),
    action: { do: 'takeArrival', id },
  };
  return {
    id,
    mask: state === 'here' ? arrival.masked : null,
    words: state === 'here' ? null : state === 'reading' ? t.arrivalReading : t.arrivalUnreadable,
    place: arrival.place,
    icon: state === 'here' ? 'phone' : state === 'reading' ? 'waiting' : 'attention',
    left: { short: t.arrivalLeft(minutes), spoken: t.arrivalLeftSpoken(minutes) },
    serve: state === 'reading' ? null : serve,
    dismiss: { label: t.dismissArrival, icon: 'close', action: { do: 'dismissArrival', id } },
  };
}

/** Whole minutes that are begun: 0 once it is over. The window's clock may lag behind a check-in that is just made. */
export function minutesLeft(until: string, now: number): number {
  return Math.max(0, Math.ceil(Math.min(tokenMs, Date.parse(until) - now) / 60_000));
}
