/** What each audience sees, with the service's pictures under addresses of this host: a window reaches no other. */

import type { CashierView, DisplayView, MachineAbout } from '../../app/contract/view.ts';
import { cashierView, type TillAbout } from '../../app/contract/viewCashier.ts';
import { displayView } from '../../app/contract/viewDisplay.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Till } from '../../app/till.ts';

export function ownViews(parts: {
  readonly till: Pick<Till, 'state'>;
  readonly about: () => TillAbout;
  readonly pictureOf: (url: string) => string | null;
  readonly machine: () => MachineAbout;
  readonly clock: Clock;
}): { cashier(): CashierView; display(): DisplayView } {
  const { till, about, pictureOf, machine, clock } = parts;
  const own = <V extends { readonly qrImage: string | null }>(view: V): V =>
    view.qrImage === null ? view : { ...view, qrImage: pictureOf(view.qrImage) };
  return {
    cashier() {
      const view = cashierView(till.state(), about(), clock.now());
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
