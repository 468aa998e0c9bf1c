/**
 * Work for others that is owed in the journal and carried out until known done: backoff with jitter, across restarts,
 * woken by whoever has a reason. What waits, and why, is part of the state, so that it can be shown.
 */

import type { SaleId } from '../domain/sale.ts';
import type { Waiting } from '../domain/tillState.ts';
import type { FaultKind } from '../kernel/fault.ts';
import type { Result } from '../kernel/result.ts';
import type { Book } from './book.ts';

const firstRetryMs = 2000;
const lastRetryMs = 300_000;

export type Owed = Waiting['owed'];

/** `failures`: how often it has failed since the start of this till. */
export type Work = (failures: number) => Promise<Result<unknown>>;

export interface Persistence {
  /**
   * Tries until `work` answers ok, one at a time for each sale and kind. `stillOwed` is asked before each try. A second
   * call for the same does nothing.
   */
  begin(saleId: SaleId, owed: Owed, stillOwed: () => boolean, work: Work): void;
  /** Tries now whatever waits for this sale. */
  wake(saleId: SaleId): void;
}

export function createPersistence(book: Book): Persistence {
  const wakers = new Map<string, { readonly saleId: SaleId; wake: () => void }>();

  async function run(
    name: string,
    saleId: SaleId,
    owed: Owed,
    stillOwed: () => boolean,
    work: Work,
  ): Promise<void> {
    for (let failures = 0; stillOwed() && !book.ended(); failures += 1) {
      const done = await work(failures);
      if (done.ok || book.ended()) break;
      // Ever more seldom: what waits for days is not worth a log full of it.
      if (Number.isInteger(Math.log2(failures + 1)))
        book.ports.log.warn(`owed.${owed}`, { fault: done.fault.kind, failures });
      tell(name, { saleId, owed, fault: done.fault.kind });
      const pause = Math.min(lastRetryMs, firstRetryMs * 2 ** Math.min(failures, 10));
      const wait = book.wait(pause + book.ports.ids.below(500));
      wakers.set(name, { saleId, wake: wait.wake });
      await wait.over;
    }
    tell(name, null);
  }

  function tell(name: string, waiting: { saleId: SaleId; owed: Owed; fault: FaultKind } | null): void {
    if (waiting === null && !book.state().waiting.has(name)) return;
    const all = new Map(book.state().waiting);
    if (waiting === null) all.delete(name);
    else all.set(name, waiting);
    book.change({ waiting: all });
  }

  return {
    begin(saleId, owed, stillOwed, work) {
      const name = `${saleId} ${owed}`;
      if (wakers.has(name)) return;
      wakers.set(name, { saleId, wake: () => undefined });
      void book.carryOn(() => run(name, saleId, owed, stillOwed, work)).finally(() => wakers.delete(name));
    },
    wake(saleId) {
      for (const one of [...wakers.values()]) if (one.saleId === saleId) one.wake();
    },
  };
}
