/**
 * The till: holds the state, takes a command, runs a flow, tells its listeners. It knows no Electron, no HTTP, no
 * SQL; the world comes in through the ports. Dropping a till object is enough to be rid of it.
 */

import type { EnrolmentState } from './domain/enrolment.ts';
import type { Product } from './domain/product.ts';
import type { PaidElsewhere } from './domain/sale.ts';
import type { TillState } from './domain/tillState.ts';
import type { Unsubscribe } from './kernel/brand.ts';
import type { Result } from './kernel/result.ts';

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
  discard(): Result<null>;
  next(): Result<null>;
  paidElsewhere(method: PaidElsewhere): Result<null>;
  /** Answers once the request is journaled and the service has answered or left it in doubt. */
  requestPayment(via: 'push' | 'qr'): Promise<Result<{ reference: string }>>;
  /** Cancels, reads back, and only then asks anew. */
  resendPayment(via: 'push' | 'qr'): Promise<Result<{ reference: string }>>;
  /** Answers when the outcome is known: cancelled, released, or that it was paid after all. */
  cancelPayment(): Promise<Result<null>>;
  /** A webhook said something about this payment: read it now instead of at the next turn. */
  nudge(reference: string): void;
}
