/**
 * The controller of a simulated machine, and its motors: hands goods out when the till says so, and tells what came of it,
 * or does not, or twice, or too late, or something else afterwards. What left the machine has left it, whoever was told.
 */

import { machineView } from '../../app/contract/viewMachine.ts';
import type { Till } from '../../app/till.ts';
import { type Chance, drawName } from './chance.ts';
import { refillInPart, skus } from './machineSlots.ts';
import type { World } from './world.ts';

/** One piece that fell into the customer's hands, on the service's clock. */
export interface Left {
  readonly item: string;
  readonly sku: string;
  /** When its motor began to turn. */
  readonly begunAt: number;
  readonly at: number;
}

export interface Controller {
  readonly left: readonly Left[];
  /** Does one of `controllerDeeds`. */
  does(name: string, till: Till, chance: Chance): void;
  /** Somebody has chosen this: it is handed out once the till says so, as chance will have it unless told. */
  willHandOut(itemId: string, sku: string, chance: Chance, turn?: string): void;
}

interface Chosen {
  readonly sku: string;
  readonly turn: string;
  readonly chance: Chance;
}

interface Motor {
  /** How often it turns so. */
  readonly weight: number;
  readonly handsOut: boolean;
  /** What the till is told, in this order, each so many milliseconds after the one before. */
  readonly tells: readonly (readonly ['dispensed' | 'failed', number])[];
  readonly thenFaults?: boolean;
}

const tooLateMs = 75_000;

const nobody = 'nobody’s turn';

const motors: Readonly<Record<string, Motor>> = {
  'handed out': { weight: 30, handsOut: true, tells: [['dispensed', 0]] },
  jammed: { weight: 6, handsOut: false, tells: [['failed', 0]] },
  'handed out, nothing told': { weight: 2, handsOut: true, tells: [] },
  'jammed, nothing told': { weight: 2, handsOut: false, tells: [] },
  'handed out, told twice': {
    weight: 4,
    handsOut: true,
    tells: [
      ['dispensed', 0],
      ['dispensed', 300],
    ],
  },
  'handed out, told too late': { weight: 2, handsOut: true, tells: [['dispensed', tooLateMs]] },
  'handed out, told as failed first': {
    weight: 2,
    handsOut: true,
    tells: [
      ['failed', 0],
      ['dispensed', 2000],
    ],
  },
  'handed out, called failed afterwards': {
    weight: 2,
    handsOut: true,
    tells: [
      ['dispensed', 0],
      ['failed', 300],
    ],
  },
  'jammed, at fault': { weight: 2, handsOut: false, tells: [['failed', 0]], thenFaults: true },
  'at fault while it turns': { weight: 2, handsOut: false, tells: [], thenFaults: true },
};

const turns = Object.entries(motors).map(([name, { weight }]) => [weight, name] as const);
export const turnNames = Object.keys(motors);

type Act = readonly [weight: number, name: string];

/** Everything a controller does, and how often. */
export const controllerDeeds: readonly Act[] = [
  ...turns.map(([weight, name]): Act => [weight, `takes, ${name}`]),
  [10, 'done'],
  [2, 'done twice'],
  [4, 'more time'],
  [4, 'speaks of the customer before'],
  [2, 'at fault'],
  [8, 'in order again'],
  [3, 'has been filled'],
  [2, 'is stopped by the manager for a while'],
  [2, 'goes away'],
];

export function simulatedController(world: World): Controller {
  const { time, tell } = world;
  const left: Left[] = [];
  const chosen = new Map<string, Chosen>();
  /** Whoever was served, the newest last. */
  const served: string[] = [];
  let awayUntil = 0;
  const isAway = () => time.monotonic() < awayUntil;

  world.onTill((till) =>
    till.onChange(() => {
      const { turn: now } = machineView(till.state(), []);
      if (now !== null && now !== served.at(-1)) served.push(now);
      handOutChosen(till);
    }),
  );

  /** Goes by the state alone, as the controllers of machines without a scan must: nobody calls them for it. */
  function handOutChosen(till: Till): void {
    if (chosen.size === 0 || world.till() !== till || isAway()) return;
    const { phase, items } = machineView(till.state(), []);
    if (phase !== 'dispensing') return;
    for (const { id, state } of items) {
      const one = chosen.get(id);
      if (one === undefined || state !== 'asked') continue;
      chosen.delete(id);
      world.count(`controller chosen, ${one.turn}`);
      tell(`is to hand out ${one.sku}`);
      void turn(id, one.sku, one.turn, one.chance);
    }
  }

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

  async function turn(itemId: string, sku: string, name: string, chance: Chance): Promise<void> {
    const motor = motors[name];
    if (motor === undefined) return;
    const begunAt = time.steady.now();
    await time.sleep(chance.between(200, 15_000));
    if (motor.handsOut) {
      left.push({ item: itemId, sku, begunAt, at: time.steady.now() });
      tell(`${sku} leaves the machine`);
    }
    for (const [outcome, ms] of motor.tells) {
      await time.sleep(ms);
      say(itemId, outcome);
    }
    if (motor.thenFaults && !isAway()) world.till()?.vending.fault('E07');
  }

  function take(till: Till, name: string, chance: Chance): void {
    const sku = chance.pick(skus);
    const asked = till.vending.take(till.state().current ?? nobody, sku);
    if (!asked.ok) {
      world.count(`take refused ${asked.fault.kind}`);
      return;
    }
    world.count(`controller ${name}`);
    tell(`is told to hand out ${sku}`);
    void turn(asked.value.itemId, sku, name.replace(/^takes, /, ''), chance);
  }

  /** Whichever till runs by then is told that it may sell again; where none does, the next morning. */
  async function stopFor(till: Till, ms: number): Promise<void> {
    till.vending.stop(true);
    await time.sleep(ms);
    world.till()?.vending.stop(false);
  }

  /** A touch, or a call on a slow line, that arrives after its customer has gone: nothing of the next one's changes. */
  function speakLate({ state, vending }: Till, before: string | undefined): void {
    if (before === undefined) return;
    const was = state();
    vending.done(before);
    vending.more(before);
    for (const sku of skus) vending.take(before, sku);
    if (state() !== was) throw new Error(`a word about ${before} met ${was.current ?? nobody}`);
  }

  return {
    left,
    willHandOut(itemId, sku, chance, turn = drawName(turns, chance)) {
      chosen.set(itemId, { sku, turn, chance });
      const till = world.till();
      if (till !== null) handOutChosen(till);
    },
    does(name, till, chance) {
      if (isAway()) return;
      tell(`controller: ${name}`);
      switch (name) {
        case 'done':
        case 'done twice':
          till.vending.done(till.state().current ?? nobody);
          if (name === 'done twice') till.vending.done(served.at(-1) ?? nobody);
          break;
        case 'more time':
          till.vending.more(till.state().current ?? nobody);
          break;
        case 'speaks of the customer before':
          speakLate(
            till,
            served.findLast((one) => one !== till.state().current),
          );
          break;
        case 'at fault':
          till.vending.fault('E01');
          break;
        case 'in order again':
          till.vending.open();
          break;
        case 'has been filled':
          till.vending.stock(refillInPart(chance));
          break;
        case 'is stopped by the manager for a while':
          void stopFor(till, chance.between(2000, 60_000));
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
