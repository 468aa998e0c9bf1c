/** One login push that asks a customer to join the club. It runs beside the basket and never blocks it. */

import type { Instant } from '../kernel/time.ts';
import type { Consented } from './member.ts';

export type EnrolmentState =
  | 'waiting'
  | 'joined'
  /** The customer said no thanks. A normal ending. */
  | 'refused'
  | 'expired'
  /** Stopped at the till; the request on the phone runs out by itself, there is no call to withdraw it. */
  | 'stopped'
  /** No account, inactive, or under 15: the wallet does not tell them apart for sure. */
  | 'notUser'
  | 'appTooOld'
  /** Too many requests to this person just now. */
  | 'throttled'
  /** Keys or product set-up: a matter for the manager. */
  | 'misconfigured'
  | 'failed';

export interface Enrolment {
  readonly state: EnrolmentState;
  /** The request's handle at the wallet; `null` where it was never accepted. A restarted till polls on with it. */
  readonly authReqId: string | null;
  /** Shown on the till and on the phone, to be compared. */
  readonly bindingMessage: string;
  readonly until: Instant;
  readonly intervalMs: number;
  /** What the wallet passed on, until the registry has it. */
  readonly consented: Consented | null;
}

/** Letters and digits that cannot be taken for one another when read aloud or across a counter. */
const letters = 'ACDEFHJKMNPRTWXY';
const digits = '34679';

/** A code like `K7T-4MX`: `^[A-Z0-9-]{5,8}$` (identity-and-loyalty.md 1.4). `below(n)` draws 0 <= x < n. */
export function bindingMessage(below: (n: number) => number): string {
  const letter = () => letters.charAt(below(letters.length));
  const digit = () => digits.charAt(below(digits.length));
  return `${letter()}${digit()}${letter()}-${digit()}${letter()}${letter()}`;
}
