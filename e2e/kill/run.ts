/** A run: shift after shift until so many tills have been killed, each instant as often as the others, all by one seed. */

import { seededChance } from '../../main/simulation/chance.ts';
import { wallNow } from '../bench/wallTime.ts';
import { openBag } from './bag.ts';
import type { KillHost } from './hosts.ts';
import { type ComingBack, comingBack } from './moments.ts';
import { openScene, type Scene } from './scene.ts';

/** One data folder and its till; `I` is what an instant of this kind of till is. */
export interface Shift<I> {
  /** What happened so far, line by line. */
  readonly story: readonly string[];
  /** Kills its till at the instant; `false` where the instant never came, and the till was killed all the same. */
  killAt(instant: I): Promise<boolean>;
  /** Whether the till that died left a payment open, so that there is something to come back to. */
  leftOpen(): boolean;
  /** The same for a till that is coming back. */
  killComingBack(coming: ComingBack): Promise<boolean>;
  /** Starts the till for good. */
  comeBack(): Promise<void>;
  /** Waits until everything is final, ends the till and audits. */
  close(): Promise<ShiftResult>;
  /** Ends the till and throws everything away, whatever state it is in. */
  abandon(): Promise<void>;
}

export interface ShiftResult {
  readonly findings: readonly string[];
  readonly endings: ReadonlyMap<string, number>;
  readonly sales: number;
  readonly payments: number;
}

export interface RunOptions<I> {
  readonly host: KillHost;
  readonly kills: number;
  readonly seed: number;
  openShift(scene: Scene, number: number): Promise<Shift<I>>;
  readonly instants: readonly I[];
  /** All of them unless told. */
  readonly comingBack?: readonly ComingBack[];
  /** Hears how far it is. */
  readonly progress?: (line: string) => void;
}

export interface Finding {
  readonly shift: number;
  readonly what: string;
  /** What happened in that shift, line by line. */
  readonly story: readonly string[];
}

export interface RunResult {
  readonly host: KillHost['name'];
  readonly seed: number;
  readonly kills: number;
  readonly shifts: number;
  readonly seconds: number;
  readonly sales: number;
  readonly payments: number;
  /** How often a till died at each instant; also those that never came. */
  readonly hits: ReadonlyMap<string, number>;
  /** Instants that were waited for and did not come; the till was killed all the same. */
  readonly inVain: number;
  /** How payments ended on the cashier's screen. */
  readonly endings: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
}

const killsAShift = 20;
/** Share of the tills that die once more while they come back. */
const again = 0.4;

export async function runKills<I extends { readonly name: string }>(
  options: RunOptions<I>,
): Promise<RunResult> {
  const { host, seed, progress = () => undefined } = options;
  const chance = seededChance(seed);
  const all = options.instants;
  const allOfRecovery = options.comingBack ?? comingBack;
  const bag = openBag(all, chance);
  const recoveryBag = openBag(allOfRecovery, chance);
  const hits = new Map([...all, ...allOfRecovery].map(({ name }) => [name, 0]));
  const endings = new Map<string, number>();
  const findings: Finding[] = [];
  const total = { kills: 0, shifts: 0, inVain: 0, sales: 0, payments: 0 };
  const from = wallNow();

  const neverHit = (of: readonly { readonly name: string }[]) => of.some(({ name }) => hits.get(name) === 0);

  /** An instant that did not come is tried again, so a run may take some kills more than asked for; not twice as many. */
  function enough(): boolean {
    if (total.kills < options.kills) return false;
    return !neverHit([...all, ...allOfRecovery]) || total.kills >= 2 * options.kills;
  }

  function count(name: string, hit: boolean): void {
    total.kills += 1;
    if (hit) hits.set(name, (hits.get(name) ?? 0) + 1);
    else total.inVain += 1;
  }

  async function oneShift(): Promise<void> {
    const number = total.shifts + 1;
    total.shifts += 1;
    const scene = await openScene(host, chance);
    const shift = await options.openShift(scene, number);
    const note = (what: string) => void findings.push({ shift: number, what, story: shift.story });
    try {
      await play(shift, note);
    } catch (thrown) {
      // A till that does not start any more is the worst of findings.
      note(`broke off: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
      await shift.abandon();
    } finally {
      await scene.close();
    }
    progress(
      `shift ${number}: ${total.kills} kills, ${total.payments} payments, ${findings.length} findings`,
    );
  }

  async function play(shift: Shift<I>, note: (what: string) => void): Promise<void> {
    const started = total.kills;
    while (total.kills - started < killsAShift && !enough()) {
      const instant = bag.draw();
      const hit = await shift.killAt(instant);
      count(instant.name, hit);
      if (!hit) bag.putBack(instant);
      while (shift.leftOpen() && (neverHit(allOfRecovery) || chance.happens(again)) && !enough()) {
        const coming = recoveryBag.draw();
        const came = await shift.killComingBack(coming);
        count(coming.name, came);
        if (!came) recoveryBag.putBack(coming);
      }
      await shift.comeBack();
    }
    const result = await shift.close();
    total.sales += result.sales;
    total.payments += result.payments;
    for (const [key, times] of result.endings) endings.set(key, (endings.get(key) ?? 0) + times);
    for (const what of result.findings) note(what);
  }

  while (!enough()) await oneShift();
  return { host: host.name, seed, seconds: (wallNow() - from) / 1000, ...total, hits, endings, findings };
}
