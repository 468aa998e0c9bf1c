/**
 * Bytes to one part of a scan. A layout is data: where count, AIM identifier, data and continued bit lie in a report.
 * Layouts A, B, C and Microscan are those of scanners.md 4; a device with a readable descriptor brings its own.
 * Offsets count from byte 0 = report id, as node-hid delivers it.
 */

import { isAim, isCommandReply } from './symbology.ts';

export interface ReportForm {
  readonly name: string;
  /** `null` when the device does not number its reports; byte 0 is then already content. */
  readonly reportId: number | null;
  /** Whole report, id included. */
  readonly length: number;
  /** Number of data bytes in this report, little-endian; `null`: trailing zeros are cut instead. */
  readonly count: { readonly at: number; readonly bytes: 1 | 2 } | null;
  readonly aimAt: number | null;
  /** The layout was guessed, and the AIM identifier in its place is what proves the guess. */
  readonly aimIsProof: boolean;
  readonly dataAt: number;
  readonly dataBytes: number;
  /** Vendor symbology letter. */
  readonly letterAt: number | null;
  readonly continued: { readonly at: number; readonly mask: number } | null;
}

const numbered = { reportId: 2, dataBytes: 56, continued: { at: 63, mask: 1 }, length: 64 } as const;

/** Honeywell, Youjie, Access-IS. */
export const layoutA: ReportForm = {
  ...numbered,
  name: 'A',
  count: { at: 1, bytes: 1 },
  aimAt: 2,
  aimIsProof: true,
  dataAt: 5,
  letterAt: 61,
};

/** Zebra, Symbol. The byte after the count is 0 in all captures: read as the high byte of a count. */
export const layoutB: ReportForm = {
  ...numbered,
  name: 'B',
  count: { at: 1, bytes: 2 },
  aimAt: 3,
  aimIsProof: true,
  dataAt: 6,
  letterAt: 62,
};

/** Newland and relatives. No AIM identifier; the letter at 62 is Newland's own and not read. */
export const layoutC: ReportForm = {
  ...numbered,
  name: 'C',
  count: { at: 1, bytes: 1 },
  aimAt: null,
  aimIsProof: false,
  dataAt: 2,
  letterAt: null,
};

/** As A without the vendor bytes (the published Honeywell descriptor). */
export const layoutAShort: ReportForm = {
  ...layoutA,
  name: 'A62',
  length: 62,
  letterAt: null,
  continued: { at: 61, mask: 1 },
};

/** As A without count and vendor bytes. */
export const layoutACountless: ReportForm = {
  ...layoutA,
  name: 'A61',
  length: 61,
  count: null,
  aimAt: 1,
  dataAt: 4,
  letterAt: null,
  continued: { at: 60, mask: 1 },
};

export const layoutMicroscan: ReportForm = {
  name: 'Microscan',
  reportId: 1,
  length: 64,
  count: { at: 1, bytes: 1 },
  aimAt: null,
  aimIsProof: false,
  dataAt: 2,
  dataBytes: 62,
  letterAt: null,
  continued: null,
};

/** What is known of a device before it sends anything. */
export interface FormHints {
  readonly vendorId: number;
  /** Forms out of its report descriptor; empty where that cannot be read. */
  readonly described: readonly ReportForm[];
}

/** The layout of this report; `foreign`: not a scan at all; `garbled`: meant as one, but unreadable. */
export function chooseForm(hints: FormHints, report: Uint8Array): ReportForm | 'foreign' | 'garbled' {
  if (report.length === 0) return 'garbled';
  if (hints.described.length > 0) {
    return hints.described.find((one) => one.reportId === null || one.reportId === report[0]) ?? 'foreign';
  }
  const maker = makers.get(hints.vendorId) ?? 'unknown';
  if (report[0] === 1 && maker === 'unknown' && fits(layoutMicroscan, report)) return layoutMicroscan;
  if (report[0] !== 2) return 'foreign';
  if (maker === 'plain') return fits(layoutC, report) ? layoutC : 'garbled';
  for (const form of [layoutA, layoutB, layoutAShort, layoutACountless]) {
    if (fits(form, report) && hasAim(form, report) && !isPlainInDisguise(form, report)) return form;
  }
  if (maker === 'unknown') return fits(layoutC, report) ? layoutC : 'garbled';
  // A maker whose reports have an AIM identifier, and a report that has none: blank is believed, anything else is not.
  const usual = maker === 'A' ? layoutA : layoutB;
  return fits(usual, report) && aimIsBlank(usual, report) ? usual : 'garbled';
}

/** scanners.md 6. Datalogic's exact layout is unconfirmed: it is told by the AIM identifier like an unknown one. */
const makers: ReadonlyMap<number, 'A' | 'B' | 'plain'> = new Map([
  [0x0c2e, 'A'],
  [0x0536, 'A'],
  [0x23d0, 'A'],
  [0x05e0, 'B'],
  [0x1eab, 'plain'],
]);

export type Cut =
  | {
      readonly kind: 'part';
      readonly aim: string | null;
      readonly letter: number | null;
      readonly data: Uint8Array;
      readonly continued: boolean;
    }
  /** An answer to a command, on the same report id as scans. */
  | { readonly kind: 'reply'; readonly continued: boolean }
  /** `continued` is `null` when the report is too short to tell. */
  | { readonly kind: 'refused'; readonly why: 'short' | 'count'; readonly continued: boolean | null };

/** Cuts one report by its form. A count is believed over zeros in the data (NUL may be content). */
export function cut(form: ReportForm, report: Uint8Array): Cut {
  if (report.length < form.length) return { kind: 'refused', why: 'short', continued: null };
  const continued = form.continued !== null && ((report[form.continued.at] ?? 0) & form.continued.mask) !== 0;
  const aim = form.aimAt === null ? null : aimText(report, form.aimAt);
  if (aim !== null && isCommandReply(aim)) return { kind: 'reply', continued };
  const count = countOf(form, report);
  if (count > form.dataBytes) return { kind: 'refused', why: 'count', continued };
  const letter = form.letterAt === null ? null : (report[form.letterAt] ?? null);
  return { kind: 'part', aim, letter, data: report.slice(form.dataAt, form.dataAt + count), continued };
}

function countOf(form: ReportForm, report: Uint8Array): number {
  if (form.count !== null) {
    const high = form.count.bytes === 2 ? (report[form.count.at + 1] ?? 0) : 0;
    return (report[form.count.at] ?? 0) + high * 256;
  }
  let end = form.dataAt + form.dataBytes;
  while (end > form.dataAt && report[end - 1] === 0) end -= 1;
  return end - form.dataAt;
}

/** Windows pads each report with zeros to the longest one of the device. */
function fits(form: ReportForm, report: Uint8Array): boolean {
  return report.length >= form.length && report.subarray(form.length).every((byte) => byte === 0);
}

function hasAim(form: ReportForm, report: Uint8Array): boolean {
  if (form.aimAt === null || aimText(report, form.aimAt) === null) return false;
  return form.count?.bytes !== 2 || report[form.count.at + 1] === 0;
}

/**
 * A plain report (layout C) whose text begins like an AIM identifier looks like A. Read as A its last three bytes would
 * be the zero filling behind the text: no real scan ends in three NULs.
 */
function isPlainInDisguise(form: ReportForm, report: Uint8Array): boolean {
  if (form.count === null || form.dataAt !== 5) return false;
  const count = report[form.count.at] ?? 0;
  return (
    count >= 3 &&
    count <= layoutC.dataBytes &&
    report.subarray(2 + count, 5 + count).every((byte) => byte === 0)
  );
}

function aimIsBlank(form: ReportForm, report: Uint8Array): boolean {
  return form.aimAt !== null && report.subarray(form.aimAt, form.aimAt + 3).every((byte) => byte === 0);
}

function aimText(report: Uint8Array, at: number): string | null {
  const text = String.fromCharCode(...report.subarray(at, at + 3));
  return isAim(text) ? text : null;
}
