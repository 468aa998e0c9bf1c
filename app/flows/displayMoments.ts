/**
 * Moments on the customer's screen that pass by themselves: a greeting, thanks, "not completed". They are derived from
 * what happened to the sale on the till and end in a wiped screen, never in the customer before (I10).
 */

import { isFinal, isPaid } from '../domain/payment.ts';
import { currentPayment, type Sale } from '../domain/sale.ts';
import type { DisplayMoment } from '../domain/tillState.ts';
import type { Book } from './book.ts';

/** How long each moment stands (design guide 9). */
const standsMs = { greeting: 2000, thanks: 6000, notCompleted: 30_000 } as const;

export function watchDisplayMoments(book: Book): void {
  let turn = 0;

  book.onSale((before, after) => {
    if (book.state().current !== after.id) return;
    const moment = momentAfter(before, after);
    if (moment === undefined) return;
    turn += 1;
    book.change({ moment });
    if (moment !== null && moment.kind !== 'wiped') void pass(moment, turn);
  });

  async function pass(moment: DisplayMoment, mine: number): Promise<void> {
    if (moment.kind === 'wiped') return;
    await book.wait(standsMs[moment.kind]).over;
    if (turn !== mine || book.state().moment !== moment || book.ended()) return;
    const after = moment.kind === 'greeting' ? null : { saleId: moment.saleId, kind: 'wiped' as const };
    book.change({ moment: after });
  }
}

/** `undefined`: nothing new to show. `null`: back to what the sale itself shows. */
function momentAfter(before: Sale | null, after: Sale): DisplayMoment | null | undefined {
  const payment = currentPayment(after);
  const was = before === null ? null : currentPayment(before);
  if (payment !== null && isFinal(payment) && (was?.reference !== payment.reference || !isFinal(was))) {
    return { saleId: after.id, kind: isPaid(payment) ? 'thanks' : 'notCompleted' };
  }
  if (after.paidElsewhere !== null && before?.paidElsewhere === null)
    return { saleId: after.id, kind: 'wiped' };
  const known = before?.customer?.membership.status === 'member';
  if (payment === null && after.customer?.membership.status === 'member' && !known) {
    return { saleId: after.id, kind: 'greeting' };
  }
  // Whatever happens to the sale shows that its customer is still here.
  const changed =
    before?.lines !== after.lines ||
    before?.customer?.msisdn !== after.customer?.msisdn ||
    before?.customer?.membership.status !== after.customer?.membership.status ||
    before?.enrolment?.state !== after.enrolment?.state ||
    payment?.reference !== was?.reference;
  return changed ? null : undefined;
}
