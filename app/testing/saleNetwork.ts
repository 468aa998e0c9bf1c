/**
 * The network, the service and the customer's phone around the payments of a sale, for explorations of whole sales: a
 * call is answered, lost before or lost after it was done. The payment alone is explored with more (`explorePayment.ts`).
 */

import type { OperationOrder, Payment, Refusal } from '../domain/payment.ts';
import { due } from '../domain/paymentDue.ts';
import { enoughNotFounds, type PaymentEvent } from '../domain/paymentMachine.ts';
import { carryOut, created, factsOf, type Ledger } from './paymentWorld.ts';

/** What the service has, by reference. */
export type Ledgers = Readonly<Record<string, Ledger>>;

/** One thing that may happen to a payment next. */
export interface Happening {
  readonly name: string;
  /** What the till writes down of it. */
  readonly events: readonly PaymentEvent[];
  readonly ledgers: Ledgers;
  /** Without a person: the till goes on, a call passes, time runs. */
  readonly byItself: boolean;
  /** The power goes in that moment. */
  readonly kills?: true;
}

export const mostTries = 1;

/** What the driver of this payment does next, and every way in which that may end. */
export function driven(
  payment: Payment,
  ledgers: Ledgers,
  refusals: readonly Refusal[],
): readonly Happening[] {
  const task = due(payment);
  switch (task.kind) {
    case 'nothing':
      return [];
    case 'create':
      return createEnds(payment, ledgers, refusals, task.repeat ? [{ kind: 'createRepeated' }] : []);
    case 'read':
      return [{ name: 'read', events: readNow(payment, ledgers), ledgers, byItself: true }];
    case 'start':
      if (payment.tries[task.operation.kind] >= mostTries) return [];
      return changeEnds(payment, ledgers, task.operation, [
        { kind: 'operationStarted', operation: task.operation },
      ]);
    case 'send':
      return payment.operation === null ? [] : changeEnds(payment, ledgers, payment.operation, []);
  }
}

export function readNow(payment: Payment, ledgers: Ledgers): readonly PaymentEvent[] {
  const ledger = ledgers[payment.reference];
  if (ledger !== undefined) return [{ kind: 'read', facts: factsOf(ledger, payment.request.amount.minor) }];
  // One step for the whole row of readings that do not know it: nothing else depends on the count.
  return Array.from({ length: enoughNotFounds }, () => ({ kind: 'notFound' }) as const);
}

function createEnds(
  { reference, request }: Payment,
  ledgers: Ledgers,
  refusals: readonly Refusal[],
  before: readonly PaymentEvent[],
): readonly Happening[] {
  const arrived = { ...ledgers, [reference]: ledgers[reference] ?? created() };
  const lost = [...before, { kind: 'createUnanswered' } as const];
  const qrImageUrl = request.payer.by === 'qrOnScreen' ? 'https://qr/1' : null;
  return [
    {
      name: 'create answered',
      events: [...before, { kind: 'createAccepted', qrImageUrl }],
      ledgers: arrived,
      byItself: true,
    },
    { name: 'create lost before', events: lost, ledgers, byItself: false },
    { name: 'create lost after', events: lost, ledgers: arrived, byItself: false },
    ...refusals.map((refusal) => ({
      name: `create refused: ${refusal}`,
      events: [...before, { kind: 'createRefused', refusal } as const],
      ledgers,
      byItself: false,
    })),
  ];
}

/** `before`: what is written down before it is sent. */
export function changeEnds(
  { reference, request }: Payment,
  ledgers: Ledgers,
  operation: OperationOrder,
  before: readonly PaymentEvent[],
): readonly Happening[] {
  const ledger = ledgers[reference];
  if (ledger === undefined) return [];
  const { kind } = operation;
  const amount = request.amount.minor;
  const lost = [...before, { kind: 'operationUnanswered' } as const];
  const lostBefore = { name: `${kind} lost before`, events: lost, ledgers, byItself: false };
  const done = carryOut(ledger, operation, amount);
  if (done === null) {
    const refused = [...before, { kind: 'operationRefused' } as const];
    return [lostBefore, { name: `${kind} refused`, events: refused, ledgers, byItself: true }];
  }
  const after = { ...ledgers, [reference]: done };
  const facts = factsOf(done, amount);
  return [
    lostBefore,
    { name: kind, events: [...before, { kind: 'read', facts }], ledgers: after, byItself: true },
    { name: `${kind} lost after`, events: lost, ledgers: after, byItself: false },
    { name: `killed after ${kind}`, events: before, ledgers: after, byItself: false, kills: true },
  ];
}

export function customerActs({ reference }: Payment, ledgers: Ledgers): readonly Happening[] {
  const ledger = ledgers[reference];
  if (ledger?.state !== 'CREATED') return [];
  return (['AUTHORIZED', 'ABORTED', 'EXPIRED'] as const).map((state) => ({
    name: `customer: ${state}`,
    events: [],
    ledgers: { ...ledgers, [reference]: { ...ledger, state } },
    byItself: state === 'EXPIRED',
  }));
}

/** A webhook about any attempt, also one that nobody drives: it makes the till read, and nothing else. */
export function webhookComes(payment: Payment, ledgers: Ledgers): readonly Happening[] {
  if (ledgers[payment.reference] === undefined || payment.create === 'due') return [];
  return [{ name: 'webhook', events: readNow(payment, ledgers), ledgers, byItself: false }];
}
