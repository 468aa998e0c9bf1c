/** A machine's stock in memory, for tests and for tills that are no machine. */

import type { LineId } from '../domain/sale.ts';
import type { Slot } from '../domain/vending.ts';
import { ok } from '../kernel/result.ts';
import type { Stock } from '../ports/Stock.ts';

export function memoryStock(start: readonly Slot[] = []): Stock {
  const counted = new Set<LineId>();
  let slots = start;
  let stopped = false;
  return {
    slots: () => slots,
    replace(next) {
      slots = next;
      return ok();
    },
    taken(sku, item) {
      if (counted.has(item)) return;
      counted.add(item);
      slots = slots.map((one) => (one.sku === sku ? { ...one, stock: Math.max(0, one.stock - 1) } : one));
    },
    isStopped: () => stopped,
    setStopped(next) {
      stopped = next;
      return ok();
    },
  };
}
