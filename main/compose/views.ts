/**
 * What each audience sees, with the service's pictures under addresses of this host, since a window reaches no other, and
 * with what the host alone knows of the store's codes.
 */

import type { CashierView, DisplayView, MachineAbout } from '../../app/contract/view.ts';
import { cashierView, type TillAbout } from '../../app/contract/viewCashier.ts';
import { displayView } from '../../app/contract/viewDisplay.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Till } from '../../app/till.ts';
import type { StoreCodes } from './storeCodes.ts';

export function ownViews(parts: {
  readonly till: Pick<Till, 'state'>;
  readonly about: () => TillAbout;
  readonly pictureOf: (url: string) => string | null;
  readonly codes: Pick<StoreCodes, 'placeOf' | 'road'>;
  readonly machine: () => MachineAbout;
  readonly clock: Clock;
}): { cashier(): CashierView; display(): DisplayView } {
  const { till, about, pictureOf, codes, machine, clock } = parts;
  const own = <V extends { readonly qrImage: string | null }>(view: V): V =>
    view.qrImage === null ? view : { ...view, qrImage: pictureOf(view.qrImage) };
  return {
    cashier() {
      const seen = cashierView(till.state(), about(), clock.now());
      const view = {
        ...seen,
        arrivals: seen.arrivals.map((one) => ({ ...one, place: codes.placeOf(one.qrId) })),
        service: { ...seen.service, storeCode: codes.road() },
        machine: seen.machine === null ? null : { ...seen.machine, ...machine() },
      };
      const payment = view.sale?.payment ?? null;
      if (view.sale === null || payment === null) return view;
      return { ...view, sale: { ...view.sale, payment: own(payment) } };
    },
    display() {
      const view = own(displayView(till.state(), about(), clock.now()));
      if (view.machine === null) return view;
      return { ...view, machine: { ...view.machine, ...machine() } };
    },
  };
}
