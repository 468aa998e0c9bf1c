/** Customers of a simulated machine: scan its code, sometimes two at once, and approve, decline or forget about it. */

import type { Chance } from './chance.ts';
import { people } from './people.ts';
import type { World } from './world.ts';

const ways = [
  'approve',
  'approve',
  'approve',
  'approve',
  'approve',
  'decline',
  'never',
  'approveLate',
  'approveWhileCancelled',
] as const;

/** Too young for some of the goods. */
const young = 'Mette';

type Act = readonly [weight: number, name: string];

export const passerByDeeds: readonly Act[] = [
  [34, 'somebody scans the code'],
  [4, 'two scan the code at once'],
  [3, 'somebody scans the code twice'],
];

export interface PassersBy {
  does(name: string, chance: Chance): void;
  /** Somebody makes up their mind, also while their phone asks. */
  changeMind(): void;
  /** A customer who knows what they want; `false` where the code cannot be read by anybody yet. */
  sureOne(): boolean;
}

export function simulatedPassersBy(world: World): PassersBy {
  const { service, tell, count } = world;
  let code: string | null = null;

  function scan(phone: string): boolean {
    code ??= service.phone(phone).inSight.find(({ what }) => what === 'store')?.text ?? null;
    if (code === null) return false;
    return service.phoneActs(phone, { kind: 'scanQr', text: code }) === 'done';
  }

  return {
    does(name, chance) {
      const one = chance.below(people.length);
      const other = name === 'somebody scans the code twice' ? one : (one + 1) % people.length;
      const who = name === 'somebody scans the code' ? [one] : [one, other];
      const done = who.map((index) => scan(people[index]?.phone ?? ''));
      if (!done.every(Boolean)) return;
      tell(`${name}: ${who.map((index) => people[index]?.name).join(', ')}`);
      count(`customer ${name}`);
    },
    changeMind() {
      const who = world.fate.strike('customer', 0.3, (chance) => chance.pick(people).name);
      const phone = people.find(({ name }) => name === who?.what)?.phone;
      if (who === null || phone === undefined) return;
      const does = who.chance.pick(ways);
      tell(`${who.what} will ${does}`);
      service.setCustomer(phone, {
        does,
        afterMs: who.chance.between(0, 15_000),
        ...(who.what === young ? { age: 16 } : {}),
        ...(who.chance.happens(0.1) ? { processingMs: who.chance.between(500, 15_000) } : {}),
      });
    },
    sureOne() {
      const [first] = people;
      if (first === undefined) return false;
      service.setCustomer(first.phone, { does: 'approve', afterMs: 2000 });
      return scan(first.phone);
    },
  };
}
