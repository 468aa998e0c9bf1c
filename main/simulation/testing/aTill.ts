/** One till of a store: it can be killed at any moment and started again on the same journal file. */

import type { CashierView, DisplayView } from '../../../app/contract/view.ts';
import { cashierView } from '../../../app/contract/viewCashier.ts';
import { displayView } from '../../../app/contract/viewDisplay.ts';
import type { Payment } from '../../../app/domain/payment.ts';
import { currentPayment } from '../../../app/domain/sale.ts';
import { currentSale } from '../../../app/domain/tillState.ts';
import { err } from '../../../app/kernel/result.ts';
import type { Ids } from '../../../app/ports/Ids.ts';
import type { Journal } from '../../../app/ports/Journal.ts';
import type { Ports } from '../../../app/ports/Ports.ts';
import { createTill, type Till } from '../../../app/till.ts';
import { createJournal } from '../../journal/journal.ts';
import { createFailingDisk, type FailingDisk } from '../../journal/testing/failingDisk.ts';
import { openForTest, temporaryFolder, vaultForTest } from '../../journal/testing/storeForTest.ts';
import type { Books } from '../auditor.ts';
import { seededChance } from '../chance.ts';
import { goodsForSale } from '../goods.ts';
import { journalRows } from '../journalRows.ts';
import { about, type Glance, watchScreens } from '../screens.ts';
import type { SimulatedTime } from '../simulatedTime.ts';
import { config } from '../world.ts';

export interface FieldTill {
  /** The till that runs; throws while none does. */
  till(): Till;
  runs(): boolean;
  /** Dies where it stands: what was on its way goes on without it, what it writes from now on is not written. */
  kill(): void;
  start(): Promise<void>;
  /** Killed, and at once started again. */
  restart(): Promise<void>;
  readonly disk: FailingDisk;
  /** The journal as it lies in its file. */
  rows(): Promise<Books['journal']>;
  /** Every screen that was shown. */
  readonly glances: readonly Glance[];
  cashier(): CashierView;
  display(): DisplayView;
  /** The payment of the sale on the till; throws where there is none. */
  payment(): Payment;
  /** What the cashier was told about payments, in order, without repeats. */
  told(): readonly string[];
}

export function aTill(time: SimulatedTime, ports: Omit<Ports, 'journal' | 'log' | 'catalogue'>): FieldTill {
  const folder = temporaryFolder();
  const disk = createFailingDisk();
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
    async start() {
      let dead = false;
      const { database } = await openForTest(folder, { now: time.now(), wrap: disk.wrap });
      const journal = createJournal(database, vaultForTest());
      const own: Journal = {
        ...journal,
        append: (entries, after) => (dead ? err({ kind: 'storeLocked' }) : journal.append(entries, after)),
      };
      const started = createTill(
        { ...ports, journal: own, log: silent, catalogue: goodsForSale() },
        { ...config, checkIn: false },
      );
      running = {
        till: started,
        die() {
          dead = true;
          started.stop();
          database.close();
        },
      };
      for (const listener of listeners) listener(started);
      const result = started.start();
      if (!result.ok) throw new Error(result.fault.kind);
    },
    restart() {
      field.kill();
      return field.start();
    },
    disk,
    rows: () => journalRows(folder),
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

/** Numbers that follow from the seed and from nothing else. */
export function idsFrom(seed: number): Ids {
  const { below } = seededChance(seed);
  return {
    unique: () => `${seed}-${below(0x7fff_ffff).toString(36)}-${below(0x7fff_ffff).toString(36)}`,
    below,
  };
}

export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
