/** One touch, one call: a second touch meanwhile does nothing, and what the door refuses is kept to be said. */

import { useRef, useState } from 'react';
import type { CallInput } from '../../../app/contract/calls.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import { useDoor } from '../../stores/context.tsx';

type Touched = 'vending.choose' | 'vending.take' | 'vending.done' | 'vending.more';

export function useTouch() {
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

  return { fault, touch };
}
