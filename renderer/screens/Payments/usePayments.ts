/**
 * What the page of payments has from the till: the list for what was asked, and the one that is explained. Both follow the
 * till's state; what stands there stays until its successor has come, so that nothing flickers.
 */

import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallInput } from '../../../app/contract/calls.ts';
import type { CashierView, HistoryRow, SaleExplained } from '../../../app/contract/view.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import type { Result } from '../../../app/kernel/result.ts';
import { useDoor } from '../../stores/context.tsx';
import { atMostOnceA, type PaceClock } from './atMostOnceA.ts';

export type Only = 'all' | 'unresolved' | 'refunded';

export interface Query {
  readonly only: Only;
  readonly text: string;
}

/** However often the till's state changes. */
export const refreshMs = 1000;

const pageClock: PaceClock = {
  now: () => performance.now(),
  setTimeout: (run, ms) => window.setTimeout(run, ms),
  clearTimeout: (timer) => window.clearTimeout(timer as number),
};

export interface Listed {
  readonly query: Query;
  readonly rows: readonly HistoryRow[];
}

export function searchInput({ only, text }: Query): CallInput<'history.search'> {
  const typed = text.trim();
  return { ...(only === 'all' ? {} : { only }), ...(typed === '' ? {} : { text: typed }) };
}

/** The newest answer to the newest question, or the fault of it; `null` until there was one. */
export function useList(query: Query, version: number) {
  const door = useDoor();
  const [listed, setListed] = useState<Listed | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const newest = useRef(query);
  newest.current = query;

  const load = useCallback(async () => {
    const asked = newest.current;
    const answer = await door.call('history.search', searchInput(asked));
    if (newest.current !== asked) return;
    setFault(answer.ok ? null : answer.fault);
    if (answer.ok) setListed({ query: asked, rows: answer.value });
  }, [door]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another question is asked at once
  useEffect(() => void load(), [load, query]);
  usePaced(load, version);
  return { listed, fault };
}

/**
 * The payment of this sale explained; asked for again whenever `signature`, which tells that something moved, is another.
 * What the till wrote down itself is there at once, and the service's own log joins it when it comes.
 */
export function useExplained(saleId: string | null, signature: string) {
  const door = useDoor();
  const [explained, setExplained] = useState<SaleExplained | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const newest = useRef(saleId);
  newest.current = saleId;
  const shown = useRef<string | null>(null);

  const load = useCallback(async () => {
    const asked = newest.current;
    if (asked === null) return;
    const take = (answer: Result<SaleExplained>) => {
      if (newest.current !== asked) return;
      setFault(answer.ok ? null : answer.fault);
      if (!answer.ok) return;
      shown.current = asked;
      setExplained(answer.value);
    };
    if (shown.current !== asked) take(await door.call('history.get', { saleId: asked, log: false }));
    if (newest.current === asked) take(await door.call('history.get', { saleId: asked }));
  }, [door]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another sale is asked for at once
  useEffect(() => void load(), [load, saleId]);
  usePaced(load, signature);
  return { explained: explained?.saleId === saleId ? explained : null, fault, reload: load };
}

/** Runs again when `signal` has changed, at most once a second. */
export function usePaced(run: () => Promise<void>, signal: string | number): void {
  const pace = useRef<ReturnType<typeof atMostOnceA> | null>(null);
  const before = useRef(signal);
  useEffect(() => {
    const paced = atMostOnceA(refreshMs, () => void run(), pageClock);
    pace.current = paced;
    return () => paced.stop();
  }, [run]);
  useEffect(() => {
    if (before.current === signal) return;
    before.current = signal;
    pace.current?.wish();
  }, [signal]);
}

/**
 * Changes with whatever may have changed the explanation of this sale. To explain means to ask the service for its log,
 * and that is not done for every reading of another payment.
 */
export function signatureOf(
  saleId: string | null,
  rows: readonly HistoryRow[],
  view: Pick<CashierView, 'sale' | 'attention'>,
): string {
  const row = rows.find((one) => one.saleId === saleId);
  const open = view.sale?.id === saleId ? view.sale : null;
  const waiting = view.attention.filter((one) => one.saleId === saleId).map((one) => one.kind);
  return JSON.stringify([row, open?.state, open?.payment?.state, open?.payment?.steps.length, waiting]);
}
