/** A bag of things that are drawn in an order by chance, each as often as the others; what was drawn in vain comes again. */

import type { Chance } from '../../main/simulation/chance.ts';

export interface Bag<T> {
  draw(): T;
  /** It was drawn and did not come about. */
  putBack(one: T): void;
}

export function openBag<T>(things: readonly T[], chance: Chance): Bag<T> {
  const inside: T[] = [];
  return {
    draw() {
      if (inside.length === 0) inside.push(...things);
      const one = chance.pick(inside);
      inside.splice(inside.indexOf(one), 1);
      return one;
    },
    putBack: (one) => void inside.push(one),
  };
}
