/**
 * A machine's desk as the real flow, made anew for each step out of the journal and of what its till knows of the moment.
 * So every step is a pure function of where it begins, and the power can go after any entry that it writes.
 */

import { type MachineView, machineView } from '../contract/viewMachine.ts';
import { due } from '../domain/paymentDue.ts';
import { isUnfinished, type Sale, type SaleId } from '../domain/sale.ts';
import type { SaleEntry } from '../domain/saleEvent.ts';
import { foldSale } from '../domain/saleFold.ts';
import type { Slot } from '../domain/vending.ts';
import { type Book, createBook } from '../flows/book.ts';
import { createTurn, type Turn } from '../flows/machineTurn.ts';
import { recover } from '../flows/recover.ts';
import { createVendingDesk } from '../flows/sellUnattended.ts';
import type { VendingDesk } from '../flows/vendingDesk.ts';
import { err, ok } from '../kernel/result.ts';
import { type Instant, instant } from '../kernel/time.ts';
import { memoryStock } from './memoryStock.ts';
import { aShop } from './shop.ts';

/** One customer's turn: what is written of it, and what the till knows of the moment. */
export interface Turned {
  readonly entries: readonly SaleEntry[];
  readonly sale: Sale | null;
  readonly current: SaleId | null;
  /** When the step that it is in ends by itself. */
  readonly until: Instant | null;
  /** References of the payments that are being driven. */
  readonly driven: readonly string[];
  /** What screen and controller are told. */
  readonly view: MachineView | null;
}

export interface Hands {
  readonly book: Book;
  readonly desk: VendingDesk;
  readonly turn: Turn;
  /** As a till does that was just started. */
  start(): void;
}

/** `writes`: how often something was written down. */
export interface Done {
  readonly to: Turned;
  readonly writes: number;
}

export const nobody: Turned = { entries: [], sale: null, current: null, until: null, driven: [], view: null };

const { ports, config } = aShop({ config: { unattended: true } });

/** No time passes by itself: that a step has taken too long is a step of its own. */
const clock = { now: () => instant(0), monotonic: () => 0, sleep: () => new Promise<void>(() => undefined) };

/** No member joins a club at a machine, and receipts are nobody's money. */
const idle = {
  begin: () => undefined,
  resume: () => undefined,
  start: async () => err({ kind: 'customerMissing' } as const),
  stop: () => ok(null),
};

/** What follows from a record comes a few turns later. */
const mostTurns = 12;

/** Does something at the till as it stands. The power goes when so much has been written. */
export async function act(
  from: Turned,
  slots: readonly Slot[],
  does: (hands: Hands) => unknown,
  mostWrites = Number.POSITIVE_INFINITY,
): Promise<Done> {
  const entries = [...from.entries];
  const driven = new Set(from.driven);
  let writes = 0;
  let drawn = 0;
  const items = from.sale?.vending?.items.length ?? 0;
  const payments = from.sale?.payments.length ?? 0;
  const book = createBook(
    {
      ...ports,
      clock,
      stock: memoryStock(slots),
      ids: {
        ...ports.ids,
        // The same on every road to the same state.
        unique() {
          drawn += 1;
          return `id-${items + payments + drawn}`;
        },
      },
      journal: {
        ...ports.journal,
        append(added) {
          if (writes === mostWrites) return err({ kind: 'storeLocked' });
          writes += 1;
          if (added.some(({ saleId }) => saleId !== (entries[0]?.saleId ?? saleId)))
            throw new Error('a second sale was begun before the first had ended');
          entries.push(...added);
          return ok();
        },
        unfinished: () => ok(from.sale !== null && isUnfinished(from.sale) ? [from.entries] : []),
        saleCount: () => ok(entries.length === 0 ? 0 : 1),
      },
    },
    config,
  );
  const drivers = {
    drive: (_sale: SaleId, reference: string) => void driven.add(reference),
    nudge: (reference: string) => driven.has(reference),
    hurry: () => undefined,
  };
  if (from.current !== null) {
    book.adopt([from.entries]);
    book.change({ current: from.current, machine: { outOfOrder: null, stopped: false, until: from.until } });
  }
  const desk = createVendingDesk(book, drivers);
  does({
    book,
    desk,
    turn: createTurn(book, drivers, () => undefined),
    start() {
      if (!recover(book, { drivers, duties: idle, enrolments: idle }).ok) return;
      desk.closeLeft();
      desk.resume();
    },
  });
  for (let turn = 0; turn < mostTurns; turn += 1) await Promise.resolve();
  const { current, machine } = book.state();
  const view = machineView(book.state(), desk.offers());
  book.stop();
  const sale = foldSale(entries);
  const isDriven = (reference: string) =>
    sale?.payments.some((one) => one.reference === reference && due(one).kind !== 'nothing') ?? false;
  const stillDriven = [...driven].filter(isDriven);
  return { to: { entries, sale, current, until: machine.until, driven: stillDriven, view }, writes };
}

/** The same till on the same journal, after the power went. */
export function started(from: Turned, slots: readonly Slot[], mostWrites?: number): Promise<Done> {
  return act({ ...from, current: null, until: null, driven: [] }, slots, ({ start }) => start(), mostWrites);
}
