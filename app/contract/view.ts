/**
 * The state a window or client receives: one plain object per audience, whole at each change, with a rising version.
 * Times are ISO 8601 UTC, money is `{minor, currency}`, `says` is a key with parameters and never a sentence.
 */

import type { EnrolmentState } from '../domain/enrolment.ts';
import type { Currency, Money } from '../domain/money.ts';
import type { PaymentState } from '../domain/payment.ts';
import type { SaleState } from '../domain/sale.ts';
import type { ScannerState } from '../domain/scanner.ts';
import type { Fault, FaultKind } from '../kernel/fault.ts';
import type { DrillView } from './drill.ts';
import type { AttentionSays, Says } from './says.ts';
import type { MachineView } from './viewMachine.ts';
import type { DoctorView } from './viewScanner.ts';
import type { CodeRoad, RegistrationState } from './viewStaticQr.ts';

export type { SaleState } from '../domain/sale.ts';
export * from './drill.ts';
export type * from './says.ts';
export type { MachineAbout, MachinePhase, MachineView, OfferView, SellingWay } from './viewMachine.ts';
export type * from './viewRecords.ts';
/** `away`: other scanners that are in use and do not work now. */
export interface ScannerStatusView {
  readonly state: ScannerState;
  readonly name: string | null;
  readonly away: number;
}

export type { DoctorScanView, DoctorView, ScannerDeviceView } from './viewScanner.ts';
export type { CodeRoad, StaticQrView, WebhooksView, WebhookView } from './viewStaticQr.ts';

export interface LineView {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: Money;
  /** Everything off the line: the member's saving and the cashier's discount. */
  readonly discount: Money;
  /** The part of `discount` that membership gives. */
  readonly memberSaving: Money;
  readonly reason: string | null;
  readonly total: Money;
  /** Basis points. */
  readonly vatRate: number;
}

export interface VatView {
  readonly rate: number;
  readonly gross: Money;
  readonly net: Money;
  readonly vat: Money;
}

export interface StepView {
  readonly at: string;
  readonly what: Says;
}

export interface PaymentView {
  readonly reference: string;
  readonly state: PaymentState;
  /** The outcome of something sent is not known. Nothing new may be charged for this sale. */
  readonly checking: boolean;
  readonly via: 'push' | 'qr';
  readonly amount: Money;
  readonly captured: Money;
  readonly refunded: Money;
  readonly until: string;
  /** Address of the one-time QR image, as the service drew it. */
  readonly qrImage: string | null;
  /** When the service was last heard about this payment, and when it is asked next; `null` when neither applies. */
  readonly checkedAt: string | null;
  readonly nextCheckAt: string | null;
  readonly says: Says;
  readonly steps: readonly StepView[];
}

export interface CustomerView {
  readonly masked: string;
  readonly proof: 'qrExchange' | 'qrText' | 'typed' | 'staticQr';
  /** Until when a check-in on the store's own code holds; `null` for everybody else. */
  readonly checkedInUntil: string | null;
  readonly status: 'checking' | 'member' | 'notMember' | 'unknown';
  readonly member: {
    readonly name: string | null;
    readonly since: string;
    readonly number: string | null;
    readonly points: number | null;
  } | null;
  readonly enrolment: EnrolmentView | null;
  /** What this basket would cost less for a member; zero where prices are a member's already. */
  readonly wouldSave: Money;
}

export interface EnrolmentView {
  readonly state: EnrolmentState;
  readonly bindingMessage: string;
  readonly until: string;
  readonly says: Says;
}

export interface SaleView {
  readonly id: string;
  readonly number: string;
  readonly state: SaleState;
  readonly lines: readonly LineView[];
  readonly total: Money;
  readonly saved: Money;
  readonly vat: readonly VatView[];
  readonly payment: PaymentView | null;
  readonly paidElsewhere: 'card' | 'cash' | 'other' | null;
}

/** Something that waits for the world or for a person: what, since when, why, and the one thing to do about it. */
export interface AttentionView {
  readonly kind: AttentionSays;
  readonly saleId: string | null;
  readonly says: Says;
  readonly since: string | null;
  /** Why the newest try failed, and the service's own code where it told one. */
  readonly why: { readonly fault: FaultKind; readonly code: string | null } | null;
  /**
   * `retry` is `attention.retry`, `recall` is `sale.recall`, `explain` is `history.get`, beside which refunds are made;
   * `null` where only time or the manager's hands help.
   */
  readonly action: 'retry' | 'recall' | 'explain' | null;
}

export interface TillView {
  readonly store: string;
  readonly place: string;
  readonly tillNumber: string;
  readonly posId: string;
  readonly profile: 'training' | 'test' | 'production';
  readonly kind: 'staffed' | 'unattended';
  readonly currency: Currency;
  readonly market: 'NO' | 'DK' | 'FI';
  readonly language: 'nb' | 'en';
  readonly clubName: string;
  readonly locked: boolean;
  readonly cashier: string | null;
}

export interface ArrivalView {
  readonly id: string;
  /** The store's id of the code that was scanned; empty for one who was served before and waits again. */
  readonly qrId: string;
  /** Of the scanned code, where the till has several. The host knows it, the state does not. */
  readonly place: string | null;
  readonly masked: string;
  readonly state: 'reading' | 'here' | 'unreadable';
  readonly until: string;
}

/** For `cashier` and `manager`. */
export interface CashierView {
  readonly version: number;
  readonly till: TillView;
  readonly attention: readonly AttentionView[];
  readonly customer: CustomerView | null;
  readonly sale: SaleView | null;
  /** The last sale that ended, so that "did it go through?" can be answered at once. */
  readonly last: {
    readonly number: string;
    readonly state: SaleState;
    readonly total: Money;
    readonly at: string;
  } | null;
  /** Who checked in on the store's own code and waits, the first first. */
  readonly arrivals: readonly ArrivalView[];
  /** The newest scan, if it was refused; gone with the next thing that happens to the sale. */
  readonly refusedScan: { readonly fault: Fault; readonly at: string } | null;
  readonly parked: { readonly count: number; readonly paid: number; readonly notPaid: number };
  readonly devices: {
    readonly scanner: ScannerStatusView;
    readonly printer: null;
    readonly customerScreen: 'on' | 'off';
    /** Whether a page in a browser may read codes with a camera. */
    readonly camera: 'on' | 'off';
  };
  readonly service: {
    readonly state: 'up' | 'down' | 'unknown';
    readonly since: string | null;
    readonly webhooks: RegistrationState;
    /** Of this till's own code. The host knows it, the state does not. */
    readonly storeCode: CodeRoad;
  };
  /** Of an unattended machine; `null` at a staffed till. */
  readonly machine: MachineView | null;
  /** Where the customer's phone of training mode is shown; `null` outside training. */
  readonly trainingPhone: string | null;
  /** The recovery drill; `null` while there is none, and always outside training. */
  readonly drill: DrillView | null;
  /** The scanner doctor; `null` while it is closed. */
  readonly doctor: DoctorView | null;
}

/** What the customer sees of a line. */
export interface DisplayLine {
  readonly name: string;
  readonly quantity: number;
  /** Before any discount; equal to `total` where there is none. */
  readonly before: Money;
  readonly total: Money;
  readonly memberPrice: boolean;
}

/**
 * For `display` and `kiosk`: no number, no name without consent, no attention list, no devices. It is derived from the
 * sale on the till and from nothing else, so it cannot show a customer before.
 */
export interface DisplayView {
  readonly version: number;
  readonly till: Pick<
    TillView,
    'store' | 'profile' | 'kind' | 'currency' | 'market' | 'language' | 'clubName'
  >;
  readonly shows:
    | 'idle'
    | 'greeting'
    | 'basket'
    | 'join'
    | 'waiting'
    | 'qr'
    | 'thanks'
    | 'notCompleted'
    | 'checking';
  /** First name, only of a member who consented to it. */
  readonly name: string | null;
  readonly member: boolean;
  readonly lines: readonly DisplayLine[];
  readonly total: Money | null;
  readonly saved: Money | null;
  /** The comparison code while the customer is asked to join. */
  readonly bindingMessage: string | null;
  readonly qrImage: string | null;
  readonly until: string | null;
  /** Of an unattended machine; `null` at a staffed till. */
  readonly machine: MachineView | null;
}

export type ViewOf = {
  readonly cashier: CashierView;
  readonly manager: CashierView;
  readonly kiosk: DisplayView;
  readonly display: DisplayView;
};
