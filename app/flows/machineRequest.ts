/** A machine's request: reserved first, and how much is taken is decided at the close. */

import type { Money } from '../domain/money.ts';
import type { Payer, PaymentReference, PaymentRequest } from '../domain/payment.ts';
import type { SaleId } from '../domain/sale.ts';
import type { SaleEvent } from '../domain/saleEvent.ts';
import type { Book } from './book.ts';

export interface Wanted {
  readonly payer: Payer;
  readonly amount: Money;
  /** Years; `null` where anybody may buy. */
  readonly age: number | null;
}

/** What is written down before the first byte leaves. */
export function reservation(
  book: Book,
  sale: { readonly id: SaleId; readonly number: string },
  { payer, amount, age }: Wanted,
): { readonly reference: PaymentReference; readonly intended: SaleEvent } {
  const { id, number } = sale;
  const attempt = (book.sale(id)?.payments.length ?? 0) + 1;
  const drawn = book.ports.ids.unique().replace(/[^a-zA-Z0-9]/g, '');
  const reference = `K${number}-${drawn.slice(0, 8)}-${attempt}` as PaymentReference;
  const request: PaymentRequest = {
    saleId: id,
    amount,
    payer,
    description: `${book.config.storeName} ${number}`.slice(0, 100),
    ...(age === null ? {} : { minimumAge: age }),
    receipt: null,
  };
  const createKey = `${reference}-create`;
  return {
    reference,
    intended: { kind: 'paymentIntended', reference, request, createKey, reservation: true },
  };
}
