/** Scanners as the manager sees them: which there are, how each is, and what the doctor says of each scan. */

import type { ScanSide } from '../domain/scan.ts';
import type { ScanDiagnosis, TypedScan } from '../domain/scanDiagnosis.ts';
import type { ScannerMode, ScannerRemedy, ScannerState } from '../domain/scanner.ts';

export interface ScannerDeviceView {
  readonly id: string;
  readonly name: string;
  readonly mode: ScannerMode;
  /** `unused`: plugged in, and the till was not told to read it. */
  readonly state: ScannerState | 'unused';
  readonly side: ScanSide;
  /** What arrived and gave no scan, by reason. */
  readonly dropped: readonly { readonly why: string; readonly count: number }[];
  /** What would help; `null` where nothing is wrong. */
  readonly remedy: ScannerRemedy | null;
}

/** One scan as the scanner doctor shows it. Personal parts of `shown` are masked. */
export interface DoctorScanView extends ScanDiagnosis {
  /** Counts up from 1 while the till runs. */
  readonly number: number;
  readonly at: string;
  /** `null`: typed in a window. */
  readonly device: { readonly name: string; readonly mode: ScannerMode } | null;
  readonly side: ScanSide;
  readonly symbology: string | null;
  readonly typed: Omit<TypedScan, 'usText'> | null;
}

/** While the scanner doctor is open every scan comes here and is not acted on. */
export interface DoctorView {
  /** The newest first. */
  readonly scans: readonly DoctorScanView[];
  /** The pages that show it. */
  readonly pages: readonly string[];
}
