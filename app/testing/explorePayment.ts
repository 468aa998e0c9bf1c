/**
 * Walks every reachable state of a payment in its world: whatever the cashier, the customer, the network, the service
 * and the power supply may do in any order. Gives the graph to the test, which asks the rules of every state.
 */

import { money } from '../domain/money.ts';
import { intendedPayment, type PaymentReference } from '../domain/payment.ts';
import { due, refundOperation } from '../domain/paymentDue.ts';
import { enoughNotFounds, enoughRefusals, type PaymentEvent, transition } from '../domain/paymentMachine.ts';
import { instant } from '../kernel/time.ts';
import { carryOut, created, type Delayed, factsOf, type World } from './paymentWorld.ts';
import { type Step, walk } from './walk.ts';

export const amount = 100;

/** Refunds tried in the exploration: a part, then the rest. */
const refundParts = [40, 60];

/** Operations are tried anew after a refusal without end; so many keys of one kind are explored. */
const mostTries = 2;

/** What a customer may have taken of a reservation: nothing, a part, all of it. */
const takes = [0, 40, amount];

export function startWorld(via: 'phone' | 'qrOnScreen', reservation = false): World {
  const payer =
    via === 'phone' ? { by: 'customerToken' as const, customerToken: 't' } : { by: 'qrOnScreen' as const };
  const payment = intendedPayment({
    reference: 'K01-000001-abcdef-1' as PaymentReference,
    request: { saleId: 's', amount: money(amount, 'NOK'), payer, description: 'd', receipt: null },
    createKey: 'K01-000001-abcdef-1-create',
    at: instant(0),
    reservation,
  });
  return { payment, ledger: null, delayed: null };
}

export const explore = (start: World) => walk(start, keyOf, steps);

function steps(world: World): readonly Step<World>[] {
  return [...tillSteps(world), ...serviceSteps(world), ...cashierSteps(world)];
}

function keyOf(world: World): string {
  const { request, ...payment } = world.payment;
  return JSON.stringify([payment, world.ledger, world.delayed, request.payer.by]);
}

function after(world: World, event: PaymentEvent): World {
  return { ...world, payment: transition(world.payment, event) };
}

function tillSteps(world: World): readonly Step<World>[] {
  const task = due(world.payment);
  switch (task.kind) {
    case 'nothing':
      return [];
    case 'create':
      return createSteps(task.repeat ? after(world, { kind: 'createRepeated' }) : world);
    case 'read':
      return readSteps(world);
    case 'start':
      if (world.payment.tries[task.operation.kind] >= mostTries) return [];
      return sendSteps(after(world, { kind: 'operationStarted', operation: task.operation }));
    case 'send':
      return sendSteps(world);
  }
}

function createSteps(world: World): readonly Step<World>[] {
  const ledger = world.ledger ?? created();
  const accepted = { kind: 'createAccepted', qrImageUrl: 'https://qr/1' } as const;
  const lost = { kind: 'createUnanswered' } as const;
  const list: Step<World>[] = [
    { name: 'create answered', to: after({ ...world, ledger }, accepted), byItself: true },
    { name: 'create lost before', to: after(world, lost), byItself: false },
    { name: 'create lost after', to: after({ ...world, ledger }, lost), byItself: false },
    { name: 'create put off', to: world, byItself: false },
    { name: 'killed before create', to: after(world, { kind: 'restarted' }), byItself: false },
    { name: 'killed after create', to: after({ ...world, ledger }, { kind: 'restarted' }), byItself: false },
    {
      name: 'create refused',
      to: after(world, { kind: 'createRefused', refusal: 'rejected' }),
      byItself: false,
    },
  ];
  if (world.delayed === null && world.ledger === null) {
    list.push({ name: 'create delayed', to: after({ ...world, delayed: 'create' }, lost), byItself: false });
  }
  return list;
}

function readSteps(world: World): readonly Step<World>[] {
  if (world.ledger !== null) {
    const facts = factsOf(world.ledger, amount);
    const odd = { ...facts, state: 'unknown' } as const;
    return [
      { name: 'read', to: after(world, { kind: 'read', facts }), byItself: true },
      { name: 'read an unknown state', to: after(world, { kind: 'read', facts: odd }), byItself: false },
    ];
  }
  // No request stays under way for as long as the till goes on asking: by the last reading it has arrived.
  if (world.delayed === 'create' && world.payment.notFounds >= enoughNotFounds - 1) return [];
  return [{ name: 'read: not found', to: after(world, { kind: 'notFound' }), byItself: true }];
}

function sendSteps(world: World): readonly Step<World>[] {
  const { operation } = world.payment;
  if (operation === null) return [];
  const lost = { kind: 'operationUnanswered' } as const;
  const list: Step<World>[] = [
    { name: `${operation.kind} lost before`, to: after(world, lost), byItself: false },
    { name: `${operation.kind} put off`, to: world, byItself: false },
    { name: `killed before ${operation.kind}`, to: after(world, { kind: 'restarted' }), byItself: false },
  ];
  if (world.delayed === null) {
    const { kind, key, amount: sum, target } = operation;
    const request = { kind, key, amount: sum, target };
    list.push({
      name: `${operation.kind} delayed`,
      to: after({ ...world, delayed: request }, lost),
      byItself: false,
    });
  }
  const ledger = world.ledger === null ? null : carryOut(world.ledger, operation, amount);
  // No request stays under way for as long as the till is refused: by the last refusal it has arrived.
  const hasArrived = world.delayed === null || operation.refusals < enoughRefusals - 1;
  const refused = after(world, { kind: 'operationRefused' });
  if (ledger === null) {
    if (hasArrived) list.push({ name: `${operation.kind} refused`, to: refused, byItself: true });
    return list;
  }
  // The sales unit may not just now: that says nothing about an earlier send.
  if (hasArrived) list.push({ name: `${operation.kind} forbidden`, to: refused, byItself: false });
  const facts = factsOf(ledger, amount);
  list.push(
    { name: operation.kind, to: after({ ...world, ledger }, { kind: 'read', facts }), byItself: true },
    { name: `${operation.kind} lost after`, to: after({ ...world, ledger }, lost), byItself: false },
    {
      name: `killed after ${operation.kind}`,
      to: after({ ...world, ledger }, { kind: 'restarted' }),
      byItself: false,
    },
  );
  return list;
}

function serviceSteps(world: World): readonly Step<World>[] {
  const list: Step<World>[] = [];
  const { ledger, delayed } = world;
  if (ledger?.state === 'CREATED') {
    for (const state of ['AUTHORIZED', 'ABORTED', 'EXPIRED'] as const) {
      list.push({
        name: `service: ${state}`,
        to: { ...world, ledger: { ...ledger, state } },
        byItself: state === 'EXPIRED',
      });
    }
  }
  if (delayed !== null) {
    list.push({ name: 'the delayed request arrives', to: arrive(world, delayed), byItself: true });
  }
  return list;
}

function arrive(world: World, delayed: Delayed): World {
  if (delayed === 'create') return { ...world, delayed: null, ledger: world.ledger ?? created() };
  const ledger = world.ledger === null ? null : carryOut(world.ledger, delayed, amount);
  return { ...world, delayed: null, ledger: ledger ?? world.ledger };
}

/** Goods are handed out only while the money is reserved; that nothing is taken, time decides by itself. */
function machineSteps(world: World): readonly Step<World>[] {
  const possible = world.payment.state === 'approved' ? takes : [0];
  return possible.map((take) => ({
    name: `takes ${take}`,
    to: after(world, { kind: 'takeDecided', amount: take }),
    byItself: take === 0,
  }));
}

function cashierSteps(world: World): readonly Step<World>[] {
  const list: Step<World>[] = [{ name: 'killed', to: after(world, { kind: 'restarted' }), byItself: false }];
  if (world.payment.take === null) list.push(...machineSteps(world));
  // A machine calls nothing off once goods were taken: it takes the money for them.
  else if (world.payment.take !== takes[1])
    list.push({ name: 'cashier cancels', to: after(world, { kind: 'cancelRequested' }), byItself: false });
  const part = refundParts[world.payment.tries.refund];
  const refund = part === undefined ? null : refundOperation(world.payment, part);
  if (refund !== null) list.push(...sendSteps(after(world, { kind: 'operationStarted', operation: refund })));
  return list;
}
