/**
 * Every word of the scanner doctor and its test sheet. `{w}` is the wallet's name; other names in braces are filled in
 * where the sentence is shown. A new verdict, meaning or remedy does not compile until both languages have words for it.
 */

import type { ScanSide } from '../../app/domain/scan.ts';
import type { ScanVerdict } from '../../app/domain/scanDiagnosis.ts';
import type { ScannerRemedy, ScannerState } from '../../app/domain/scanner.ts';
import type { KeyboardLayout } from '../../app/kernel/fault.ts';
import type { DroppedGroup } from '../screens/Settings/doctor/dropped.ts';
import type { WhatKey } from '../screens/Settings/doctor/said.ts';
import type { SheetKey } from '../screens/Settings/doctor/sheetCodes.ts';
import type { InBoth } from './language.ts';
import { scannerDoctorEn } from './scannerDoctorEn.ts';
import { scannerDoctorNb } from './scannerDoctorNb.ts';

interface Named {
  readonly name: string;
  readonly what: string;
}

export interface ScannerDoctorText {
  readonly invitation: Named;
  readonly lastCode: string;
  readonly earlier: string;
  /** What the code is, and what the till does with it. */
  readonly whats: Readonly<Record<WhatKey, Named>>;
  /** `next` is the step to take; a scanner that types may need another one. */
  readonly verdicts: Readonly<
    Record<ScanVerdict, { readonly chip: string; readonly next: string | null; readonly typed?: string }>
  >;
  readonly kind: string;
  readonly kindNotTold: string;
  readonly length: string;
  readonly characters: string;
  readonly oneCharacter: string;
  readonly device: string;
  readonly inThisWindow: string;
  readonly ending: string;
  readonly endings: Readonly<Record<'enter' | 'tab' | 'none', string>>;
  readonly pace: string;
  readonly perCharacter: string;
  readonly arrivedAs: string;
  readonly notKept: string;

  readonly scanners: string;
  readonly states: Readonly<Record<ScannerState | 'unused', string>>;
  readonly types: string;
  readonly sides: Readonly<Record<ScanSide, string>>;
  readonly dropped: Readonly<Record<DroppedGroup, string>>;
  readonly remedies: Readonly<Record<ScannerRemedy['kind'], string>>;
  readonly ruleFile: string;
  readonly rule: string;
  readonly thenRun: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;

  readonly layouts: Readonly<Record<KeyboardLayout, string>>;
  readonly which: string;
  readonly serial: {
    readonly title: string;
    readonly none: Named;
    readonly port: string;
    readonly away: Named;
    readonly suffix: string;
    readonly suffixes: Readonly<Record<'any' | 'cr' | 'lf', Named>>;
  };
  readonly facing: Named;
  readonly awayScanner: string;
  readonly addsGoods: Named;

  readonly sheet: Named;
  readonly print: string;
  readonly drawing: string;
  readonly notDrawn: string;
  readonly sheetMark: string;
  readonly sheetTests: string;
  readonly sheetCommands: Named;
  /** `{n}`: how many characters the code has. */
  readonly codes: Readonly<Record<SheetKey, Named>>;
}

export const scannerDoctorText: InBoth<ScannerDoctorText> = { nb: scannerDoctorNb, en: scannerDoctorEn };
