/** One touch, one call: a second touch meanwhile does nothing, and what the door refuses is kept to be said. */

import { useRef, useState } from 'react';
import type { CallInput } from '../../../app/contract/calls.ts';
import type { MachineView } from '../../../app/contract/view.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import { useDoor } from '../../stores/context.tsx';

type Touched = 'vending.choose' | 'vending.take' | 'vending.done' | 'vending.more';

/** `turn`: whose screen this was when it was touched, so that a late touch is not the next customer's. */
export function useTouch({ turn }: Pick<MachineView, 'turn'>) {
  const door = useDoor();
  const [fault, setFault] = useState<Fault | null>(null);
  const busy = useRef(false);

  async function touch<K extends Touched>(name: K, input: CallInput<K>): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    const answer = await door.call(name, input);
    busy.current = false;
    setFault(answer.ok ? null : answer.fault);
  }

  return {
    fault,
    choose: (sku: string) => touch('vending.choose', { sku }),
    take: (sku: string) => turn !== null && touch('vending.take', { turn, sku }),
    done: () => turn !== null && touch('vending.done', { turn }),
    more: () => turn !== null && touch('vending.more', { turn }),
  };
}
