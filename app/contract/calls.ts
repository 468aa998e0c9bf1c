/**
 * The one door: every call that a window, a controller or a test can make, with its input, its answer and who may make
 * it. What is not in here cannot be said. Input schemas are in `schemas.ts`, which does not compile when it disagrees.
 */

import type { EnrolmentState } from '../domain/enrolment.ts';
import type { Money } from '../domain/money.ts';
import type { PaidElsewhere } from '../domain/sale.ts';
import type { TypedScan } from '../domain/scanDiagnosis.ts';
import type { Audience } from './audience.ts';
import type { DrillStep } from './view.ts';
import type { DayReport, HistoryRow, RefundView, SaleExplained } from './viewRecords.ts';
import type { ScannerDeviceView } from './viewScanner.ts';
import type { ImportReport, ProductTest, SettingsChange, SettingsView } from './viewSettings.ts';
import type { StaticQrView, WebhooksView } from './viewStaticQr.ts';

export type * from './viewSettings.ts';

/** `examined`: the scanner doctor is open, it was looked at and nothing was done. */
export type ScanMeaning = 'goods' | 'customer' | 'command' | 'examined';

export interface ProductFound {
  readonly sku: string;
  readonly name: string;
  readonly price: Money;
  readonly memberPrice: Money | null;
  /** Basis points. */
  readonly vatRate: number;
}

export interface ParkedSale {
  readonly saleId: string;
  readonly number: string;
  readonly parkedAt: string;
  readonly masked: string | null;
  readonly lines: number;
  readonly total: Money;
  /** What became of its payment while it was parked; `null` where there is none. */
  readonly payment: string | null;
}

type Nothing = Record<string, never>;

export interface Calls {
  readonly scan: {
    /** `typed`: how a scanner that types in a window did so. */
    input: { text: string; symbology?: string; typed?: TypedScan };
    output: { meaning: ScanMeaning };
  };
  readonly 'customer.setPhone': { input: { phone: string }; output: { masked: string } };
  readonly 'customer.clear': { input: Nothing; output: null };
  /** Serves somebody who checked in on the store's own code, or tries again whose check-in it is. */
  readonly 'checkIn.take': { input: { id: string }; output: null };
  readonly 'checkIn.dismiss': { input: { id: string }; output: null };
  readonly 'enrolment.start': { input: Nothing; output: { bindingMessage: string; state: EnrolmentState } };
  readonly 'enrolment.cancel': { input: Nothing; output: null };
  readonly 'basket.add': {
    input: { sku: string; quantity?: number } | { barcode: string; quantity?: number };
    output: { lineId: string };
  };
  readonly 'basket.setQuantity': { input: { lineId: string; quantity: number }; output: null };
  readonly 'basket.discount': {
    /** `amount` in minor units off the whole line; 0 takes the discount away. */
    input: { lineId: string; amount: number; reason: string };
    output: null;
  };
  readonly 'basket.remove': { input: { lineId: string }; output: null };
  readonly 'catalogue.search': { input: { text: string }; output: readonly ProductFound[] };
  readonly 'sale.park': { input: Nothing; output: { saleId: string } };
  readonly 'sale.parked': { input: Nothing; output: readonly ParkedSale[] };
  readonly 'sale.recall': { input: { saleId: string }; output: null };
  readonly 'sale.discard': { input: Nothing; output: null };
  readonly 'sale.next': { input: Nothing; output: null };
  readonly 'sale.paidElsewhere': { input: { method: PaidElsewhere }; output: null };
  readonly 'payment.request': { input: { via?: 'push' | 'qr' }; output: { reference: string } };
  readonly 'payment.resend': {
    /** `phone`: the same customer on another phone. */
    input: { via?: 'push' | 'qr'; phone?: string };
    output: { reference: string };
  };
  readonly 'payment.cancel': { input: Nothing; output: null };
  /** Tries at once whatever waits for this sale: the one button of the attention list. */
  readonly 'attention.retry': { input: { saleId: string }; output: null };
  readonly 'refund.request': {
    /** By line, by amount in minor units, or, with neither, all that is left. */
    input: {
      saleId: string;
      lines?: readonly { lineId: string; quantity: number }[];
      amount?: number;
      reason: string;
    };
    output: RefundView;
  };
  readonly 'history.search': {
    /** `text`: a number of a sale, an amount, a phone number. Times are ISO 8601 UTC. */
    input: { text?: string; from?: string; to?: string; only?: 'unresolved' | 'refunded' };
    output: readonly HistoryRow[];
  };
  /** With the service's own log, unless `log` is false: then it answers at once, with what the till wrote down. */
  readonly 'history.get': { input: { saleId: string; log?: boolean }; output: SaleExplained };
  readonly 'day.report': {
    /** `date` in the store's time zone, today where it is left out; `compare` asks the service about every payment. */
    input: { date?: string; compare?: boolean };
    output: DayReport;
  };
  readonly 'day.close': { input: Nothing; output: DayReport };
  /** The machine is in order and sells. */
  readonly 'vending.open': { input: Nothing; output: null };
  /**
   * Nobody is being served, and a customer wants this: a one-time QR of its price is the state's `qrImage`, and it is to
   * be handed out in the phase `dispensing`, not before.
   */
  readonly 'vending.choose': { input: { sku: string }; output: { itemId: string } };
  /**
   * Answers the id under which the controller tells what came of it. `turn`, here and below, is the state's: a word that
   * comes after that customer's turn says nothing of the next one's.
   */
  readonly 'vending.take': { input: { turn: string; sku: string }; output: { itemId: string } };
  readonly 'vending.settle': { input: { itemId: string; outcome: 'dispensed' | 'failed' }; output: null };
  /**
   * The customer is finished: what was dispensed is captured, the rest released; a request that is not approved yet is
   * called off. Said of a result, it has been seen, and the machine is the next customer's.
   */
  readonly 'vending.done': { input: { turn: string }; output: null };
  /** The customer needs more time, to approve or to choose; as often as they say so. */
  readonly 'vending.more': { input: { turn: string }; output: null };
  /** `reason`: the controller's own short code, shown to the operator. */
  readonly 'vending.fault': { input: { reason: string }; output: null };
  /** The manager puts the machine out of order, or lets it sell again. No controller undoes it, nor a restart. */
  readonly 'vending.stop': { input: { stopped: boolean }; output: null };
  /**
   * Replaces the list of what the machine holds. `code`: what stands on the door, for the customer to find it by. An age limit
   * and a door of which nothing is said stay as they are for goods that are in it already; `null` takes them away.
   */
  readonly 'vending.stock': {
    input: {
      slots: readonly { sku: string; stock: number; minimumAge?: number | null; code?: string | null }[];
    };
    output: { notSold: readonly string[] };
  };
  /** Who knows the PIN gets the manager's window at an unattended machine; a host without windows only says whether it is right. */
  readonly unlock: { input: { pin: string }; output: null };
  readonly 'pin.set': { input: { pin: string }; output: null };
  /** Ends the till; a payment that is not settled is asked about first. */
  readonly 'program.quit': { input: Nothing; output: null };
  readonly 'settings.get': { input: Nothing; output: SettingsView };
  readonly 'settings.update': { input: SettingsChange; output: { settings: SettingsView; restart: boolean } };
  readonly 'settings.test': { input: Nothing; output: readonly ProductTest[] };
  readonly 'scanner.list': { input: Nothing; output: readonly ScannerDeviceView[] };
  /**
   * While it is open scans are examined and not acted on. Opening lasts 15 seconds and is said again by the page that
   * shows it: a page that dies gives the scanner back. `page`: each by a name of its own.
   */
  readonly 'scanner.doctor': { input: { open: boolean; page: string }; output: null };
  /** The store's own codes, as the service has them. */
  readonly 'staticQr.list': { input: Nothing; output: readonly StaticQrView[] };
  /** Makes a code of this till, or renames the place of one. */
  readonly 'staticQr.put': { input: { id?: string; location: string }; output: { id: string } };
  /** The code as a file, drawn by the service in this format and kept on this host. */
  readonly 'staticQr.file': {
    input: { id: string; format: 'svg' | 'png' };
    output: { format: 'svg' | 'png'; address: string; fileName: string };
  };
  readonly 'staticQr.delete': { input: { id: string }; output: null };
  readonly 'webhooks.list': { input: Nothing; output: WebhooksView };
  readonly 'webhooks.delete': { input: { id: string }; output: null };
  readonly 'catalogue.import': { input: { csv: string }; output: ImportReport };
  readonly 'members.import': { input: { csv: string }; output: ImportReport };
  readonly 'training.customer': {
    /** `age` in years, for what a machine sells from some age on. */
    input: { phone: string; does: string; enrolment?: string; age?: number; afterMs?: number };
    output: null;
  };
  readonly 'training.fault': {
    input: { endpoint: string; what: string; times?: number; afterMs?: number } | { clear: true };
    output: null;
  };
  /** Arms the recovery drill at this step; `dismiss` calls it off, or takes its report off the screen. */
  readonly 'training.drill': { input: { step: DrillStep | 'dismiss' }; output: null };
}

export type CallName = keyof Calls;
export type CallInput<K extends CallName> = Calls[K]['input'];
export type CallOutput<K extends CallName> = Calls[K]['output'];

const cashier: readonly Audience[] = ['cashier'];
const manager: readonly Audience[] = ['manager'];
/** The machine's screen or controller, and whoever stands before it with the manager's right. */
const kiosk: readonly Audience[] = ['kiosk', 'manager'];

export const callAudience = {
  scan: ['cashier', 'kiosk'],
  'customer.setPhone': cashier,
  'customer.clear': cashier,
  'checkIn.take': cashier,
  'checkIn.dismiss': cashier,
  'enrolment.start': cashier,
  'enrolment.cancel': cashier,
  'basket.add': cashier,
  'basket.setQuantity': cashier,
  'basket.discount': cashier,
  'basket.remove': cashier,
  'catalogue.search': cashier,
  'sale.park': cashier,
  'sale.parked': cashier,
  'sale.recall': cashier,
  'sale.discard': cashier,
  'sale.next': cashier,
  'sale.paidElsewhere': cashier,
  'payment.request': cashier,
  'payment.resend': cashier,
  'payment.cancel': cashier,
  'attention.retry': cashier,
  'refund.request': manager,
  'history.search': cashier,
  'history.get': cashier,
  'day.report': cashier,
  'day.close': manager,
  'vending.open': kiosk,
  'vending.choose': kiosk,
  'vending.take': kiosk,
  'vending.settle': kiosk,
  'vending.done': kiosk,
  'vending.more': kiosk,
  'vending.fault': kiosk,
  'vending.stop': manager,
  'vending.stock': kiosk,
  unlock: kiosk,
  'pin.set': manager,
  'program.quit': manager,
  'settings.get': manager,
  'settings.update': manager,
  'settings.test': manager,
  'scanner.list': manager,
  'scanner.doctor': manager,
  'staticQr.list': manager,
  'staticQr.put': manager,
  'staticQr.file': manager,
  'staticQr.delete': manager,
  'webhooks.list': manager,
  'webhooks.delete': manager,
  'catalogue.import': manager,
  'members.import': manager,
  'training.customer': cashier,
  'training.fault': cashier,
  'training.drill': cashier,
} as const satisfies { readonly [K in CallName]: readonly Audience[] };

export const callNames = Object.keys(callAudience) as readonly CallName[];

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(callAudience, name);
}
