/**
 * One key, one operation, one exact body (payments.md 4.10): a repeat gets the first answer again, 4xx included;
 * anything else under a used key is a conflict.
 */

import { createHash } from 'node:crypto';
import type { ServiceResponse } from './exchange.ts';
import { type Memory, noMemory } from './memory.ts';
import { mostRemembered, rememberedKeys } from './paymentMemory.ts';

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

export function createIdempotency(memory: Memory = noMemory): Idempotency {
  const known = new Map<string, { readonly print: string; readonly answer: ServiceResponse | null }>();
  const remembered = memory.drawer('keys', rememberedKeys, () =>
    [...known].slice(-3 * mostRemembered).map(([key, { print, answer }]) => [
      key,
      {
        print,
        answer:
          answer === null ? null : { ...answer, headers: { ...answer.headers }, body: String(answer.body) },
      },
    ]),
  );
  for (const [key, value] of remembered ?? []) known.set(key, value);
  return {
    run(key, operation, body, work) {
      const print = createHash('sha256').update(`${operation}\n${body}`).digest('base64');
      const before = known.get(key);
      if (before && before.print !== print) return { kind: 'conflict' };
      if (before?.answer) return { kind: 'replayed', answer: before.answer };
      const { answer, mayRepeat } = work();
      known.set(key, { print, answer: mayRepeat ? null : answer });
      memory.changed();
      return { kind: 'fresh', answer };
    },
  };
}
