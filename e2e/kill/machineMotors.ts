/**
 * The controller of a machine whose till is killed, and its motors: goes by the state alone, hands out what is asked for,
 * and tells whichever till runs by then. A motor that has begun to turn knows nothing of a till that died.
 */

import type { DisplayView } from '../../app/contract/view.ts';
import type { Chance } from '../../main/simulation/chance.ts';
import type { MachineBooks } from '../../main/simulation/machineAuditor.ts';
import { pause } from '../bench/wallTime.ts';
import type { Ask } from './lives.ts';
import type { ServiceBooks } from './serviceBooks.ts';

export interface Motors {
  readonly left: MachineBooks['left'];
  /** What a till has answered that it knows as dispensed. */
  readonly confirmed: readonly string[];
  see(view: DisplayView): void;
  /** From now on nothing comes out. */
  jam(jammed: boolean): void;
}

const longestTurnMs = 300;

export function openMotors(parts: {
  readonly service: Pick<ServiceBooks, 'now'>;
  readonly chance: Chance;
  /** The till that runs just now. */
  readonly ask: () => Ask;
  readonly skuOf: (name: string) => string;
  readonly tell: (what: string) => void;
}): Motors {
  const { service, chance, tell } = parts;
  const left: MachineBooks['left'][number][] = [];
  const confirmed: string[] = [];
  const begun = new Set<string>();
  let isJammed = false;

  async function turn(item: string, name: string, jammed: boolean): Promise<void> {
    const begunAt = service.now();
    await pause(chance.below(longestTurnMs));
    if (!jammed) left.push({ item, sku: parts.skuOf(name), begunAt, at: service.now() });
    tell(jammed ? `${name} is stuck` : `${name} leaves the machine`);
    const outcome = jammed ? 'failed' : 'dispensed';
    const told = await parts.ask()('vending.settle', { itemId: item, outcome });
    tell(`told as ${outcome}: ${told === null ? 'nobody there' : told.ok ? 'ok' : told.fault.kind}`);
    if (told?.ok && !jammed) confirmed.push(item);
  }

  return {
    left,
    confirmed,
    see({ machine }) {
      if (machine?.phase !== 'dispensing') return;
      for (const { id, name, state } of machine.items) {
        if (state !== 'asked' || begun.has(id)) continue;
        begun.add(id);
        void turn(id, name, isJammed);
      }
    },
    jam(jammed) {
      isJammed = jammed;
    },
  };
}
