/** The newest view of one audience over all lives of a till, and waiting for one that is as wished. */

export interface Sightings<V> {
  see(view: V): void;
  /** A till was started: what is said from now on is its own. */
  newLife(): void;
  /** `null` before this life has said anything. */
  now(): V | null;
  /** Resolves with the first view that is as wished, or with `null` when the time is over or the till has died. */
  until(wished: (view: V) => boolean, patienceMs: number): Promise<V | null>;
}

export function takeSightings<V>(): Sightings<V> {
  const waiting = new Set<(view: V | null) => void>();
  let last: V | null = null;
  return {
    see(view) {
      last = view;
      for (const look of [...waiting]) look(view);
    },
    newLife() {
      last = null;
      for (const look of [...waiting]) look(null);
    },
    now: () => last,
    until(wished, patienceMs) {
      return new Promise((resolve) => {
        const stop = (view: V | null) => {
          clearTimeout(timer);
          waiting.delete(look);
          resolve(view);
        };
        const timer = setTimeout(() => stop(null), patienceMs);
        const look = (view: V | null) => {
          if (view === null || wished(view)) stop(view);
        };
        waiting.add(look);
        if (last !== null) look(last);
      });
    },
  };
}
