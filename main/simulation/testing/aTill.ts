/** One till of a store: it can be killed at any moment and started again on the same journal. */

import type { CashierView, DisplayView } from '../../../app/contract/view.ts';
import { cashierView } from '../../../app/contract/viewCashier.ts';
import { displayView } from '../../../app/contract/viewDisplay.ts';
import type { Payment } from '../../../app/domain/payment.ts';
import { currentPayment } from '../../../app/domain/sale.ts';
import { currentSale, type TillConfig } from '../../../app/domain/tillState.ts';
import { err } from '../../../app/kernel/result.ts';
import type { Ids } from '../../../app/ports/Ids.ts';
import type { Journal } from '../../../app/ports/Journal.ts';
import type { Ports } from '../../../app/ports/Ports.ts';
import { type MemoryJournal, memoryJournal } from '../../../app/testing/memoryJournal.ts';
import { createTill, type Till } from '../../../app/till.ts';
import type { Books } from '../auditor.ts';
import { goodsForSale } from '../goods.ts';
import { about, type Glance, watchScreens } from '../screens.ts';
import type { SimulatedTime } from '../simulatedTime.ts';

export interface FieldTill {
  /** The till that runs; throws while none does. */
  till(): Till;
  runs(): boolean;
  /** Dies where it stands: what was on its way goes on without it, what it writes from now on is not written. */
  kill(): void;
  start(): void;
  /** Killed, and at once started again. */
  restart(): void;
  readonly journal: MemoryJournal;
  /** The journal as the auditor reads it. */
  rows(): Books['journal'];
  /** Every screen that was shown. */
  readonly glances: readonly Glance[];
  cashier(): CashierView;
  display(): DisplayView;
  /** The payment of the sale on the till; throws where there is none. */
  payment(): Payment;
  /** What the cashier was told about payments, in order, without repeats. */
  told(): readonly string[];
}

export const config: TillConfig = {
  tillNumber: '01',
  posId: 'kasse-1',
  storeName: 'Bekkelund Sport',
  currency: 'NOK',
  home: '47',
  training: true,
  checkIn: false,
  zone: 'Europe/Oslo',
  captureDays: 180,
};

export function aTill(time: SimulatedTime, ports: Omit<Ports, 'journal' | 'log' | 'catalogue'>): FieldTill {
  const journal = memoryJournal();
  const glances: Glance[] = [];
  const listeners = new Set<(till: Till) => void>();
  let running: { till: Till; die: () => void } | null = null;
  watchScreens(
    { time, till: () => running?.till ?? null, onTill: (listener) => void listeners.add(listener) },
    (glance) => glances.push(glance),
  );

  function till(): Till {
    if (running === null) throw new Error('no till runs');
    return running.till;
  }

  const field: FieldTill = {
    till,
    runs: () => running !== null,
    kill() {
      running?.die();
      running = null;
    },
    start() {
      let dead = false;
      const own: Journal = {
        ...journal,
        append: (entries, after) => (dead ? err({ kind: 'storeLocked' }) : journal.append(entries, after)),
      };
      const started = createTill({ ...ports, journal: own, log: silent, catalogue: goodsForSale() }, config);
      running = {
        till: started,
        die() {
          dead = true;
          started.stop();
        },
      };
      for (const listener of listeners) listener(started);
      const result = started.start();
      if (!result.ok) throw new Error(result.fault.kind);
    },
    restart() {
      field.kill();
      field.start();
    },
    journal,
    rows: () =>
      journal.entries.map(({ at, event }) => ({ at, kind: event.kind, body: JSON.stringify(event) })),
    glances,
    cashier: () => cashierView(till().state(), about, time.now()),
    display: () => displayView(till().state(), about, time.now()),
    payment() {
      const sale = currentSale(till().state());
      const payment = sale === null ? null : currentPayment(sale);
      if (payment === null) throw new Error('no payment on the till');
      return payment;
    },
    told() {
      const keys = glances.flatMap(({ cashier }) => cashier.sale?.payment?.says.key ?? []);
      return keys.filter((key, index) => key !== keys[index - 1]);
    },
  };
  return field;
}

/** Numbers that follow from where they begin and from nothing else. */
export function idsFrom(start: number): Ids {
  let drawn = start;
  const draw = () => {
    drawn = (Math.imul(drawn, 1_103_515_245) + 12_345) >>> 0;
    return drawn >>> 8;
  };
  return {
    unique: () => `${start}-${draw().toString(36)}-${draw().toString(36)}`,
    below: (below) => draw() % below,
  };
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
