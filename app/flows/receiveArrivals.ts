/**
 * Customers who scan the store's own code with the phone. The wallet sends a token; the exchange says whose it is. Where
 * nobody is being served the first one is taken at once; everybody else waits in sight until the cashier chooses. A
 * customer is never replaced without somebody wishing so, and never while a payment is open.
 */

import { type Arrival, tokenMs } from '../domain/arrival.ts';
import type { CustomerToken } from '../domain/customer.ts';
import { isEnded, isFrozen } from '../domain/sale.ts';
import { currentSale } from '../domain/tillState.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type Instant, later } from '../kernel/time.ts';
import type { Book } from './book.ts';
import { checkMembership } from './checkMembership.ts';
import { openSale } from './openSale.ts';

export interface CheckedIn {
  readonly customerToken: string;
  readonly qrId: string;
  /** When the code was scanned, by the service's clock. */
  readonly initiatedAt: Instant;
}

export interface Arrivals {
  /** A scan of one of this till's codes; one that was seen before or is over does nothing. */
  receive(checkedIn: CheckedIn): void;
  /** Serves this one; whoever was served before waits again, as long as the token lives. */
  take(id: string): Promise<Result<null>>;
  dismiss(id: string): Result<null>;
}

/** More than anybody can tell apart at one till. */
const mostWaiting = 6;

export function createArrivals(book: Book): Arrivals {
  const { clock, codes, ids, log } = book.ports;
  const seen = new Set<string>();

  const find = (id: string) => book.state().arrivals.find((one) => one.id === id) ?? null;
  const put = (next: Arrival) =>
    book.change({ arrivals: book.state().arrivals.map((one) => (one.id === next.id ? next : one)) });
  const drop = (id: string) => {
    if (find(id) !== null) book.change({ arrivals: book.state().arrivals.filter((one) => one.id !== id) });
  };

  function receive({ customerToken, qrId, initiatedAt }: CheckedIn): void {
    if (seen.has(customerToken)) return;
    const now = clock.now();
    // The two clocks may differ: the token is at most as old as it says, and never younger than new.
    const age = Math.max(0, now - initiatedAt);
    if (age >= tokenMs) {
      log.info('checkIn.late', { minutes: Math.round(age / 60_000) });
      return;
    }
    seen.add(customerToken);
    const token: CustomerToken = { value: customerToken, until: later(now, tokenMs - age) };
    const arrival: Arrival = { id: ids.unique(), qrId, token, msisdn: null, state: 'reading' };
    book.change({ arrivals: [...book.state().arrivals, arrival].slice(-mostWaiting) });
    void book.carryOn(() => seeOff(arrival));
    void book.carryOn(() => read(arrival.id));
  }

  /** The token is over: nobody waits for this one any more. */
  async function seeOff({ id, token }: Arrival): Promise<void> {
    await book.wait(token.until - clock.now()).over;
    seen.delete(token.value);
    if (!book.ended()) drop(id);
  }

  async function read(id: string): Promise<void> {
    const asked = find(id);
    if (asked === null) return;
    const exchanged = await codes.exchangeToken(asked.token.value);
    const now = find(id);
    if (now === null || book.ended()) return;
    if (!exchanged.ok) {
      const { fault } = exchanged;
      log.warn('checkIn.exchange', { fault: fault.kind });
      if (fault.kind === 'codeRefused') return drop(id);
      book.heard(fault);
      return put({ ...now, state: 'unreadable' });
    }
    book.heard(null);
    const here: Arrival = { ...now, msisdn: exchanged.value, state: 'here' };
    put(here);
    if (isTheSame(here) || nobodyIsServed()) await serve(here);
  }

  function nobodyIsServed(): boolean {
    const sale = currentSale(book.state());
    return sale === null || isEnded(sale) || (sale.customer === null && !isFrozen(sale));
  }

  /** The one on the till has checked in as well: the same person, now proven. */
  function isTheSame({ msisdn }: Arrival): boolean {
    const sale = currentSale(book.state());
    return sale !== null && !isEnded(sale) && !isFrozen(sale) && sale.customer?.msisdn === msisdn;
  }

  async function serve({ id, msisdn, token }: Arrival): Promise<Result<null>> {
    if (msisdn === null) return err({ kind: 'codeNeedsNetwork' });
    const opened = openSale(book);
    if (!opened.ok) return opened;
    const sale = opened.value;
    if (isFrozen(sale)) return err({ kind: 'customerWhilePaying' });
    const before = sale.customer;
    const noted = book.record(sale.id, { kind: 'customerIdentified', msisdn, proof: 'staticQr', token });
    if (!noted.ok) return noted;
    drop(id);
    if (before !== null && before.token !== null && before.msisdn !== msisdn) waitAgain(before);
    return checkMembership(book, sale.id, msisdn);
  }

  function waitAgain(customer: { readonly msisdn: Arrival['msisdn']; readonly token: CustomerToken | null }) {
    const { token, msisdn } = customer;
    if (token === null || token.until <= clock.now()) return;
    const again: Arrival = { id: ids.unique(), qrId: '', token, msisdn, state: 'here' };
    book.change({ arrivals: [again, ...book.state().arrivals].slice(0, mostWaiting) });
    void book.carryOn(() => seeOff(again));
  }

  return {
    receive,
    async take(id) {
      const arrival = find(id);
      if (arrival === null) return err({ kind: 'checkInOver' });
      if (arrival.state === 'reading') return ok(null);
      if (arrival.state === 'unreadable') {
        put({ ...arrival, state: 'reading' });
        await read(id);
        const after = find(id);
        return after?.state === 'unreadable' ? err({ kind: 'codeNeedsNetwork' }) : ok(null);
      }
      return serve(arrival);
    },
    dismiss(id) {
      drop(id);
      return ok(null);
    },
  };
}
