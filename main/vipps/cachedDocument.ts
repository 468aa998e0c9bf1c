/** A document that is fetched once for all who wait and kept as long as its `Cache-Control: max-age` says. */

import type { RemoteFault } from '../../app/kernel/fault.ts';
import { ok, type Result } from '../../app/kernel/result.ts';
import type { Clock } from '../../app/ports/Clock.ts';

export interface Fetched<T> {
  readonly document: T;
  readonly maxAgeMs: number;
}

export interface CachedDocument<T> {
  /** The document in keeping, or a fresh one when that is too old. */
  get(): Promise<Result<T, RemoteFault>>;
  /** A fresh one in any case. */
  refetch(): Promise<Result<T, RemoteFault>>;
}

export function createCachedDocument<T>(
  clock: Clock,
  fetchDocument: () => Promise<Result<Fetched<T>, RemoteFault>>,
): CachedDocument<T> {
  let held: { readonly document: T; readonly until: number } | null = null;
  let fetching: Promise<Result<T, RemoteFault>> | null = null;

  async function load(): Promise<Result<T, RemoteFault>> {
    const fetched = await fetchDocument();
    if (!fetched.ok) return fetched;
    held = { document: fetched.value.document, until: clock.monotonic() + fetched.value.maxAgeMs };
    return ok(fetched.value.document);
  }

  function refetch(): Promise<Result<T, RemoteFault>> {
    fetching ??= load().finally(() => {
      fetching = null;
    });
    return fetching;
  }

  return {
    async get() {
      return held !== null && clock.monotonic() < held.until ? ok(held.document) : refetch();
    },
    refetch,
  };
}

const defaultMaxAgeMs = 3_600_000;
const mostMaxAgeMs = 86_400_000;

/** `max-age` of a `Cache-Control` header, an hour where it tells none (identity-and-loyalty.md 1.1). */
export function maxAgeMs(headers: Readonly<Record<string, string>>): number {
  const told = /max-age=(\d{1,9})/i.exec(headers['cache-control'] ?? '')?.[1];
  return told === undefined ? defaultMaxAgeMs : Math.min(Number(told) * 1000, mostMaxAgeMs);
}
