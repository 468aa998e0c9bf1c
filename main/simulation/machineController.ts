/**
 * The controller of a simulated machine, and its motors: hands goods out when the till says so, and tells what came of it,
 * or does not, or twice, or too late, or something else afterwards. What left the machine has left it, whoever was told.
 */

import type { Till } from '../../app/till.ts';
import type { Chance } from './chance.ts';
import { skus } from './machineSlots.ts';
import type { World } from './world.ts';

/** One piece that fell into the customer's hands, on the service's clock. */
export interface Left {
  readonly item: string;
  readonly sku: string;
  readonly at: number;
}

export interface Controller {
  readonly left: readonly Left[];
  /** Does one of `controllerDeeds`. */
  does(name: string, till: Till, chance: Chance): void;
}

interface Motor {
  readonly handsOut: boolean;
  /** What the till is told, in this order, each so many milliseconds after the one before. */
  readonly tells: readonly (readonly ['dispensed' | 'failed', number])[];
  readonly thenFaults?: boolean;
}

const tooLateMs = 75_000;

const motors: Readonly<Record<string, Motor>> = {
  'takes, handed out': { handsOut: true, tells: [['dispensed', 0]] },
  'takes, jammed': { handsOut: false, tells: [['failed', 0]] },
  'takes, handed out, nothing told': { handsOut: true, tells: [] },
  'takes, jammed, nothing told': { handsOut: false, tells: [] },
  'takes, handed out, told twice': {
    handsOut: true,
    tells: [
      ['dispensed', 0],
      ['dispensed', 300],
    ],
  },
  'takes, handed out, told too late': { handsOut: true, tells: [['dispensed', tooLateMs]] },
  'takes, handed out, told as failed first': {
    handsOut: true,
    tells: [
      ['failed', 0],
      ['dispensed', 2000],
    ],
  },
  'takes, handed out, called failed afterwards': {
    handsOut: true,
    tells: [
      ['dispensed', 0],
      ['failed', 300],
    ],
  },
  'takes, jammed, at fault': { handsOut: false, tells: [['failed', 0]], thenFaults: true },
  'takes, at fault while it turns': { handsOut: false, tells: [], thenFaults: true },
};

type Act = readonly [weight: number, name: string];

/** Everything a controller does, and how often. */
export const controllerDeeds: readonly Act[] = [
  [30, 'takes, handed out'],
  [6, 'takes, jammed'],
  [2, 'takes, handed out, nothing told'],
  [2, 'takes, jammed, nothing told'],
  [4, 'takes, handed out, told twice'],
  [2, 'takes, handed out, told too late'],
  [2, 'takes, handed out, told as failed first'],
  [2, 'takes, handed out, called failed afterwards'],
  [2, 'takes, jammed, at fault'],
  [2, 'takes, at fault while it turns'],
  [10, 'done'],
  [2, 'done twice'],
  [4, 'more time'],
  [2, 'at fault'],
  [8, 'in order again'],
  [3, 'has been filled'],
  [2, 'goes away'],
];

export function simulatedController(world: World, refill: (till: Till) => void): Controller {
  const { time, tell } = world;
  const left: Left[] = [];
  let awayUntil = 0;
  const isAway = () => time.monotonic() < awayUntil;

  /** Whoever answers is the till that runs by then. */
  function say(itemId: string, outcome: 'dispensed' | 'failed'): void {
    if (isAway()) {
      tell(`controller away: ${outcome} not told`);
      return;
    }
    const told = world.till()?.vending.settle(itemId, outcome);
    tell(
      `controller tells ${outcome}: ${told === undefined ? 'nobody there' : told.ok ? 'ok' : told.fault.kind}`,
    );
  }

  async function turn(itemId: string, sku: string, motor: Motor, chance: Chance): Promise<void> {
    await time.sleep(chance.between(200, 15_000));
    if (motor.handsOut) {
      left.push({ item: itemId, sku, at: time.steady.now() });
      tell(`${sku} leaves the machine`);
    }
    for (const [outcome, ms] of motor.tells) {
      await time.sleep(ms);
      say(itemId, outcome);
    }
    if (motor.thenFaults && !isAway()) world.till()?.vending.fault('E07');
  }

  function take(till: Till, name: string, chance: Chance): void {
    const motor = motors[name];
    const sku = chance.pick(skus);
    const asked = till.vending.take(sku);
    if (!asked.ok) {
      world.count(`take refused ${asked.fault.kind}`);
      return;
    }
    world.count(`controller ${name}`);
    tell(`is told to hand out ${sku}`);
    if (motor !== undefined) void turn(asked.value.itemId, sku, motor, chance);
  }

  return {
    left,
    does(name, till, chance) {
      if (isAway()) return;
      tell(`controller: ${name}`);
      switch (name) {
        case 'done':
        case 'done twice':
          till.vending.done();
          if (name === 'done twice') till.vending.done();
          break;
        case 'more time':
          till.vending.more();
          break;
        case 'at fault':
          till.vending.fault('E01');
          break;
        case 'in order again':
          till.vending.open();
          break;
        case 'has been filled':
          refill(till);
          break;
        case 'goes away':
          awayUntil = time.monotonic() + chance.between(2000, 120_000);
          break;
        default:
          return take(till, name, chance);
      }
      world.count(`controller ${name}`);
    },
  };
}
