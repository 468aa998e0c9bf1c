/** Who looks at which simulated phone, and who must hear when something on it changes. */

import type { Unsubscribe } from '../../app/kernel/brand.ts';

export interface Phones {
  /** Something that this number's phone shows has changed. */
  changed(phone: string): void;
  /** Listens and counts as an open phone page until the answer is called. */
  watch(phone: string, listener: () => void): Unsubscribe;
  /** Whether a page is open for this number; with `null`, for any number. */
  watched(phone: string | null): boolean;
}

export function createPhones(): Phones {
  const listeners = new Map<string, Set<() => void>>();
  return {
    changed(phone) {
      for (const listener of [...(listeners.get(phone) ?? [])]) listener();
    },
    watch(phone, listener) {
      const set = listeners.get(phone) ?? new Set();
      listeners.set(phone, set.add(listener));
      return () => {
        set.delete(listener);
      };
    },
    watched(phone) {
      if (phone !== null) return (listeners.get(phone)?.size ?? 0) > 0;
      return [...listeners.values()].some((set) => set.size > 0);
    },
  };
}
