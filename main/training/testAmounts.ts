/** Amounts that the test environment refuses on purpose (payments.md 10). Minor units. */

import type { Country } from './options.ts';

const payments = new Map<number, { readonly why: string; readonly markets: 'all' | 'NO' }>([
  [151, { why: 'insufficient funds', markets: 'all' }],
  [182, { why: 'refused by issuer', markets: 'all' }],
  [183, { why: 'suspected fraud', markets: 'all' }],
  [184, { why: 'withdrawal limit exceeded', markets: 'all' }],
  [186, { why: 'expired card', markets: 'all' }],
  [187, { why: 'invalid card', markets: 'all' }],
  [197, { why: '3-D Secure denied', markets: 'NO' }],
  [201, { why: 'unknown result for one hour', markets: 'all' }],
  [202, { why: 'strong customer authentication required', markets: 'NO' }],
]);

/**
 * Why the bank refuses this amount, or `null`. The payment then stays open, because the customer may try another card:
 * an inference of the reference, not a published rule.
 */
export function refusedByBank(value: number, country: Country): string | null {
  const row = payments.get(value);
  return row && (row.markets === 'all' || row.markets === country) ? row.why : null;
}

/** 123: no receiving account (5100). 124: the refund period is over (6220). */
export function refusedRefund(value: number): '5100' | '6220' | null {
  return value === 123 ? '5100' : value === 124 ? '6220' : null;
}
