/** An amount for use inside a sentence. */

import { formatAmount, type Money, unitOf } from '../../app/domain/money.ts';

/** `2 225,20 kr`: one no-break whole. */
export function withUnit(amount: Money): string {
  return `${formatAmount(amount)}\u00a0${unitOf(amount.currency)}`;
}
