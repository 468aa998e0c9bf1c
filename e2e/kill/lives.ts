/** The lives of one till on one data folder: started, led to a moment, killed there, and started again. */

import { rm } from 'node:fs/promises';
import type { CallInput, CallName, CallOutput } from '../../app/contract/calls.ts';
import type { Result } from '../../app/contract/door.ts';
import { pause, wallNow } from '../bench/wallTime.ts';
import type { Life, Screens } from './hosts.ts';
import type { ComingBack, Moment } from './moments.ts';
import type { Scene } from './scene.ts';
import type { Sightings } from './sightings.ts';

/** Resolves with the answer, or with `null` where the till has gone. */
export type Ask = <K extends CallName>(name: K, input: CallInput<K>) => Promise<Result<CallOutput<K>> | null>;

export interface Lives<V> {
  /** Asks the till that runs now; with its death nobody is asked any more. */
  ask(): Ask;
  start(): Promise<boolean>;
  /** `null` where it is known by no name. */
  die(where: string | null): Promise<void>;
  /** Resolves with whether the moment came. */
  comes(moment: Moment<V>): Promise<boolean>;
  /** Starts it and kills it on its way up; `false` where the moment never came. */
  dieComingBack(coming: ComingBack): Promise<boolean>;
  throwAway(): Promise<void>;
}

/** How long an instant is waited for before it is called missing. Generous. */
export const instantPatienceMs = 10_000;

export function openLives<V>(parts: {
  readonly scene: Scene;
  readonly home: string;
  readonly screens: Screens;
  /** By which the moments on a screen are known. */
  readonly sightings: Pick<Sightings<V>, 'newLife' | 'until'>;
  readonly tell: (what: string) => void;
}): Lives<V> {
  const { scene, home, screens, sightings, tell } = parts;
  const { host, line, chance, environment } = scene;
  let life: Life | null = null;
  let kill = async () => {};
  /** Milliseconds from a start to being ready, of the last one that got there. */
  let startMs = 300;

  async function start(): Promise<boolean> {
    const spawned = wallNow();
    sightings.newLife();
    let ended = false;
    let born: (end: () => Promise<void>) => void = () => undefined;
    const process = new Promise<() => Promise<void>>((resolve) => {
      born = resolve;
    });
    kill = async () => {
      ended = true;
      // A desktop takes a while until there is anything to kill.
      await (await process)();
    };
    try {
      const till = await host.start({ home, environment }, born);
      startMs = wallNow() - spawned;
      await till.watch(screens);
      life = till;
      return true;
    } catch (thrown) {
      born(async () => undefined);
      // Whoever was killed on the way is not expected to arrive.
      if (ended) return false;
      throw thrown;
    }
  }

  async function die(where: string | null): Promise<void> {
    if (where !== null) tell(`killed: ${where}`);
    await kill();
    line.disarm();
    life = null;
  }

  function comes(moment: Moment<V>): Promise<boolean> {
    if (moment.on === 'screen') {
      return sightings.until(moment.shows, instantPatienceMs).then((view) => view !== null);
    }
    if (moment.on === 'clock') {
      return pause(chance.below(moment.within)).then(() => true);
    }
    return Promise.race([line.trap(moment).then(() => true), pause(instantPatienceMs).then(() => false)]);
  }

  return {
    ask() {
      const mine = life;
      return async (name, input) => {
        if (mine === null || mine !== life) return null;
        try {
          return await mine.call(name, input);
        } catch {
          return null;
        }
      };
    },
    start,
    die,
    comes,
    async dieComingBack({ name, moment }) {
      const came = moment.on === 'start' || moment.on === 'ready' ? null : comes(moment);
      const starting = start();
      // It is awaited below; until then nobody listens whether it goes wrong.
      starting.catch(() => undefined);
      let hit = true;
      if (moment.on === 'start') await pause(chance.below(startMs));
      else if (moment.on === 'ready') await starting;
      else hit = (await came) ?? false;
      await die(hit ? name : inVain(name));
      await starting;
      return hit;
    },
    throwAway: () => rm(home, { recursive: true, force: true, maxRetries: 5 }),
  };
}

export function inVain(name: string): string {
  return `waited in vain for "${name}"`;
}
