/**
 * What a run of keys is: a scan, part of one, or a person's typing. By content where it can be told (the address of a
 * personal code, a GTIN followed by Enter) and by speed only where it cannot. Figures: scanners.md 8.
 */

import { readGtin } from './gtin.ts';
import { readWalletAddress } from './walletAddress.ts';
import { type Suffix, unread } from './wedgeKeys.ts';

export interface WedgeScan {
  /** As this computer's layout made it, without prefix and suffix. What is missing stands as U+FFFD. */
  readonly text: string;
  /** The same keys read as US layout; `null` where a key has no meaning there. True if the scanner is set to US. */
  readonly usText: string | null;
  /** AIM identifier, where the scanner is set to send it in front. */
  readonly symbology: string | null;
  readonly suffix: Suffix | 'none';
  /** Mean time between two keys, for the scanner doctor; 0 for one key. */
  readonly meanGapMs: number;
  /** How many of its characters have reached the focused field already and should be taken out of it again. */
  readonly leaked: number;
}

export interface Stroke {
  readonly text: string;
  readonly us: string | null;
  /** Since the key before it. */
  readonly gap: number;
}

/** Keys that have gone on to the page end at `held`; `ends`: the scan before had a suffix. */
export interface Strokes {
  readonly strokes: readonly Stroke[];
  readonly held: number;
  readonly ends: boolean;
}

/** Scanners were measured at 1 to 19 ms between keys, fast typists stay above 50 ms. */
export const burstGap = 40;
/** Within a burst a single gap may be longer: the computer was busy. An end key so close is no key press. */
export const nearGap = 80;
/** A burst is over after this silence. */
export const burstSilence = 100;
/** Thirteen digits with a right check digit at this mean gap are not typed by hand. */
const gtinGap = 60;
const leastWithSuffix = 3;
const leastWithoutSuffix = 6;
/** What is shorter and ends in silence is part of a code, if it comes faster than two hands can roll. */
const leastOfPart = 4;
const partGap = 25;
/** More than any prefix holds that a scanner can be set to. */
const mostPrefix = 8;

/** `https://qr.` on its way, in any layout: `:` and `/` come out as up to three other signs (scanners.md 8). */
const addressBegun = /https?[^a-z0-9]{1,3}qr\.$/i;
const address = /https?[^a-z0-9]{1,3}qr\..*$/i;
const aimId = /^\][A-Za-z][0-9A-Za-z]/;

/** Nobody types this by hand, at any speed. */
export function beginsAddress(strokes: readonly Stroke[]): boolean {
  const last = strokes.slice(-13);
  return addressBegun.test(joined(last)) || addressBegun.test(joinedUs(last));
}

/** `endGap`: from the last character to the end key. `null`: a person typed. */
export function judge(typed: Strokes, suffix: WedgeScan['suffix'], endGap = 0): WedgeScan | null {
  const { strokes } = typed;
  const place = firstPlace(joined(strokes).search(address), joinedUs(strokes).search(address));
  if (place !== null) return scanFrom(typed, withPrefix(strokes, place), suffix, place);
  if (suffix !== 'none' && endGap > burstSilence) return null;

  const burst = tailFrom(strokes, nearGap);
  const length = strokes.length - burst;
  const mean = meanGap(strokes.slice(burst));
  if (suffix === 'none') return withoutSuffix(typed, burst, mean);
  if (endGap <= nearGap && mean < burstGap && length >= leastWithSuffix)
    return scanFrom(typed, burst, suffix);
  const digits = tailFrom(strokes, burstSilence);
  const isGtin = readGtin(joined(strokes.slice(digits))) !== null;
  return isGtin && meanGap(strokes.slice(digits)) < gtinGap ? scanFrom(typed, digits, suffix) : null;
}

/**
 * A scanner that ended its last code with a key and does not end this one was cut off, unless the code is whole by its
 * check digit. If it was another scanner, that is forgotten now and its next try counts.
 */
function withoutSuffix(typed: Strokes, burst: number, mean: number): WedgeScan | null {
  const length = typed.strokes.length - burst;
  const long = length >= leastWithoutSuffix && mean < burstGap;
  if (!long && !(length >= leastOfPart && mean < partGap)) return null;
  const scan = scanFrom(typed, burst, 'none');
  const whole = long && (!typed.ends || (scan.text.length >= 12 && readGtin(scan.text) !== null));
  if (whole) return scan;
  return { ...scan, text: scan.text + unread, usText: scan.usText === null ? null : scan.usText + unread };
}

/**
 * The text to go on with: what the layout made of it, or the US reading where only that is an address (a scanner set
 * to US on a Nordic computer, or Caps Lock on).
 */
export function wedgeText(scan: WedgeScan): string {
  const usIsAddress = scan.usText?.startsWith('https://') ?? false;
  return usIsAddress && !scan.text.startsWith('https://') ? (scan.usText ?? scan.text) : scan.text;
}

/** `null` for whatever is no personal code. */
export function personalText(scan: WedgeScan): string | null {
  const text = wedgeText(scan);
  return readWalletAddress(text)?.kind === 'personalQr' ? text : null;
}

/** The scan's keys begin at `from`; what is in front of `place` is prefix. */
function scanFrom(
  { strokes, held }: Strokes,
  from: number,
  suffix: WedgeScan['suffix'],
  place: number | null = null,
): WedgeScan {
  const all = strokes.slice(from);
  const front = place === null ? all : strokes.slice(Math.max(from, place - 3));
  const aim = aimId.exec(joinedUs(front)) ?? aimId.exec(joined(front));
  const symbology = aim && front.length > 3 ? aim[0] : null;
  const own = place !== null ? strokes.slice(place) : withoutPrefix(symbology === null ? all : all.slice(3));
  return {
    text: joined(own),
    usText: own.some((one) => one.us === null) ? null : joinedUs(own),
    symbology,
    suffix,
    meanGapMs: meanGap(all),
    leaked: Math.max(0, held - from),
  };
}

/** What a vendor's own letter in front promises of the digits behind it (scanners.md 6). */
const digitsBehind: Readonly<Record<string, number>> = { d: 13, c: 12, D: 8 };

/** A sign that begins no article number, or the vendor's letter, in front of a right GTIN. */
function withoutPrefix(strokes: readonly Stroke[]): readonly Stroke[] {
  const [first, ...rest] = strokes;
  const digits = joined(rest);
  if (first === undefined || readGtin(digits) === null) return strokes;
  const known = digitsBehind[first.us ?? first.text] === digits.length;
  return known || !/[\p{L}\d]/u.test(first.text) ? rest : strokes;
}

/** Where the prefix of an address begins: an AIM identifier at any speed, anything else by its speed. */
function withPrefix(strokes: readonly Stroke[], place: number): number {
  const front = strokes.slice(Math.max(0, place - 3), place);
  const hasAim = front.length === 3 && (aimId.test(joinedUs(front)) || aimId.test(joined(front)));
  let from = hasAim ? place - 3 : place;
  const least = Math.max(0, place - mostPrefix);
  while (from > least && (strokes[from]?.gap ?? pastAny) <= burstGap) from -= 1;
  return from;
}

const pastAny = Number.POSITIVE_INFINITY;

function firstPlace(a: number, b: number): number | null {
  const found = [a, b].filter((one) => one >= 0);
  return found.length === 0 ? null : Math.min(...found);
}

/** Where the last run of strokes begins whose gaps are all within the limit. */
function tailFrom(strokes: readonly Stroke[], limit: number): number {
  let from = strokes.length - 1;
  while (from > 0 && (strokes[from]?.gap ?? pastAny) <= limit) from -= 1;
  return Math.max(0, from);
}

function meanGap(strokes: readonly Stroke[]): number {
  const gaps = strokes.slice(1);
  return gaps.length === 0 ? 0 : gaps.reduce((sum, { gap }) => sum + gap, 0) / gaps.length;
}

export function joined(strokes: readonly Stroke[]): string {
  return strokes.map((one) => one.text).join('');
}

function joinedUs(strokes: readonly Stroke[]): string {
  return strokes.map((one) => one.us ?? unread).join('');
}
