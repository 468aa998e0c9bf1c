/**
 * The scanner doctor: while it is open every scan is looked at and kept for the page, and nothing is done with it. Being
 * open is lent, not given: unless the page says again that it is there, the scanners go back to the till.
 */

import type { DoctorScanView, DoctorView } from '../../app/contract/viewScanner.ts';
import { diagnose, type KnownGoods, type ReadScan } from '../../app/domain/scanDiagnosis.ts';
import { isoUtc } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';

export interface Doctor {
  isOpen(): boolean;
  /** Opens it, or keeps it open. */
  open(): void;
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
  let until: number | null = null;
  let watch: AbortController | null = null;
  let taken = 0;
  let scans: readonly DoctorScanView[] = [];

  /** Closes it once nobody has said for long enough that it is wanted. */
  async function giveBack(watching: AbortController): Promise<void> {
    while (until !== null && !watching.signal.aborted) {
      const left = until - clock.monotonic();
      if (left <= 0) close();
      else await clock.sleep(left, watching.signal);
    }
  }

  function close(): void {
    if (until === null) return;
    until = null;
    watch?.abort();
    watch = null;
    scans = [];
    changed();
  }

  return {
    isOpen: () => until !== null,
    open() {
      const opened = until === null;
      until = clock.monotonic() + lentMs;
      if (!opened) return;
      watch = new AbortController();
      void giveBack(watch);
      changed();
    },
    close,
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
    view: () => (until === null ? null : { scans }),
  };
}
