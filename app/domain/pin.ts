/**
 * A person's PIN: which digits may be one, and how wrong tries slow the next one down (guide.md, PIN lock: five wrong
 * tries, then 30 s, then doubling). What is kept of a PIN is the host's affair.
 */

import { err, ok, type Result } from '../kernel/result.ts';
import { type Instant, later } from '../kernel/time.ts';

export const leastPinDigits = 6;
export const mostPinDigits = 12;

/** Wrong tries in a row that cost no wait. */
const freeTries = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 3_600_000;

export interface PinTries {
  /** Wrong ones since the last right one. */
  readonly wrong: number;
  readonly lastAt: Instant;
}

/** Digits, enough of them, and neither all the same nor a run up or down. */
export function readPin(text: string): Result<string> {
  if (!new RegExp(`^\\d{${leastPinDigits},${mostPinDigits}}$`).test(text))
    return err({ kind: 'pinTooShort', least: leastPinDigits, most: mostPinDigits });
  const steps = new Set<number>();
  for (let index = 1; index < text.length; index += 1)
    steps.add((Number(text[index]) - Number(text[index - 1]) + 10) % 10);
  const [step] = steps;
  const isRun = steps.size === 1 && (step === 0 || step === 1 || step === 9);
  return isRun ? err({ kind: 'pinTooSimple' }) : ok(text);
}

/** Milliseconds after the last wrong try in which no other is looked at. */
export function waitAfter(wrong: number): number {
  if (wrong < freeTries) return 0;
  return Math.min(firstWaitMs * 2 ** (wrong - freeTries), longestWaitMs);
}

/** When the next try is looked at; `null` for now. */
export function nextTryAt(tries: PinTries, now: Instant): Instant | null {
  const until = later(tries.lastAt, waitAfter(tries.wrong));
  return until > now ? until : null;
}

/** Wrong tries that are left before one costs a wait. */
export function freeTriesLeft(wrong: number): number {
  return Math.max(0, freeTries - wrong);
}
