/**
 * Notices when the service can be reached again. The state of the line comes from real calls only; while it is down and
 * nobody calls, the till asks by itself, so that the cashier need not try.
 */

import type { PaymentReference } from '../domain/payment.ts';
import type { Book } from './book.ts';

const askAgainMs = 5000;

/** A reference that no sale has: any answer to it, also "not found", means that the service is there. */
const nobodys = 'line-check' as PaymentReference;

export function watchLine(book: Book): void {
  let asking = false;
  book.onChange(() => {
    if (asking || book.state().service.state !== 'down') return;
    asking = true;
    void book.carryOn(ask).finally(() => {
      asking = false;
    });
  });

  async function ask(): Promise<void> {
    while (book.state().service.state === 'down' && !book.ended()) {
      await book.wait(askAgainMs).over;
      if (book.state().service.state !== 'down' || book.ended()) return;
      const answer = await book.ports.payments.read(nobodys);
      book.heard(answer.ok ? null : answer.fault);
    }
  }
}
