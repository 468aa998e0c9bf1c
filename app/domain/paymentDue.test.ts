/** What is due next, with which key: the same after a restart, a new one only after a refusal, never too much. */

import { describe, expect, it } from 'vitest';
import { instant } from '../kernel/time.ts';
import { money } from './money.ts';
import {
  intendedPayment,
  mostKeyLength,
  type Payer,
  type Payment,
  type PaymentFacts,
  type PaymentReference,
  refundable,
} from './payment.ts';
import { due, refundOperation } from './paymentDue.ts';
import { mostRepeats, type PaymentEvent, transition } from './paymentMachine.ts';

const amount = 34_900;
const reference = 'KT-butikk-kasse1-000042-abcdef-1' as PaymentReference;

function paymentAfter(
  events: readonly PaymentEvent[],
  payer: Payer = { by: 'customerToken', customerToken: 't' },
) {
  const request = { saleId: 's', amount: money(amount, 'NOK'), payer, description: 'd', receipt: null };
  const intended = intendedPayment({ reference, request, createKey: `${reference}-create`, at: instant(0) });
  return events.reduce(transition, intended);
}

const read = (facts: Partial<PaymentFacts>): PaymentEvent => ({
  kind: 'read',
  facts: {
    state: 'AUTHORIZED',
    amount,
    authorised: amount,
    captured: 0,
    cancelled: 0,
    refunded: 0,
    qrImageUrl: null,
    saleId: null,
    ...facts,
  },
});

const accepted: PaymentEvent = { kind: 'createAccepted', qrImageUrl: null };
const unapproved = read({ state: 'CREATED', authorised: 0 });
const approved: readonly PaymentEvent[] = [accepted, read({})];
const captured: readonly PaymentEvent[] = [accepted, read({ captured: amount })];

/** The payment after what was due has been written down as started. */
function started(payment: Payment): Payment {
  const step = due(payment);
  if (step.kind !== 'start') throw new Error(`due is ${step.kind}`);
  return transition(payment, { kind: 'operationStarted', operation: step.operation });
}

describe('what is due', () => {
  it.each<[string, Payment, unknown]>([
    ['a new payment is sent', paymentAfter([]), { kind: 'create', repeat: false, pace: 'now' }],
    [
      'one in doubt is asked about',
      paymentAfter([{ kind: 'createUnanswered' }]),
      { kind: 'read', pace: 'soon' },
    ],
    [
      'one that the service does not know is sent again',
      paymentAfter([{ kind: 'createUnanswered' }, { kind: 'notFound' }]),
      { kind: 'create', repeat: true, pace: 'soon' },
    ],
    ['a waiting one is watched', paymentAfter([accepted]), { kind: 'read', pace: 'watch' }],
    [
      'a waiting code that nobody has seen is asked for again',
      paymentAfter([accepted], { by: 'qrOnScreen' }),
      { kind: 'create', repeat: true, pace: 'soon' },
    ],
    [
      'an approved one is captured whole, at once',
      paymentAfter(approved),
      {
        kind: 'start',
        operation: { kind: 'capture', key: `${reference}-capture-1`, amount, target: amount },
        pace: 'now',
      },
    ],
    [
      'one that is called off is cancelled',
      paymentAfter([accepted, unapproved, { kind: 'cancelRequested' }]),
      {
        kind: 'start',
        operation: { kind: 'cancel', key: `${reference}-cancel-1`, amount: 0, target: 0 },
        pace: 'now',
      },
    ],
    [
      'one approved in that moment is released',
      paymentAfter([accepted, { kind: 'cancelRequested' }, read({})]),
      {
        kind: 'start',
        operation: { kind: 'release', key: `${reference}-release-1`, amount: 0, target: 0 },
        pace: 'now',
      },
    ],
    ['a captured one is left alone', paymentAfter(captured), { kind: 'nothing' }],
    [
      'a declined one is left alone',
      paymentAfter([accepted, read({ state: 'ABORTED', authorised: 0 })]),
      { kind: 'nothing' },
    ],
    [
      'one that was never taken is asked about quietly, once it was repeated often enough',
      paymentAfter([
        { kind: 'createUnanswered' },
        ...Array.from({ length: mostRepeats }, (): PaymentEvent => ({ kind: 'createRepeated' })),
        { kind: 'createUnanswered' },
        { kind: 'notFound' },
      ]),
      { kind: 'read', pace: 'quiet' },
    ],
  ])('%s', (_rule, payment, step) => expect(due(payment)).toEqual(step));
});

describe('keys', () => {
  it('fit into what the service takes, whatever the reference', () => {
    const longest = `K${'a'.repeat(55)}-bcdefg-1` as PaymentReference;
    const payments = [
      paymentAfter(approved),
      paymentAfter([accepted, { kind: 'cancelRequested' }, read({})]),
    ];
    for (const payment of payments.map((one) => ({ ...one, reference: longest }))) {
      const step = due(payment);
      if (step.kind !== 'start') throw new Error(step.kind);
      expect(step.operation.key).toHaveLength(mostKeyLength);
      expect(step.operation.key).toMatch(/-bcdefg-1-(capture|release)-1$/);
    }
  });

  it('are the same after a restart, with the same amount', () => {
    const sent = started(paymentAfter(approved));
    const restarted = transition(sent, { kind: 'restarted' });
    expect(due(restarted)).toEqual({ kind: 'read', pace: 'soon' });
    const notDone = transition(restarted, read({}));
    expect(due(notDone)).toEqual({ kind: 'send', pace: 'soon' });
    expect(notDone.operation).toEqual({ ...sent.operation, phase: 'again', doubted: true });
  });

  it('that were not started yet are the same after a restart', () => {
    const payment = paymentAfter(approved);
    expect(due(transition(payment, { kind: 'restarted' }))).toEqual(due(payment));
  });

  it('are new after a refusal, once the payment was looked at, and then without hurry', () => {
    const refused = transition(started(paymentAfter(approved)), { kind: 'operationRefused' });
    expect(due(refused)).toEqual({ kind: 'read', pace: 'soon' });
    expect(due(transition(refused, read({})))).toMatchObject({
      operation: { key: `${reference}-capture-2`, amount },
      pace: 'slow',
    });
  });

  it('serve one operation each', () => {
    const capture = due(paymentAfter(approved));
    const cancel = due(paymentAfter([accepted, unapproved, { kind: 'cancelRequested' }]));
    const release = due(paymentAfter([accepted, { kind: 'cancelRequested' }, read({})]));
    const refund = refundOperation(paymentAfter(captured), 1);
    const keys = [capture, cancel, release].map((step) => (step.kind === 'start' ? step.operation.key : ''));
    expect(new Set([...keys, refund?.key, `${reference}-create`]).size).toBe(5);
  });
});

describe('a refund', () => {
  it.each([
    [1, { amount: 1, target: 1 }],
    [amount, { amount, target: amount }],
  ])('of %i is possible', (part, operation) => {
    const key = `${reference}-refund-1`;
    expect(refundOperation(paymentAfter(captured), part)).toEqual({ kind: 'refund', key, ...operation });
  });

  it.each([0, -1, amount + 1])('of %i is not', (part) => {
    expect(refundOperation(paymentAfter(captured), part)).toBeNull();
  });

  it('of what was never captured is not possible', () => {
    expect(refundOperation(paymentAfter(approved), 1)).toBeNull();
    expect(refundOperation(paymentAfter([accepted]), 1)).toBeNull();
  });

  it('after another is capped by what is left, with a key of its own', () => {
    const first = refundOperation(paymentAfter(captured), 14_900);
    if (first === null) throw new Error('refused');
    const running = transition(paymentAfter(captured), { kind: 'operationStarted', operation: first });
    expect([refundOperation(running, 1), refundable(running)]).toEqual([null, 0]);

    const done = transition(running, read({ captured: amount, refunded: 14_900 }));
    expect([done.state, refundable(done)]).toEqual(['partlyRefunded', 20_000]);
    expect(refundOperation(done, 20_001)).toBeNull();
    expect(refundOperation(done, 20_000)).toEqual({
      kind: 'refund',
      key: `${reference}-refund-2`,
      amount: 20_000,
      target: amount,
    });
  });

  it('in doubt is looked at before another begins', () => {
    const first = refundOperation(paymentAfter(captured), 100);
    if (first === null) throw new Error('refused');
    const events: readonly PaymentEvent[] = [
      { kind: 'operationStarted', operation: first },
      { kind: 'operationRefused' },
    ];
    const refused = events.reduce(transition, paymentAfter(captured));
    expect([refundOperation(refused, 1), due(refused)]).toEqual([null, { kind: 'read', pace: 'soon' }]);
  });
});
