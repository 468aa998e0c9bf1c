/** One customer's turn at a machine, explored exhaustively: every rule asked of every reachable state. */

import { describe, expect, it } from 'vitest';
import { due } from '../domain/paymentDue.ts';
import { currentPayment, isEnded, isUnfinished, saleTotal, unresolvedPayment } from '../domain/sale.ts';
import { exploreMachine, isAskedTwice, type MachineWorld } from '../testing/exploreMachine.ts';
import type { Ledger } from '../testing/paymentWorld.ts';
import { mostTries } from '../testing/saleNetwork.ts';
import { breaches, reaching, sizeOf } from '../testing/walk.ts';

/** 349,00 and 119,00 in the catalogue of the tests. */
const dear = { sku: '1002', stock: 9, minimumAge: null };
const cheap = { sku: '2001', stock: 9, minimumAge: null };
const dearForAdults = { ...dear, minimumAge: 18 };

const graphs = {
  'scans the code': await exploreMachine({ slots: [dear, cheap], by: 'scan', mostItems: 2 }),
  'chooses first': await exploreMachine({ slots: [dear, cheap], by: { choosing: dear.sku }, mostItems: 2 }),
  'scans the code and may be too young': await exploreMachine({
    slots: [dearForAdults, cheap],
    by: 'scan',
    mostItems: 1,
  }),
};

describe.each(Object.entries(graphs))('a customer who %s', (name, graph) => {
  it(`reaches every end and every outcome (${sizeOf(graph)})`, () => {
    const turns = [...graph.states.values()].map(({ till }) => till.sale?.vending);
    const ends = new Set(turns.map((vending) => vending?.end));
    const outcomes = new Set(turns.flatMap((vending) => vending?.items.map(({ state }) => state)));
    const phases = new Set([...graph.states.values()].map(({ till }) => till.view?.phase));
    for (const end of ['done', 'tooLate', 'fault', 'notApproved', 'restarted'] as const)
      expect(ends).toContain(end);
    for (const outcome of ['asked', 'dispensed', 'failed', 'tooLate', 'unknown'] as const)
      expect(outcomes).toContain(outcome);
    if (name === 'chooses first') expect(outcomes).toContain('notApproved');
    else expect(outcomes).not.toContain('notApproved');
    for (const phase of ['idle', 'asking', 'choosing', 'dispensing', 'settling', 'result'] as const)
      expect(phases).toContain(phase);
  });

  it('I1: never has two requests that could both take money', () => {
    expect(breaches(graph, (world) => !isAskedTwice(world))).toEqual([]);
    expect(breaches(graph, ({ ledgers }) => Object.values(ledgers).filter(isAlive).length <= 1)).toEqual([]);
  });

  it('I2: pays for nothing that was not told as dispensed, and for nothing before it is closed', () => {
    expect(
      breaches(graph, (world) => {
        const end = world.till.sale?.vending?.end ?? null;
        return captured(world) <= (end === null ? 0 : dispensed(world));
      }),
    ).toEqual([]);
  });

  it('I2, I4: has paid exactly for what was dispensed once it is over, and has the rest back', () => {
    const over = [...graph.states.values()].filter(({ till }) => till.sale !== null && isEnded(till.sale));
    expect(over.length).toBeGreaterThan(0);
    expect(
      breaches(graph, (world) => {
        const { sale } = world.till;
        if (sale === null || !isEnded(sale)) return true;
        return captured(world) === dispensed(world) && holdsNothing(world);
      }),
    ).toEqual([]);
  });

  it('I3: is sent nothing back that was paid', () => {
    expect(
      breaches(graph, ({ ledgers }) => Object.values(ledgers).every(({ refunded }) => refunded === 0)),
    ).toEqual([]);
  });

  it('I6: meets no change of the money that was not written down before', () => {
    expect(
      breaches(graph, ({ till, ledgers }) => {
        const written = new Set(
          till.entries.flatMap(({ event }) =>
            event.kind === 'payment' && event.event.kind === 'operationStarted'
              ? [event.event.operation.key]
              : [],
          ),
        );
        return Object.values(ledgers).every(({ done }) => Object.keys(done).every((key) => written.has(key)));
      }),
    ).toEqual([]);
  });

  it('I7: is asked for what is shown, and what is taken is decided once, with the close', () => {
    expect(
      breaches(graph, ({ till: { sale, entries } }) => {
        const payment = sale === null ? null : currentPayment(sale);
        if (sale?.vending == null || payment === null) return true;
        const decided = entries.filter(
          ({ event }) => event.kind === 'payment' && event.event.kind === 'takeDecided',
        );
        if (sale.vending.end === null) return payment.take === null && decided.length === 0;
        const asked = sale.vending.items.some(({ state }) => state === 'asked');
        return payment.take === saleTotal(sale).minor && decided.length === 1 && !asked;
      }),
    ).toEqual([]);
  });

  it('I8: is shown as paid and released what the service has, and choosing only while it is reserved whole', () => {
    expect(
      breaches(graph, (world) => {
        const { view, sale } = world.till;
        if (view === null || sale === null || sale.left) return true;
        const payment = currentPayment(sale);
        const ledger = world.ledgers[payment?.reference ?? ''];
        const sells = view.phase === 'choosing' || view.phase === 'dispensing';
        const toldTrue =
          (view.paid === null || view.paid.minor === captured(world)) &&
          (view.released === null || view.released.minor === (ledger?.cancelled ?? 0));
        return toldTrue && (!sells || isWholeReserved(ledger));
      }),
    ).toEqual([]);
  });

  it('is handed out nothing before the money is reserved, nothing after the close, and nothing twice', () => {
    const turned = [...graph.edges].filter(([, out]) => out.some(({ name }) => name === 'a motor turns'));
    expect(turned.length).toBeGreaterThan(0);
    const wrong = turned.filter(([key]) => {
      const world = graph.states.get(key);
      const sale = world?.till.sale ?? null;
      const ledger = world?.ledgers[(sale === null ? null : currentPayment(sale))?.reference ?? ''];
      return sale?.vending?.end !== null || !isWholeReserved(ledger);
    });
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(
      breaches(graph, ({ till: { sale }, begun }) => {
        const lines = sale?.lines ?? [];
        const once = new Set(lines.map(({ id }) => id)).size === lines.length;
        return once && lines.every(({ id, quantity }) => quantity === 1 && begun.includes(id));
      }),
    ).toEqual([]);
  });

  it('I9: is not forgotten: while anything moves it is found again, driven, and timed', () => {
    expect(
      breaches(graph, (world) => {
        const { sale, driven, until } = world.till;
        if (sale === null || sale.payments.length === 0) return true;
        const open = unresolvedPayment(sale);
        const isOpen = open !== null || !holdsNothing(world);
        const isTimed = sale.vending?.end !== null || (open !== null && until !== null);
        const isDriven = open === null || due(open).kind === 'nothing' || driven.includes(open.reference);
        return (isUnfinished(sale) || !isOpen) && isTimed && isDriven;
      }),
    ).toEqual([]);
  });

  it('I4, I9: from everywhere gives way to the next one without a person, and nothing stays reserved', () => {
    const good = reaching(graph, (world) => world.till.sale?.left === true && holdsNothing(world));
    const stuck = [...graph.states].filter(([key, world]) => !good.has(key) && !isExcused(world));
    expect(stuck.slice(0, 3).map(([key]) => key)).toEqual([]);
  });
});

function isAlive(ledger: Ledger): boolean {
  return ledger.state === 'CREATED' || isWholeReserved(ledger) || ledger.captured > 0;
}

function isWholeReserved(ledger: Ledger | undefined): boolean {
  return ledger?.state === 'AUTHORIZED' && ledger.captured === 0 && ledger.cancelled === 0;
}

function captured({ ledgers }: MachineWorld): number {
  return Object.values(ledgers).reduce((sum, ledger) => sum + ledger.captured, 0);
}

function dispensed({ till }: MachineWorld): number {
  return (till.sale?.vending?.items ?? [])
    .filter(({ state }) => state === 'dispensed')
    .reduce((sum, { product }) => sum + product.price.minor, 0);
}

/** Nothing may still be taken, and nothing is reserved. */
function holdsNothing({ till, ledgers }: MachineWorld): boolean {
  return Object.entries(ledgers).every(([reference, { state, captured: taken, cancelled }]) => {
    const payment = till.sale?.payments.find((one) => one.reference === reference);
    const amount = state === 'AUTHORIZED' ? (payment?.request.amount.minor ?? Number.NaN) : 0;
    return state !== 'CREATED' && taken + cancelled === amount;
  });
}

/** Nobody has come yet; or the walk stops at one key per operation, where the till itself goes on trying. */
function isExcused({ till: { sale } }: MachineWorld): boolean {
  const payment = sale === null ? null : unresolvedPayment(sale);
  if (sale === null || sale.payments.length === 0) return true;
  if (payment === null) return false;
  const task = due({ ...payment, mustLook: false });
  return task.kind === 'start' && payment.tries[task.operation.kind] >= mostTries;
}
