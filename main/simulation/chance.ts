/** Seeded chance: the same seed draws the same numbers, for ever and everywhere. */

export interface Chance {
  /** Whole number, 0 <= n < below. */
  below(below: number): number;
  /** True in `share` of the cases, 0 to 1. */
  happens(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Whole number, from <= n <= to. */
  between(from: number, to: number): number;
}

/** xorshift-multiply over 32 bits (the finaliser known as splitmix32): short, fast, and equally good in every bit. */
function mixed(state: number): number {
  let z = state >>> 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

export function seededChance(seed: number): Chance {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    return mixed(state);
  };
  const chance: Chance = {
    below: (below) => Math.floor((next() / 0x1_0000_0000) * below),
    happens: (share) => next() / 0x1_0000_0000 < share,
    pick(list) {
      const one = list[chance.below(list.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
    between: (from, to) => from + chance.below(to - from + 1),
  };
  return chance;
}

/** Chance that leaves nothing to chance: the last of everything, the longest time. */
export const lastChance: Chance = {
  below: (below) => below - 1,
  happens: () => true,
  between: (_from, to) => to,
  pick(list) {
    const last = list.at(-1);
    if (last === undefined) throw new Error('nothing to pick from');
    return last;
  },
};

/** One of the names, each as often as its weight says. */
export function drawName(
  rows: readonly (readonly [weight: number, name: string, ...rest: unknown[]])[],
  chance: Chance,
): string {
  let draw = chance.below(rows.reduce((sum, [weight]) => sum + weight, 0));
  const found = rows.find(([weight]) => {
    draw -= weight;
    return draw < 0;
  });
  return found?.[1] ?? '';
}

/** A seed of its own for each name and number below a seed, so that what one of them draws moves no other. */
export function seedBelow(seed: number, name: string, number = 0): number {
  let below = mixed(seed + 0x632be5ab);
  for (let i = 0; i < name.length; i += 1) below = mixed(below + name.charCodeAt(i));
  return mixed(below + number);
}
