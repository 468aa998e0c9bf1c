/** Customers of a simulated machine: scan its code, sometimes two at once, and approve, decline or forget about it. */

import { machineView } from '../../app/contract/viewMachine.ts';
import type { Till } from '../../app/till.ts';
import { type Chance, lastChance } from './chance.ts';
import type { Controller } from './machineController.ts';
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

export interface Customers {
  /** Does one of their deeds. */
  does(name: string, till: Till, chance: Chance): void;
  /** Somebody who knows what they want comes and gets it; otherwise says in words what they saw. */
  oneIsServed(till: Till): Promise<readonly string[]>;
}

export const phaseOf = (till: Till) => machineView(till.state(), []).phase;

/** Somebody makes up their mind, also while their phone asks. */
export function changeMind(world: World): void {
  const who = world.fate.strike('customer', 0.3, (chance) => chance.pick(people).name);
  const phone = people.find(({ name }) => name === who?.what)?.phone;
  if (who === null || phone === undefined) return;
  const does = who.chance.pick(ways);
  world.tell(`${who.what} will ${does}`);
  world.service.setCustomer(phone, {
    does,
    afterMs: who.chance.between(0, 15_000),
    ...(who.what === young ? { age: 16 } : {}),
    ...(who.chance.happens(0.1) ? { processingMs: who.chance.between(500, 15_000) } : {}),
  });
}

export function simulatedPassersBy(world: World, controller: Controller): Customers {
  const { service, tell, count } = world;
  let code: string | null = null;

  function scan(phone: string): boolean {
    code ??= service.phone(phone).inSight.find(({ what }) => what === 'store')?.text ?? null;
    if (code === null) return false;
    return service.phoneActs(phone, { kind: 'scanQr', text: code }) === 'done';
  }

  return {
    does(name, _till, chance) {
      const one = chance.below(people.length);
      const other = name === 'somebody scans the code twice' ? one : (one + 1) % people.length;
      const who = name === 'somebody scans the code' ? [one] : [one, other];
      const done = who.map((index) => scan(people[index]?.phone ?? ''));
      if (!done.every(Boolean)) return;
      tell(`${name}: ${who.map((index) => people[index]?.name).join(', ')}`);
      count(`customer ${name}`);
    },
    async oneIsServed(till) {
      const [first] = people;
      if (first === undefined) return [];
      service.setCustomer(first.phone, { does: 'approve', afterMs: 2000 });
      if (!scan(first.phone)) return [];
      await world.time.pass(20_000);
      if (phaseOf(till) !== 'choosing') return [`the machine is ${phaseOf(till)} to its next customer`];
      controller.does('takes, handed out', till, lastChance);
      await world.time.pass(20_000);
      return [];
    },
  };
}
