/** Runs something whenever it is wished, and never sooner than a while after it began before; the last wish is not lost. */

export interface Paced {
  wish(): void;
  /** Forgets a wish that has not run yet. */
  stop(): void;
}

export interface PaceClock {
  now(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

export function atMostOnceA(ms: number, run: () => void, clock: PaceClock): Paced {
  let ranAt = Number.NEGATIVE_INFINITY;
  let timer: unknown = null;
  const go = () => {
    timer = null;
    ranAt = clock.now();
    run();
  };
  return {
    wish() {
      if (timer !== null) return;
      const wait = ranAt + ms - clock.now();
      if (wait <= 0) go();
      else timer = clock.setTimeout(go, wait);
    },
    stop() {
      if (timer !== null) clock.clearTimeout(timer);
      timer = null;
    },
  };
}
