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
import { damageFault, meaningOf } from './domain/scan.ts';
import { type TillConfig, type TillState, unresolvedSales } from './domain/tillState.ts';
import { createBook } from './flows/book.ts';
import { createDays, type Days } from './flows/closeDay.ts';
import { watchDisplayMoments } from './flows/displayMoments.ts';
import { createDrivers } from './flows/drivePayment.ts';
import { createEnrolments } from './flows/enrolMember.ts';
import { addProduct, discountLine, findProduct, removeLine, setQuantity } from './flows/fillBasket.ts';
import { createDuties } from './flows/fulfilDuties.ts';
import { clearCustomer, identifyByNumber, identifyByQr } from './flows/identifyCustomer.ts';
import { createLookAgain } from './flows/lookAgain.ts';
import { hurry, recordOf, searchHistory } from './flows/lookUp.ts';
import { discard, next, paidElsewhere, park, recall } from './flows/parkSale.ts';
import { createPersistence } from './flows/persist.ts';
import { recover } from './flows/recover.ts';
import { type AskRefund, createRefunds } from './flows/refundSale.ts';
import { createPaymentDesk } from './flows/takePayment.ts';
import { watchLine } from './flows/watchLine.ts';
import { assertNever } from './kernel/assertNever.ts';
import type { Unsubscribe } from './kernel/brand.ts';
import { err, ok, type Result } from './kernel/result.ts';
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

  /** Whatever a scanner read: goods, a personal QR, or something that is refused with words. */
  scan(text: string): Promise<Result<{ meaning: 'goods' | 'customer' }>>;
  setPhone(phone: string): Promise<Result<{ masked: string }>>;
  clearCustomer(): Result<null>;
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
  const desk = createPaymentDesk(book, drivers);
  const again = createLookAgain(book, drivers);
  watchDisplayMoments(book);
  watchLine(book);
  book.onSale((_before, sale) => duties.begin(sale));

  async function scan(text: string): Promise<Result<{ meaning: 'goods' | 'customer' }>> {
    const meaning = meaningOf(text);
    switch (meaning.kind) {
      case 'goods':
        return addScanned({ barcode: text.trim() });
      case 'text':
        return addScanned({ sku: meaning.text });
      case 'personalQr': {
        const identified = await identifyByQr(book, meaning);
        return identified.ok ? ok({ meaning: 'customer' }) : identified;
      }
      case 'storeQr':
        return err({ kind: 'codeIsTheStores' });
      case 'damagedByLayout':
        return err(damageFault(meaning.damage));
      case 'nothing':
        return err({ kind: 'codeUnknown' });
      default:
        return assertNever(meaning);
    }
  }

  function addScanned(which: { sku: string } | { barcode: string }): Result<{ meaning: 'goods' }> {
    const product = findProduct(book, which);
    if (!product.ok) return 'sku' in which ? err({ kind: 'codeUnknown' }) : product;
    const added = addProduct(book, product.value, 1);
    return added.ok ? ok({ meaning: 'goods' }) : added;
  }

  return {
    start: () => recover(book, { drivers, duties, enrolments }),
    stop: book.stop,
    state: book.state,
    onChange: book.onChange,
    async scan(text) {
      const scanned = await scan(text);
      const refusedScan = scanned.ok ? null : { fault: scanned.fault, at: ports.clock.now() };
      if (book.state().refusedScan !== refusedScan) book.change({ refusedScan });
      return scanned;
    },
    setPhone: (phone) => identifyByNumber(book, phone),
    clearCustomer: () => clearCustomer(book),
    startEnrolment: enrolments.start,
    cancelEnrolment: enrolments.stop,
    addProduct(which, quantity) {
      const product = findProduct(book, which);
      return product.ok ? addProduct(book, product.value, quantity) : product;
    },
    setQuantity: (lineId, quantity) => setQuantity(book, lineId, quantity),
    discountLine: (lineId, amount, reason) => discountLine(book, lineId, amount, reason),
    removeLine: (lineId) => removeLine(book, lineId),
    search: (text) => ports.catalogue.search(text, mostFound),
    park: () => park(book),
    recall: (saleId) => recall(book, saleId),
    discard: () => discard(book, desk),
    next: () => next(book),
    paidElsewhere: (method) => paidElsewhere(book, desk, method),
    requestPayment: desk.request,
    resendPayment: (via, phone) => desk.resend(via, phone ?? null),
    cancelPayment: desk.cancel,
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
