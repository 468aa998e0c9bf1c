/** The recovery drill of training: where the till kills itself, and what it found out about the sale when it was back. */

export const drillSteps = [
  /** The next item stands in the basket and is written down. */
  'basket',
  /** The request is written down and not sent. */
  'beforeCreate',
  /** The request was sent and carried out, and nobody here heard the answer. */
  'afterCreate',
  /** The customer makes up their mind, and the till asks how it goes. */
  'waiting',
  /** Approved; the capture is written down and not sent. */
  'beforeCapture',
  /** Captured, and nobody here heard the answer. */
  'afterCapture',
  /** The refund was sent and carried out, and nobody here heard the answer. */
  'refund',
] as const;

export type DrillStep = (typeof drillSteps)[number];

/**
 * In this order they become known: `sameSale` the lines and the total are as they were · `oneRequest` no more than one request is open and no more than
 * one took money · `booksAgree` what the till says was captured, refunded and released is what the service says ·
 * `nothingReserved` no money of the customer is held.
 */
export const drillChecks = ['sameSale', 'oneRequest', 'booksAgree', 'nothingReserved'] as const;

export type DrillCheck = (typeof drillChecks)[number];

export interface DrillFinding {
  readonly what: DrillCheck;
  readonly ok: boolean;
}

export interface DrillView {
  readonly step: DrillStep;
  /** `armed` the till has not reached the step yet · `recovering` it is back, and the payment is not settled. */
  readonly state: 'armed' | 'recovering' | 'whole' | 'broken';
  /** What is known so far; all of them once the state is `whole` or `broken`. */
  readonly checks: readonly DrillFinding[];
}
