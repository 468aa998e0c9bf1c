/**
 * Tells a scanner that types (keyboard wedge) from a person who types. Pure: it is given each key with its time and
 * answers whether the key may go on to the page or is held back. What a run of keys was is judged by `wedgeScan.ts`, so
 * that no store has to tune milliseconds. Figures and layouts: scanners.md 8.
 */

import { mostScanned } from './scan.ts';
import { type KeyRole, roleOf, type Suffix, unread, type WedgeKey } from './wedgeKeys.ts';
import {
  beginsAddress,
  burstGap,
  burstSilence,
  joined,
  judge,
  nearGap,
  personalText,
  type Stroke,
  type Strokes,
  type WedgeScan,
} from './wedgeScan.ts';

export interface WedgeStep {
  readonly state: WedgeState;
  /** What to do with this key; `hold` = the page must not see it. */
  readonly fate: 'pass' | 'hold';
  /** Characters held back before that were typed by a person after all: to be put in before this key goes on. */
  readonly release: string;
  /** The shortcut that was held back before was a person's: to be acted on. */
  readonly late: boolean;
  readonly scan: WedgeScan | null;
  /** The scan is the personal code of a moment ago: one trigger, pressed or heard twice. */
  readonly doubled: boolean;
  /** When to call `silence`, unless a key comes before; `null`: no need. */
  readonly wakeAt: number | null;
}

export interface WedgeState extends Strokes {
  /** The content says that this is a scanner, whatever its speed. */
  readonly sure: boolean;
  /** The last key that may be a scanner's. */
  readonly activeAt: number;
  /** A shortcut that is held back, as it may be the STX in front of a code. */
  readonly starting: boolean;
  /** An Enter or Tab until then belongs to what came before it. */
  readonly endKeysUntil: number;
  /** The personal code that came last, and when. */
  readonly personal: { readonly text: string; readonly at: number } | null;
}

/** Nobody types; the state to begin with. */
export const quiet: WedgeState = {
  strokes: [],
  held: 0,
  sure: false,
  activeAt: Number.NEGATIVE_INFINITY,
  starting: false,
  endKeysUntil: Number.NEGATIVE_INFINITY,
  ends: false,
  personal: null,
};

/** Nobody types the address of a personal code by hand: here the speed does not matter. */
const sureSilence = 500;
/** After so long a pause the next key begins something new. */
const pause = 1000;
/** Forget the oldest rather than grow; beside them is room for one more and for the sign of what is missing. */
const mostStrokes = mostScanned - 2;
/** One trigger, doubled (scanners.md 7). */
const doubleWithin = 1000;

/** One key went down. */
export function press(state: WedgeState, key: WedgeKey): WedgeStep {
  const role = roleOf(key);
  if (role.is === 'modifier') return step(state, 'pass');
  const lapsed = silence(state, key.at);
  const next = take(lapsed.state, key, role);
  return {
    ...next,
    release: lapsed.release + next.release,
    late: lapsed.late || next.late,
    ...(next.scan === null ? { scan: lapsed.scan, doubled: lapsed.doubled } : {}),
  };
}

/** Nothing was typed up to `at`: ends a scan without suffix, lets go what a person typed. */
export function silence(state: WedgeState, at: number): WedgeStep {
  const due = wakeAt(state);
  if (due === null || at < due) return step(state, 'pass');
  const scan = judge(state, 'none');
  if (scan) return scanned(state, scan, at, 'pass');
  const open = { ...state, held: state.strokes.length, sure: false, starting: false };
  return step(open, 'pass', { release: heldText(state), late: state.starting });
}

function take(state: WedgeState, key: WedgeKey, role: KeyRole): WedgeStep {
  const gap = key.at - state.activeAt;
  const inBurst = gap <= burstGap && (state.strokes.length > 0 || state.starting);
  if (role.is === 'digit') return step(inBurst ? { ...state, activeAt: key.at } : state, 'pass');
  if (role.is === 'end') return endKey(state, key.at, role.suffix, gap);
  if (role.is === 'control') {
    if (role.means === 'start') return start(state, key.at);
    if (inBurst && role.means !== null) return endKey(state, key.at, role.means, gap);
    if (inBurst) return step({ ...state, activeAt: key.at }, 'hold');
    if (key.at <= state.endKeysUntil) return step(state, 'hold');
  }
  if (role.is !== 'character') return letGo(state, emptied(state));
  return stroke(state, { text: role.text, us: role.us, gap }, key.at);
}

function stroke(state: WedgeState, one: Stroke, at: number): WedgeStep {
  const fresh = one.gap > pause && !state.sure;
  const before = fresh ? [] : state.strokes.slice(-mostStrokes);
  const dropped = state.strokes.length - before.length;
  const strokes = [...before, one];
  const alreadyHeld = !fresh && state.held < state.strokes.length;
  const sure = (state.sure && !fresh) || beginsAddress(strokes);
  const hold = alreadyHeld || sure || state.starting || (one.gap <= burstGap && before.length > 0);
  const held = alreadyHeld ? Math.max(0, state.held - dropped) : hold ? strokes.length - 1 : strokes.length;
  const next = { ...emptied(state), strokes, held, sure, activeAt: at };
  return step(next, hold ? 'hold' : 'pass');
}

/** Held back until the next key tells a scanner from a person; a person does not feel so short a time. */
function start(state: WedgeState, at: number): WedgeStep {
  return step({ ...emptied(state), starting: true, activeAt: at }, 'hold', { release: heldText(state) });
}

function endKey(state: WedgeState, at: number, suffix: Suffix, gap: number): WedgeStep {
  if (state.strokes.length === 0) {
    const belongs = at <= state.endKeysUntil;
    return belongs ? step({ ...state, endKeysUntil: at + nearGap }, 'hold') : letGo(state, emptied(state));
  }
  const scan = gap <= pause ? judge(state, suffix, gap) : null;
  if (scan) return scanned(state, scan, at, 'hold');
  // So close behind another key nobody pressed it: it must not set off the button that has the focus.
  if (gap <= nearGap) {
    return step({ ...emptied(state), endKeysUntil: at + nearGap }, 'hold', { release: heldText(state) });
  }
  return letGo(state, emptied(state));
}

function letGo(state: WedgeState, next: WedgeState): WedgeStep {
  return step(next, 'pass', { release: heldText(state), late: state.starting });
}

/** Nothing is on its way any more; what earlier scans have told stays known. */
function emptied({ ends, personal }: WedgeState): WedgeState {
  return { ...quiet, ends, personal };
}

/**
 * A personal code is one however often it is heard. Goods are never dropped: two of the same article are scanned as
 * fast, and one that is missing costs the store what one too many only costs a glance.
 */
function scanned(state: WedgeState, scan: WedgeScan, at: number, fate: WedgeStep['fate']): WedgeStep {
  const text = personalText(scan);
  const { personal } = state;
  const next: WedgeState = {
    ...quiet,
    endKeysUntil: at + nearGap,
    ends: scan.suffix !== 'none',
    personal: text === null ? personal : { text, at },
  };
  const doubled = text !== null && text === personal?.text && at - personal.at <= doubleWithin;
  return step(next, fate, { scan, doubled });
}

function wakeAt(state: WedgeState): number | null {
  if (state.starting) return state.activeAt + burstGap;
  if (state.held >= state.strokes.length) return null;
  return state.activeAt + (state.sure ? sureSilence : burstSilence);
}

/** What an input method or a dead key took is nobody's to put in. */
function heldText(state: WedgeState): string {
  return joined(state.strokes.slice(state.held)).replaceAll(unread, '');
}

function step(
  state: WedgeState,
  fate: WedgeStep['fate'],
  more: Partial<Pick<WedgeStep, 'release' | 'late' | 'scan' | 'doubled'>> = {},
): WedgeStep {
  return {
    release: '',
    late: false,
    scan: null,
    doubled: false,
    ...more,
    state,
    fate,
    wakeAt: wakeAt(state),
  };
}
