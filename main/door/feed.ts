/**
 * Tells listeners of changes, many changes of one turn as one. The last one is never dropped: whoever listens has the
 * newest state once the turn is over.
 */

import type { Unsubscribe } from '../../app/kernel/brand.ts';

export interface Feed {
  /** Counts every telling; rises and never falls while the till runs. */
  version(): number;
  changed(): void;
  listen(listener: () => void): Unsubscribe;
  close(): void;
}

export function createFeed(broken: (thrown: unknown) => void): Feed {
  const listeners = new Set<{ readonly tell: () => void }>();
  let version = 1;
  let due: NodeJS.Immediate | null = null;

  function tell(): void {
    due = null;
    for (const listener of [...listeners]) {
      if (!listeners.has(listener)) continue;
      try {
        listener.tell();
      } catch (thrown) {
        // One window's trouble is not another's.
        broken(thrown);
      }
    }
  }

  return {
    version: () => version,
    changed() {
      version += 1;
      due ??= setImmediate(tell);
    },
    listen(tell) {
      const listener = { tell };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      listeners.clear();
      if (due !== null) clearImmediate(due);
      due = null;
    },
  };
}
