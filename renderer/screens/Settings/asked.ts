/** An answer that is asked for: not yet, on its way, there, or refused. */

import type { Fault } from '../../../app/kernel/fault.ts';
import type { Result } from '../../../app/kernel/result.ts';

export type Asked<T> =
  | { readonly kind: 'not' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered'; readonly value: T; readonly at: number }
  | { readonly kind: 'refused'; readonly fault: Fault };

export function asked<T>(answer: Result<T>): Asked<T> {
  return answer.ok
    ? { kind: 'answered', value: answer.value, at: Date.now() }
    : { kind: 'refused', fault: answer.fault };
}
