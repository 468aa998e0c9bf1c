/** What the till knows of its webhooks, asked anew while something is still on its way. */

import { useCallback, useEffect, useState } from 'react';
import type { WebhooksView } from '../../../../app/contract/view.ts';
import type { Fault } from '../../../../app/kernel/fault.ts';
import { useDoor } from '../../../stores/context.tsx';
import { type Asked, asked } from '../asked.ts';
import { isUnsettled } from './road.ts';

const lookAgainMs = 2000;

export interface WebhooksState {
  readonly seen: Asked<WebhooksView>;
  readonly looking: boolean;
  look(): void;
  /** Tells what was refused, or `null`. */
  remove(id: string): Promise<Fault | null>;
}

/** `hasCode`: this till has a code of its own, and so wants to be told of scans. */
export function useWebhooks(hasCode: boolean): WebhooksState {
  const door = useDoor();
  const [seen, setSeen] = useState<Asked<WebhooksView>>({ kind: 'asking' });
  const [looking, setLooking] = useState(true);

  const look = useCallback(async () => {
    setLooking(true);
    const answer = await door.call('webhooks.list', {});
    setSeen(asked(answer));
    setLooking(false);
  }, [door]);

  useEffect(() => void look(), [look]);
  useEffect(() => {
    if (seen.kind !== 'answered' || !isUnsettled(seen.value, hasCode)) return;
    const timer = setTimeout(() => void look(), lookAgainMs);
    return () => clearTimeout(timer);
  }, [seen, hasCode, look]);

  return {
    seen,
    looking,
    look: () => void look(),
    async remove(id) {
      const answer = await door.call('webhooks.delete', { id });
      if (!answer.ok) return answer.fault;
      await look();
      return null;
    },
  };
}
