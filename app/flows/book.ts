/**
 * The book: the one place where the state of the till changes. What happens to a sale is written down first and folded
 * then; on a journal fault nothing has changed. Everything else the till knows is of the moment.
 */

import { isUnfinished, type Sale, type SaleId } from '../domain/sale.ts';
import type { SaleEntry, SaleEvent } from '../domain/saleEvent.ts';
import { applyEntry, foldSale } from '../domain/saleFold.ts';
import type { TillConfig, TillState } from '../domain/tillState.ts';
import type { Unsubscribe } from '../kernel/brand.ts';
import type { JournalFault, RemoteFault } from '../kernel/fault.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Ports } from '../ports/Ports.ts';

/** The part of the state that is of the moment and not written down. */
export type Momentary = Pick<
  TillState,
  | 'current'
  | 'last'
  | 'arrivals'
  | 'identifying'
  | 'refusedScan'
  | 'watches'
  | 'waiting'
  | 'moment'
  | 'machine'
  | 'recovered'
  | 'journalFault'
>;

export interface Wait {
  readonly over: Promise<void>;
  wake(): void;
}

export interface Book {
  readonly ports: Ports;
  readonly config: TillConfig;
  /** Whether the till was stopped. */
  ended(): boolean;
  /** Waits so long, or until it is woken or the till is stopped. */
  wait(ms: number): Wait;
  state(): TillState;
  sale(saleId: SaleId): Sale | null;
  /** Writes the events down and folds them into the sale. On a fault nothing has changed. */
  record(saleId: SaleId, ...events: readonly SaleEvent[]): Result<Sale, JournalFault>;
  /**
   * Writes down what has happened outside and cannot be made to happen again: on a journal fault it tries until it is
   * written. `null` where the till was stopped meanwhile, or the sale is gone.
   */
  recordSurely(saleId: SaleId, ...events: readonly SaleEvent[]): Promise<Sale | null>;
  /**
   * Runs work that follows from the state and can be begun anew at any time. A defect in it is logged and it is begun
   * again a moment later: one defect must not end the till, nor leave a payment without anybody who watches it.
   */
  carryOn(work: () => Promise<void>): Promise<void>;
  /** Takes sales read back from the journal into the state. */
  adopt(histories: readonly (readonly SaleEntry[])[]): readonly Sale[];
  /** The sale from memory, or back from the journal, and kept in memory until it is let go. `null`: there is none. */
  bring(saleId: SaleId): Result<Sale | null, JournalFault>;
  letGo(saleId: SaleId): void;
  change(part: Partial<Momentary>): void;
  /** Notes whether the service answered, for the state of the line. */
  heard(fault: RemoteFault | null): void;
  onChange(listener: () => void): Unsubscribe;
  /** Called with a sale before and after each of its records. */
  onSale(listener: (before: Sale | null, after: Sale) => void): Unsubscribe;
  stop(): void;
}

/** A disk that is full or held by somebody else may be free a moment later. */
const writeAgainMs = 1000;

/** After a defect, work is begun anew so much later. */
const beginAnewMs = 5000;

const blank: TillState = {
  version: 0,
  sales: new Map(),
  entries: new Map(),
  current: null,
  last: null,
  arrivals: [],
  identifying: false,
  refusedScan: null,
  watches: new Map(),
  waiting: new Map(),
  service: { state: 'unknown', since: null },
  moment: null,
  machine: { outOfOrder: null, stopped: false, until: null },
  recovered: new Set(),
  journalFault: null,
};

export function createBook(ports: Ports, config: TillConfig): Book {
  let state = blank;
  let held = 0;
  const waits = new Set<AbortController>();
  let stopped = false;
  const changeListeners = new Set<() => void>();
  const saleListeners = new Set<(before: Sale | null, after: Sale) => void>();
  const kept = new Set<SaleId>();

  function become(part: Partial<TillState>): void {
    if (stopped) return;
    state = { ...state, ...part, version: state.version + 1 };
    tell();
  }

  function tell(): void {
    if (held > 0) return;
    for (const listener of [...changeListeners]) listener();
  }

  function record(saleId: SaleId, ...events: readonly SaleEvent[]): Result<Sale, JournalFault> {
    if (stopped) return err({ kind: 'storeLocked' });
    const at = ports.clock.now();
    const entries = events.map((event): SaleEntry => ({ saleId, at, version: 1, event }));
    const before = state.sales.get(saleId) ?? null;
    const after = entries.reduce<Sale | null>(applyEntry, before);
    if (after === null) throw new Error('a record needs at least one event');
    const written = ports.journal.append(entries, after);
    if (!written.ok) {
      ports.log.error('journal.append', { fault: written.fault.kind });
      become({ journalFault: written.fault.kind });
      return written;
    }
    const past = state.entries.get(saleId) ?? [];
    // Whoever follows sales may add to the state before anybody sees it: one change, one picture.
    held += 1;
    try {
      become({
        sales: new Map(state.sales).set(saleId, after),
        entries: new Map(state.entries).set(saleId, [...past, ...entries]),
        journalFault: null,
        refusedScan: null,
      });
      for (const listener of [...saleListeners]) listener(before, after);
      forget(saleId);
    } finally {
      held -= 1;
    }
    tell();
    return ok(after);
  }

  function wait(ms: number): Wait {
    const controller = new AbortController();
    if (stopped) controller.abort();
    waits.add(controller);
    const over = ports.clock.sleep(ms, controller.signal).then(() => void waits.delete(controller));
    return { over, wake: () => controller.abort() };
  }

  async function recordSurely(saleId: SaleId, ...events: readonly SaleEvent[]): Promise<Sale | null> {
    while (!stopped && state.sales.has(saleId)) {
      const written = record(saleId, ...events);
      if (written.ok) return written.value;
      await wait(writeAgainMs).over;
    }
    return null;
  }

  async function carryOn(work: () => Promise<void>): Promise<void> {
    while (!stopped) {
      try {
        return await work();
      } catch (thrown) {
        const why = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
        ports.log.error('defect', { why });
        await wait(beginAnewMs).over;
      }
    }
  }

  /** A sale that is off the screen and owes nothing leaves memory; the journal keeps it. */
  function forget(saleId: SaleId): void {
    const sale = state.sales.get(saleId);
    if (!sale || isUnfinished(sale) || kept.has(saleId)) return;
    const sales = new Map(state.sales);
    const entries = new Map(state.entries);
    const watches = new Map(state.watches);
    sales.delete(saleId);
    entries.delete(saleId);
    for (const payment of sale.payments) watches.delete(payment.reference);
    become({ sales, entries, watches, ...(state.current === saleId ? { current: null } : {}) });
  }

  function adopt(histories: readonly (readonly SaleEntry[])[]): readonly Sale[] {
    const sales = new Map(state.sales);
    const entries = new Map(state.entries);
    const adopted: Sale[] = [];
    for (const history of histories) {
      const sale = foldSale(history);
      if (sale === null) continue;
      sales.set(sale.id, sale);
      entries.set(sale.id, history);
      adopted.push(sale);
    }
    become({ sales, entries });
    return adopted;
  }

  function bring(saleId: SaleId): Result<Sale | null, JournalFault> {
    kept.add(saleId);
    const here = state.sales.get(saleId);
    if (here !== undefined) return ok(here);
    const entries = ports.journal.sale(saleId);
    return entries.ok ? ok(adopt([entries.value])[0] ?? null) : entries;
  }

  function letGo(saleId: SaleId): void {
    kept.delete(saleId);
    forget(saleId);
  }

  function heard(fault: RemoteFault | null): void {
    const silent = fault !== null && ['noConnection', 'noAnswer', 'serviceDown'].includes(fault.kind);
    const now = silent ? 'down' : 'up';
    if (state.service.state !== now) become({ service: { state: now, since: ports.clock.now() } });
  }

  return {
    ports,
    config,
    ended: () => stopped,
    wait,
    state: () => state,
    sale: (saleId) => state.sales.get(saleId) ?? null,
    record,
    recordSurely,
    carryOn,
    adopt,
    bring,
    letGo,
    change: become,
    heard,
    onChange: (listener) => subscribe(changeListeners, listener),
    onSale: (listener) => subscribe(saleListeners, listener),
    stop() {
      stopped = true;
      for (const one of [...waits]) one.abort();
    },
  };
}

function subscribe<T>(listeners: Set<T>, listener: T): Unsubscribe {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
