/**
 * What the screens of a till said and when, over all its lives: taken down for the auditor, told in the story, and waited
 * for by whoever plays the cashier.
 */

import type { CashierView, DisplayView } from '../../app/contract/view.ts';
import { type Glance, textOf } from '../../main/simulation/screens.ts';
import type { Screens } from './hosts.ts';
import { type Sightings, takeSightings } from './sightings.ts';

/** Seen and waited for is what the cashier sees. */
export interface Glances extends Screens, Omit<Sightings<CashierView>, 'see'> {
  readonly all: readonly Glance[];
  /** Says of every payment that ended how its end was told, and how often. */
  endings(): ReadonlyMap<string, number>;
}

const ended = ['captured', 'partlyRefunded', 'refunded', 'declined', 'expired', 'refused', 'cancelled'];

/** `now` is the service's time, or a little later: what a screen says must have been true by then. */
export function takeGlances(parts: {
  readonly now: () => number;
  readonly tell: (line: string) => void;
}): Glances {
  const all: Glance[] = [];
  const { see, newLife, now, until } = takeSightings<CashierView>();
  const endings = new Map<string, string>();
  let displays = new Map<number, DisplayView>();
  /** Of this life by version: where in `all` a glance still lacks its customer's screen. */
  let alone = new Map<number, number>();
  let told = '';

  function tellOf({ sale }: CashierView): void {
    const payment = sale?.payment ?? null;
    if (payment === null) return;
    const { reference, state, checking, says } = payment;
    const line = `  ${reference} ${state}${checking ? ' (checking)' : ''} ${says.key}`;
    if (line !== told) parts.tell(line);
    told = line;
    if (ended.includes(state) && !checking) endings.set(reference, says.key);
  }

  return {
    all,
    newLife() {
      displays = new Map();
      alone = new Map();
      newLife();
    },
    cashier(cashier) {
      // Both screens of one change carry the same version; they come on roads of their own.
      const display = displays.get(cashier.version) ?? null;
      if (display === null) alone.set(cashier.version, all.length);
      all.push({
        at: parts.now(),
        cashier,
        display,
        displayText: display === null ? '' : textOf(display),
      });
      tellOf(cashier);
      see(cashier);
    },
    display(display) {
      displays.set(display.version, display);
      const index = alone.get(display.version);
      const glance = index === undefined ? undefined : all[index];
      if (index === undefined || glance === undefined) return;
      all[index] = { ...glance, display, displayText: textOf(display) };
      alone.delete(display.version);
    },
    now,
    until,
    endings() {
      const counts = new Map<string, number>();
      for (const key of endings.values()) counts.set(key, (counts.get(key) ?? 0) + 1);
      return counts;
    },
  };
}
