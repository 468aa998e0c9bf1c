/**
 * After a start: folds what was left unfinished and goes on with it. Whatever was on its way when the till went down is
 * in doubt until the service has been asked; drivers and duties then go on as if nothing had happened (I9).
 */

import { isFinal } from '../domain/payment.ts';
import type { SaleId } from '../domain/sale.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Book } from './book.ts';
import type { Drivers } from './drivePayment.ts';
import type { Enrolments } from './enrolMember.ts';
import type { Duties } from './fulfilDuties.ts';

export function recover(
  book: Book,
  on: { drivers: Drivers; duties: Duties; enrolments: Enrolments },
): Result<void> {
  const histories = book.ports.journal.unfinished();
  if (!histories.ok) return histories;
  const sales = book.adopt(histories.value);
  const recovered = new Set<SaleId>();
  for (const sale of sales) {
    for (const payment of sale.payments) {
      if (isFinal(payment)) continue;
      const event = { kind: 'restarted' } as const;
      const noted = book.record(sale.id, { kind: 'payment', reference: payment.reference, event });
      if (!noted.ok) return noted;
      recovered.add(sale.id);
      on.drivers.drive(sale.id, payment.reference);
    }
    const after = book.sale(sale.id);
    if (after !== null) on.duties.begin(after);
    if (sale.enrolment?.state === 'waiting') on.enrolments.resume(sale.id);
  }
  const onTill = sales.filter((sale) => !sale.left && sale.parkedAt === null).at(-1);
  book.change({ current: onTill?.id ?? null, recovered });
  return ok();
}
