/**
 * What the till knows at one moment: the sales it is concerned with, and what it has heard from the service lately.
 * Sales are folds of the journal; the rest is of the moment and not written down.
 */

import type { Fault, FaultKind } from '../kernel/fault.ts';
import type { Instant } from '../kernel/time.ts';
import type { Zone } from '../kernel/zone.ts';
import type { Arrival } from './arrival.ts';
import type { Currency } from './money.ts';
import type { CallingCode } from './msisdn.ts';
import type { PaymentReference } from './payment.ts';
import { type Sale, type SaleId, unresolvedPayment } from './sale.ts';
import type { SaleEntry } from './saleEvent.ts';

/** What the store set up, as far as the till's own rules need it. */
export interface TillConfig {
  /** Goes into references and sale numbers: letters, digits, hyphen, at most 12. */
  readonly tillNumber: string;
  readonly posId: string;
  readonly storeName: string;
  readonly currency: Currency;
  readonly home: CallingCode;
  /** Sale numbers of training begin with `T-`, and nothing of training mixes with real data. */
  readonly training: boolean;
  readonly checkIn: boolean;
  /** Sells without a cashier: a check-in reserves the money. */
  readonly unattended: boolean;
  /** Where the store is, whatever the machine's clock is set to: a day begins at its midnight. */
  readonly zone: Zone;
  /** Days until an approved payment that was not captured goes back by itself (payments.md 4.5). */
  readonly captureDays: number;
}

/** NO 180 days, DK and FI 14 without an agreement on late capture (payments.md 4.5). */
export const captureDaysOf = { NO: 180, DK: 14, FI: 14 } as const;

/** What was heard about one payment, and when it is asked again. */
export interface PaymentWatch {
  readonly checkedAt: Instant | null;
  readonly nextCheckAt: Instant | null;
  /** Since when the service has not answered about it; `null` while it answers. */
  readonly silentSince: Instant | null;
  /** Of the newest call. */
  readonly fault: FaultKind | null;
  /** A change (capture, cancel, release, refund) that was tried and is not done: since when, and why. */
  readonly held: { readonly since: Instant; readonly fault: FaultKind } | null;
}

/** The line to the service as seen from real calls, never from a flag of the operating system. */
export interface ServiceLine {
  readonly state: 'up' | 'down' | 'unknown';
  readonly since: Instant | null;
}

/** A moment on the customer's screen that passes by itself. */
export interface DisplayMoment {
  readonly saleId: SaleId;
  readonly kind: 'greeting' | 'thanks' | 'notCompleted' | 'wiped';
}

/** Something owed to others that could not be carried out yet, and why the newest try failed. */
export interface Waiting {
  readonly saleId: SaleId;
  readonly owed: 'purchase' | 'receipt' | 'enrolment';
  readonly fault: FaultKind;
}

/** A scan that came to nothing. It is said on the screen, since nobody waits for the answer of a device. */
export interface RefusedScan {
  readonly fault: Fault;
  readonly at: Instant;
}

/** An unattended machine beside its sale. */
export interface Machine {
  /** What is wrong with it, as its controller's or the till's own code; `null` while it is in order. */
  readonly outOfOrder: string | null;
  /** Its manager has put it out of order, and only the manager lets it sell again. */
  readonly stopped: boolean;
  /** When the step it is in ends by itself. */
  readonly until: Instant | null;
}

export interface TillState {
  readonly version: number;
  /** Every sale the till is concerned with: the one on the screen, parked ones, ended ones with duties. */
  readonly sales: ReadonlyMap<SaleId, Sale>;
  /** Entries of those sales, for time-lines. */
  readonly entries: ReadonlyMap<SaleId, readonly SaleEntry[]>;
  readonly current: SaleId | null;
  readonly last: Sale | null;
  /** Who checked in on the store's own code and is not served yet, the first first. */
  readonly arrivals: readonly Arrival[];
  /** A personal code is being exchanged and the number is not known yet. */
  readonly identifying: boolean;
  /** The newest scan, if it was refused; gone with the next thing that happens to the sale. */
  readonly refusedScan: RefusedScan | null;
  readonly watches: ReadonlyMap<PaymentReference, PaymentWatch>;
  /** By sale and kind of what is owed. */
  readonly waiting: ReadonlyMap<string, Waiting>;
  readonly service: ServiceLine;
  readonly machine: Machine;
  readonly moment: DisplayMoment | null;
  /** Sales found again unfinished when the till started. */
  readonly recovered: ReadonlySet<SaleId>;
  /** The journal could not write; nothing is charged until it can. */
  readonly journalFault: FaultKind | null;
}

export function currentSale(state: TillState): Sale | null {
  return state.current === null ? null : (state.sales.get(state.current) ?? null);
}

export function parkedSales(state: TillState): readonly Sale[] {
  return [...state.sales.values()].filter((sale) => sale.parkedAt !== null && !sale.left);
}

/** Sales whose money is in the air (I11): the day is not closed over them, and leaving the till names them. */
export function unresolvedSales(state: TillState): readonly Sale[] {
  return [...state.sales.values()].filter((sale) => unresolvedPayment(sale) !== null);
}
