/**
 * Reports to whole scans: joins parts while the continued bit is set and turns the joined bytes into text. A report of
 * HID POS has neither sequence number nor checksum, so whenever a part is missing or unreadable everything up to the
 * end of that scan is thrown away: no scan is better than a text that nobody scanned.
 */

import { isUtf8 } from 'node:buffer';
import { chooseForm, cut, type FormHints, type ReportForm } from './layouts.ts';
import { symbologyOf } from './symbology.ts';

/** Why a report gave no scan. */
export type Dropped =
  | 'foreign'
  | 'garbled'
  | 'short'
  | 'count'
  | 'reply'
  | 'empty'
  /** It arrived so soon after opening that it was read before. */
  | 'stale'
  /** The next part did not come in time. */
  | 'timeout'
  /** A part of another symbology in the middle of a scan. */
  | 'torn'
  /** The rest of a scan whose earlier part was unreadable. */
  | 'rest'
  /** Longer than any code can be. */
  | 'long'
  /** The device went in the middle of a scan. */
  | 'removed';

export type Outcome =
  | {
      readonly kind: 'scan';
      readonly text: string;
      readonly symbology: string | null;
      readonly layout: string;
    }
  | { readonly kind: 'more' }
  | { readonly kind: 'dropped'; readonly why: Dropped };

export interface Assembly {
  /** `at` in milliseconds of the monotonic clock; `stale`: read soon after opening. */
  feed(report: Uint8Array, at: number, stale: boolean): Outcome;
  /** The device went. True when that tore a scan apart. */
  removed(): boolean;
  /** How many reports and begun scans were dropped, by reason. */
  dropped(): ReadonlyMap<Dropped, number>;
}

/** Time within which the next part must come (scanners.md 3). */
export const continuationMs = 500;

/** A QR code holds at most 7089 characters; the rest is room for prefixes. */
export const mostBytes = 8192;

type Stage =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'joining';
      readonly form: ReportForm;
      readonly aim: string | null;
      readonly letter: number | null;
      readonly parts: readonly Uint8Array[];
      readonly stale: boolean;
      readonly at: number;
    }
  /** Waiting for the end of a scan that is lost already. */
  | { readonly kind: 'skipping'; readonly at: number };

export function createAssembly(hints: FormHints): Assembly {
  const counts = new Map<Dropped, number>();
  let stage: Stage = { kind: 'idle' };

  function drop(why: Dropped): Outcome {
    counts.set(why, (counts.get(why) ?? 0) + 1);
    return { kind: 'dropped', why };
  }

  function lose(why: Dropped, continued: boolean | null, at: number): Outcome {
    // Too short to tell whether more follows (null): it is a torn scan, more is to be expected.
    stage = continued === false ? { kind: 'idle' } : { kind: 'skipping', at };
    return drop(why);
  }

  /** Its continued bit is no more to be believed than the rest of it: what it came into the middle of is not over. */
  function loseUnreadable(why: Dropped, continued: boolean | null, at: number): Outcome {
    return lose(why, stage.kind === 'idle' ? continued : null, at);
  }

  return {
    feed(report, at, stale) {
      if (stage.kind !== 'idle' && at - stage.at > continuationMs) {
        if (stage.kind === 'joining') drop('timeout');
        stage = { kind: 'idle' };
      }

      const form = stage.kind === 'joining' ? sameForm(stage.form, report) : chooseForm(hints, report);
      if (form === 'foreign') return drop('foreign');
      if (form === 'garbled') return loseUnreadable('garbled', continuedAtEnd(report), at);

      const part = cut(form, report);
      if (part.kind === 'reply') {
        return stage.kind === 'joining' ? drop('reply') : lose('reply', part.continued, at);
      }
      if (part.kind === 'refused') return loseUnreadable(part.why, part.continued, at);
      if (stage.kind === 'skipping') return lose('rest', part.continued, at);
      if (stage.kind === 'joining' && stage.aim !== part.aim) return lose('torn', part.continued, at);
      if (stage.kind === 'idle' && part.data.length === 0 && !part.continued) return drop('empty');

      const parts: readonly Uint8Array[] =
        stage.kind === 'joining' ? [...stage.parts, part.data] : [part.data];
      const begun = stage.kind === 'joining' ? stage : { form, aim: part.aim, letter: part.letter, stale };
      if (total(parts) > mostBytes) return lose('long', part.continued, at);
      if (part.continued) {
        stage = { ...begun, kind: 'joining', parts, stale: begun.stale || stale, at };
        return { kind: 'more' };
      }
      stage = { kind: 'idle' };
      if (begun.stale || stale) return drop('stale');
      const text = decodeText(Buffer.concat(parts));
      if (text === '') return drop('empty');
      return { kind: 'scan', text, symbology: symbologyOf(begun.aim, begun.letter), layout: form.name };
    },

    removed() {
      const torn = stage.kind === 'joining';
      if (torn) drop('removed');
      stage = { kind: 'idle' };
      return torn;
    },

    dropped: () => counts,
  };
}

/**
 * One trailing CR, LF or CRLF is the device's suffix and not content. UTF-8 where it is valid, else Latin-1
 * (scanners.md 3): decoded after joining, as a character may lie across two reports.
 */
export function decodeText(bytes: Uint8Array): string {
  let end = bytes.length;
  if (bytes[end - 1] === 0x0a) {
    end -= bytes[end - 2] === 0x0d ? 2 : 1;
  } else if (bytes[end - 1] === 0x0d) {
    end -= 1;
  }
  const content = Buffer.from(bytes.subarray(0, end));
  return content.toString(isUtf8(content) ? 'utf8' : 'latin1');
}

/** The parts of one scan have one layout; only the report id decides whether this is one of them. */
function sameForm(form: ReportForm, report: Uint8Array): ReportForm | 'foreign' | 'garbled' {
  if (report.length === 0) return 'garbled';
  return form.reportId === null || form.reportId === report[0] ? form : 'foreign';
}

/** All known layouts of 64 bytes have the continued bit in the last byte; `null` when this report has no such byte. */
function continuedAtEnd(report: Uint8Array): boolean | null {
  const last = report[63];
  return last === undefined ? null : (last & 1) === 1;
}

function total(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}
