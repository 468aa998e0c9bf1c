/** Undoes in reverse order what was opened, and goes on when one of them fails. */

import type { Log } from '../../app/ports/Log.ts';

export interface Undoing {
  /** To be called as soon as something is open that must be closed again. */
  later(what: string, undo: () => void | Promise<void>): void;
  all(): Promise<void>;
}

export function createUndoing(log: Log): Undoing {
  const steps: { readonly what: string; readonly undo: () => void | Promise<void> }[] = [];
  return {
    later: (what, undo) => void steps.push({ what, undo }),
    async all() {
      for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
        try {
          await step.undo();
        } catch (thrown) {
          log.error('close.failed', { what: step.what, why: String(thrown) });
        }
      }
    },
  };
}
