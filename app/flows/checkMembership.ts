/** Looks the customer up in the store's registry, and sends the check-in notice where it is switched on. */

import type { Msisdn } from '../domain/msisdn.ts';
import type { SaleId } from '../domain/sale.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Book } from './book.ts';

/** A registry that cannot be asked leaves the membership `unknown`; the sale goes on at regular prices. */
export async function checkMembership(book: Book, saleId: SaleId, msisdn: Msisdn): Promise<Result<null>> {
  const found = await book.ports.members.find(msisdn);
  if (book.sale(saleId)?.customer?.msisdn !== msisdn) return ok(null);
  if (!found.ok) {
    book.ports.log.warn('members.find', { fault: found.fault.kind });
    const noted = book.record(saleId, { kind: 'membership', membership: { status: 'unknown' } });
    return noted.ok ? ok(null) : noted;
  }
  const member = found.value;
  const membership =
    member === null ? ({ status: 'notMember' } as const) : ({ status: 'member', member } as const);
  const noted = book.record(saleId, { kind: 'membership', membership });
  if (!noted.ok) return noted;
  if (book.config.checkIn && member !== null) {
    notify(book, msisdn).catch((thrown) => book.ports.log.error('defect', { why: String(thrown) }));
  }
  return ok(null);
}

/** Never touches the sale: a failure is logged and forgotten. */
async function notify(book: Book, msisdn: Msisdn): Promise<void> {
  const sent = await book.ports.checkIn.notify(msisdn, true);
  if (!sent.ok) book.ports.log.warn('checkIn.notify', { fault: sent.fault.kind });
}
