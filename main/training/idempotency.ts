/**
 * One key, one operation, one exact body (payments.md 4.10): a repeat gets the first answer again, 4xx included;
 * anything else under a used key is a conflict.
 */

import { createHash } from 'node:crypto';
import type { ServiceResponse } from './exchange.ts';

/** What an operation answered, and whether the same key may be tried afresh (423, 6160, 6250, 6280, 5xx). */
export interface Worked {
  readonly answer: ServiceResponse;
  readonly mayRepeat: boolean;
}

export type Run =
  | { readonly kind: 'fresh' | 'replayed'; readonly answer: ServiceResponse }
  | { readonly kind: 'conflict' };

export interface Idempotency {
  run(key: string, operation: string, body: string, work: () => Worked): Run;
}

export function createIdempotency(): Idempotency {
  const known = new Map<string, { readonly print: string; readonly answer: ServiceResponse | null }>();
  return {
    run(key, operation, body, work) {
      const print = createHash('sha256').update(`${operation}\n${body}`).digest('base64');
      const before = known.get(key);
      if (before && before.print !== print) return { kind: 'conflict' };
      if (before?.answer) return { kind: 'replayed', answer: before.answer };
      const { answer, mayRepeat } = work();
      known.set(key, { print, answer: mayRepeat ? null : answer });
      return { kind: 'fresh', answer };
    },
  };
}
