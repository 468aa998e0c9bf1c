/** What a scanner sent and gave no scan, by reason, since the till started. */

import type { Log } from '../../app/ports/Log.ts';
import type { Dropped } from './assembly.ts';

export interface Drops {
  count(why: Dropped): void;
  totals(): ReadonlyMap<Dropped, number>;
}

/** A device that sends rubbish must not fill the log: the first of a kind is told, then each tenth power. */
export function countDrops(device: string, log: Log): Drops {
  const totals = new Map<Dropped, number>();
  return {
    count(why) {
      const total = (totals.get(why) ?? 0) + 1;
      totals.set(why, total);
      if (/^10*$/.test(String(total))) log.warn('scanner.dropped', { device, why, total });
    },
    totals: () => totals,
  };
}
