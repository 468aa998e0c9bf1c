/** Who looks at which simulated phone, and who must hear when something on it changes. */

import type { Unsubscribe } from '../../app/kernel/brand.ts';

export interface Phones {
  /** Something that this number's phone shows has changed; `null`: something that every phone could see. */
  changed(phone: string | null): void;
  /** Listens and counts as an open phone page until the answer is called. */
  watch(phone: string, listener: () => void): Unsubscribe;
  /** Whether a page is open for this number; with `null`, for any number. */
  watched(phone: string | null): boolean;
}

export function createPhones(): Phones {
  const listeners = new Map<string, Set<() => void>>();
  return {
    changed(phone) {
      const sets = phone === null ? [...listeners.values()] : [listeners.get(phone) ?? new Set()];
      for (const set of sets) for (const listener of [...set]) listener();
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
