/** What every screen said, and when: taken down at each change, for the auditor to hold against the service's books. */

import type { CashierView, DisplayView } from '../../app/contract/view.ts';
import { cashierView, type TillAbout } from '../../app/contract/viewCashier.ts';
import { displayView } from '../../app/contract/viewDisplay.ts';
import { isChecking } from '../../app/contract/viewPayment.ts';
import { currentPayment } from '../../app/domain/sale.ts';
import { currentSale, type TillState } from '../../app/domain/tillState.ts';
import type { Instant } from '../../app/kernel/time.ts';
import type { Till } from '../../app/till.ts';
import type { World } from './world.ts';

export interface Glance {
  /** Steady time, as the service's books have it. */
  readonly at: number;
  readonly cashier: CashierView;
  /** `null` where the till died before its customer's screen could be looked at. */
  readonly display: DisplayView | null;
  /** What stands on the customer's screen, where words could give away somebody who is not the customer of this sale. */
  readonly displayText: string;
}

/** What the host of a simulated till would add to its views. */
export const about: TillAbout = {
  till: {
    store: 'Bekkelund Sport',
    place: 'Storgata',
    tillNumber: '01',
    posId: 'kasse-1',
    profile: 'training',
    kind: 'staffed',
    currency: 'NOK',
    market: 'NO',
    language: 'nb',
    clubName: 'Turklubben',
    locked: false,
    cashier: null,
  },
  devices: {
    scanner: { state: 'ready', name: null, away: 0 },
    printer: null,
    customerScreen: 'on',
    camera: 'off',
  },
  webhooks: 'registered',
  offers: null,
  trainingPhone: null,
  drill: null,
  doctor: null,
  captureDays: 180,
  trouble: [],
};

/** Without the address of a picture, which is the service's own and may hold any letters. */
export function textOf(display: DisplayView): string {
  const { version: _, qrImage: __, ...shown } = display;
  return JSON.stringify(shown);
}

/** Calls `see` with every glance that differs from the one before in anything but the time of the last reading. */
export function watchScreens(
  world: Pick<World, 'onTill' | 'till' | 'time'>,
  see: (glance: Glance) => void,
): void {
  world.onTill((till: Till) => {
    let known = '';
    let shownBy: readonly unknown[] = [];
    till.onChange(() => {
      if (world.till() !== till) return;
      const state = till.state();
      const now = world.time.now();
      const causes = causesOf(state, now);
      if (causes.every((one, index) => one === shownBy[index])) return;
      shownBy = causes;
      const cashier = cashierView(state, about, now);
      const display = displayView(state, about, now);
      const displayText = textOf(display);
      const payment = cashier.sale?.payment;
      const gist = [
        displayText,
        cashier.sale?.id,
        cashier.sale?.state,
        cashier.sale?.total.minor,
        payment?.reference,
        payment?.state,
        payment?.checking,
        payment?.says.key,
      ].join('|');
      if (gist === known) return;
      known = gist;
      see({ at: world.time.steady.now(), cashier, display, displayText });
    });
  });
}

/** What the screens' words about the sale come from. Most changes are readings that say nothing new. */
function causesOf(state: TillState, now: Instant): readonly unknown[] {
  const sale = currentSale(state);
  const payment = sale === null ? null : currentPayment(sale);
  const watch = payment === null ? null : (state.watches.get(payment.reference) ?? null);
  const checking = payment !== null && isChecking(payment, watch, now);
  return [state.current, sale, state.moment, state.identifying, state.last, checking];
}
