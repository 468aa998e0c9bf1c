/** One line of the till's source, made wrong. */

import type { KindName } from '../kinds.ts';

export interface Mutation {
  /** The mistake in words. */
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Whose days find it; those of a till with a cashier unless told. */
  readonly kind?: KindName;
  /** The rules of which it must break at least one; see `auditor.ts`. */
  readonly breaks: readonly string[];
}
