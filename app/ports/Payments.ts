/** Payments at the wallet (ePayment API), in the till's words. Facts: payments.md 4. */

import type { Money } from '../domain/money.ts';
import type { PaymentFacts, PaymentReference, PaymentRequest } from '../domain/payment.ts';
import type { PaymentLogEntry } from '../domain/saleRecord.ts';
import type { RemoteFault, ServiceFacts } from '../kernel/fault.ts';
import type { Result } from '../kernel/result.ts';

export interface CreatedPayment {
  /** Address of the one-time QR image, for `via: 'qr'`; opaque. */
  readonly qrImageUrl: string | null;
}

/** Create was understood and refused, with the reasons a cashier can act on told apart. */
export type CreateFault =
  | RemoteFault
  /** 5080: the sales unit may not push. */
  | { readonly kind: 'pushNotAllowed'; readonly service: ServiceFacts }
  /** 7010: nobody can be asked at this number; the reason is never told apart. */
  | { readonly kind: 'cannotSendToNumber'; readonly service: ServiceFacts }
  /** 4050, 4060: scan again. */
  | { readonly kind: 'codeRefused'; readonly service: ServiceFacts }
  /** 400 whose details name members of `receipt` and nothing else. */
  | { readonly kind: 'receiptRefused'; readonly service: ServiceFacts };

/** A cancel that came too late or too early. */
export type CancelFault =
  | RemoteFault
  /** 6060: authorised meanwhile, and the cancel was for unauthorised payments only. */
  | { readonly kind: 'alreadyApproved'; readonly service: ServiceFacts };

export interface Payments {
  /** POST /payments. The same reference, request and key may be sent again after any fault. */
  create(
    reference: PaymentReference,
    request: PaymentRequest,
    key: string,
  ): Promise<Result<CreatedPayment, CreateFault>>;
  /** GET /payments/{reference}. `notFound` where the service knows no such reference. */
  read(reference: PaymentReference): Promise<Result<PaymentFacts, RemoteFault>>;
  /** GET /payments/{reference}/events, oldest first. */
  log(reference: PaymentReference): Promise<Result<readonly PaymentLogEntry[], RemoteFault>>;
  /** POST /payments/{reference}/capture. The answer's amounts are the truth, not its status. */
  capture(
    reference: PaymentReference,
    amount: Money,
    key: string,
  ): Promise<Result<PaymentFacts, RemoteFault>>;
  /**
   * POST /payments/{reference}/cancel. With `onlyUnapproved` (cancelTransactionOnly) an approved payment is left
   * alone and `alreadyApproved` answered; without it everything uncaptured is released.
   */
  cancel(
    reference: PaymentReference,
    onlyUnapproved: boolean,
    key: string,
  ): Promise<Result<PaymentFacts, CancelFault>>;
  /** POST /payments/{reference}/refund. */
  refund(reference: PaymentReference, amount: Money, key: string): Promise<Result<PaymentFacts, RemoteFault>>;
}
