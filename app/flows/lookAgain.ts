/**
 * A webhook about a payment that nobody drives: a refund made in the business portal, a request that was given up as
 * never arrived and did arrive, an event late by hours. The webhook is believed in one thing only, that there is
 * something to read; what is read goes through the same machine (I8).
 */

import { type Payment, type PaymentFacts, type PaymentReference, wasReserved } from '../domain/payment.ts';
import { due } from '../domain/paymentDue.ts';
import { isNews, type PaymentEvent, transition } from '../domain/paymentMachine.ts';
import type { SaleId } from '../domain/sale.ts';
import type { SaleEntry } from '../domain/saleEvent.ts';
import { foldSale } from '../domain/saleFold.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Book } from './book.ts';
import type { Drivers } from './drivePayment.ts';
import { sendRead } from './paymentCalls.ts';

/** So often a reading that fails is tried again; the wallet repeats its webhook only where it was not taken. */
const mostTries = 8;
const firstRetryMs = 2000;

export interface LookAgain {
  /** `name` of the event as the wallet calls it, e.g. `REFUNDED`; an unknown one is always worth a look. */
  look(reference: PaymentReference, name: string): void;
  /** Takes in what was read about a payment of any day; a reading that says nothing new changes nothing. */
  take(reference: PaymentReference, facts: PaymentFacts): Result<null>;
}

export function createLookAgain(book: Book, drivers: Drivers): LookAgain {
  const looking = new Set<PaymentReference>();

  async function look(reference: PaymentReference, name: string): Promise<void> {
    for (let tries = 0; tries < mostTries && !book.ended(); tries += 1) {
      const found = find(reference);
      if (found === null || !isWorthALook(found.payment, name)) return;
      const answer = await sendRead(book.ports.payments, found.payment);
      book.heard(answer.trouble);
      if (answer.event !== null && takeIn(found, answer.event).ok) return;
      await book.wait(firstRetryMs * 2 ** tries + book.ports.ids.below(500)).over;
    }
  }

  /** A reading that cannot be written down now can be made again: nobody waits for the disk. */
  function takeIn(found: Found, event: PaymentEvent): Result<null> {
    const { saleId } = found;
    if (!isNews(found.payment, event)) return ok(null);
    // Much may have happened to it while the service was asked, and it may have left memory since: the journal has it all.
    if (book.sale(saleId) === null) book.adopt([history(saleId)]);
    const payment = book.sale(saleId)?.payments.find((one) => one.reference === found.payment.reference);
    if (payment === undefined) return err({ kind: 'saleUnknown' });
    const noted = book.record(saleId, { kind: 'payment', reference: payment.reference, event });
    if (!noted.ok) {
      book.letGo(saleId);
      return noted;
    }
    if (due(transition(payment, event)).kind !== 'nothing') drivers.drive(saleId, payment.reference);
    return ok(null);
  }

  function find(reference: PaymentReference): Found | null {
    const saleId = saleOf(reference);
    if (saleId === null) return null;
    const entries = book.state().entries.get(saleId) ?? history(saleId);
    const payment = foldSale(entries)?.payments.find((one) => one.reference === reference);
    return payment === undefined ? null : { saleId, payment };
  }

  function saleOf(reference: PaymentReference): SaleId | null {
    for (const sale of book.state().sales.values())
      if (sale.payments.some((one) => one.reference === reference)) return sale.id;
    const known = book.ports.journal.saleOf(reference);
    return known.ok ? known.value : null;
  }

  function history(saleId: SaleId): readonly SaleEntry[] {
    const read = book.ports.journal.sale(saleId);
    return read.ok ? read.value : [];
  }

  return {
    look(reference, name) {
      if (looking.has(reference) || book.ended()) return;
      looking.add(reference);
      void book.carryOn(() => look(reference, name)).finally(() => looking.delete(reference));
    },
    take(reference, facts) {
      const found = find(reference);
      return found === null ? ok(null) : takeIn(found, { kind: 'read', facts });
    },
  };
}

interface Found {
  readonly saleId: SaleId;
  readonly payment: Payment;
}

/** Most webhooks tell what the till has brought about itself. */
function isWorthALook(payment: Payment, name: string): boolean {
  const { facts, state } = payment;
  switch (name) {
    case 'CREATED':
      return state === 'refused';
    case 'AUTHORIZED':
      return !wasReserved(payment);
    case 'CAPTURED':
      return (facts?.captured ?? 0) === 0;
    case 'CANCELLED':
      return (facts?.cancelled ?? 0) === 0;
    case 'ABORTED':
    case 'EXPIRED':
    case 'TERMINATED':
      return facts === null;
    default:
      return true;
  }
}
