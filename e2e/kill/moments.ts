/** By what the moment is known at which a till is to die, on its way into a sale or on its way back to one. */

import type { Trap } from './line.ts';

export type Moment<V> =
  /** Something runs on the line to the service or the registry. */
  | OnTheLine
  /** A screen says so. */
  | { readonly on: 'screen'; readonly shows: (view: V) => boolean }
  /** So many milliseconds later at most, drawn by chance. */
  | { readonly on: 'clock'; readonly within: number };

type OnTheLine = { readonly on: 'line' } & Trap;

/** Of a till that was killed with a payment open: it dies again while it finds its way back. */
export interface ComingBack {
  readonly name: string;
  readonly moment: OnTheLine | { readonly on: 'start' } | { readonly on: 'ready' };
}

export const comingBack: readonly ComingBack[] = [
  { name: 'coming back: somewhere on the way', moment: { on: 'start' } },
  { name: 'coming back: asking for a token', moment: { on: 'line', call: 'token', side: 'neverArrives' } },
  { name: 'coming back: ready', moment: { on: 'ready' } },
  { name: 'coming back: first reading lost', moment: { on: 'line', call: 'read', side: 'neverArrives' } },
  {
    name: 'coming back: first reading done, answer lost',
    moment: { on: 'line', call: 'read', side: 'answerLost' },
  },
];

/** Throws on a name that is in no row. */
export function named<T extends { readonly name: string }>(
  rows: readonly T[],
  names: readonly string[],
): readonly T[] {
  return names.map((name) => {
    const row = rows.find((one) => one.name === name);
    if (row === undefined) throw new Error(`no such instant: ${name}`);
    return row;
  });
}
