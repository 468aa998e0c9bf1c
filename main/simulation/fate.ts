/**
 * What befalls a day: every decision against the till has a kind and a number, and chance of its own. So one of them can
 * be left out and the day lived again with all the others, which is how a failure is made small.
 */

import { type Chance, seedBelow, seededChance } from './chance.ts';

/**
 * `deed` of the cashier · `customer` makes up their mind · `call` over the wire · `club` · `webhook` · `power` lost at a
 * step, the `plug` pulled at any moment, the till `closed` in order · `disk` · `clock` set by somebody · `token`s die.
 */
export type Kind =
  | 'deed'
  | 'customer'
  | 'call'
  | 'club'
  | 'webhook'
  | 'power'
  | 'plug'
  | 'closed'
  | 'disk'
  | 'clock'
  | 'token';

export interface Stroke {
  /** `call 17`: the same in every run of the seed. */
  readonly id: string;
  readonly what: string;
}

export interface Fate {
  /**
   * The next decision of this kind, about `of`: `null` where nothing happens. What does is drawn by `what` from this
   * decision's own chance, is written down, and can be left out.
   */
  strike<T extends string | number>(
    kind: Kind,
    share: number,
    what: (chance: Chance) => T,
    of?: string,
  ): Struck<T> | null;
  /** Chance that takes no decision: how long things take, and identifiers. */
  stream(name: string): Chance;
  /** From now on nothing goes wrong any more. */
  calm(): void;
  /** Everything that happened, in order. */
  readonly strokes: readonly Stroke[];
}

export interface Struck<T extends string | number> {
  readonly what: T;
  /** For the particulars. */
  readonly chance: Chance;
}

export function createFate(seed: number, leftOut: ReadonlySet<string> = new Set()): Fate {
  const counts = new Map<Kind, number>();
  const strokes: Stroke[] = [];
  let calm = false;
  return {
    strokes,
    strike(kind, share, what, of = '') {
      const number = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, number);
      if (calm || share <= 0) return null;
      const chance = seededChance(seedBelow(seed, kind, number));
      if (!chance.happens(share)) return null;
      const id = `${kind} ${number}`;
      if (leftOut.has(id)) return null;
      const drawn = what(chance);
      strokes.push({ id, what: `${of} ${drawn}`.trim() });
      return { what: drawn, chance };
    },
    stream: (name) => seededChance(seedBelow(seed, name)),
    calm() {
      calm = true;
    },
  };
}
