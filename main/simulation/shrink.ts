/**
 * Makes a failure small: lives the same seed again and again with ever more strokes of fate left out, and keeps what
 * still breaks the same rule (Zeller's delta debugging, by complements). Bounded by lives, so that it is the same small
 * story every time.
 */

import type { KindName } from './kinds.ts';
import { runSeed, type SeedResult } from './runSeed.ts';
import { failurePage } from './story.ts';

export interface Shrunk {
  /** The smallest day found that breaks the rule. */
  readonly day: SeedResult;
  readonly rule: string;
  /** How many strokes of fate the whole day had. */
  readonly strokesBefore: number;
  readonly lives: number;
}

const mostLives = 400;

/** What a problem is about: `I4` of `I4: K01-… is reserved`. */
export function ruleOf(problem: string): string {
  return problem.split(':', 1)[0] ?? problem;
}

/** Lives a day, without these strokes of fate. */
export type Live = (leftOut: ReadonlySet<string>) => Promise<SeedResult>;

/** `null` where the day breaks no rule. */
export async function shrink(live: Live): Promise<Shrunk | null> {
  const whole = await live(new Set());
  const [first] = whole.problems;
  if (first === undefined) return null;
  const rule = ruleOf(first);
  const leftOut = new Set<string>();
  let day = whole;
  let lives = 1;

  /** Leaves these out for good if the rule is broken without them too. */
  async function tryWithout(ids: readonly string[]): Promise<void> {
    lives += 1;
    const fewer = await live(new Set([...leftOut, ...ids]));
    if (!fewer.problems.some((problem) => ruleOf(problem) === rule)) return;
    for (const id of ids) leftOut.add(id);
    day = fewer;
  }

  for (let size = Math.ceil(whole.strokes.length / 2); size >= 1; size = Math.floor(size / 2)) {
    // The last strokes first: what came after the damage has nothing to do with it.
    const ids = day.strokes.map(({ id }) => id);
    for (let end = ids.length; end > 0 && lives < mostLives; end -= size) {
      await tryWithout(ids.slice(Math.max(0, end - size), end));
    }
  }
  return { day, rule, strokesBefore: whole.strokes.length, lives };
}

/** The story of a seed that failed, as small as it gets; empty where it breaks no rule. */
export async function storyOfFailure(
  seed: number,
  scratch: string,
  kind: KindName = 'till',
): Promise<readonly string[]> {
  const shrunk = await shrink((leftOut) => runSeed({ seed, scratch, kind, leftOut }));
  return shrunk === null ? [] : failurePage({ ...shrunk.day, strokesBefore: shrunk.strokesBefore });
}
