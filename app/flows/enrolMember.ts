/**
 * Asks the customer, on the customer's own phone, to join the club: a login push beside the open basket. It never
 * blocks the sale, can be repeated, and never makes two members of one person (the registry goes by the wallet's `sub`).
 */

import { type Customer, liveToken, memberOf } from '../domain/customer.ts';
import { bindingMessage, type EnrolmentState } from '../domain/enrolment.ts';
import type { SaleId } from '../domain/sale.ts';
import { currentSale } from '../domain/tillState.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { LoginStartFault } from '../ports/Login.ts';
import type { Book } from './book.ts';
import type { Persistence } from './persist.ts';

/** A counter is no place for a quarter of an hour (pos-guidelines.md 3). */
const expirySeconds = 180;
/** The wallet gives nobody more than 900 s (identity-and-loyalty.md 1). */
const longestMs = 960_000;
const slowDownMs = 5000;

export interface Enrolments {
  start(): Promise<Result<{ bindingMessage: string; state: EnrolmentState }>>;
  stop(): Result<null>;
  /** Goes on with a push that was waiting when the till was restarted. */
  resume(saleId: SaleId): void;
}

export function createEnrolments(book: Book, persistence: Persistence): Enrolments {
  const starting = new Set<SaleId>();

  async function start(): Promise<Result<{ bindingMessage: string; state: EnrolmentState }>> {
    const sale = currentSale(book.state());
    if (!sale?.customer) return err({ kind: 'customerMissing' });
    if (memberOf(sale.customer) !== null) return err({ kind: 'alreadyMember' });
    if (starting.has(sale.id) || sale.enrolment?.state === 'waiting')
      return err({ kind: 'enrolmentRunning' });
    starting.add(sale.id);
    try {
      return await ask(sale.id, sale.customer);
    } finally {
      starting.delete(sale.id);
    }
  }

  async function ask(saleId: SaleId, customer: Customer) {
    const { msisdn } = customer;
    const code = bindingMessage(book.ports.ids.below);
    const exists = await book.ports.login.userExists(msisdn);
    // The answer is a hint only: trouble with it does not stop the push, a clear no does.
    if (exists.ok && !exists.value) return ended(saleId, msisdn, code, 'notUser');
    const customerToken = liveToken(customer, book.ports.clock.now());
    const started = await book.ports.login.start({
      msisdn,
      customerToken,
      bindingMessage: code,
      expirySeconds,
    });
    if (!started.ok) {
      book.heard(
        started.fault.kind === 'notWalletUser' || started.fault.kind === 'appTooOld' ? null : started.fault,
      );
      book.ports.log.warn('login.start', { fault: started.fault.kind });
      return ended(saleId, msisdn, code, stateAfter(started.fault));
    }
    book.heard(null);
    if (book.sale(saleId)?.customer?.msisdn !== msisdn) return err({ kind: 'customerMissing' } as const);
    const noted = book.record(saleId, { kind: 'enrolmentStarted', bindingMessage: code, ...started.value });
    if (!noted.ok) return noted;
    void book.carryOn(() => poll(saleId, started.value.authReqId));
    return ok({ bindingMessage: code, state: 'waiting' as const });
  }

  /** Of whom was asked for: the wallet took its time, and another customer or none may be here by now. */
  function ended(
    saleId: SaleId,
    msisdn: Customer['msisdn'],
    code: string,
    state: Exclude<EnrolmentState, 'waiting'>,
  ) {
    if (book.sale(saleId)?.customer?.msisdn !== msisdn) return err({ kind: 'customerMissing' } as const);
    const noted = book.record(saleId, { kind: 'enrolmentEnded', state });
    return noted.ok ? ok({ bindingMessage: code, state }) : noted;
  }

  /** Polls not faster than told, until the wallet has an answer or its time is over. */
  async function poll(saleId: SaleId, authReqId: string): Promise<void> {
    const { clock } = book.ports;
    let extraMs = 0;
    // The wall clock may be set meanwhile; how long is left is measured once.
    const asked = waitingFor(saleId, authReqId);
    const left = asked === null ? 0 : Math.min(longestMs, asked.until + asked.intervalMs * 2 - clock.now());
    const overAt = clock.monotonic() + left;
    for (;;) {
      const enrolment = waitingFor(saleId, authReqId);
      if (enrolment === null) return;
      if (enrolment.consented !== null) return register(saleId, authReqId);
      if (clock.monotonic() > overAt) {
        book.record(saleId, { kind: 'enrolmentEnded', state: 'expired' });
        return;
      }
      await book.wait(enrolment.intervalMs + extraMs).over;
      if (waitingFor(saleId, authReqId) === null) return;
      const answer = await book.ports.login.poll(authReqId);
      if (waitingFor(saleId, authReqId) === null) return;
      if (!answer.ok) {
        book.ports.log.warn('login.poll', { fault: answer.fault.kind });
        if (answer.fault.kind === 'tooManyRequests')
          extraMs = answer.fault.retryAfterMs ?? extraMs + slowDownMs;
        if (answer.fault.kind !== 'rejected' && answer.fault.kind !== 'unauthorised') continue;
        const state = answer.fault.kind === 'rejected' ? 'failed' : 'misconfigured';
        book.record(saleId, { kind: 'enrolmentEnded', state });
        return;
      }
      switch (answer.value.kind) {
        case 'pending':
          if (answer.value.slowDown) extraMs += slowDownMs;
          continue;
        case 'refused':
        case 'expired':
          await book.recordSurely(saleId, { kind: 'enrolmentEnded', state: answer.value.kind });
          return;
        case 'approved':
          // The wallet gives it once only, so it is written down before anything is done with it.
          await book.recordSurely(saleId, { kind: 'consentGiven', consented: answer.value.consented });
      }
    }
  }

  /** The consent is in the journal: the registry is told until it has it. */
  function register(saleId: SaleId, authReqId: string): void {
    const consentedNow = () => waitingFor(saleId, authReqId)?.consented ?? null;
    persistence.begin(
      saleId,
      'enrolment',
      () => consentedNow() !== null,
      async () => {
        const consented = consentedNow();
        if (consented === null) return ok();
        const enrolled = await book.ports.members.enrol(consented);
        if (!enrolled.ok || consentedNow() === null) return enrolled;
        await book.recordSurely(
          saleId,
          { kind: 'membership', membership: { status: 'member', member: enrolled.value } },
          { kind: 'enrolmentEnded', state: 'joined' },
        );
        return ok();
      },
    );
  }

  function waitingFor(saleId: SaleId, authReqId: string) {
    const enrolment = book.ended() ? null : (book.sale(saleId)?.enrolment ?? null);
    return enrolment?.state === 'waiting' && enrolment.authReqId === authReqId ? enrolment : null;
  }

  return {
    start,
    stop() {
      const sale = currentSale(book.state());
      if (sale?.enrolment?.state !== 'waiting') return err({ kind: 'enrolmentNotRunning' });
      const noted = book.record(sale.id, { kind: 'enrolmentEnded', state: 'stopped' });
      return noted.ok ? ok(null) : noted;
    },
    resume(saleId) {
      const authReqId = book.sale(saleId)?.enrolment?.authReqId;
      if (authReqId) void book.carryOn(() => poll(saleId, authReqId));
    },
  };
}

function stateAfter(fault: LoginStartFault): Exclude<EnrolmentState, 'waiting'> {
  switch (fault.kind) {
    case 'notWalletUser':
      return 'notUser';
    case 'appTooOld':
      return 'appTooOld';
    case 'tooManyRequests':
      return 'throttled';
    case 'unauthorised':
    case 'forbidden':
    case 'notConfigured':
    case 'rejected':
    case 'notFound':
      return 'misconfigured';
    default:
      return 'failed';
  }
}
