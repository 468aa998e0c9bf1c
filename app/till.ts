/**
 * The till: holds the state, takes a command, runs a flow, tells its listeners. It knows no Electron, no HTTP, no
 * SQL; the world comes in through the ports. Dropping a till object is enough to be rid of it.
 */

import type { EnrolmentState } from './domain/enrolment.ts';
import type { PaymentReference } from './domain/payment.ts';
import type { Product } from './domain/product.ts';
import type { PaidElsewhere, SaleId } from './domain/sale.ts';
import type { SaleRecord } from './domain/saleRecord.ts';
import type { SaleSummary } from './domain/saleSummary.ts';
import { type TillConfig, type TillState, unresolvedSales } from './domain/tillState.ts';
import { createBook } from './flows/book.ts';
import { createDays, type Days } from './flows/closeDay.ts';
import { watchDisplayMoments } from './flows/displayMoments.ts';
import { createDrivers } from './flows/drivePayment.ts';
import { createEnrolments } from './flows/enrolMember.ts';
import { addProduct, discountLine, findProduct, removeLine, setQuantity } from './flows/fillBasket.ts';
import { createDuties } from './flows/fulfilDuties.ts';
import { clearCustomer, identifyByNumber } from './flows/identifyCustomer.ts';
import { createLookAgain } from './flows/lookAgain.ts';
import { hurry, recordOf, searchHistory } from './flows/lookUp.ts';
import { discard, next, paidElsewhere, park, recall } from './flows/parkSale.ts';
import { createPersistence } from './flows/persist.ts';
import { type CheckedIn, createArrivals } from './flows/receiveArrivals.ts';
import { recover } from './flows/recover.ts';
import { type AskRefund, createRefunds } from './flows/refundSale.ts';
import { createVendingDesk } from './flows/sellUnattended.ts';
import { createPaymentDesk } from './flows/takePayment.ts';
import { ofTheCashier, type ScanDone, type ScanRights, takeScan } from './flows/takeScan.ts';
import type { VendingDesk } from './flows/vendingDesk.ts';
import { watchLine } from './flows/watchLine.ts';
import { only } from './flows/whoseTill.ts';
import type { Unsubscribe } from './kernel/brand.ts';
import type { Result } from './kernel/result.ts';
import type { Ports } from './ports/Ports.ts';

/** As many results as anybody reads. */
const mostFound = 30;

export interface Till {
  /** Folds the journal and goes on with every unfinished sale (I9). Until it answers ok, no command may be given. */
  start(): Result<void>;
  /** Stops every watch. Nothing is lost: what was journaled goes on at the next start. */
  stop(): void;
  state(): TillState;
  /** Called after every change of the state. */
  onChange(listener: () => void): Unsubscribe;

  /** Whatever a scanner read: goods, a personal QR, a printed command, or something that is refused with words. */
  scan(text: string, rights?: ScanRights): Promise<Result<ScanDone>>;
  setPhone(phone: string): Promise<Result<{ masked: string }>>;
  clearCustomer(): Result<null>;
  /** Somebody scanned one of this till's own codes. */
  checkedIn(checkedIn: CheckedIn): void;
  /** Of an unattended machine. */
  readonly vending: Omit<VendingDesk, 'arrive' | 'closeLeft' | 'resume'>;
  takeArrival(id: string): Promise<Result<null>>;
  dismissArrival(id: string): Result<null>;
  startEnrolment(): Promise<Result<{ bindingMessage: string; state: EnrolmentState }>>;
  cancelEnrolment(): Result<null>;
  addProduct(which: { sku: string } | { barcode: string }, quantity: number): Result<{ lineId: string }>;
  /** Quantity 0 removes the line. */
  setQuantity(lineId: string, quantity: number): Result<null>;
  /** Minor units off the whole line; 0 takes the discount away. */
  discountLine(lineId: string, amount: number, reason: string): Result<null>;
  removeLine(lineId: string): Result<null>;
  search(text: string): readonly Product[];
  park(): Result<{ saleId: string }>;
  recall(saleId: string): Result<null>;
  /** Calls off what is open, then gives the basket up. */
  discard(): Promise<Result<null>>;
  next(): Result<null>;
  /** Calls off what is open, then closes the sale as paid at the cash register. */
  paidElsewhere(method: PaidElsewhere): Promise<Result<null>>;
  /** Answers once the request is journaled and the service has answered or left it in doubt. */
  requestPayment(via: 'push' | 'qr'): Promise<Result<{ reference: string }>>;
  /** Cancels, reads back, and only then asks anew; with `phone` on another phone of the same customer. */
  resendPayment(via: 'push' | 'qr', phone?: string): Promise<Result<{ reference: string }>>;
  /** Answers when the outcome is known: cancelled, released, or that it was paid after all. */
  cancelPayment(): Promise<Result<null>>;
  /** A webhook of this name said something about this payment: read it now instead of at the next turn. */
  nudge(reference: string, name?: string): void;
  /** Tries at once whatever waits for this sale. */
  hurry(saleId: string): Result<null>;
  /** The machine was asleep: whatever is open is read now. */
  awake(): void;
  /** Answers once the outcome is known, or after a while with `underway`; the state and the journal go on telling. */
  refund: AskRefund;
  history(wish: Parameters<typeof searchHistory>[1]): Result<readonly SaleSummary[]>;
  /** One sale and all that is known about it; `withLog` asks the service for its own log too. */
  record(saleId: string, withLog: boolean): Promise<Result<SaleRecord>>;
  readonly days: Days;
}

export function createTill(ports: Ports, config: TillConfig): Till {
  const book = createBook(ports, config);
  const drivers = createDrivers(book);
  const persistence = createPersistence(book);
  const duties = createDuties(book, persistence);
  const enrolments = createEnrolments(book, persistence);
  const arrivals = createArrivals(book);
  const vending = createVendingDesk(book, drivers);
  const desk = createPaymentDesk(book, drivers);
  const again = createLookAgain(book, drivers);
  watchDisplayMoments(book);
  watchLine(book);
  book.onSale((_before, sale) => duties.begin(sale));

  const staffed = only(!config.unattended, 'staffedOnly');
  const machine = only(config.unattended, 'machineOnly');

  return {
    start() {
      const recovered = recover(book, { drivers, duties, enrolments });
      // Also where this folder was a machine's and is a staffed till's now: nobody else would let the money go.
      if (recovered.ok) vending.closeLeft();
      if (recovered.ok && config.unattended) vending.resume();
      return recovered;
    },
    stop: book.stop,
    state: book.state,
    onChange: book.onChange,
    scan: (text, rights = ofTheCashier) => takeScan(book, desk, text, rights),
    setPhone: staffed.soon((phone) => identifyByNumber(book, phone)),
    clearCustomer: staffed.now(() => clearCustomer(book)),
    checkedIn: config.unattended ? vending.arrive : arrivals.receive,
    vending: {
      offers: vending.offers,
      stock: machine.now(vending.stock),
      open: machine.now(vending.open),
      stop: machine.now(vending.stop),
      choose: machine.now(vending.choose),
      take: machine.now(vending.take),
      settle: machine.now(vending.settle),
      done: machine.now(vending.done),
      more: machine.now(vending.more),
      fault: machine.now(vending.fault),
    },
    takeArrival: staffed.soon(arrivals.take),
    dismissArrival: staffed.now(arrivals.dismiss),
    startEnrolment: staffed.soon(enrolments.start),
    cancelEnrolment: staffed.now(enrolments.stop),
    addProduct: staffed.now((which, quantity) => {
      const product = findProduct(book, which);
      return product.ok ? addProduct(book, product.value, quantity) : product;
    }),
    setQuantity: staffed.now((lineId, quantity) => setQuantity(book, lineId, quantity)),
    discountLine: staffed.now((lineId, amount, reason) => discountLine(book, lineId, amount, reason)),
    removeLine: staffed.now((lineId) => removeLine(book, lineId)),
    search: (text) => ports.catalogue.search(text, mostFound),
    park: staffed.now(() => park(book)),
    recall: staffed.now((saleId) => recall(book, saleId)),
    discard: staffed.soon(() => discard(book, desk)),
    next: staffed.now(() => next(book)),
    paidElsewhere: staffed.soon((method) => paidElsewhere(book, desk, method)),
    requestPayment: staffed.soon(desk.request),
    resendPayment: staffed.soon((via, phone) => desk.resend(via, phone ?? null)),
    cancelPayment: staffed.soon(desk.cancel),
    nudge(reference, name = '') {
      const known = reference as PaymentReference;
      if (!drivers.nudge(known)) again.look(known, name);
    },
    hurry: (saleId) => hurry(book, saleId as SaleId, { drivers, persistence }),
    awake() {
      for (const sale of unresolvedSales(book.state()))
        for (const { reference } of sale.payments) drivers.nudge(reference);
    },
    refund: createRefunds(book, drivers),
    history: (wish) => searchHistory(book, wish),
    record: (saleId, withLog) => recordOf(book, saleId as SaleId, withLog),
    days: createDays(book, again),
  };
}
