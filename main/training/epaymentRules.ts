/**
 * The service's payment: five states, four sums and what may follow what (payments.md 4.4, 4.5, 4.8, 4.9). Values in,
 * values out; nothing here knows of HTTP or time beyond the instants it is given.
 */

import type { ErrorCode } from './errorCodes.ts';

export type PaymentState = 'CREATED' | 'AUTHORIZED' | 'ABORTED' | 'EXPIRED' | 'TERMINATED';
export type EventName = PaymentState | 'CAPTURED' | 'CANCELLED' | 'REFUNDED';

/** Where one payment stands. All sums in minor units; after `AUTHORIZED` only the sums move. */
export interface Standing {
  readonly state: PaymentState;
  readonly amount: number;
  readonly authorized: number;
  readonly captured: number;
  readonly cancelled: number;
  readonly refunded: number;
  /** Epoch milliseconds; `null` until approved. */
  readonly authorizedAt: number | null;
  /** The customer is in the middle of approving: scheme processing, 3-D Secure. */
  readonly processing: boolean;
}

export interface Step {
  readonly ok: true;
  readonly standing: Standing;
  readonly event: EventName;
  /** Amount of this event, not of the payment. */
  readonly value: number;
}
export type Outcome = Step | { readonly ok: false; readonly code: ErrorCode };

export interface Terms {
  readonly now: number;
  readonly country: 'NO' | 'DK' | 'FI';
  readonly partialCaptureAllowed: boolean;
}

const day = 24 * 3_600_000;
const cancelPeriod = 180 * day;
const refundPeriod = 365 * day;
/** Reservation lives 180 days in Norway, 14 in Denmark and Finland. */
const capturePeriod = { NO: 180 * day, DK: 14 * day, FI: 14 * day } as const;

export function created(amount: number): Standing {
  return {
    state: 'CREATED',
    amount,
    authorized: 0,
    captured: 0,
    cancelled: 0,
    refunded: 0,
    authorizedAt: null,
    processing: false,
  };
}

function refuse(code: ErrorCode): Outcome {
  return { ok: false, code };
}

/** The customer approves: the money is reserved. */
export function authorize(standing: Standing, now: number): Outcome {
  if (standing.state === 'AUTHORIZED') return refuse('6230');
  if (standing.state !== 'CREATED') return refuse('10020');
  const next: Standing = {
    ...standing,
    state: 'AUTHORIZED',
    authorized: standing.amount,
    authorizedAt: now,
    processing: false,
  };
  return { ok: true, standing: next, event: 'AUTHORIZED', value: standing.amount };
}

/** The customer declines, or nobody acted in time. */
export function close(standing: Standing, state: 'ABORTED' | 'EXPIRED'): Outcome {
  if (standing.state !== 'CREATED') return refuse('6190');
  return {
    ok: true,
    standing: { ...standing, state, processing: false },
    event: state,
    value: standing.amount,
  };
}

/** The merchant cancels: terminates what is open, or releases all that is not captured; never a part. */
export function cancel(standing: Standing, onlyUnauthorized: boolean, terms: Terms): Outcome {
  switch (standing.state) {
    case 'CREATED':
      if (standing.processing) return refuse('6250');
      return {
        ok: true,
        standing: { ...standing, state: 'TERMINATED', cancelled: standing.amount },
        event: 'TERMINATED',
        value: standing.amount,
      };
    case 'ABORTED':
    case 'EXPIRED':
      return refuse('6050');
    case 'TERMINATED':
      return refuse('6190');
    case 'AUTHORIZED': {
      if (onlyUnauthorized) return refuse('6060');
      const left = standing.authorized - standing.captured - standing.cancelled;
      if (left === 0) return refuse(standing.captured === standing.authorized ? '6040' : '6190');
      if (age(standing, terms) > Math.min(cancelPeriod, capturePeriod[terms.country])) return refuse('6030');
      const next = { ...standing, cancelled: standing.cancelled + left };
      return { ok: true, standing: next, event: 'CANCELLED', value: left };
    }
  }
}

/** Takes `value` of the reserved money. */
export function capture(standing: Standing, value: number, terms: Terms): Outcome {
  if (standing.state === 'CREATED') return refuse('6080');
  if (standing.state === 'TERMINATED') return refuse('6070');
  if (standing.state !== 'AUTHORIZED') return refuse('6200');
  if (value <= 0) return refuse('4040');
  const left = standing.authorized - standing.captured - standing.cancelled;
  if (left === 0) {
    if (standing.captured === standing.authorized) return refuse('6170');
    return refuse(standing.captured === 0 ? '6070' : '6200');
  }
  if (age(standing, terms) > capturePeriod[terms.country]) return refuse('6100');
  if (value > left) return refuse('6090');
  if (!terms.partialCaptureAllowed && value !== standing.authorized) return refuse('6140');
  return {
    ok: true,
    standing: { ...standing, captured: standing.captured + value },
    event: 'CAPTURED',
    value,
  };
}

/** Gives back `value` of the captured money. */
export function refund(standing: Standing, value: number, terms: Terms): Outcome {
  if (standing.state === 'CREATED') return refuse('6020');
  if (standing.state !== 'AUTHORIZED' || standing.captured === 0) return refuse('6210');
  if (value <= 0) return refuse('4040');
  const left = standing.captured - standing.refunded;
  if (left === 0) return refuse('6180');
  if (value > left) return refuse('6150');
  if (age(standing, terms) > refundPeriod) return refuse('6220');
  return {
    ok: true,
    standing: { ...standing, refunded: standing.refunded + value },
    event: 'REFUNDED',
    value,
  };
}

function age(standing: Standing, terms: Terms): number {
  return standing.authorizedAt === null ? 0 : terms.now - standing.authorizedAt;
}
