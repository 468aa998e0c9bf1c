/** Expected trouble is a value. A Result is plain data, so it crosses IPC, HTTP and the journal unchanged. */

import type { Fault } from './fault.ts';

export type Result<T, F = Fault> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: F };

export function ok(): Result<void, never>;
export function ok<T>(value: T): Result<T, never>;
export function ok(value?: unknown): Result<unknown, never> {
  return { ok: true, value };
}

export function err<F>(fault: F): Result<never, F> {
  return { ok: false, fault };
}
