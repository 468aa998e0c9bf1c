/**
 * What the till must do next about a payment: a pure function of its state. Because the effect follows from the state
 * and from nothing else, a restarted till needs only the folded journal to go on (I9).
 */

import { assertNever } from '../kernel/assertNever.ts';
import { minor } from './money.ts';
import {
  isFinal,
  mostKeyLength,
  type OperationKind,
  type OperationOrder,
  type Payment,
  viaOf,
} from './payment.ts';
import { mostRepeats } from './paymentMachine.ts';

/**
 * How soon: `now` · `soon` a moment later, longer after each failure · `watch` the customer is being asked ·
 * `held` money is reserved and the goods are being chosen · `quiet` waiting for a lost request to show up or not ·
 * `slow` a refused change is tried anew.
 */
export type Pace = 'now' | 'soon' | 'watch' | 'held' | 'quiet' | 'slow';

export type Due =
  | { readonly kind: 'nothing' }
  /** Send create; `repeat` says that it was sent before and must be journaled as repeated first. */
  | { readonly kind: 'create'; readonly repeat: boolean; readonly pace: Pace }
  | { readonly kind: 'read'; readonly pace: Pace }
  /** Journal this operation with its new key, then send it. */
  | { readonly kind: 'start'; readonly operation: OperationOrder; readonly pace: Pace }
  /** Send the operation at hand again: same key, same body. */
  | { readonly kind: 'send'; readonly pace: Pace };

export function due(payment: Payment): Due {
  if (isFinal(payment)) return { kind: 'nothing' };
  if (payment.create !== 'known') return dueBeforeKnown(payment);
  if (payment.mustLook) return { kind: 'read', pace: 'soon' };
  if (payment.operation !== null) {
    return payment.operation.phase === 'again'
      ? { kind: 'send', pace: payment.operation.refusals === 0 ? 'soon' : 'slow' }
      : { kind: 'read', pace: 'soon' };
  }
  switch (payment.state) {
    case 'waiting':
      // The answer that named the one-time QR was lost: the same create, repeated, names it again.
      if (viaOf(payment) === 'qr' && payment.qrImageUrl === null && payment.repeats < mostRepeats) {
        return { kind: 'create', repeat: true, pace: 'soon' };
      }
      return { kind: 'read', pace: 'watch' };
    case 'approved':
      // Reserved, and nothing decided: the money may still go back by another hand, so it is looked at.
      if (payment.take === null) return { kind: 'read', pace: 'held' };
      return start(payment, (payment.facts?.captured ?? 0) < payment.take ? 'capture' : 'release');
    case 'cancelling':
      return start(payment, payment.facts?.state === 'AUTHORIZED' ? 'release' : 'cancel');
    case 'intended':
    case 'captured':
    case 'partlyRefunded':
    case 'refunded':
    case 'declined':
    case 'expired':
    case 'refused':
    case 'cancelled':
      return { kind: 'nothing' };
    default:
      return assertNever(payment.state);
  }
}

/** The next refund of `amount` minor units, or `null` where it would exceed what was captured (I3). */
export function refundOperation(payment: Payment, amount: number): OperationOrder | null {
  const captured = payment.facts?.captured ?? 0;
  const refunded = payment.facts?.refunded ?? 0;
  // Of a reservation the rest goes back first.
  if (!isFinal(payment)) return null;
  if (amount <= 0 || refunded + amount > captured) return null;
  return { kind: 'refund', key: keyOf(payment, 'refund'), amount: minor(amount), target: refunded + amount };
}

function dueBeforeKnown(payment: Payment): Due {
  if (payment.state === 'intended') {
    if (payment.create === 'due') return { kind: 'create', repeat: false, pace: 'now' };
    if (payment.notFounds > 0 && payment.repeats < mostRepeats) {
      return { kind: 'create', repeat: true, pace: 'soon' };
    }
  }
  return { kind: 'read', pace: payment.notFounds === 0 ? 'soon' : 'quiet' };
}

function start(payment: Payment, kind: 'capture' | 'cancel' | 'release'): Due {
  const captured = payment.facts?.captured ?? 0;
  const take = kind === 'capture' ? (payment.take ?? 0) : 0;
  const operation = {
    kind,
    key: keyOf(payment, kind),
    amount: minor(kind === 'capture' ? take - captured : 0),
    target: take,
  };
  // The first try goes at once; a new key is only made after a refusal, and then without hurry.
  return { kind: 'start', operation, pace: payment.tries[kind] === 0 ? 'now' : 'slow' };
}

/** `<reference>-capture-1`: derived from own ids, so the same after a restart, and new only after a refusal. */
function keyOf(payment: Payment, kind: OperationKind): string {
  return `${payment.reference}-${kind}-${payment.tries[kind] + 1}`.slice(-mostKeyLength);
}
