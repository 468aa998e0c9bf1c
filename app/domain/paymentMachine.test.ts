/** The payment machine in its world, explored exhaustively: every rule asked of every reachable state. */

import { describe, expect, it } from 'vitest';
import { amount, explore, startWorld } from '../testing/explorePayment.ts';
import type { World } from '../testing/paymentWorld.ts';
import { breaches, reaching, sizeOf } from '../testing/walk.ts';
import { allowsNewAttempt, isFinal, isPaid, type PaymentState } from './payment.ts';
import { due } from './paymentDue.ts';
import { type PaymentEvent, transition } from './paymentMachine.ts';

const graphs = {
  push: await explore(startWorld('phone')),
  qr: await explore(startWorld('qrOnScreen')),
  reservation: await explore(startWorld('phone', true)),
};

const allStates: readonly PaymentState[] = [
  'intended',
  'waiting',
  'approved',
  'captured',
  'partlyRefunded',
  'refunded',
  'declined',
  'expired',
  'refused',
  'cancelling',
  'cancelled',
];

describe.each(Object.entries(graphs))('a payment by %s', (_name, graph) => {
  it(`reaches every declared state (${sizeOf(graph)})`, () => {
    const reached = new Set([...graph.states.values()].map((world) => world.payment.state));
    expect([...reached].sort()).toEqual([...allStates].sort());
  });

  it('I2, I3: captures no more than was authorised and refunds no more than was captured', () => {
    expect(
      breaches(graph, ({ ledger }) => {
        const { captured = 0, cancelled = 0, refunded = 0 } = ledger ?? {};
        const authorised = ledger?.state === 'AUTHORIZED' ? amount : 0;
        return captured + cancelled <= authorised && refunded <= captured;
      }),
    ).toEqual([]);
  });

  it('I2, I8: is paid only when the service has captured all that is to be taken', () => {
    expect(
      breaches(graph, ({ payment, ledger }) => !isPaid(payment) || ledger?.captured === payment.take),
    ).toEqual([]);
  });

  it('takes nothing before it is decided, and never more than that', () => {
    expect(breaches(graph, ({ payment, ledger }) => (ledger?.captured ?? 0) <= (payment.take ?? 0))).toEqual(
      [],
    );
  });

  it('I8: what was called off is never captured', () => {
    expect(
      breaches(graph, ({ payment, ledger }) => !payment.cancelRequested || (ledger?.captured ?? 0) === 0),
    ).toEqual([]);
  });

  it('I8: says "not paid" only when the service holds nothing and can take nothing', () => {
    expect(
      breaches(graph, ({ payment, ledger, delayed }) => {
        if (!['declined', 'expired', 'refused', 'cancelled'].includes(payment.state)) return true;
        if (ledger === null) return delayed !== 'create';
        const open =
          ledger.state === 'CREATED' || (ledger.state === 'AUTHORIZED' && ledger.cancelled < amount);
        return !open && ledger.captured === 0;
      }),
    ).toEqual([]);
  });

  it('I1: allows a new attempt only when this one can never take money', () => {
    expect(
      breaches(graph, ({ payment, ledger, delayed }) => {
        if (!allowsNewAttempt(payment)) return true;
        const alive =
          ledger?.state === 'CREATED' || (ledger?.state === 'AUTHORIZED' && ledger.cancelled < amount);
        return !alive && (ledger?.captured ?? 0) === 0 && (ledger !== null || delayed !== 'create');
      }),
    ).toEqual([]);
  });

  it('I4, I9: from every state a final one is reached without a person, and nothing stays reserved', () => {
    const good = reaching(graph, ({ payment, ledger }) => {
      const reserved = ledger?.state === 'AUTHORIZED' ? amount - ledger.captured - ledger.cancelled : 0;
      return isFinal(payment) && reserved === 0;
    });
    const stuck = [...graph.states].filter(([key, world]) => !good.has(key) && !exhausted(world));
    expect(stuck.slice(0, 3).map(([key]) => key)).toEqual([]);
  });

  it('has nothing due exactly when it is final', () => {
    expect(breaches(graph, ({ payment }) => (due(payment).kind === 'nothing') === isFinal(payment))).toEqual(
      [],
    );
  });

  it('takes any event in any state: late, doubled, out of order, unknown', () => {
    const payments = new Map(
      [...graph.states.values()].map(({ payment }) => [JSON.stringify(payment), payment]),
    );
    const wrong: string[] = [];
    for (const payment of payments.values()) {
      for (const event of strayEvents) {
        const after = transition(payment, event);
        const settled = ['captured', 'partlyRefunded', 'refunded'];
        const unpaid = isPaid(payment) && !isPaid(after);
        const lost = settled.includes(payment.state) && !settled.includes(after.state);
        const twice = JSON.stringify(transition(after, event)) === JSON.stringify(after);
        const counts = counted.has(event.kind);
        if (unpaid || lost || !(twice || counts)) wrong.push(`${payment.state} ${JSON.stringify(event)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('a reservation', () => {
  const part = 40;

  it('stays reserved until it is decided what was taken', () => {
    expect(
      breaches(
        graphs.reservation,
        ({ payment, ledger }) =>
          payment.take !== null || payment.cancelRequested || (ledger?.cancelled ?? 0) === 0,
      ),
    ).toEqual([]);
  });

  it('of which a part was taken ends with that part captured and the rest released, and never otherwise', () => {
    const taken = [...graphs.reservation.states.values()].filter(({ payment }) => payment.take === part);
    const ended = taken.filter(({ payment }) => isFinal(payment) && payment.tries.refund === 0);
    expect(ended.length).toBeGreaterThan(0);
    expect(
      ended.filter(({ ledger }) => ledger?.captured !== part || ledger.cancelled !== amount - part),
    ).toEqual([]);
  });
});

/** Each of these is one more: twice is not the same as once. */
const counted: ReadonlySet<PaymentEvent['kind']> = new Set([
  'notFound',
  'createRepeated',
  'operationStarted',
  'operationRefused',
]);

/** Answers and readings that may come when nobody expects them. */
const facts = (
  state: 'CREATED' | 'AUTHORIZED' | 'ABORTED' | 'EXPIRED' | 'TERMINATED' | 'unknown',
  captured = 0,
) => {
  const authorised = state === 'AUTHORIZED' ? amount : 0;
  return { state, amount, authorised, captured, cancelled: 0, refunded: 0, qrImageUrl: null, saleId: null };
};

const strayEvents: readonly PaymentEvent[] = [
  { kind: 'createAccepted', qrImageUrl: null },
  { kind: 'createRefused', refusal: 'rejected' },
  { kind: 'createUnanswered' },
  { kind: 'notFound' },
  { kind: 'cancelRequested' },
  { kind: 'takeDecided', amount: 0 },
  { kind: 'takeDecided', amount: 40 },
  { kind: 'operationUnanswered' },
  { kind: 'operationRefused' },
  { kind: 'restarted' },
  { kind: 'read', facts: facts('CREATED') },
  { kind: 'read', facts: facts('AUTHORIZED') },
  { kind: 'read', facts: facts('AUTHORIZED', amount) },
  { kind: 'read', facts: facts('ABORTED') },
  { kind: 'read', facts: facts('EXPIRED') },
  { kind: 'read', facts: facts('TERMINATED') },
  { kind: 'read', facts: facts('unknown') },
];

/** The exploration stops at a number of keys per operation; the till itself goes on trying. */
function exhausted(world: World): boolean {
  // A reading that is still to come does not change that.
  const task = due({ ...world.payment, mustLook: false });
  return task.kind === 'start' && world.payment.tries[task.operation.kind] >= 2;
}
