/**
 * All payments of the simulated service: created, approved or declined by customers, expired by time, changed by the
 * merchant. Every step adds an event with its own `pspReference` and tells the webhooks and the customer's phone.
 */

import type { Clock } from '../../app/ports/Clock.ts';
import type { Customers } from './customers.ts';
import { walkInPhone } from './customers.ts';
import type { CreateRequest } from './epaymentRequests.ts';
import type { EventName, Outcome, Standing, Step } from './epaymentRules.ts';
import { authorize, close, created } from './epaymentRules.ts';
import { type Memory, noMemory } from './memory.ts';
import type { Mint } from './mint.ts';
import type { Settled } from './options.ts';
import { authorizedExtras, type Money, webhookBody } from './paymentBodies.ts';
import { mostRemembered, rememberedPayments } from './paymentMemory.ts';
import type { Phones } from './phones.ts';
import { refusedByBank } from './testAmounts.ts';
import type { Timers } from './timers.ts';
import type { Webhooks } from './webhooks.ts';

export interface PaymentEvent {
  readonly name: EventName;
  readonly pspReference: string;
  readonly amount: Money;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly idempotencyKey: string | null;
  readonly success: boolean;
}

export interface Payment {
  readonly reference: string;
  readonly pspReference: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly request: CreateRequest;
  readonly createKey: string;
  readonly standing: Standing;
  /** Whose phone shows it; `null` until somebody scans the one-time code. */
  readonly phone: string | null;
  /** Opaque part of the landing, target and image addresses. */
  readonly token: string;
  readonly redirectUrl: string | null;
  readonly events: readonly PaymentEvent[];
  /** Why the bank said no when the customer tried, oldest first. */
  readonly bankRefusals: readonly string[];
}

export interface Payments {
  find(reference: string): Payment | null;
  byToken(token: string): Payment | null;
  all(): readonly Payment[];
  open(request: CreateRequest, key: string, phone: string | null): Payment;
  /** Writes a step down: standing, event, webhook, phone. */
  apply(payment: Payment, step: Step, key: string | null): Payment;
  /** A failed operation: an event with `success: false` that changes nothing (payments.md 6.3). */
  noteFailure(payment: Payment, name: EventName, value: number, key: string | null): void;
  /** The customer approves. `null` when it was too late or the bank refused. */
  approve(reference: string): Payment | null;
  decline(reference: string): Payment | null;
  /** A phone scanned the one-time code. */
  scanned(token: string, phone: string): Payment | null;
  /** A script was changed: open requests of this number, or of everybody, follow the new one. */
  rearm(phone: string | null): void;
  /** A cancel is about to be worked on: the customer who approves in that very instant does so now. */
  beforeCancel(reference: string): void;
}

export function createPayments(
  clock: Clock,
  timers: Timers,
  mint: Mint,
  settled: Settled,
  customers: Customers,
  webhooks: Webhooks,
  phones: Phones,
  memory: Memory = noMemory,
): Payments {
  const byReference = new Map<string, Payment>();
  const expiries = new Map<string, () => void>();
  const racing = new Set<string>();

  function keep(payment: Payment): Payment {
    byReference.set(payment.reference, payment);
    memory.changed();
    phones.changed(payment.phone);
    return payment;
  }

  function eventOf(
    payment: Payment,
    name: EventName,
    value: number,
    key: string | null,
    success: boolean,
  ): PaymentEvent {
    const pspReference = name === 'CREATED' ? payment.pspReference : mint.uuid();
    const amount = { currency: payment.request.amount.currency, value };
    return { name, pspReference, amount, at: clock.now(), idempotencyKey: key, success };
  }

  function write(payment: Payment, event: PaymentEvent): Payment {
    const next = keep({ ...payment, events: [...payment.events, event] });
    const person = next.phone === null ? null : customers.personOf(next.phone);
    const extras = event.name === 'AUTHORIZED' ? authorizedExtras(next, person, clock.now(), settled) : {};
    const body = { ...webhookBody(next, event, settled.keys.merchantSerialNumber), ...extras };
    webhooks.publish(`epayments.payment.${lower[event.name]}.v1`, next.reference, body);
    return next;
  }

  function apply(payment: Payment, step: Step, key: string | null): Payment {
    if (step.standing.state !== 'CREATED') {
      expiries.get(payment.reference)?.();
      expiries.delete(payment.reference);
      racing.delete(payment.reference);
    }
    const moved = { ...payment, standing: step.standing };
    return write(moved, eventOf(moved, step.event, step.value, key, true));
  }

  function act(reference: string, decide: (standing: Standing) => Outcome): Payment | null {
    const payment = byReference.get(reference);
    if (!payment) return null;
    const outcome = decide(payment.standing);
    // The customer's events carry the key of the create call, as in the published samples.
    return outcome.ok ? apply(payment, outcome, payment.createKey) : null;
  }

  function approve(reference: string): Payment | null {
    const payment = byReference.get(reference);
    if (payment?.standing.state !== 'CREATED') return null;
    const refusal = settled.testAmounts
      ? refusedByBank(payment.request.amount.value, settled.salesUnit.country)
      : null;
    if (refusal !== null) {
      keep({ ...payment, bankRefusals: [...payment.bankRefusals, refusal] });
      return null;
    }
    return act(reference, (standing) => authorize(standing, clock.now()));
  }

  function decline(reference: string): Payment | null {
    return act(reference, (standing) => close(standing, 'ABORTED'));
  }

  /** Sets off what the customer of this payment will do. */
  function awaitCustomer(payment: Payment): void {
    const { reference } = payment;
    const phone = payment.phone ?? walkInPhone;
    const script = customers.scriptOf(phone);
    const mayAct = (): boolean => {
      // Somebody scanned the code meanwhile, or the script was changed: that counts from then on.
      if (byReference.get(reference)?.phone !== payment.phone || customers.scriptOf(phone) !== script)
        return false;
      // The default steps back for a person who sits at the phone page; a script was asked for and stands.
      return (
        customers.scripted(phone) || !customers.fallback.manualWhenPhoneOpen || !phones.watched(payment.phone)
      );
    };
    const soon = script.afterMs ?? customers.fallback.afterMs ?? 3000;
    const when = (ms: number, what: () => void): void => {
      timers.after(ms, () => {
        if (mayAct()) what();
      });
    };
    switch (script.does ?? 'approve') {
      case 'approve':
        when(soon, () => approveSlowly(reference, script.processingMs ?? 0));
        return;
      case 'approveLate':
        when(script.afterMs ?? Math.max(0, settled.customerTimeMs - 30_000), () =>
          approveSlowly(reference, script.processingMs ?? 0),
        );
        return;
      case 'decline':
        when(soon, () => decline(reference));
        return;
      case 'approveWhileCancelled':
        racing.add(reference);
        return;
      case 'never':
      case 'manual':
      case 'noWallet':
        return;
    }
  }

  function approveSlowly(reference: string, processingMs: number): void {
    const payment = byReference.get(reference);
    if (payment?.standing.state !== 'CREATED') return;
    if (processingMs === 0) {
      approve(reference);
      return;
    }
    keep({ ...payment, standing: { ...payment.standing, processing: true } });
    timers.after(processingMs, () => approve(reference));
  }

  function runOut({ reference, expiresAt }: Payment): void {
    const left = Math.max(0, expiresAt - clock.now());
    const expire = () => act(reference, (standing) => close(standing, 'EXPIRED'));
    expiries.set(reference, timers.after(left, expire));
  }

  const remembered = memory.drawer('payments', rememberedPayments, () =>
    [...byReference.values()].slice(-mostRemembered),
  );
  for (const payment of remembered ?? []) {
    byReference.set(payment.reference, payment);
    if (payment.standing.state !== 'CREATED') continue;
    runOut(payment);
    awaitCustomer(payment);
  }

  return {
    find: (reference) => byReference.get(reference) ?? null,
    byToken: (token) => [...byReference.values()].find((one) => one.token === token) ?? null,
    all: () => [...byReference.values()],
    open(request, key, phone) {
      const now = clock.now();
      const token = mint.token(32);
      const until = request.expiresAt ? Date.parse(request.expiresAt) - now : settled.customerTimeMs;
      const fresh: Payment = {
        reference: request.reference,
        pspReference: mint.uuid(),
        createdAt: now,
        expiresAt: now + until,
        request,
        createKey: key,
        standing: created(request.amount.value),
        phone,
        token,
        redirectUrl: redirectUrl(request, token, settled.baseUrl),
        events: [],
        bankRefusals: [],
      };
      const payment = write(fresh, eventOf(fresh, 'CREATED', request.amount.value, key, true));
      runOut(payment);
      awaitCustomer(payment);
      return payment;
    },
    apply,
    noteFailure(payment, name, value, key) {
      write(payment, eventOf(payment, name, value, key, false));
    },
    approve,
    decline,
    scanned(token, phone) {
      const payment = [...byReference.values()].find((one) => one.token === token);
      if (payment?.standing.state !== 'CREATED' || payment.phone !== null) return null;
      const theirs = keep({ ...payment, phone });
      phones.changed(null);
      awaitCustomer(theirs);
      return theirs;
    },
    rearm(phone) {
      for (const payment of byReference.values()) {
        if (payment.standing.state !== 'CREATED' || payment.standing.processing) continue;
        if (phone !== null && (payment.phone ?? walkInPhone) !== phone) continue;
        racing.delete(payment.reference);
        awaitCustomer(payment);
      }
    },
    beforeCancel(reference) {
      if (racing.delete(reference)) approve(reference);
    },
  };
}

const lower = {
  CREATED: 'created',
  AUTHORIZED: 'authorized',
  ABORTED: 'aborted',
  EXPIRED: 'expired',
  TERMINATED: 'terminated',
  CAPTURED: 'captured',
  CANCELLED: 'cancelled',
  REFUNDED: 'refunded',
} as const satisfies Record<EventName, string>;

/** Nothing for a push; an image or its target for `QR`; a landing page else (payments.md 4.2, 4.3). */
function redirectUrl(request: CreateRequest, token: string, baseUrl: string): string | null {
  const landing = `${baseUrl}/landing?token=${token}`;
  switch (request.userFlow) {
    case 'PUSH_MESSAGE':
      return null;
    case 'QR':
      return request.qrFormat?.format === 'TEXT/TARGETURL'
        ? landing
        : `${baseUrl}/qr-image/v1?token=${token}`;
    case 'WEB_REDIRECT':
    case 'NATIVE_REDIRECT':
      return landing;
  }
}
