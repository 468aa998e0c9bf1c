/** What every screen said, and when: taken down at each change, for the auditor to hold against the service's books. */

import type { CashierView, DisplayView } from '../../app/contract/view.ts';
import { cashierView, type TillAbout } from '../../app/contract/viewCashier.ts';
import { displayView } from '../../app/contract/viewDisplay.ts';
import type { Till } from '../../app/till.ts';
import type { World } from './world.ts';

export interface Glance {
  /** Steady time, as the service's books have it. */
  readonly at: number;
  readonly cashier: CashierView;
  readonly display: DisplayView;
  /** Words that would give away somebody who is not the customer of this sale. */
  readonly displayText: string;
}

const about: TillAbout = {
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
  devices: { scanner: { state: 'ready', name: null }, printer: null, customerScreen: 'on' },
  webhooks: 'registered',
  trainingPhone: null,
  drill: null,
  captureDays: 180,
  trouble: [],
};

/** Calls `see` with every glance that differs from the one before in anything but the time of the last reading. */
export function watchScreens(world: World, see: (glance: Glance) => void): void {
  world.onTill((till: Till) => {
    let known = '';
    till.onChange(() => {
      if (world.till() !== till) return;
      const state = till.state();
      const now = world.time.now();
      const cashier = cashierView(state, about, now);
      const display = displayView(state, about, now);
      // The address of a picture is the service's own and may hold any letters.
      const { version: _, qrImage: __, ...shown } = display;
      const displayText = JSON.stringify(shown);
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
