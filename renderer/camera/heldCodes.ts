/**
 * A code that is held in front of the camera is in every picture, and is one scan. It counts again once it has been out
 * of the picture for a second: out of pictures that were looked at, so a slow machine or a page that slept adds nothing.
 */

import type { Code } from './code.ts';

export const outForMs = 1000;

/** By text: since when a code has been missing, `null` while it is in the picture. */
export type Held = ReadonlyMap<string, number | null>;

export const nothingHeld: Held = new Map();

export interface Look {
  readonly held: Held;
  /** The codes that are a scan. */
  readonly scans: readonly Code[];
}

/** One picture, taken at `at`, with these codes in it. */
export function look(held: Held, codes: readonly Code[], at: number): Look {
  const next = new Map<string, number | null>();
  for (const [text, missingSince] of held) {
    const since = missingSince ?? at;
    if (at - since < outForMs) next.set(text, since);
  }
  const scans: Code[] = [];
  for (const code of codes) {
    if (!next.has(code.text)) scans.push(code);
    next.set(code.text, null);
  }
  return { held: next, scans };
}
