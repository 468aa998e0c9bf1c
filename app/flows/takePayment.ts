/**
 * Asks the customer for the money, calls it off, asks again. Each request is a new attempt with a reference and a key
 * of its own, written down before the first byte leaves; a new attempt needs the old one closed with nothing taken (I1).
 */

import { liveToken } from '../domain/customer.ts';
import { readMsisdn } from '../domain/msisdn.ts';
import {
  allowsNewAttempt,
  isFinal,
  type Payer,
  type Payment,
  type PaymentReference,
  type PaymentRequest,
} from '../domain/payment.ts';
import { transition } from '../domain/paymentMachine.ts';
import { receiptOf } from '../domain/receipt.ts';
import {
  currentPayment,
  isFrozen,
  type Sale,
  type SaleId,
  saleTotal,
  unresolvedPayment,
} from '../domain/sale.ts';
import type { SaleEvent } from '../domain/saleEvent.ts';
import { mayAsk } from '../domain/saleRules.ts';
import { currentSale } from '../domain/tillState.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';
import type { Book } from './book.ts';
import type { Drivers } from './drivePayment.ts';

/** How long a call waits for news before it answers with what is known; the state goes on telling. */
const patienceMs = 12_000;

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

export interface PaymentDesk {
  request(via: 'push' | 'qr'): Promise<Result<{ reference: string }>>;
  /** `phone`: the same customer on another phone; membership and prices stay. */
  resend(via: 'push' | 'qr', phone: string | null): Promise<Result<{ reference: string }>>;
  cancel(): Promise<Result<null>>;
  /**
   * Makes sure that nothing can be taken for the sale on the till any more: cancels what is open and waits until the
   * service has said so. Fault `paidAfterAll` where it was paid, `paymentUnresolved` where nobody knows yet.
   */
  callOff(sale: Sale): Promise<Result<null>>;
}

export function createPaymentDesk(book: Book, drivers: Drivers): PaymentDesk {
  async function request(via: 'push' | 'qr'): Promise<Result<{ reference: string }>> {
    const sale = currentSale(book.state());
    if (sale === null) return err({ kind: 'basketEmpty' });
    const payer = payerOf(sale, via, book.ports.clock.now());
    return payer === null ? err({ kind: 'customerMissing' }) : ask(sale, payer);
  }

  async function ask(sale: Sale, payer: Payer): Promise<Result<{ reference: string }>> {
    const intended = intend(sale, payer, true);
    if (!intended.ok) return intended;
    await news(sale.id, intended.value, isAsked);
    return answer(sale.id, intended.value, payer);
  }

  /** Where the service refused nothing but the receipt, the sale is asked for again without it, and it follows later. */
  async function answer(saleId: SaleId, reference: PaymentReference, payer: Payer) {
    const sale = book.sale(saleId);
    const payment = find(saleId, reference);
    if (sale === null || payment?.refusal !== 'receiptRefused' || !allowsNewAttempt(payment))
      return ok({ reference });
    const second = intend(sale, payer, false);
    if (!second.ok) return second;
    await news(saleId, second.value, isAsked);
    return ok({ reference: second.value });
  }

  function intend(sale: Sale, payer: Payer, withReceipt: boolean): Result<PaymentReference> {
    const refused = mayAsk(sale);
    if (refused !== null) return err(refused);
    const amount = saleTotal(sale);
    const reference = newReference(sale);
    const body: PaymentRequest = {
      saleId: sale.id,
      amount,
      payer,
      description: `${book.config.storeName} ${sale.number}`.slice(0, 100),
      receipt: withReceipt ? receiptOf(sale, book.config.posId) : null,
    };
    const events: SaleEvent[] = [
      { kind: 'paymentIntended', reference, request: body, createKey: `${reference}-create` },
    ];
    if (!withReceipt) events.push({ kind: 'receiptOwed' });
    const noted = book.record(sale.id, ...events);
    if (!noted.ok) return noted;
    drivers.drive(sale.id, reference);
    return ok(reference);
  }

  /** `<sale number>-<random>-<attempt>`: readable, and two tills of one sales unit cannot collide (peers.md 20). */
  function newReference(sale: Sale): PaymentReference {
    let random = '';
    for (let i = 0; i < 6; i += 1) random += letters.charAt(book.ports.ids.below(letters.length));
    return `K${sale.number}-${random}-${sale.payments.length + 1}` as PaymentReference;
  }

  async function cancel(): Promise<Result<null>> {
    const sale = currentSale(book.state());
    const payment = sale === null ? null : currentPayment(sale);
    if (sale === null || payment === null) return err({ kind: 'paymentMissing' });
    if (isFinal(payment)) return err({ kind: 'paymentSettled' });
    return cancelPayment(sale, payment);
  }

  async function cancelPayment(sale: Sale, payment: Payment): Promise<Result<null>> {
    if (payment.state !== 'cancelling') {
      // An approved payment whose capture is on its way cannot be called off; it will be paid.
      if (transition(payment, { kind: 'cancelRequested' }) === payment)
        return err({ kind: 'paymentSettled' });
      const event = { kind: 'cancelRequested' } as const;
      const noted = book.record(sale.id, { kind: 'payment', reference: payment.reference, event });
      if (!noted.ok) return noted;
      drivers.nudge(payment.reference);
    }
    await news(sale.id, payment.reference, isFinal);
    return ok(null);
  }

  async function resend(via: 'push' | 'qr', phone: string | null): Promise<Result<{ reference: string }>> {
    const sale = currentSale(book.state());
    if (sale === null || sale.payments.length === 0) return err({ kind: 'paymentMissing' });
    const msisdn = phone === null ? null : readMsisdn(phone, book.config.home);
    if (phone !== null && msisdn === null) return err({ kind: 'phoneUnreadable' });
    const calledOff = await callOff(sale);
    if (!calledOff.ok) return calledOff;
    const after = currentSale(book.state());
    // Parked or left meanwhile: what was meant is not what would be asked for now.
    if (after?.id !== sale.id) return err({ kind: 'saleUnknown' });
    const payer: Payer | null =
      msisdn === null ? payerOf(after, via, book.ports.clock.now()) : { by: 'phone', msisdn };
    return payer === null ? err({ kind: 'customerMissing' }) : ask(after, payer);
  }

  async function callOff(sale: Sale): Promise<Result<null>> {
    const payment = unresolvedPayment(sale);
    if (payment !== null) {
      const cancelled = await cancelPayment(sale, payment);
      if (!cancelled.ok && cancelled.fault.kind !== 'paymentSettled') return cancelled;
      // Approved and being captured: it will be paid, and that is worth waiting for.
      if (!cancelled.ok) await news(sale.id, payment.reference, isFinal);
    }
    const after = book.sale(sale.id);
    if (after === null) return err({ kind: 'saleUnknown' });
    if (unresolvedPayment(after) !== null)
      return err({ kind: 'paymentUnresolved', number: after.number, more: 0 });
    return isFrozen(after) ? err({ kind: 'paidAfterAll' }) : ok(null);
  }

  function find(saleId: SaleId, reference: PaymentReference): Payment | null {
    return book.sale(saleId)?.payments.find((payment) => payment.reference === reference) ?? null;
  }

  /** Waits until the payment is as wished, or patience is over. */
  async function news(
    saleId: SaleId,
    reference: PaymentReference,
    wished: (payment: Payment) => boolean,
  ): Promise<void> {
    const wait = book.wait(patienceMs);
    const look = () => {
      const payment = find(saleId, reference);
      if (payment === null || wished(payment)) wait.wake();
    };
    const off = book.onChange(look);
    look();
    await wait.over;
    off();
  }

  return { request, resend, cancel, callOff };
}

/** The service has answered the request, or left it in doubt. */
function isAsked(payment: Payment): boolean {
  return payment.state !== 'intended' || payment.create === 'unanswered';
}

/**
 * Who checked in on the store's own code is asked by the token of that, as long as it lives and the wallet has not refused
 * it; after that by number.
 */
function payerOf(sale: Sale, via: 'push' | 'qr', now: Instant): Payer | null {
  if (via === 'qr') return { by: 'qrOnScreen' };
  if (sale.customer === null) return null;
  const refused = sale.payments.some(
    ({ refusal, request }) => refusal === 'codeRefused' && request.payer.by === 'customerToken',
  );
  const customerToken = refused ? null : liveToken(sale.customer, now);
  return customerToken === null
    ? { by: 'phone', msisdn: sale.customer.msisdn }
    : { by: 'customerToken', customerToken };
}
