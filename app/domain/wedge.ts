/**
 * Tells a scanner that types (keyboard wedge) from a person who types. Pure: it is given each key with its time and
 * answers whether the key may go on to the page or is held back. It decides by content where it can (the address of a
 * personal code, a GTIN followed by Enter) and by speed only where it cannot, so that no store has to tune
 * milliseconds. Figures and layouts: scanners.md 8.
 */

import { readGtin } from './gtin.ts';

export interface WedgeKey {
  /** `KeyboardEvent.code`: the place of the key, whatever the layout. */
  readonly code: string;
  /** `KeyboardEvent.key`: what the layout makes of it. */
  readonly key: string;
  readonly shift: boolean;
  /** Milliseconds, any origin: the time of the event itself and not of its handling. */
  readonly at: number;
  /** The key repeats because it is held down. */
  readonly repeat?: boolean;
  /** Ctrl, Alt or Meta is down (and not AltGr): a shortcut, never part of a code. */
  readonly chord?: boolean;
}

export interface WedgeScan {
  /** As this computer's layout made it, without suffix. A dead key stands as U+FFFD. */
  readonly text: string;
  /** The same keys read as US layout; `null` where a key has no meaning there. True if the scanner is set to US. */
  readonly usText: string | null;
  /** AIM identifier, where the scanner is set to send it in front. */
  readonly symbology: string | null;
  readonly suffix: 'enter' | 'tab' | 'none';
  /** Mean time between two characters, for the scanner doctor; 0 for one character. */
  readonly meanGapMs: number;
  /** How many of its characters have reached the focused field already and should be taken out of it again. */
  readonly leaked: number;
}

export interface WedgeStep {
  readonly state: WedgeState;
  /** What to do with this key; `hold` = the page must not see it. */
  readonly fate: 'pass' | 'hold';
  /** Characters held back before that were typed by a person after all: to be put in before this key goes on. */
  readonly release: string;
  readonly scan: WedgeScan | null;
  /** When to call `silence`, unless a key comes before; `null`: no need. */
  readonly wakeAt: number | null;
}

interface Stroke {
  readonly text: string;
  readonly us: string | null;
  readonly at: number;
}

export interface WedgeState {
  readonly strokes: readonly Stroke[];
  /** Strokes before this index have gone on to the page, the others are held back. */
  readonly held: number;
  /** The content says that this is a scanner, whatever its speed. */
  readonly sure: boolean;
  /** An Enter or Tab until then belongs to what came before it. */
  readonly endKeysUntil: number;
}

/** Nobody types; the state to begin with. */
export const quiet: WedgeState = {
  strokes: [],
  held: 0,
  sure: false,
  endKeysUntil: Number.NEGATIVE_INFINITY,
};

/** Scanners were measured at 1 to 19 ms between keys, fast typists stay above 50 ms. */
const burstGap = 40;
/** Within a burst a single gap may be longer: the computer was busy. An end key so close is no key press. */
const nearGap = 80;
/** A burst is over after this silence. */
const burstSilence = 100;
/** Nobody types the address of a personal code by hand: here the speed does not matter. */
const sureSilence = 500;
/** Thirteen digits with a right check digit at this mean gap are not typed by hand. */
const gtinGap = 60;
/** After so long a pause the next key begins something new. */
const pause = 1000;
const leastWithSuffix = 3;
const leastWithoutSuffix = 6;
/** More than any code holds: forget the oldest rather than grow. */
const mostStrokes = 8192;

const modifiers: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
]);

/** `https://qr.` on its way, in any layout: `:` and `/` come out as up to three other signs (scanners.md 8). */
const addressBegun = /https?[^a-z0-9]{1,3}qr\.$/i;
const address = /https?[^a-z0-9]{1,3}qr\..+$/i;

/** One key went down. */
export function press(state: WedgeState, key: WedgeKey): WedgeStep {
  if (modifiers.has(key.key)) return step(state, 'pass');
  const lapsed = silence(state, key.at);
  const next = stroke(lapsed.state, key);
  return { ...next, release: lapsed.release + next.release, scan: next.scan ?? lapsed.scan };
}

/** Nothing was typed up to `at`: ends a scan without suffix, lets go what a person typed. */
export function silence(state: WedgeState, at: number): WedgeStep {
  const due = wakeAt(state);
  if (due === null || at < due) return step(state, 'pass');
  const scan = judge(state, 'none');
  if (scan) return step({ ...quiet, endKeysUntil: at + nearGap }, 'pass', '', scan);
  return step({ ...state, held: state.strokes.length, sure: false }, 'pass', heldText(state));
}

/**
 * The text to go on with: what the layout made of it, or the US reading where only that is an address (a scanner set
 * to US on a Nordic computer, or Caps Lock on).
 */
export function wedgeText(scan: WedgeScan): string {
  const usIsAddress = scan.usText?.startsWith('https://') ?? false;
  return usIsAddress && !scan.text.startsWith('https://') ? (scan.usText ?? scan.text) : scan.text;
}

function stroke(state: WedgeState, key: WedgeKey): WedgeStep {
  const gap = key.at - (state.strokes.at(-1)?.at ?? Number.NEGATIVE_INFINITY);
  if (key.repeat || key.chord) return step(quiet, 'pass', heldText(state));
  if (key.key === 'Enter' || key.key === 'Tab') return endKey(state, key, gap);
  if (key.key.length !== 1 && key.key !== 'Dead') return step(quiet, 'pass', heldText(state));

  const fresh = gap > pause && !state.sure;
  const before = fresh ? [] : state.strokes.slice(-mostStrokes);
  const dropped = state.strokes.length - before.length;
  const text = key.key === 'Dead' ? '\ufffd' : key.key;
  const strokes = [...before, { text, us: usCharacter(key), at: key.at }];
  const alreadyHeld = !fresh && state.held < state.strokes.length;
  const sure = (state.sure && !fresh) || addressBegun.test(joined(strokes.slice(-13)));
  const sureByPlace = sure || addressBegun.test(joinedUs(strokes.slice(-13)));
  const hold = alreadyHeld || sureByPlace || gap <= burstGap;
  const held = alreadyHeld ? Math.max(0, state.held - dropped) : hold ? strokes.length - 1 : strokes.length;
  const next = { strokes, held, sure: sureByPlace, endKeysUntil: quiet.endKeysUntil };
  return step(next, hold ? 'hold' : 'pass');
}

function endKey(state: WedgeState, key: WedgeKey, gap: number): WedgeStep {
  if (state.strokes.length === 0) {
    const belongs = key.at <= state.endKeysUntil;
    return step(belongs ? { ...quiet, endKeysUntil: key.at + nearGap } : quiet, belongs ? 'hold' : 'pass');
  }
  const scan = gap <= pause ? judge(state, key.key === 'Enter' ? 'enter' : 'tab', gap) : null;
  const after = { ...quiet, endKeysUntil: key.at + nearGap };
  if (scan) return step(after, 'hold', '', scan);
  // So close behind another key nobody pressed it: it must not set off the button that has the focus.
  if (gap <= nearGap) return step(after, 'hold', heldText(state));
  return step(quiet, 'pass', heldText(state));
}

function judge(state: WedgeState, suffix: WedgeScan['suffix'], endGap = 0): WedgeScan | null {
  const { strokes } = state;
  const place = firstPlace(joined(strokes).search(address), joinedUs(strokes).search(address));
  if (place !== null) return scanFrom(state, withAim(strokes, place), suffix);
  if (suffix !== 'none' && endGap > burstSilence) return null;

  const burst = tailFrom(strokes, nearGap);
  const least = suffix === 'none' ? leastWithoutSuffix : leastWithSuffix;
  if (endGap <= nearGap && strokes.length - burst >= least && meanGap(strokes.slice(burst)) < burstGap) {
    return scanFrom(state, burst, suffix);
  }
  const digits = tailFrom(strokes, burstSilence);
  const isGtin = readGtin(joined(strokes.slice(digits))) !== null;
  const fast = meanGap(strokes.slice(digits)) < gtinGap;
  return suffix !== 'none' && isGtin && fast ? scanFrom(state, digits, suffix) : null;
}

function scanFrom(state: WedgeState, from: number, suffix: WedgeScan['suffix']): WedgeScan {
  const all = state.strokes.slice(from);
  const aim = /^\][A-Za-z][0-9A-Za-z]/.exec(joinedUs(all)) ?? /^\][A-Za-z][0-9A-Za-z]/.exec(joined(all));
  const own = aim && all.length > 3 ? all.slice(3) : all;
  return {
    text: joined(own),
    usText: own.some((one) => one.us === null) ? null : joinedUs(own),
    symbology: aim && all.length > 3 ? aim[0] : null,
    suffix,
    meanGapMs: meanGap(all),
    leaked: Math.max(0, state.held - from),
  };
}

/** An address may have its AIM identifier in front. */
function withAim(strokes: readonly Stroke[], place: number): number {
  if (place < 3) return place;
  const front = strokes.slice(place - 3, place);
  return /^\][A-Za-z]\d$/.test(joinedUs(front)) || /^\][A-Za-z]\d$/.test(joined(front)) ? place - 3 : place;
}

function firstPlace(a: number, b: number): number | null {
  const found = [a, b].filter((one) => one >= 0);
  return found.length === 0 ? null : Math.min(...found);
}

/** Where the last run of strokes begins whose gaps are all within the limit. */
function tailFrom(strokes: readonly Stroke[], limit: number): number {
  let from = strokes.length - 1;
  while (from > 0 && (strokes[from]?.at ?? 0) - (strokes[from - 1]?.at ?? 0) <= limit) from -= 1;
  return Math.max(0, from);
}

function meanGap(strokes: readonly Stroke[]): number {
  const first = strokes[0];
  const last = strokes.at(-1);
  return first && last && strokes.length > 1 ? (last.at - first.at) / (strokes.length - 1) : 0;
}

function wakeAt(state: WedgeState): number | null {
  const last = state.strokes.at(-1);
  if (!last || state.held >= state.strokes.length) return null;
  return last.at + (state.sure ? sureSilence : burstSilence);
}

function heldText(state: WedgeState): string {
  return joined(state.strokes.slice(state.held));
}

function joined(strokes: readonly Stroke[]): string {
  return strokes.map((one) => one.text).join('');
}

function joinedUs(strokes: readonly Stroke[]): string {
  return strokes.map((one) => one.us ?? '\ufffd').join('');
}

function step(
  state: WedgeState,
  fate: 'pass' | 'hold',
  release = '',
  scan: WedgeScan | null = null,
): WedgeStep {
  return { state, fate, release, scan, wakeAt: wakeAt(state) };
}

/** Plain and shifted character of each key of the US layout that a code can hold. */
const usKeys: Readonly<Record<string, string>> = {
  Digit1: '1!',
  Digit2: '2@',
  Digit3: '3#',
  Digit4: '4$',
  Digit5: '5%',
  Digit6: '6^',
  Digit7: '7&',
  Digit8: '8*',
  Digit9: '9(',
  Digit0: '0)',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Backquote: '`~',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Space: '  ',
};

/** The numeric pad is the same in all layouts; Caps Lock is left out, as a scanner does not know of it. */
function usCharacter(key: WedgeKey): string | null {
  const letter = /^Key([A-Z])$/.exec(key.code)?.[1];
  if (letter) return key.shift ? letter : letter.toLowerCase();
  if (/^Numpad\d$/.test(key.code) && /^\d$/.test(key.key)) return key.key;
  return usKeys[key.code]?.[key.shift ? 1 : 0] ?? null;
}
