/**
 * The scanner doctor: while a page shows it every scan is looked at and kept for the page, and nothing is done with it.
 * Being open is lent to each page, not given: unless one says again that it is there, the scanners go back to the till.
 */

import type { DoctorScanView, DoctorView } from '../../app/contract/viewScanner.ts';
import { diagnose, type KnownGoods, type ReadScan } from '../../app/domain/scanDiagnosis.ts';
import { isoUtc } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';

export interface Doctor {
  isOpen(): boolean;
  /** Opens it for this page, or keeps it open. */
  open(page: string): void;
  /** This page shows it no more. Open it stays as long as another does. */
  leave(page: string): void;
  close(): void;
  take(scan: ReadScan, from: Pick<DoctorScanView, 'device' | 'side'>): void;
  /** `null` while it is closed. */
  view(): DoctorView | null;
}

export interface DoctorParts {
  readonly clock: Clock;
  readonly goods: KnownGoods;
  readonly changed: () => void;
}

const lentMs = 15_000;
const mostKept = 12;

export function createDoctor({ clock, goods, changed }: DoctorParts): Doctor {
  /** Until when it is lent to each page. */
  const lent = new Map<string, number>();
  let watch: AbortController | null = null;
  let taken = 0;
  let scans: readonly DoctorScanView[] = [];

  /** Takes it back from each page that has not said for long enough that it is wanted there. */
  async function giveBack(watching: AbortController): Promise<void> {
    while (!watching.signal.aborted) {
      const now = clock.monotonic();
      for (const [page, until] of lent) if (until <= now) leave(page);
      if (lent.size > 0) await clock.sleep(Math.min(...lent.values()) - now, watching.signal);
    }
  }

  function leave(page: string): void {
    if (!lent.delete(page)) return;
    if (lent.size > 0) changed();
    else end();
  }

  function end(): void {
    watch?.abort();
    watch = null;
    scans = [];
    changed();
  }

  return {
    isOpen: () => lent.size > 0,
    open(page) {
      const known = lent.has(page);
      lent.set(page, clock.monotonic() + lentMs);
      if (watch === null) {
        watch = new AbortController();
        void giveBack(watch);
      }
      if (!known) changed();
    },
    leave,
    close() {
      if (lent.size === 0) return;
      lent.clear();
      end();
    },
    take(scan, from) {
      taken += 1;
      const { typed, symbology } = scan;
      const seen: DoctorScanView = {
        ...diagnose(scan, goods),
        ...from,
        number: taken,
        at: isoUtc(clock.now()),
        symbology,
        typed: typed === null ? null : { suffix: typed.suffix, meanGapMs: typed.meanGapMs },
      };
      scans = [seen, ...scans].slice(0, mostKept);
      changed();
    },
    view: () => (lent.size === 0 ? null : { scans, pages: [...lent.keys()] }),
  };
}
