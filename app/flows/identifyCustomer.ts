/**
 * Who is the customer? By personal QR, exchanged by the wallet, or by a typed number. A code with a readable number
 * counts at once; the exchange then confirms or corrects it, and where it cannot be asked the local reading stands and
 * says so by its proof. A customer is never replaced while a payment is open.
 */

import { type Msisdn, mask, readMsisdn } from '../domain/msisdn.ts';
import { isEnded, isFrozen, type Sale, type SaleId } from '../domain/sale.ts';
import { mayChangeBasket } from '../domain/saleRules.ts';
import { currentSale } from '../domain/tillState.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Book } from './book.ts';
import { checkMembership } from './checkMembership.ts';
import { openSale } from './openSale.ts';

export async function identifyByQr(
  book: Book,
  code: { text: string; msisdn: Msisdn | null },
): Promise<Result<null>> {
  const opened = openFor(book, code.msisdn);
  if (!opened.ok) return opened;
  const { id } = opened.value;
  const local = code.msisdn;
  if (local === null) {
    book.change({ identifying: true });
  } else {
    const noted = book.record(id, { kind: 'customerIdentified', msisdn: local, proof: 'qrText' });
    if (!noted.ok) return noted;
  }
  const early = local === null ? null : checkMembership(book, id, local);
  const exchanged = await book.ports.codes.exchange(code.text);
  book.change({ identifying: false });
  if (exchanged.ok) return confirm(book, id, local, exchanged.value, early);
  const { fault } = exchanged;
  book.ports.log.warn('qr.exchange', { fault: fault.kind });
  if (fault.kind !== 'codeRefused') {
    book.heard(fault);
    if (local === null) return err({ kind: 'codeNeedsNetwork' });
    return (await early) ?? ok(null);
  }
  await early;
  const sale = book.sale(id);
  if (sale !== null && local !== null && isStill(book, id, local) && mayChangeBasket(sale) === null) {
    const cleared = book.record(id, { kind: 'customerCleared' });
    if (!cleared.ok) return cleared;
  }
  return err({ kind: 'codeRefused' });
}

export async function identifyByNumber(book: Book, phone: string): Promise<Result<{ masked: string }>> {
  const msisdn = readMsisdn(phone, book.config.home);
  if (msisdn === null) return err({ kind: 'phoneUnreadable' });
  const opened = openFor(book, msisdn);
  if (!opened.ok) return opened;
  const { id } = opened.value;
  const noted = book.record(id, { kind: 'customerIdentified', msisdn, proof: 'typed' });
  if (!noted.ok) return noted;
  const checked = await checkMembership(book, id, msisdn);
  return checked.ok ? ok({ masked: mask(msisdn) }) : checked;
}

export function clearCustomer(book: Book): Result<null> {
  const sale = currentSale(book.state());
  if (sale === null || sale.customer === null) return ok(null);
  if (isFrozen(sale)) return err({ kind: 'customerWhilePaying' });
  // Whoever has paid is owed a purchase and a receipt: an ended sale keeps its customer.
  if (isEnded(sale)) return err({ kind: 'paymentSettled' });
  const cleared = book.record(sale.id, { kind: 'customerCleared' });
  return cleared.ok ? ok(null) : cleared;
}

async function confirm(
  book: Book,
  id: SaleId,
  local: Msisdn | null,
  msisdn: Msisdn,
  early: Promise<Result<null>> | null,
): Promise<Result<null>> {
  book.heard(null);
  const sale = book.sale(id);
  // Meanwhile the customer was cleared, replaced, asked to pay or has paid: that is newer than this scan.
  if (sale === null || mayChangeBasket(sale) !== null) return ok(null);
  if (local !== null && !isStill(book, id, local)) return ok(null);
  const noted = book.record(id, { kind: 'customerIdentified', msisdn, proof: 'qrExchange' });
  if (!noted.ok) return noted;
  if (local === msisdn && early !== null) return early;
  return checkMembership(book, id, msisdn);
}

/** The sale this customer belongs to; refused while another customer is being asked to pay. */
function openFor(book: Book, msisdn: Msisdn | null): Result<Sale> {
  const opened = openSale(book);
  if (!opened.ok || !isFrozen(opened.value)) return opened;
  const same = msisdn !== null && opened.value.customer?.msisdn === msisdn;
  return err({ kind: same ? 'paymentOpen' : 'customerWhilePaying' });
}

function isStill(book: Book, id: SaleId, msisdn: Msisdn): boolean {
  return book.sale(id)?.customer?.msisdn === msisdn;
}
