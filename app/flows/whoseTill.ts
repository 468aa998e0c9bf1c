/**
 * A machine and a staffed till share one program and one place for the sale that is being served. So neither does the
 * other's work: a cashier's basket would be charged to the machine's next customer, a parked reservation closed by nobody.
 */

import type { MachineFault } from '../kernel/fault.ts';
import { err, type Result } from '../kernel/result.ts';

type Act<A extends readonly unknown[], R> = (...given: A) => R;

export interface Only {
  now<A extends readonly unknown[], T>(act: Act<A, Result<T>>): Act<A, Result<T>>;
  soon<A extends readonly unknown[], T>(act: Act<A, Promise<Result<T>>>): Act<A, Promise<Result<T>>>;
}

/** Acts that are refused with `kind` where they do not belong. */
export function only(
  belongs: boolean,
  kind: Extract<MachineFault['kind'], 'staffedOnly' | 'machineOnly'>,
): Only {
  return {
    now: (act) => (belongs ? act : () => err({ kind })),
    soon: (act) => (belongs ? act : async () => err({ kind })),
  };
}
