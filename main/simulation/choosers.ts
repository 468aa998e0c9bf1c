/**
 * Customers of a machine that no webhook reaches: choose first, and pay by the one-time code on its screen, which somebody
 * else may scan too, at once or from a picture of it, and nobody has to.
 */

import { displayView } from '../../app/contract/viewDisplay.ts';
import { machineView } from '../../app/contract/viewMachine.ts';
import type { Till } from '../../app/till.ts';
import { type Chance, lastChance } from './chance.ts';
import type { Controller } from './machineController.ts';
import { skus } from './machineSlots.ts';
import { type Customers, phaseOf } from './passersBy.ts';
import { type Person, people } from './people.ts';
import { about } from './screens.ts';
import type { World } from './world.ts';

/** A code was scanned, and this is what the screen said that it is for. */
export interface Scanned {
  readonly reference: string;
  readonly item: string;
  readonly price: number;
}

type Act = readonly [weight: number, name: string];

export const chooserDeeds: readonly Act[] = [
  [26, 'somebody chooses'],
  [4, 'two choose at once'],
  [44, 'somebody scans the screen'],
  [3, 'two scan the screen'],
  [4, 'somebody takes a picture of the screen'],
  [4, 'somebody scans a picture'],
  [16, 'somebody takes another instead'],
];

interface Picture {
  readonly image: string;
  readonly item: string;
  readonly price: number;
}

export interface Choosers extends Customers {
  readonly scanned: readonly Scanned[];
}

export function simulatedChoosers(world: World, controller: Controller): Choosers {
  const { service, tell, count, time } = world;
  const scanned: Scanned[] = [];
  const pictures: Picture[] = [];
  // A code that nobody scans is paid by nobody.
  service.setCustomer('walkIn', { does: 'never' });

  function choose(till: Till, chance: Chance, turn?: string): boolean {
    const sku = chance.pick(skus);
    const answer = till.vending.choose(sku);
    tell(`${sku} is chosen: ${answer.ok ? 'ok' : answer.fault.kind}`);
    if (answer.ok) controller.willHandOut(answer.value.itemId, sku, chance, turn);
    else count(`choose refused ${answer.fault.kind}`);
    return answer.ok;
  }

  /** The first got stuck, and its money is still there for something that costs no more. */
  function takeAnother(till: Till, chance: Chance): boolean {
    const { turn, offers } = machineView(till.state(), till.vending.offers());
    const within = offers.filter(({ takeable }) => takeable);
    if (turn === null || within.length === 0) return false;
    const { sku } = chance.pick(within);
    const answer = till.vending.take(turn, sku);
    if (answer.ok) controller.willHandOut(answer.value.itemId, sku, chance);
    return answer.ok;
  }

  /** What stands on the screen just now; `null` where no code does. */
  function look(till: Till): Picture | null {
    const { qrImage, machine } = displayView(
      till.state(),
      { ...about, offers: till.vending.offers() },
      time.now(),
    );
    const item = machine?.items.at(-1);
    if (qrImage === null || item === undefined) return null;
    return { image: qrImage, item: item.id, price: item.price.minor };
  }

  function scan({ image, item, price }: Picture, { phone, name }: Person): void {
    const found = service.phone(phone).inSight.find(({ text }) => image.endsWith(text));
    const outcome = service.phoneActs(phone, { kind: 'scanQr', text: image });
    tell(`${name} scans a code: ${outcome}`);
    count(`customer scans a code: ${outcome}`);
    if (outcome === 'done' && found !== undefined) scanned.push({ reference: found.label, item, price });
  }

  return {
    scanned,
    does(name, till, chance) {
      const picture = name === 'somebody scans a picture' ? pictures.at(-1) : look(till);
      switch (name) {
        case 'somebody chooses':
          if (!choose(till, chance)) return;
          break;
        case 'two choose at once':
          if (!choose(till, chance)) return;
          choose(till, chance);
          break;
        case 'somebody takes another instead':
          if (!takeAnother(till, chance)) return;
          break;
        case 'somebody takes a picture of the screen':
          if (!picture) return;
          pictures.push(picture);
          break;
        default:
          if (!picture) return;
          scan(picture, chance.pick(people));
          if (name === 'two scan the screen') scan(picture, chance.pick(people));
      }
      count(`customer ${name}`);
    },
    async oneIsServed(till) {
      const [first] = people;
      if (first === undefined) return [];
      service.setCustomer(first.phone, { does: 'approve', afterMs: 2000 });
      if (!choose(till, lastChance, 'handed out')) return ['the machine lets its next customer not choose'];
      await time.pass(5000);
      const picture = look(till);
      if (picture === null) return [`the machine is ${phaseOf(till)} and shows its next customer no code`];
      scan(picture, first);
      await time.pass(30_000);
      return phaseOf(till) === 'result' ? [] : [`the machine is ${phaseOf(till)} to who has paid and got it`];
    },
  };
}
