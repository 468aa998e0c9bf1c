/** What a scenario plays in: devices to plug, and tills whose every word is kept. Whatever it leaves open is ended. */

import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Log, LogFacts } from '../../app/ports/Log.ts';
import type { Scan } from '../../app/ports/Scanner.ts';
import { type Hardware, openHardware } from '../../hardware/index.ts';
import { realClock } from '../../hardware/testing/realClock.ts';
import { type Plugged, plug, type VirtualDevice } from './uhid.ts';

/** What a scenario measured; shown, never judged. */
export type Figures = Readonly<Record<string, number>>;

export interface Scenario {
  readonly name: string;
  play(world: World): Promise<Figures | undefined>;
}

export interface World {
  plug(device: VirtualDevice): Plugged;
  till(): Promise<TillAtWork>;
  /** Called when the scenario is over, the last one first. */
  atEnd(end: () => unknown): void;
}

export interface TillAtWork {
  readonly hardware: Hardware;
  readonly scans: readonly Scan[];
  texts(): readonly string[];
  /** The last state that was told of this scanner; `undefined` before the first. */
  stateOf(id: string): string | undefined;
  /** How often a report was dropped for this reason, as far as the log says: it tells of 1, 10, 100 … */
  dropped(id: string, why: string): number;
  /** Waits until this is so. Looks whenever the till says anything. */
  until(what: string, isSo: () => boolean): Promise<void>;
  /** Keeps none of the scans so far. */
  forget(): void;
  close(): Promise<void>;
}

/** Far beyond anything the till waits for: who waits longer waits in vain. */
const inVain = 120_000;

export async function inWorld(scenario: Scenario): Promise<Figures | undefined> {
  const ends: (() => unknown)[] = [];
  const world: World = {
    plug(device) {
      const plugged = plug(device);
      ends.push(() => plugged.pull());
      return plugged;
    },
    async till() {
      const till = await openTill();
      ends.push(() => till.close());
      return till;
    },
    atEnd: (end) => void ends.push(end),
  };
  try {
    return await scenario.play(world);
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

async function openTill(): Promise<TillAtWork> {
  const scans: Scan[] = [];
  const states = new Map<string, string>();
  const drops = new Map<string, number>();
  const waiting = waitingRoom(() => `${JSON.stringify([...states])} ${JSON.stringify([...drops])}`);

  function hear(event: string, facts: LogFacts = {}): void {
    if (event === 'scanner.state') states.set(String(facts['device']), String(facts['state']));
    if (event === 'scanner.dropped') drops.set(`${facts['device']} ${facts['why']}`, Number(facts['total']));
    waiting.look();
  }
  const log: Log = { info: hear, warn: hear, error: hear };
  const hardware = await openHardware({ scanner: { kind: 'auto' } }, { clock: realClock, log });
  hardware.scanner.onScan((scan) => {
    scans.push(scan);
    waiting.look();
  });
  return {
    hardware,
    scans,
    texts: () => scans.map((scan) => scan.text),
    stateOf: (id) => states.get(id),
    dropped: (id, why) => drops.get(`${id} ${why}`) ?? 0,
    until: waiting.until,
    forget: () => void scans.splice(0),
    close: () => hardware.close(),
  };
}

export interface WaitingRoom {
  until(what: string, isSo: () => boolean): Promise<void>;
  /** Something happened. */
  look(): void;
}

/** `now` says how things stand, for the one who waited in vain. */
export function waitingRoom(now: () => string): WaitingRoom {
  const looks = new Set<() => void>();
  return {
    look: () => looks.forEach((look) => void look()),
    until: (what, isSo) =>
      new Promise((resolve, reject) => {
        const end = (): void => {
          clearTimeout(timer);
          looks.delete(look);
        };
        const look = (): void => {
          if (!isSo()) return;
          end();
          resolve();
        };
        const timer = setTimeout(() => {
          end();
          reject(new Error(`waited in vain for: ${what}; ${now()}`));
        }, inVain);
        looks.add(look);
        look();
      }),
  };
}

/** The device file that the kernel made for the device of this serial number. */
export async function fileOf(serialNumber: string): Promise<string> {
  const folder = '/sys/class/hidraw';
  const isIt = (name: string): boolean =>
    readFileSync(join(folder, name, 'device', 'uevent'), 'utf8')
      .split('\n')
      .includes(`HID_UNIQ=${serialNumber}`);
  for (;;) {
    const name = readdirSync(folder).find(isIt);
    if (name !== undefined) return join('/dev', name);
    // The kernel makes it on a thread of its own.
    await new Promise((resume) => setImmediate(resume));
  }
}

/** Which device files this process has open. */
export function openFiles(): readonly string[] {
  const folder = '/proc/self/fd';
  return readdirSync(folder)
    .flatMap((name) => {
      try {
        return [readlinkSync(join(folder, name))];
      } catch {
        // The folder's own, closed since.
        return [];
      }
    })
    .filter((target) => target.startsWith('/dev/hidraw'))
    .sort();
}
