/** Chance without chance: ids that count up. */

import type { Ids } from '../../../app/ports/Ids.ts';

export function countingIds(): Ids {
  let count = 0;
  return {
    unique() {
      count += 1;
      return `id-${String(count).padStart(12, '0')}`;
    },
    below: () => 0,
  };
}
